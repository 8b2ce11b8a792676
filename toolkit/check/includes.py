"""What stands in the place of an ``xi:include``, as far as validity is concerned."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from toolkit.check.finding import Finding
from toolkit.configuration import edition_folder
from toolkit.reading.document import Document
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


def inserted(document: Document, node: _Element) -> Iterator[tuple[str, _Element]]:
    """Give the names of what an inclusion puts in its place, each with the element to blame.

    That is what it names of the other file, or else the fallback; an inclusion that has
    neither is given back as it is.
    """
    try:
        name = _included(document, node)
    except NotIncludedError as reason:
        found = fallback(node, reason)
        instead = [node] if found is None else found.iterchildren("*")
        yield from ((str(child.tag), child) for child in instead)
    else:
        if name:
            yield name, node


def missing(document: Document) -> Iterator[Finding]:
    """Give every inclusion that cannot be made and has nothing in its place."""
    for node in document.tree.iter(INCLUDE):
        if not in_fallback(node):
            yield from _missing(document, node)


def _missing(document: Document, node: _Element) -> Iterator[Finding]:
    try:
        _included(document, node)
    except NotIncludedError as reason:
        if fallback(node, reason) is None:
            said, _, advice = str(reason).partition("; ")
            message = f'"{named(node)}" is not included: {said}'
            advice = advice or "correct @href or @xpointer, or put what is meant there"
            yield Finding(node, "not-included", message, advice)


def _included(document: Document, node: _Element) -> str:
    """Return the name of the element that is included; nothing if it is text."""
    if str(document.path) == "-":
        raise NotIncludedError("standard input has no folder in which to look for it")
    path = target(node, document.path, edition_folder(document.path))
    pointer = node.get("xpointer", "")
    if path == document.path.resolve():
        return str(chosen(document.tree.getroot(), pointer).tag)
    if not path.is_file():
        raise NotIncludedError("there is no such file")
    changed = path.stat().st_mtime_ns
    if node.get("parse") == "text":
        as_text(b" ", node)
        return ""
    return _part(path, pointer, changed) if pointer else _root(path, changed)


@lru_cache(maxsize=64)
def _root(path: Path, changed: int) -> str:  # noqa: ARG001 -- a change makes it read again
    """Return the name of the root element of a file."""
    try:
        with path.open("rb") as file:
            events = etree.iterparse(file, events=("start",), no_network=True)
            return str(next(iter(events))[1].tag)
    except (OSError, StopIteration, etree.XMLSyntaxError) as error:
        raise NotIncludedError("it is no XML that can be read") from error


def _part(path: Path, pointer: str, changed: int) -> str:
    return str(chosen(_tree(path, changed).getroot(), pointer).tag)


@lru_cache(maxsize=4)
def _tree(path: Path, changed: int) -> "etree._ElementTree":  # noqa: ARG001 -- a change makes it read again
    return tree_of(source_of(path), path)
