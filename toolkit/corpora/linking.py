"""Pointers from one document of a run to another: where the pages of that one are."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from toolkit.corpora.finding import Entry
from toolkit.errors import DocumentError, ProblemsFound
from toolkit.limits import Limits
from toolkit.reading.document import TEI, bases, parse
from toolkit.reading.prefixes import Prefixes
from toolkit.reading.reaching import reached, seen_from
from toolkit.reading.registers import register

_TARGET: Final = re.compile(rb"""target\s*=\s*["'](?!#|https?:)([^"'\s]+)""")

# A pointer with its bases, the file from which it is seen, the pointer alone.
_Pointer = tuple[str, Path, str]


class Links:
    """The documents of a run, as others point to them."""

    def __init__(self, found: Sequence[Entry], limits: Limits) -> None:
        """Take the documents that are to be built."""
        self._found = found
        self._limits = limits

    @cached_property
    def _folders(self) -> Mapping[Path, Path]:
        return {entry.path.resolve(): entry.folder for entry in self._found if not entry.refused}

    def of(self, entry: Entry, source: bytes, read: set[Path]) -> str:
        """Return where the pointers of a document lead that name others, as JSON; or nothing.

        It is ``{"b.xml#ada": {"folder": "../b/", "id": "ada", "element": "person", "type": ""}}``;
        an element is named if it is an entry of a register. The files looked at go into `read`.
        Before a pointer stand the ``xml:base`` that hold for it, with spaces: ``"sub/ b.xml#ada"``.
        """
        if not _TARGET.search(source):
            return ""
        found = self._seen(entry, source) if b"xml:base" in source else _named(entry, source)
        meant = self._meanings(entry, source, {token for _, _, token in found})
        made = {key: self._place(entry, seen, meant[token], read) for key, seen, token in found}
        known = {key: place for key, place in made.items() if place}
        return json.dumps(known, ensure_ascii=False) if known else ""

    def _seen(self, entry: Entry, source: bytes) -> list[_Pointer]:
        """Return the pointers of a document with the files that they are seen from."""
        tree = parse(source, entry.path, self._limits).tree
        based = {
            (*bases(element), token)
            for element in tree.iter("*")
            for token in element.get("target", "").split()
            if not token.startswith("#")
        }
        found = ((" ".join(one), seen_from(entry.path, one[:-1]), one[-1]) for one in sorted(based))
        return [(key, seen, token) for key, seen, token in found if seen]

    def _meanings(
        self, entry: Entry, source: bytes, tokens: Iterable[str]
    ) -> dict[str, Sequence[str]]:
        if b"prefixDef" not in source:
            return {token: [token] for token in tokens}
        tree = parse(source, entry.path, self._limits).tree
        prefixes = Prefixes(tree.iter(f"{{{TEI}}}prefixDef"))
        return {token: prefixes.resolve(token) or [token] for token in tokens}

    def _place(
        self, entry: Entry, seen: Path, meanings: Iterable[str], read: set[Path]
    ) -> dict[str, str]:
        for meant in meanings:
            file, _, ident = meant.partition("#")
            path = reached(seen, file)
            if not (path and file):
                continue
            folder = self._folders.get(path)
            if folder or path.is_relative_to(entry.root.resolve()):
                read.add(path)
            if folder:
                to = quote(Path(os.path.relpath(folder, entry.folder)).as_posix())
                return {"folder": f"{to}/", "id": ident, **self._entry(path, ident, entry.root)}
        return {}

    def _entry(self, path: Path, ident: str, root: Path) -> dict[str, str]:
        """Return what an entry of a register is; nothing for anything else."""
        try:
            found = register(path, path.stat().st_mtime_ns, root.resolve(), self._limits).get(ident)
        except (OSError, ValueError, DocumentError, ProblemsFound):
            return {}
        above = None if found is None else found.getparent()
        if found is None or above is None or "list" not in str(above.tag):
            return {}
        name = str(found.tag).rpartition("}")[2]
        return {"element": name, "type": str(found.get("type", ""))}


def _named(entry: Entry, source: bytes) -> list[_Pointer]:
    """Return the pointers of a document that has no ``xml:base``, without parsing it."""
    found = {unescape(token.decode(errors="replace")) for token in _TARGET.findall(source)}
    return [(token, entry.path, token) for token in sorted(found)]
