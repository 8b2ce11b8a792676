"""What an untagged citation says, read by its words with the bibliography at hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from toolkit.bibliography.authoryear import AUTHOR_YEAR, makers_of, years_cited
from toolkit.bibliography.citations import Citation, Kind
from toolkit.bibliography.folding import TitleFit, Words, title_fit, title_words, words
from toolkit.bibliography.names import Maker
from toolkit.bibliography.wordednames import END, IDEM, leading_names, without_end
from toolkit.bibliography.works import Work, below, years_in

_SIGNAL: Final = re.compile(
    r"\W*(?:(?:see|also|cf|compare|e\.g|for (?:instance|example)|especially|and|but|in|quoted|"
    r"cited|vgl|siehe|voir|см|sm)\b[.,]?\s+)+",
    re.IGNORECASE,
)
_OP_CIT: Final = re.compile(r"\b(?:op|loc|art)\.?\s*cit\b\.?|\bukaz\.? soch\.?", re.IGNORECASE)
_PAGES: Final = re.compile(r"[0-9]{1,9}")
_VOLUME: Final = re.compile(r"[,.]?\s*\b(?:vol|t|bd|т)\.\s*(\d+|[ivxlc]+)\b", re.IGNORECASE)
_QUOTES: Final = re.compile(r"[“„«\"]([^“”„«»\"]+)[,.]?[”“»\"]")
# Where a title may end: the next words may say where it stands, or be part of it.
_CUT: Final = re.compile(r"[,.:;?!](?=\s|$)|\sin\s")


class _Said(NamedTuple):
    """The parts of a citation: whom it names, its title as far as can be told, and the rest."""

    makers: tuple[Maker, ...]
    title: str
    rest: str


def read_by_words(citation: Citation, works: Sequence[Work]) -> Citation:
    """Return a citation with what its words say, where nobody has tagged author or title.

    What is tagged stays as it is; the title is what fits a work best, or all that may be one.
    """
    if citation.kind not in {Kind.SHORT, Kind.FULL} or citation.title:
        return citation
    text = (
        _SIGNAL.sub("", citation.text, count=1) if _SIGNAL.match(citation.text) else citation.text
    )
    if not citation.makers and (hit := AUTHOR_YEAR.match(text)):
        year = years_cited(hit["years"])[0]
        both = frozenset({year, year[:4]})
        return replace(citation, makers=makers_of(hit), years=both, worded=True)
    said = _parts(text, citation, works)
    title, left_over = _title(said, works)
    after = said.title + said.rest
    rest = after if not title else said.rest or _after(said.title, title)
    years = citation.years or frozenset(years_in(without_end(rest)))
    volume = _VOLUME.search(after)
    return replace(
        citation,
        makers=citation.makers or said.makers,
        title=title,
        years=years,
        numbers=citation.numbers or ({"volume": volume[1]} if volume else {}),
        pages=citation.pages or _pages(after),
        kind=Kind.FULL if title and years and "(" in rest else Kind.SHORT,
        worded=bool(title or (said.makers and not citation.makers)),
        left_over=left_over,
    )


def _parts(text: str, citation: Citation, works: Sequence[Work]) -> _Said:
    """Part a citation into names, title and the rest."""
    head, marked, rest = _marked(text, citation)
    makers, after = leading_names(head, works, alone=not marked)
    if marked:
        return _Said(makers, marked, rest)
    body = _OP_CIT.sub("", after)
    opening = body.find("(")
    body, rest = (body, "") if opening < 0 else (body[:opening], body[opening:])
    return _Said(makers, body, rest)


def _marked(text: str, citation: Citation) -> tuple[str, str, str]:
    """Part a text at what is set apart in it, by quotation marks or by its type."""
    names = ("hi", "emph", "q", "quote")
    apart = [" ".join("".join(e.itertext()).split()) for e in below(citation.element, *names)]
    quoted = _QUOTES.search(text)
    found = [quoted[1]] if quoted else [title for title in apart if title in text]
    if not found or len(words(found[0])) == 0 or IDEM.match(f"{found[0]}."):
        return text, "", ""
    head, _, rest = text.partition(found[0])
    return head, found[0].strip(' ,.“”"'), rest


def _title(said: _Said, works: Sequence[Work]) -> tuple[Words, bool]:
    """Return the title, and whether words are left over beside it.

    Of what may be the title, that which fits a work of those named best is taken.
    """
    whole = without_end(_VOLUME.sub("", said.title))
    candidates = dict.fromkeys(title_words(part) for part in _beginnings(whole))
    titles = [title for title in candidates if title]
    if not titles:
        return (), False
    best = max(titles, key=lambda title: (_fit(title, works, said.makers), len(title)))
    return best, best != titles[0]


def _beginnings(text: str) -> Iterator[str]:
    """Yield a text as a whole, then what stands before each mark in it."""
    yield text.strip(" ,.")
    for mark in _CUT.finditer(text):
        yield text[: mark.start()]


def _fit(title: Words, works: Iterable[Work], makers: Sequence[Maker]) -> TitleFit:
    meant = [w for w in works if all(any(c.may_be(m) for m in w.makers) for c in makers)]
    fits = (title_fit(title, full) for work in meant for full in work.titles)
    return max(fits, default=TitleFit.NONE)


def _after(text: str, title: Words) -> str:
    """Return what follows a title in a text."""
    rest = text.split()
    while rest and len(words(" ".join(rest[:-1]))) >= len(title):
        rest.pop()
    return " ".join(text.split()[len(rest) :])


def _pages(text: str) -> tuple[int, ...]:
    end = END.search(text)
    return tuple(int(page) for page in _PAGES.findall(end[0])) if end else ()
