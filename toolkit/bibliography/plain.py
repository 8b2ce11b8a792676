"""Citations in running text: tagged ones, and those by author and year that nobody tagged."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from toolkit.bibliography.authoryear import (
    AUTHOR_YEAR,
    IN_SENTENCE,
    makers_of,
    names_in,
    years_cited,
)
from toolkit.bibliography.citations import Citation, Kind, citation_of
from toolkit.bibliography.folding import words
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import Work
from toolkit.reading.document import Document

_TEXT: Final = (
    "//tei:text//*[self::tei:p or self::tei:note or self::tei:ab or self::tei:quote]"
    "[contains(., '(') or contains(., '[')][not(ancestor::tei:listBibl)]"
)
_REFERENCES: Final = "//tei:text//tei:ref[@type='bibl'][not(ancestor::tei:listBibl)]"
_TAGGED: Final = (
    "//tei:text//tei:bibl[not(ancestor::tei:note or ancestor::tei:listBibl or ancestor::tei:bibl "
    "or ancestor::tei:biblStruct or parent::tei:div[ancestor::tei:back])][normalize-space()]"
)
_PARENTHESIS: Final = re.compile(r"[(\[]([^()\[\]]{4,1000}?)[)\]]")
_IMPRINT: Final = re.compile(r"[^;:,]+(?:, [^;:,]+)*: [^;:]+, \d{4}")


def plain_citations(
    document: Document, works: Sequence[Work], noted: Iterable[Citation] = ()
) -> list[Citation]:
    """Return the citations of running text: those that nobody tagged, references, tagged ones.

    A reference that points at its work and does not name its author is no question; nor is what
    is part of a citation that was `noted` already.
    """
    surnames = {word for work in works for m in work.makers for word in m.surname}
    surnames |= {word for work in works for word in work.loose}
    read = defaultdict(list)
    for citation in noted:
        read[citation.place].append(citation.text)
    found: list[Citation] = []
    for block in document.xpath(_TEXT):
        for hit in _hits(" ".join("".join(_own_text(block)).split()), surnames):
            if not any(hit[0] in text for text in read.get(block, ())):
                found += _citations(block, hit)
    for reference in document.xpath(_REFERENCES):
        text = plain_text(reference)
        if named := AUTHOR_YEAR.search(text) or IN_SENTENCE.search(text):
            found += _citations(reference, named)
        elif text and not reference.get("target"):
            label = etree.QName(reference).localname
            found.append(Citation(reference, 0, label, Kind.SHORT, text))
    for bibl in document.xpath(_TAGGED):
        found.append(citation_of(bibl, 0, _label(bibl)))
    return found


def _hits(text: str, surnames: set[str]) -> list[re.Match[str]]:
    """Return where a text cites by author and year, in its order: in parentheses, or before them.

    One name before a year in parentheses may be any name: it must be one of the bibliography.
    """
    found = [hit for hit in IN_SENTENCE.finditer(text) if _cites(hit, surnames)]
    for parenthesis in _PARENTHESIS.finditer(text):
        if not _IMPRINT.fullmatch(parenthesis[1]):
            found += AUTHOR_YEAR.finditer(text, parenthesis.start(1), parenthesis.end(1))
    return sorted(found, key=re.Match.start)


def _cites(hit: re.Match[str], surnames: set[str]) -> bool:
    several = bool(hit["others"]) or len(names_in(hit["names"])) > 1
    return several or not surnames.isdisjoint(words(" ".join(names_in(hit["names"]))))


def _label(bibl: "etree._Element") -> str:
    """Return the name of what a citation stands in."""
    parent = bibl.getparent()
    return "text" if parent is None else etree.QName(parent).localname


def _own_text(block: "etree._Element") -> Iterator[str]:
    """Yield the text of a block, what is tagged as a citation or stands in a note left out."""
    yield block.text or ""
    for child in block:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in {"note", "bibl", "biblStruct", "ref", "p", "quote", "code", "date", "lb"}:
            yield " "
        elif name:
            yield from _own_text(child)
        yield child.tail or ""


def _citations(block: "etree._Element", hit: re.Match[str]) -> Iterator[Citation]:
    """Yield the citations of a hit: one for each year."""
    makers = makers_of(hit)
    label = etree.QName(block).localname
    years = years_cited(hit["years"])
    for year in years:
        text = hit[0] if len(years) == 1 else f"{hit['names']}{hit['others'] or ''}, {year}"
        both = frozenset({year, year[:4]})
        yield Citation(block, 0, label, Kind.SHORT, text, makers, years=both)
