"""Citations in notes where nobody has tagged one: pieces of a note that read like citations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.bibliography.citations import Citation, Kind, citation_of, read_citations, with_labels
from toolkit.bibliography.folding import words
from toolkit.bibliography.matching import matches
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.worded import read_by_words
from toolkit.bibliography.works import Work, below
from toolkit.reading.document import TEI, Document

if TYPE_CHECKING:
    from toolkit.bibliography.names import Maker

_BETWEEN: Final = re.compile(r";\s+|\.\s+(?=(?:See|Cf)\b)")
_IN_FULL: Final = re.compile(r"[^\W\d_].{3,200}, .{3,200}\(.*\b(?:1[4-9]|20)\d\d\)")
_IN_SHORT: Final = re.compile(r"[^\W\d_][^,;]{1,60}, [^,;]{3,80}, (?:pp?\. )?\d+[-–\d]*$")
_LONGEST_SHORT: Final = 8
_LONGEST_ARCHIVAL: Final = 25


def all_citations(document: Document, works: Sequence[Work]) -> list[Citation]:
    """Return the citations of the notes, in order: tagged ones, and what reads like one."""
    found = read_citations(document)
    for number, label, note in with_labels(document):
        if not below(note, "bibl", "biblStruct", "biblFull", "listBibl", "ref"):
            found += _pieces(note, number, label, works)
    return sorted(found, key=lambda citation: citation.note)


def untagged_notes(document: Document) -> int:
    """Return how many notes there are, if no citation is tagged in any of them; else 0."""
    notes = [note for _, _, note in with_labels(document)]
    tagged = any(below(note, "bibl", "biblStruct", "biblFull", "ref") for note in notes)
    return 0 if tagged else len(notes)


def _pieces(
    note: "etree._Element", number: int, label: str, works: Sequence[Work]
) -> Iterator[Citation]:
    known = [maker for work in works for maker in work.makers]
    pieces = [piece.strip(" .") for piece in _BETWEEN.split(plain_text(note))]
    read = [_piece(piece, note, number, label) for piece in pieces if piece]
    found = [(c, _reads_like_one(c, works, known)) for c in read]
    whole = all(like for _, like in found)
    for citation, like in found:
        if like:
            yield replace(citation, beside_prose=not whole)


def _piece(text: str, note: "etree._Element", number: int, label: str) -> Citation:
    """Return a piece of a note as if it were tagged; what is set apart in it stays so."""
    bibl = etree.Element(f"{{{TEI}}}bibl")
    bibl.text = text
    for apart in below(note, "hi", "emph", "q", "title"):
        if (said := plain_text(apart)) and said in (bibl.text or ""):
            head, _, tail = bibl.text.partition(said)
            bibl.text = head
            inside = etree.SubElement(bibl, f"{{{TEI}}}hi")
            inside.text, inside.tail = said, tail
            break
    return replace(citation_of(bibl, number, label), note_element=note)


def _reads_like_one(citation: Citation, works: Sequence[Work], known: "Sequence[Maker]") -> bool:
    """Say whether a piece is no more than a citation: to a work that is known, or given in full."""
    size = len(words(citation.text))
    if citation.kind in {Kind.IBID, Kind.IMPLICIT}:
        return size <= _LONGEST_SHORT
    if citation.kind is Kind.ARCHIVAL:
        return size <= _LONGEST_ARCHIVAL
    said = read_by_words(citation, works)
    named = any(one.may_be(other) for one in said.makers for other in known)
    if not said.title:
        return named and size <= _LONGEST_SHORT and (bool(said.pages or said.years) or said.op_cit)
    if _IN_FULL.match(citation.text) or (said.makers and _IN_SHORT.match(citation.text)):
        return True
    return bool(matches(said, works)) and (named or bool(said.pages or said.years))
