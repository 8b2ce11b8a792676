"""XInclude, within the folder of the edition: what lies outside it is named, and not read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.errors import ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.problems import Level, Problem
from toolkit.reading.bounds import limit
from toolkit.reading.document import TEI, Document, Position, parse
from toolkit.reading.inclusions import (
    INCLUDE,
    NotIncludedError,
    as_text,
    chosen,
    fallback,
    in_fallback,
    named,
    source_of,
    target,
    tree_of,
)
from toolkit.reading.parsing import read_tree
from toolkit.reading.registers import remember

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPTH: Final = 16
_BEGINNING: Final = Position(1, 1)


def include(
    document: Document,
    root: Path | None = None,
    limits: Limits = DEFAULT,
    read: set[Path] | None = None,
) -> tuple[Document, list[Problem]]:
    """Return a document with its inclusions made, and a warning for each that was not.

    Files are read in `root`, the folder of the edition, and nowhere else; without it, in the
    folder of the document. Where nothing could be included stands a ``gap`` that says so.
    Into `read` go the files that were looked at, whether they are there or not.

    Raises:
        ProblemsFound: the document with its inclusions exceeds a limit.
    """
    if str(document.path) == "-" or next(document.tree.iter(INCLUDE), None) is None:
        return document, []
    work = _Work(
        document, (root or document.path.parent).resolve(), limits, set() if read is None else read
    )
    tree = read_tree(document.source, document.path, limits)
    own = map(document.position, document.tree.iter(INCLUDE))
    work.places = dict(zip(tree.iter(INCLUDE), own, strict=True))
    found = work.expand(tree.getroot(), document.path.resolve(), ())
    source = etree.tostring(found, encoding="utf-8", xml_declaration=True, with_tail=False)
    return parse(source, document.path, limits), work.problems


@dataclass
class _Work:
    document: Document
    root: Path
    limits: Limits
    read: set[Path]
    problems: list[Problem] = field(default_factory=list)
    made: int = 0
    size: int = 0
    marks: int = 0
    places: "dict[etree._Element, Position]" = field(default_factory=dict)
    """Where the inclusions of the document itself stand."""
    _place: Position = _BEGINNING

    def expand(
        self, top: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "etree._Element":
        """Replace every inclusion below an element, and return what stands in its place."""
        if top.tag == INCLUDE:
            content = self._content(top, file, within)
            found = [node for node in content if isinstance(node, etree._Element)]  # noqa: SLF001 -- lxml's public class
            return found[0] if found else _gap(top)
        for element in list(top.iter(INCLUDE)):
            if element.getparent() is not None and not in_fallback(element):
                _replace(element, self._content(element, file, within))
        return top

    def _content(
        self, element: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "list[etree._Element | str]":
        self._place = self.places.get(element, self._place)
        self.made += 1
        if self.made > self.limits.inclusions:
            self._refuse(f"more than {self.limits.inclusions:,} inclusions", "inclusions")
        try:
            return self._included(element, file, within)
        except NotIncludedError as reason:
            found = fallback(element, reason)
            if found is not None:
                self.expand(found, file, within)
                return [found.text or "", *found]
            self._warn(element, str(reason))
            return [_gap(element)]

    def _included(
        self, element: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "list[etree._Element | str]":
        found = target(element, file, self.root)
        pointer = element.get("xpointer", "")
        if (found, pointer) in within:
            raise NotIncludedError("it includes itself")
        if len(within) >= _DEPTH:
            raise NotIncludedError(f"inclusions stand more than {_DEPTH} deep, the limit")
        source = self._read(found)
        if element.get("parse", "xml") == "text":
            return [as_text(source, element)]
        part = chosen(tree_of(source, found, self.limits).getroot(), pointer)
        self._count(etree.tostring(part, with_tail=False) if pointer else source)
        remember(part, found, self.root)
        return [self.expand(part, found, (*within, (found, pointer)))]

    def _read(self, target: Path) -> bytes:
        self.read.add(target)
        source = source_of(target, self.limits)
        self.size += len(source)
        if self.size > self.limits.megabytes * 1_000_000:
            self._refuse(f"over {self.limits.megabytes} MB", "megabytes")
        return source

    def _count(self, source: bytes) -> None:
        self.marks += source.count(b"<") + source.count(b"=")
        if self.marks > self.limits.marks:
            self._refuse(f"more than {self.limits.marks:,} tags and attributes", "marks")

    def _refuse(self, what: str, name: str) -> None:
        """Refuse the document where it includes too much.

        Raises:
            ProblemsFound: always, with the limit that was hit.
        """
        message = f"with what is included here the document has {what}, the limit"
        raise ProblemsFound([limit(self.document.path, *self._place, message, name)])

    def _warn(self, element: "etree._Element", reason: str) -> None:
        message = f'"{named(element)}" was not included: {reason}'
        at = self.document.path, *self._place
        self.problems.append(Problem(*at, "not-included", message, level=Level.WARNING))


def _gap(element: "etree._Element") -> "etree._Element":
    gap: etree._Element = etree.Element(f"{{{TEI}}}gap", reason="not-included")
    gap.set("n", element.get("href", ""))
    return gap


def _replace(element: "etree._Element", content: "list[etree._Element | str]") -> None:
    """Put content in the place of an element, and keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    for item in _with_tails(content):
        if isinstance(item, str):
            _add_text(element, item)
        else:
            element.addprevious(item)
    tail, element.tail = element.tail, None
    _add_text(element, tail or "")
    parent.remove(element)


def _with_tails(content: "list[etree._Element | str]") -> "Iterator[etree._Element | str]":
    for item in content:
        if isinstance(item, str):
            yield item
        else:
            tail, item.tail = item.tail, None
            yield item
            yield tail or ""


def _add_text(element: "etree._Element", text: str) -> None:
    """Add text before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
