"""What stands in the place of an ``xi:include``, as far as validity is concerned."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.configuration import edition_folder
from toolkit.reading.document import Document
from toolkit.reading.reaching import reached

_XI: Final = "{http://www.w3.org/2001/XInclude}"
INCLUDE: Final = f"{_XI}include"


def inserted(document: Document, node: _Element) -> Iterator[tuple[str, _Element]]:
    """Give the names of what an inclusion puts in its place, each with the element to blame.

    That is the root of the other file if it is at hand, or else the fallback; an inclusion
    that has neither is given back as it is.
    """
    href = node.get("href", "").partition("#")[0]
    path = reached(document.path, href) if href and str(document.path) != "-" else None
    inside = path is not None and path.is_relative_to(edition_folder(document.path))
    if path and inside and path.is_file():
        root = _root(path, path.stat().st_mtime_ns)
        if root and not node.get("xpointer"):
            yield root, node
        return
    fallback = node.find(f"{_XI}fallback")
    if fallback is None:
        yield str(node.tag), node
        return
    for child in fallback.iterchildren("*"):
        yield str(child.tag), child


@lru_cache(maxsize=64)
def _root(path: Path, changed: int) -> str:  # noqa: ARG001 -- a change makes it read again
    """Return the name of the root element of a file, or nothing if it is not XML."""
    try:
        events = etree.iterparse(str(path), events=("start",), no_network=True)
        return str(next(iter(events))[1].tag)
    except (OSError, StopIteration, etree.XMLSyntaxError):
        return ""
