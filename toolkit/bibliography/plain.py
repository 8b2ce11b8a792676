"""Citations in running text: tagged ones, and those by author and year that nobody tagged."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from toolkit.bibliography.citations import Citation, Kind, citation_of
from toolkit.bibliography.folding import words
from toolkit.bibliography.names import Maker, plain_text
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
_PARENTHESIS: Final = re.compile(r"[(\[]([^()\[\]]{4,200}?)[)\]]")
_AUTHOR_YEAR: Final = re.compile(
    r"(?:see |e\.g\.,? |cf\. |also )*"
    r"(?P<names>(?:(?:van|von|de|der|den|del|la) )*[A-ZÀ-ÖØ-Þ][\w’'-]+"
    r"(?:(?:, | and | & | et )(?:(?:van|von|de|der) )*[A-ZÀ-ÖØ-Þ][\w’'-]+)*)"
    r"(?P<others>,? et al\.?)?,? (?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)\b"
)


def plain_citations(document: Document) -> list[Citation]:
    """Return the citations of running text: those that nobody tagged, references, tagged ones.

    A reference that points at its work and does not name its author is no question.
    """
    found = []
    for block in document.xpath(_TEXT):
        text = " ".join(_own_text(block))
        for parenthesis in _PARENTHESIS.finditer(text):
            found += [_citation(block, hit) for hit in _AUTHOR_YEAR.finditer(parenthesis[1])]
    for reference in document.xpath(_REFERENCES):
        text = plain_text(reference)
        if hit := _AUTHOR_YEAR.search(text):
            found.append(_citation(reference, hit))
        elif text and not reference.get("target"):
            label = etree.QName(reference).localname
            found.append(Citation(reference, 0, label, Kind.SHORT, text))
    for bibl in document.xpath(_TAGGED):
        found.append(citation_of(bibl, 0, _label(bibl)))
    return found


def _label(bibl: "etree._Element") -> str:
    """Return the name of what a citation stands in."""
    parent = bibl.getparent()
    return "text" if parent is None else etree.QName(parent).localname


def _own_text(block: "etree._Element") -> Iterator[str]:
    """Yield the text of a block, what is tagged as a citation or stands in a note left out."""
    yield block.text or ""
    for child in block:
        if isinstance(child.tag, str):
            name = child.tag.rpartition("}")[2]
            if name not in {"note", "bibl", "biblStruct", "ref", "p", "quote", "code", "date"}:
                yield from _own_text(child)
        yield child.tail or ""


def _citation(block: "etree._Element", hit: re.Match[str]) -> Citation:
    names = re.split(r", | and | & | et ", hit["names"])
    return Citation(
        block,
        0,
        etree.QName(block).localname,
        Kind.SHORT,
        " ".join(hit[0].split()),
        tuple(Maker(words(name), ()) for name in names),
        years=frozenset({hit["year"], hit["year"] + hit["letter"]}),
    )
