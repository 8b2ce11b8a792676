"""Bring works into an edition: new ones as entries, known ones only where they lack something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.bibliography.conflicts import Conflict, conflicts
from toolkit.bibliography.duplicates import same_work
from toolkit.bibliography.entries import entry
from toolkit.bibliography.items import Item, cleaned
from toolkit.bibliography.lacking import IDENTIFIERS, given, says_nothing, written
from toolkit.bibliography.merging import merged
from toolkit.bibliography.naming import new_id
from toolkit.bibliography.offsets import Tags, tags_of
from toolkit.bibliography.works import Work, pick, read_works
from toolkit.errors import DocumentError
from toolkit.problems import Level, Problem
from toolkit.prose.withholding import splice
from toolkit.reading.document import XML_ID, Document, parse

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the document's bytes, the ids added and found, what was kept."""

    source: bytes
    added: tuple[str, ...]
    known: tuple[str, ...]
    problems: tuple[Problem, ...]


def add(document: Document, items: Iterable[Item], path: Path) -> Imported:
    """Add works to a document; `path` is the file that they come from, for reports.

    An entry that the document has is never changed: it is only given what it lacks. Nothing
    but the new entries and the additions is touched. Of two items that are one work the first
    is taken, with what the second knows beyond it.

    Raises:
        DocumentError: the document is not in UTF-8, or has no place for works.
    """
    apart, twice = merged(map(cleaned, items), path)
    adding = _Adding(document, path, tags_of(document), read_works(document), problems=twice)
    for item in apart:
        adding.take(item)
    source = splice(document.source, adding.finished())
    parse(source, document.path)
    return Imported(source, tuple(adding.added), tuple(adding.known), tuple(adding.problems))


@dataclass(slots=True)
class _Adding:
    document: Document
    path: Path
    tags: "dict[etree._Element, Tags]"
    works: list[Work]
    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _new: list[Item] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _edits: list[tuple[int, int, bytes]] = field(default_factory=list)

    def take(self, item: Item) -> None:
        """Take an item in: complete the entry that it is of, or make a new one."""
        work = same_work(item, self.works)
        if work is None:
            self.added.append(self._ident(item))
            self._new.append(item)
            return
        self.known.append(work.ident)
        for variable, _, place in given(item):
            self._complete(item, work, variable, pick(work.element, place))
        if differing := list(conflicts(item, work)):
            self.problems.append(self._conflict(item, work, differing))

    def _complete(
        self, item: Item, work: Work, variable: str, present: "Sequence[etree._Element]"
    ) -> None:
        """Add what an entry lacks."""
        if len(present) == 1 and says_nothing(present[0]):
            place = self.tags[present[0]]
            added = "".join(written(item, variable)).encode()
            self._edits.append((place.start, place.end, added))
        elif not present:
            at = self._place(work.element, variable)
            if at is not None:
                self._insert(at, "".join(written(item, variable)))

    def _conflict(self, item: Item, work: Work, differing: list[Conflict]) -> Problem:
        said = "; ".join(
            f"“{variable}” is “{theirs}” here and “{ours}” in the edition"
            for variable, theirs, ours in differing
        )
        message = f"of {item.ident}, which is #{work.ident} of the edition, {said}"
        advice = "the edition's own was kept; change it there if this is right"
        place = (self.path, item.line, item.column)
        return Problem(*place, "bibliography-conflict", message, advice, level=Level.WARNING)

    def _place(self, element: "etree._Element", variable: str) -> int | None:
        """Return the offset at which an entry takes an addition."""
        imprint = pick(element, "tei:monogr/tei:imprint")
        analytic = pick(element, "tei:analytic")
        if variable in {"DOI", "URL"} and analytic:
            return self._end_of(analytic[0])
        if variable in IDENTIFIERS:
            return self._after(pick(element, "tei:monogr/tei:title"))
        return self._end_of(imprint[0]) if imprint else None

    def _after(self, elements: "Sequence[etree._Element]") -> int | None:
        if not elements:
            return None
        return self.tags[elements[-1]].end

    def _end_of(self, element: "etree._Element") -> int | None:
        """Return where the content of an element ends, the space before its end tag apart."""
        end = self.tags[element].content_end
        return None if end is None else len(self.document.source[:end].rstrip())

    def _insert(self, at: int, text: str) -> None:
        self._edits.append((at, at, f"\n{self._indent(at)}{text}".encode()))

    def _indent(self, at: int) -> str:
        line = self.document.source[:at].rpartition(b"\n")[2]
        return line[: len(line) - len(line.lstrip())].decode()

    def _ident(self, item: Item) -> str:
        if not self._taken:
            self._taken |= {e.get(XML_ID) or "" for e in self.document.xpath("//*[@xml:id]")}
        ident = new_id(item, self._taken)
        self._taken.add(ident)
        return ident

    def finished(self) -> list[tuple[int, int, bytes]]:
        """Return the edits, those of the new entries included."""
        if self._new:
            self._edits.append(self._list())
        return self._edits

    def _list(self) -> tuple[int, int, bytes]:
        """Return the edit that adds the new entries to the list of works, or makes one."""
        lists = _list_of(self.document)
        at = self._end_of(lists) if lists is not None else None
        if at is not None and lists is not None:
            children = [c for c in lists if isinstance(c.tag, str)]
            indent = self._indent(self.tags[children[-1]].start if children else at)
            return at, at, "".join(self._entries(indent)).encode()
        body = f'<listBibl type="works">{"".join(self._entries("      "))}\n    </listBibl>'
        for stand_off in self.document.xpath("/*/tei:standOff"):
            if (end := self._end_of(stand_off)) is not None:
                return end, end, f"\n    {body}".encode()
        end = self._after(self.document.xpath("/*/tei:teiHeader"))
        if end is None:
            message = "has no place for works: no list of works, no standOff, no teiHeader"
            raise DocumentError(self.document.path, message)
        return end, end, f"\n  <standOff>\n    {body}\n  </standOff>".encode()

    def _entries(self, indent: str) -> Iterator[str]:
        for item, ident in zip(self._new, self.added, strict=True):
            yield f"\n{indent}{entry(item, ident, indent)}"


def _list_of(document: Document) -> "etree._Element | None":
    """Return the list that holds the works of a document."""
    ways = (
        "//tei:standOff//tei:listBibl[@type='works']",
        "//tei:standOff//tei:listBibl[tei:biblStruct]",
        "//tei:back//tei:listBibl[tei:biblStruct]",
        "/tei:listBibl",
    )
    return next((found[0] for way in ways if (found := document.xpath(way))), None)
