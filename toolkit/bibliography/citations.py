"""The citations of a document's notes: what each of them says, before anyone says what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.folding import Words, title_words, words
from toolkit.bibliography.names import Maker, maker, plain_text
from toolkit.bibliography.units import is_archival
from toolkit.bibliography.works import below, numbers_of, years_of
from toolkit.figures import whole
from toolkit.reading.document import TEI, Document

if TYPE_CHECKING:
    from lxml import etree

_NOTES: Final = "//tei:text//tei:note[not(ancestor::tei:note)][not(ancestor::tei:listBibl)]"
_TITLE, _RANGE = f"{{{TEI}}}title", f"{{{TEI}}}citedRange"
_IBID: Final = re.compile(r"\W*(ibid(em)?|ebd|ebenda|tam zhe|там же)\b", re.IGNORECASE)
_IDEM: Final = re.compile(r"\W*(idem|eadem|eidem|id|ders|dies)\b[.,]", re.IGNORECASE)
_OP_CIT: Final = re.compile(r"\b(op|loc|art)\.?\s*cit\b|\bukaz\.? soch", re.IGNORECASE)
_PAGES_ONLY: Final = re.compile(
    r"(pp?|ll?|fols?|cols?)?\.?\s*[\divxlc]+[\d\s,;.–—-]*", re.IGNORECASE
)


class Kind(StrEnum):
    """How a citation names its work."""

    FULL = "full"
    SHORT = "short"
    IBID = "ibid"
    IMPLICIT = "implicit"
    ARCHIVAL = "archival"


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """One citation: in which note it stands, and what it says."""

    element: "etree._Element"
    note: int
    label: str
    kind: Kind
    text: str
    makers: tuple[Maker, ...] = ()
    editors: tuple[Maker, ...] = ()
    title: Words = ()
    years: frozenset[str] = frozenset()
    numbers: dict[str, str] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    idem: bool = False
    op_cit: bool = False
    worded: bool = False
    left_over: bool = False
    note_element: "etree._Element | None" = None
    beside_prose: bool = False

    @property
    def place(self) -> "etree._Element":
        """The element of the document that it stands in, or is."""
        return self.element if self.note_element is None else self.note_element

    @property
    def encoded(self) -> tuple[str, ...]:
        """The entries that the encoding says are cited."""
        pointers = self.element.get("corresp") or self.element.get("target") or ""
        return tuple(p.removeprefix("#") for p in str(pointers).split())


def notes_of(document: Document) -> "list[etree._Element]":
    """Return the notes of the text, in order."""
    return document.xpath(_NOTES)


def read_citations(document: Document) -> list[Citation]:
    """Return the citations of the document's notes, in order."""
    return [
        citation_of(bibl, number, label)
        for number, label, note in with_labels(document)
        for bibl in _in_note(note)
    ]


def with_labels(document: Document) -> "Iterator[tuple[int, str, etree._Element]]":
    """Yield the number of each note, what to call it, and the note."""
    for number, note in enumerate(notes_of(document), 1):
        yield number, f"note {note.get('n') or number}", note


def _in_note(note: "etree._Element") -> Iterator["etree._Element"]:
    """Yield the citations of a note; one that stands inside another is part of it."""
    for bibl in note.iter(f"{{{TEI}}}bibl"):
        inside = any(a.tag == bibl.tag for a in bibl.iterancestors() if a is not note)
        if not inside and plain_text(bibl):
            yield bibl


def citation_of(element: "etree._Element", note: int, label: str) -> Citation:
    """Return what a tagged citation says; one outside the notes is of note 0."""
    text = plain_text(element)
    titles = [e for e in below(element, "title") if e.get("level") not in {"j", "s"}]
    authors = tuple(maker(e) for e in below(element, "author"))
    return Citation(
        element,
        note,
        label,
        _kind(element, text),
        text,
        authors,
        tuple(maker(e) for e in below(element, "editor")),
        title_words(plain_text(titles[0])) if titles else (),
        frozenset(years_of(_own_dates(element))),
        numbers_of(element),
        tuple(_pages(element)),
        bool(_IDEM.match(text)),
        bool(_OP_CIT.search(text)),
    )


def _kind(element: "etree._Element", text: str) -> Kind:
    """Say how a citation names its work, by what it has and by its first word."""
    if _IBID.match(text):
        return Kind.IBID
    if is_archival(element):
        return Kind.ARCHIVAL
    if not below(element, "author", "editor", "title"):
        bare = element.findall(_RANGE) and len(words(text)) <= _bare_words(element)
        return Kind.IMPLICIT if bare or _PAGES_ONLY.fullmatch(text) else Kind.SHORT
    facts = below(element, "pubPlace", "publisher", "imprint")
    journal = any(e.get("level") == "j" for e in below(element, "title"))
    return Kind.FULL if (facts or journal) and _own_dates(element) else Kind.SHORT


def _bare_words(element: "etree._Element") -> int:
    """Return how many words a citation has that is nothing but pages."""
    ranges = [plain_text(e) for e in element.findall(_RANGE)]
    return len(words(" ".join(ranges))) + 2


def _own_dates(element: "etree._Element") -> "list[etree._Element]":
    """Return the dates of publication: a date in a title is part of the title."""
    return [e for e in below(element, "date") if next(e.iterancestors(_TITLE), None) is None]


def _pages(element: "etree._Element") -> Iterator[int]:
    for cited in below(element, "citedRange"):
        if cited.get("unit", "page") != "page":
            continue
        for end in (cited.get("from"), cited.get("to")):
            if (page := whole(end or "")) is not None:
                yield page
