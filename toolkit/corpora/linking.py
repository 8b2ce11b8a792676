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
from toolkit.reading.document import TEI, parse
from toolkit.reading.prefixes import Prefixes
from toolkit.reading.reaching import reached
from toolkit.reading.registers import register

_TARGET: Final = re.compile(rb"""target\s*=\s*["'](?!#|https?:)([^"'\s]+)""")


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
        Below an ``xml:base`` pointers stay what they are.
        """
        tokens = sorted(
            {unescape(found.decode(errors="replace")) for found in _TARGET.findall(source)}
        )
        if not tokens or b"xml:base" in source:
            return ""
        meant = self._meanings(entry, source, tokens)
        made = {token: self._place(entry, meant[token], read) for token in tokens}
        known = {token: place for token, place in made.items() if place}
        return json.dumps(known, ensure_ascii=False) if known else ""

    def _meanings(
        self, entry: Entry, source: bytes, tokens: Iterable[str]
    ) -> dict[str, Sequence[str]]:
        if b"prefixDef" not in source:
            return {token: [token] for token in tokens}
        tree = parse(source, entry.path, self._limits).tree
        prefixes = Prefixes(tree.iter(f"{{{TEI}}}prefixDef"))
        return {token: prefixes.resolve(token) or [token] for token in tokens}

    def _place(self, entry: Entry, meanings: Iterable[str], read: set[Path]) -> dict[str, str]:
        for meant in meanings:
            file, _, ident = meant.partition("#")
            path = reached(entry.path, file)
            if not (path and file):
                continue
            read.add(path)
            if folder := self._folders.get(path):
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
