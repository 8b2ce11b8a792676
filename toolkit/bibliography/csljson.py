"""CSL-JSON, read item by item, so that a broken one does not take the others with it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from toolkit.bibliography.items import DATES, NAMES, TYPES, Date, Item, Name
from toolkit.bibliography.texts import position
from toolkit.problems import Problem

_NEXT: Final = re.compile(r"\}\s*,?\s*(?=\{)")
_NO_TEXT: Final = {*NAMES, *DATES, "id", "type", "custom", "categories"}


def read_csl_json(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a CSL-JSON text, and one problem for each that cannot be read."""
    items: list[Item] = []
    problems: list[Problem] = []
    for offset, value, broken in _values(text):
        line, column = position(text, offset)
        item, fault = _item(value, line, column) if isinstance(value, dict) else (None, broken)
        if item:
            items.append(item)
        else:
            problems.append(
                Problem(path, line, column, "bibliography-entry", fault, "correct the item")
            )
    return items, problems


def _values(text: str) -> Iterator[tuple[int, object, str]]:
    """Yield each item with its offset; after a fault go on with the next item."""
    decoder = json.JSONDecoder()
    at = text.find("{") if text.lstrip()[:1] in {"[", "{"} else -1
    if at < 0 and text.strip() != "[]":
        yield 0, None, "this is not CSL-JSON: a list of objects was expected"
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            yield error.pos, None, f"the item is not well-formed JSON: {error.msg}"
            found = _NEXT.search(text, max(error.pos - 1, at))
            at = found.end() if found else -1
        else:
            yield at, value, ""
            at = text.find("{", end)


def _item(value: dict[str, object], line: int, column: int) -> tuple[Item | None, str]:
    kind = str(value.get("type", ""))
    if kind not in TYPES:
        return None, f"the item has no type that CSL knows ({kind!r})"
    if not value.get("title") and not value.get("container-title"):
        return None, "the item has no title"
    wrong = [name for name in NAMES & value.keys() if not _is_names(value[name])]
    if wrong:
        return None, f"“{wrong[0]}” is not a list of names"
    custom = value.get("custom")
    return Item(
        str(value.get("id", "")),
        kind,
        {name: _names(value[name]) for name in sorted(NAMES & value.keys()) if value[name]},
        {name: _date(value[name]) for name in sorted(DATES & value.keys()) if value[name]},
        {k: str(v) for k, v in value.items() if k not in _NO_TEXT and v not in ("", None)},
        custom if isinstance(custom, dict) else {},
        line,
        column,
    ), ""


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, dict) for name in value)


def _names(value: object) -> list[Name]:
    found = value if isinstance(value, list) else []
    return [{k: str(v) for k, v in name.items() if v} for name in found]


def _date(value: object) -> Date:
    if isinstance(value, dict):
        return {str(k): v for k, v in value.items()}
    return {"raw": str(value)}
