"""The files beside a document that its pointers lead to."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.check.wording import closest
from toolkit.configuration import edition_folder
from toolkit.reading.document import Document, bases
from toolkit.reading.reaching import reached, seen_from
from toolkit.wellformed.diagnosis import decoded

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID: Final = re.compile(r"""\sxml:id\s*=\s*["']([^"']*)["']""")
_LARGEST: Final = 64_000_000
_INCLUDE: Final = "{http://www.w3.org/2001/XInclude}include"


class Neighbours:
    """The files that can be reached from a document by relative pointers; none for a stream."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._folder = document.path.parent if str(document.path) != "-" else None
        self._root = edition_folder(document.path)

    @cached_property
    def included(self) -> frozenset[str]:
        """The identifiers in files that the document includes."""
        found: set[str] = set()
        for node in self._document.tree.iter(_INCLUDE):
            path = self._path(node.get("href", ""), node)
            if path and path.is_file():
                found |= self._identifiers_of(path)
        return frozenset(found)

    def missing(self, target: str, element: "_Element") -> tuple[str, str]:
        """Return what is missing of the target of a pointer, and what was probably meant."""
        name, mark, fragment = target.partition("#")
        path = self._path(name, element)
        if path is None or not (mark or name.endswith(".xml")):
            return "", ""
        if not path.is_file():
            others = [p.name for p in path.parent.glob("*.xml")] if path.parent.is_dir() else []
            near = closest(path.name, others)
            if fragment and near and fragment not in self._identifiers_of(path.with_name(near)):
                return "there is no such file", ""
            meant = f"{name.rpartition('/')[0]}/{near}".lstrip("/") + mark + fragment
            return "there is no such file", meant if near else ""
        if not fragment or "(" in fragment:
            return "", ""
        known = self._identifiers_of(path)
        if fragment in known:
            return "", ""
        near = closest(fragment, known)
        return f"nothing in {path.name} has that xml:id", f"{name}#{near}" if near else ""

    @staticmethod
    def _identifiers_of(path: Path) -> frozenset[str]:
        return _identifiers(path, path.stat().st_mtime_ns)

    @cached_property
    def _based(self) -> bool:
        """Whether anything in the document is seen from elsewhere."""
        return bool(self._document.tree.xpath("boolean(//@xml:base)"))

    def _path(self, name: str, element: "_Element") -> Path | None:
        seen = seen_from(self._document.path, bases(element) if self._based else ())
        path = reached(seen, name) if seen and self._folder and name else None
        return path if path and path.is_relative_to(self._root) else None


@lru_cache(maxsize=64)
def _identifiers(path: Path, changed: int) -> frozenset[str]:  # noqa: ARG001 -- a change makes it read again
    try:
        with path.open("rb") as file:
            return frozenset(_ID.findall(decoded(file.read(_LARGEST))))
    except OSError:
        return frozenset()
