"""Registers: files that list persons, places, organisations, events and works."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.limits import Limits
from toolkit.reading.document import TEI, XML_ID, read_source
from toolkit.reading.parsing import read_tree

# What an entry is, and the list that it stands in.
_LISTS: Final[Mapping[str, str]] = {
    "person": "listPerson",
    "personGrp": "listPerson",
    "place": "listPlace",
    "org": "listOrg",
    "event": "listEvent",
    "bibl": "listBibl",
    "biblStruct": "listBibl",
}


@lru_cache(maxsize=32)
def register(path: Path, changed: int, folder: Path, limits: Limits) -> "Mapping[str, _Element]":  # noqa: ARG001 -- a change makes it read again
    """Return the entries of a file of the edition, which lies in `folder`, by their ids.

    Raises:
        DocumentError: the file cannot be read.
        ProblemsFound: it is not well-formed XML, or exceeds a limit.
    """
    root = read_tree(read_source(path, limits), path, limits).getroot()
    remember(root, path, folder)
    return {str(entry.get(XML_ID)): entry for entry in _entries(root)}


def remember(top: _Element, file: Path, folder: Path) -> None:
    """Note on each entry below an element which entry of which file it will be a copy of."""
    for entry in _entries(top):
        entry.set("copyOf", f"{file.relative_to(folder).as_posix()}#{entry.get(XML_ID)}")


def _entries(top: _Element) -> Iterator[_Element]:
    return (e for e in top.iter(*(f"{{{TEI}}}{name}" for name in _LISTS)) if e.get(XML_ID))


def copied(entry: _Element, name: str, taken: "set[str | None]") -> _Element:
    """Return a copy of an entry under an id; what it holds keeps ids that are free."""
    copy = deepcopy(entry)
    copy.tail = None
    for inner in copy.iter("*"):
        if inner is not copy and inner.get(XML_ID) in taken:
            del inner.attrib[XML_ID]
    copy.set(XML_ID, name)
    return copy


def add(entries: Iterable[_Element], root: _Element) -> None:
    """Put entries into lists of their kinds in the ``standOff`` of a document."""
    found = root.find(f"{{{TEI}}}standOff")
    lists: dict[str, _Element] = {}
    for entry in entries:
        if found is None:
            found = etree.SubElement(root, f"{{{TEI}}}standOff")
        name = _LISTS[etree.QName(entry).localname]
        if name not in lists:
            lists[name] = etree.SubElement(found, f"{{{TEI}}}{name}")
        lists[name].append(entry)
