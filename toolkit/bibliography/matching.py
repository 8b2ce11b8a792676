"""Which works a citation can be to, by makers, title, year and numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.bibliography.citations import Citation
from toolkit.bibliography.folding import TitleFit, has_run, title_fit
from toolkit.bibliography.names import Maker
from toolkit.bibliography.works import Work


@dataclass(frozen=True, slots=True)
class Match:
    """A work that a citation can be to: how well the title fits, what agrees, what does not."""

    work: Work
    title: TitleFit
    agreeing: int
    faults: tuple[str, ...] = ()


def matches(
    citation: Citation, works: Iterable[Work], makers: Sequence[Maker] | None = None
) -> list[Match]:
    """Return the works that a citation can be to; `makers` stands in for those it leaves out."""
    found = (_match(citation, work, makers) for work in works)
    return [match for match in found if match]


def _match(citation: Citation, work: Work, makers: Sequence[Maker] | None) -> Match | None:
    if work.loose:
        return _loose(citation, work)
    cited = citation.makers if makers is None else tuple(makers)
    if cited and not all(any(c.may_be(m) for m in work.makers) for c in cited):
        return None
    title = _title(citation, work)
    if citation.title and title is TitleFit.NONE:
        return None
    if not cited and not citation.title:
        return None
    agreeing, faults = _numbers(citation, work)
    if faults is None or _other_letter(citation.years, work.years):
        return None
    more, doubts = _others(citation, work)
    return Match(work, title, agreeing + more, (*faults, *doubts))


def _other_letter(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether both tell works of one year apart by letters, and not by the same."""
    mine, theirs = ({y for y in years if y[:4].isdigit() and y[4:]} for years in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _title(citation: Citation, work: Work) -> TitleFit:
    return max((title_fit(citation.title, full) for full in work.titles), default=TitleFit.NONE)


def _numbers(citation: Citation, work: Work) -> tuple[int, tuple[str, ...] | None]:
    """Count volumes and issues that agree; no work with another volume can be meant."""
    shared = citation.numbers.keys() & work.numbers.keys()
    if any(citation.numbers[unit] != work.numbers[unit] for unit in shared):
        return 0, None
    return len(shared), ()


def _others(citation: Citation, work: Work) -> tuple[int, tuple[str, ...]]:
    """Count year and editors if they agree; report them if they do not."""
    agreeing, faults = 0, []
    if citation.years and work.years:
        if citation.years & work.years:
            agreeing += len(citation.years & work.years)
        else:
            years = " and ".join(", ".join(sorted(y)) for y in (citation.years, work.years))
            faults.append(f"the years differ ({years})")
    if citation.editors and work.editors:
        if all(any(c.may_be(m) for m in work.makers) for c in citation.editors):
            agreeing += 1
        else:
            faults.append("the editors differ")
    return agreeing, tuple(faults)


def _loose(citation: Citation, work: Work) -> Match | None:
    """Match a reference that nobody has tagged: its names and its year must be there."""
    if not citation.makers or not citation.years:
        return None
    named = all(has_run(m.surname, work.loose) for m in citation.makers)
    dated = citation.years.intersection(work.loose)
    if not (named and dated) or _other_letter(citation.years, work.loose):
        return None
    first = has_run(citation.makers[0].surname, work.loose[: len(citation.makers[0].surname)])
    faults = () if first else ("another maker is named first",)
    return Match(work, TitleFit.NONE, len(dated), faults)
