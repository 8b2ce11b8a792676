"""Slips of the source, found by comparing its citations with one another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.citations import Citation, read_citations
from toolkit.bibliography.folding import words
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.units import Archives
from toolkit.bibliography.works import pick
from toolkit.counting import many
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document, where

if TYPE_CHECKING:
    from lxml import etree

_RULE: Final = "citations-disagree"
_COMPARED: Final = {
    "publisher": ".//tei:publisher",
    "place": ".//tei:pubPlace",
    "year": ".//tei:date[not(ancestor::tei:title)]",
}


def compare(document: Document) -> Iterator[Problem]:
    """Yield what citations say differently of one work, and numbers of units that look like slips.

    A difference is no proof of an error: each is a question to the editor, a warning.
    """
    yield from _works(document)
    yield from _units(document)


def _works(document: Document) -> Iterator[Problem]:
    """Compare what the citations of one work say of its publisher, place and year."""
    by_work: dict[str, list[Citation]] = defaultdict(list)
    for citation in read_citations(document):
        for target in citation.encoded:
            by_work[target].append(citation)
    for target, citations in by_work.items():
        for what, path in _COMPARED.items():
            said = {c: _said(c.element, path) for c in citations}
            told = [c for c in citations if said[c]]
            for other in told[1:]:
                if words(said[other]) != words(said[told[0]]):
                    message = (
                        f"the {what} of {target} is “{said[other]}” in {other.label}, but "
                        f"“{said[told[0]]}” in {told[0].label}"
                    )
                    yield _problem(document, other.element, message)


def _said(element: "etree._Element", path: str) -> str:
    return " ".join(plain_text(e) for e in pick(element, path))


def _units(document: Document) -> Iterator[Problem]:
    """Compare the numbers of fonds and opisi: a lone one that is almost another may be a slip."""
    archives = Archives(document)
    entries = document.xpath("//tei:listBibl/tei:bibl[@type='archival'][@xml:id]")
    units = {entry: archives.read(entry) for entry in entries}
    shelves: dict[tuple[str, str, str], list[etree._Element]] = defaultdict(list)
    for entry, unit in units.items():
        shelves[unit.archive, unit.fond, unit.opis].append(entry)
    for one, two in combinations(shelves, 2):
        rare, common = sorted((one, two), key=lambda shelf: len(shelves[shelf]))
        reason = _alike(rare, common, len(shelves[common]))
        if reason and len(shelves[rare]) == 1:
            entry = shelves[rare][0]
            message = f"{units[entry]} stands alone, and {reason}"
            yield _problem(document, entry, message)


def _alike(rare: tuple[str, str, str], common: tuple[str, str, str], number: int) -> str:
    """Say how two shelves differ, if it is in one thing that a slip would explain."""
    differing = [n for n in range(3) if rare[n] != common[n]]
    if len(differing) != 1:
        return ""
    (n,) = differing
    if n == 0:
        return "the same fond and opis are cited from another archive"
    if not _slip(rare[n], common[n]):
        return ""
    level = ("archive", "fond", "opis")[n]
    return f"its {level} is almost {common[n]}, with {many(number, 'file')} cited"


def _slip(one: str, two: str) -> bool:
    """Say whether one number is the other with a digit wrong, doubled, dropped or swapped."""
    if min(len(one), len(two)) == 1:
        return abs(len(one) - len(two)) == 1 and (one in two or two in one)
    if len(one) == len(two):
        wrong = [n for n in range(len(one)) if one[n] != two[n]]
        swapped = len(wrong) == 2 and sorted(one) == sorted(two)  # noqa: PLR2004 -- two digits
        return len(one) > 2 and (len(wrong) == 1 or swapped)  # noqa: PLR2004 -- 11 and 12 are no slip
    longer, shorter = sorted((one, two), key=len, reverse=True)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def _problem(document: Document, element: "etree._Element", message: str) -> Problem:
    line, column = document.position(element)
    advice = "look it up; encode a slip as choice, a doubt with @cert and a remark"
    place = (document.path, line, column)
    return Problem(*place, _RULE, message, advice, where(element), Level.WARNING)
