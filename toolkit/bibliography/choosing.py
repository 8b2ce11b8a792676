"""Which of the works that fit a citation is meant, and on what ground."""

from collections.abc import Iterable
from typing import Final

from toolkit.bibliography.citations import Citation, Kind
from toolkit.bibliography.folding import TitleFit
from toolkit.bibliography.history import History
from toolkit.bibliography.matching import Match
from toolkit.bibliography.proposals import Certainty, Proposal

CERTAIN, LIKELY, DOUBTFUL = Certainty
_UNKNOWN: Final = "a work of this author that the bibliography does not have was cited before"


def choose(citation: Citation, found: list[Match], history: History) -> Proposal:
    """Choose among the works that fit, and say on what ground."""
    if not found:
        return nothing(citation, "no work of the bibliography fits it")
    sound = [match for match in found if not match.faults]
    if not sound:
        best = max(found, key=lambda match: match.title)
        reason = f"only this work fits, but {' and '.join(best.faults)}"
        return _of(citation, best, DOUBTFUL, reason, found)
    if len(sound) == 1:
        return _one(citation, sound[0], history)
    return _narrow(citation, sound, history)


def _one(citation: Citation, match: Match, history: History) -> Proposal:
    if _letter(citation.years) and not _letter(match.work.said_years):
        reason = "the only work that fits, but the letter tells of another of that year"
        return _of(citation, match, DOUBTFUL, reason)
    if citation.title and match.title <= TitleFit.SCATTERED:
        return _of(citation, match, LIKELY, "the only work with a title like this")
    if citation.title or citation.kind is Kind.FULL:
        return _of(citation, match, CERTAIN, "the only work that fits what is printed")
    if history.has_unknown(citation):
        return _of(citation, match, DOUBTFUL, _UNKNOWN)
    if history.has(match.work.ident) or citation.years:
        return _of(citation, match, CERTAIN, "the only work of this author")
    return _of(citation, match, LIKELY, "the only work of this author, not cited before")


def _narrow(citation: Citation, found: list[Match], history: History) -> Proposal:
    """Narrow several works down: by what agrees, by the title, by what was cited."""
    ranked = max(match.agreeing for match in found)
    agreeing = [match for match in found if match.agreeing == ranked]
    if len(agreeing) == 1:
        sure = agreeing[0].title >= TitleFit.PART or not citation.title
        reason = "of the works that fit, the one whose year or numbers agree"
        return _of(citation, agreeing[0], CERTAIN if sure else LIKELY, reason, found)
    agreeing = _led(citation, agreeing)
    if counted := _counted(citation, agreeing, found):
        return counted
    exact = [match for match in agreeing if match.title is TitleFit.EXACT]
    if len(exact) == 1:
        reason = "of the works that fit, the one with just this title"
        return _of(citation, exact[0], LIKELY, reason, found)
    cited = [match for match in agreeing if history.has(match.work.ident)]
    if not citation.title and history.has_unknown(citation):
        return _of(citation, (cited or agreeing)[0], DOUBTFUL, _UNKNOWN, agreeing)
    if len(cited) == 1 and not any(history.may_have(m.work.ident) for m in agreeing):
        reason = "of the works that fit, the only one cited before"
        return _of(citation, cited[0], LIKELY, reason, found)
    latest = max(agreeing, key=lambda match: history.when(match.work.ident))
    many = len(cited) or len(agreeing)
    state = "were cited before" if cited else "fit, and none was cited before"
    return _of(citation, latest, DOUBTFUL, f"{many} works {state}", agreeing)


def _led(citation: Citation, found: list[Match]) -> list[Match]:
    """Return the works that the maker named first leads, where the order can tell them apart."""
    if not citation.makers or not (citation.years or citation.makers[1:]):
        return found
    first = citation.makers[0]
    led = [m for m in found if m.work.makers and first.may_be(m.work.makers[0])]
    return led or found


def _counted(citation: Citation, led: list[Match], found: list[Match]) -> Proposal | None:
    """Return the work that the order of its makers, or the letter of its year, tells."""
    if len(led) == 1:
        reason = "of the works that fit, the one whose makers stand in this order"
        return _of(citation, led[0], LIKELY, reason, found)
    nth = _letter(citation.years)
    if not 0 < nth <= len(led) or any(_letter(match.work.said_years) for match in led):
        return None
    reason = f"of {len(led)} works of one year, the one that its letter counts to"
    by_title = sorted(led, key=lambda match: match.work.titles)
    unordered = by_title != led and any(match.work.structured for match in led)
    return _of(citation, led[nth - 1], DOUBTFUL if unordered else LIKELY, reason, led)


def _letter(years: Iterable[str]) -> int:
    """Return which letter tells works of one year apart, as a number from 1; 0 for none."""
    letters = [year[4:] for year in years if year[:4].isdigit() and year[4:]]
    return ord(letters[0]) - ord("a") + 1 if letters else 0


def _of(
    citation: Citation,
    match: Match,
    certainty: Certainty,
    reason: str,
    among: Iterable[Match] = (),
) -> Proposal:
    rivals = tuple(m.work.ident for m in among if m.work is not match.work)
    return Proposal(citation, match.work.ident, certainty, reason, rivals)


def nothing(citation: Citation, reason: str) -> Proposal:
    """Return a proposal of nothing, and why."""
    return Proposal(citation, None, DOUBTFUL, reason)
