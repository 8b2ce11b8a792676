"""CSL-JSON, read item by item, so that a broken one does not take the others with it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from toolkit.bibliography.items import DATES, NAMES, TYPES, Date, Item, Name
from toolkit.bibliography.texts import position
from toolkit.problems import Problem

_NUMBER: Final = re.compile(r"-?\d{1,4}")
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
        except RecursionError:
            yield at, None, "the item is nested too deeply to be read"
            at = -1
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
        return None, f"the item’s type “{kind}” is none of CSL" if kind else "the item has no type"
    if not _text(value.get("title")) and not _text(value.get("container-title")):
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
        {k: t for k, v in value.items() if k not in _NO_TEXT and (t := _text(v))},
        custom if isinstance(custom, dict) else {},
        line,
        column,
    ), ""


def _text(value: object) -> str:
    """Return a text or a number as text; several, as some programs write them, in a row."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    return str(value) if isinstance(value, (str, int, float)) else ""


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, dict) for name in value)


def _names(value: object) -> list[Name]:
    found = value if isinstance(value, list) else []
    return [{k: str(v) for k, v in name.items() if v} for name in found]


def _date(value: object) -> Date:
    """Return a date; parts that are none are kept as words."""
    if not isinstance(value, dict):
        return {"raw": str(value)}
    date: Date = {str(k): v for k, v in value.items()}
    if "date-parts" in date and not _are_parts(parts := date.pop("date-parts")):
        date.setdefault("literal", json.dumps(parts).strip("[]"))
    elif "date-parts" in value:
        date["date-parts"] = [[int(n) for n in part] for part in value["date-parts"]]
    return date


def _are_parts(value: object) -> bool:
    """Say whether a value is one date or two, each of a year and perhaps a month and a day."""
    limits = (9999, 12, 31)
    return (
        isinstance(value, list)
        and 0 < len(value) < len(limits)
        and all(isinstance(part, list) and 0 < len(part) <= len(limits) for part in value)
        and all(
            _NUMBER.fullmatch(str(n)) and abs(int(str(n))) <= limit
            for part in value
            for n, limit in zip(part, limits, strict=False)
        )
    )
