"""XInclude, within the folder of the edition: what lies outside it is named, and not read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, XML_ID, Document, bases, parse, read_source
from toolkit.reading.parsing import read_tree
from toolkit.reading.reaching import reached, seen_from
from toolkit.reading.registers import remember

if TYPE_CHECKING:
    from collections.abc import Iterator

_XI: Final = "{http://www.w3.org/2001/XInclude}"
_DEPTH: Final = 16


class _NotIncludedError(Exception):
    """Why something was not included."""


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
    if str(document.path) == "-" or next(document.tree.iter(f"{_XI}include"), None) is None:
        return document, []
    work = _Work(
        document, (root or document.path.parent).resolve(), limits, set() if read is None else read
    )
    tree = read_tree(document.source, document.path, limits)
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
    size: int = 0

    def expand(
        self, top: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "etree._Element":
        """Replace every inclusion below an element, and return what stands in its place."""
        if top.tag == f"{_XI}include":
            content = self._content(top, file, within)
            found = [node for node in content if isinstance(node, etree._Element)]  # noqa: SLF001 -- lxml's public class
            return found[0] if found else _gap(top)
        for element in list(top.iter(f"{_XI}include")):
            if element.getparent() is not None and not _in_fallback(element):
                _replace(element, self._content(element, file, within))
        return top

    def _content(
        self, element: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "list[etree._Element | str]":
        try:
            return self._included(element, file, within)
        except _NotIncludedError as reason:
            fallback = element.find(f"{_XI}fallback")
            if fallback is not None:
                self.expand(fallback, file, within)
                return [fallback.text or "", *fallback]
            self._warn(element, str(reason), outermost=not within)
            return [_gap(element)]

    def _included(
        self, element: "etree._Element", file: Path, within: tuple[tuple[Path, str], ...]
    ) -> "list[etree._Element | str]":
        target = self._target(element, file)
        pointer = element.get("xpointer", "")
        if (target, pointer) in within or (target == file and not pointer):
            raise _NotIncludedError("it includes itself")
        if len(within) >= _DEPTH:
            raise _NotIncludedError(f"inclusions stand more than {_DEPTH} deep, the limit")
        source = self._read(target)
        if element.get("parse", "xml") == "text":
            return [source.decode(element.get("encoding", "utf-8"), "replace")]
        try:
            root = read_tree(source, target, self.limits).getroot()
        except ProblemsFound as found:
            raise _NotIncludedError(str(found.problems[0])) from found
        chosen = _chosen(root, pointer)
        remember(chosen, target, self.root)
        return [self.expand(chosen, target, (*within, (target, pointer)))]

    def _target(self, element: "etree._Element", file: Path) -> Path:
        href = element.get("href", "")
        seen = seen_from(file, bases(element))
        resolved = reached(seen, href) if seen else None
        if resolved is None:
            raise _NotIncludedError("it is not a file of the edition, and nothing else is read")
        if not resolved.is_relative_to(self.root):
            reason = f"it lies outside {self.root}; an edition.toml makes its folder the edition's"
            raise _NotIncludedError(reason)
        return resolved

    def _read(self, target: Path) -> bytes:
        self.read.add(target)
        try:
            source = read_source(target, self.limits)
        except DocumentError as error:
            raise _NotIncludedError(error.reason) from error
        self.size += len(source)
        if self.size > self.limits.megabytes * 1_000_000:
            raise _NotIncludedError(f"all together is over {self.limits.megabytes} MB, the limit")
        return source

    def _warn(self, element: "etree._Element", reason: str, *, outermost: bool) -> None:
        named = element.get("href", "") or f"#{element.get('xpointer', '')}"
        message = f'"{named}" was not included: {reason}'
        line = (element.sourceline or 1) if outermost else 1
        self.problems.append(
            Problem(self.document.path, line, 1, "not-included", message, level=Level.WARNING)
        )


def _chosen(root: "etree._Element", pointer: str) -> "etree._Element":
    if not pointer:
        return root
    for element in root.iter("*"):
        if element.get(XML_ID) == pointer:
            return element
    raise _NotIncludedError(f'it has no element with xml:id="{pointer}"')


def _gap(element: "etree._Element") -> "etree._Element":
    gap: etree._Element = etree.Element(f"{{{TEI}}}gap", reason="not-included")
    gap.set("n", element.get("href", ""))
    return gap


def _in_fallback(element: "etree._Element") -> bool:
    return next(element.iterancestors(f"{_XI}fallback"), None) is not None


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
