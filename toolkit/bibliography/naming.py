"""Ids for new entries."""

import re
from collections.abc import Collection
from typing import Final

from toolkit.bibliography.folding import words
from toolkit.bibliography.fonts import bare
from toolkit.bibliography.items import Item

_NCNAME: Final = re.compile(r"[A-Za-z_][\w.-]*")


def new_id(item: Item, taken: Collection[str]) -> str:
    """Return the id of a new entry: its own if that is free, else one by maker and year."""
    if _NCNAME.fullmatch(item.ident) and item.ident not in taken:
        return item.ident
    names = [name for role in ("author", "editor") for name in item.names.get(role, [])]
    named = [name.get("family") or name.get("literal") or "" for name in names[:1]]
    head = words(named[0] if named else bare(item.texts.get("title", "")))[:2]
    parts = ("bibl", *(re.sub(r"\W", "", word) for word in head), item.year)
    stem = "_".join(part for part in parts if part)
    ways = (stem, *(f"{stem}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))
    numbered = (f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(way for way in (*ways, *numbered) if way not in taken)
