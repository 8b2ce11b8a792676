"""CSL-JSON, read item by item, so that a broken one does not take the others with it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from toolkit.bibliography.cslvalues import Fault, read_values, what
from toolkit.bibliography.items import TYPES, Item
from toolkit.bibliography.texts import position
from toolkit.problems import Problem

_NEXT: Final = re.compile(r"\}\s*,?\s*(?=\{)")
# A list of items, perhaps the one that an object holds, as Zotero and pandoc write it.
_LIST: Final = re.compile(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[')
_BETWEEN: Final = re.compile(r"[\s,]*")


def read_csl_json(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a CSL-JSON text, a problem for each item or value that is left out."""
    items: list[Item] = []
    problems: list[Problem] = []
    if text.lstrip()[:1] not in {"[", "{"}:
        message = "this is not CSL-JSON: a list of objects was expected"
        return [], [Problem(path, 1, 1, "bibliography-entry", message, "look at the file")]
    for number, (offset, value, broken) in enumerate(_values(text), 1):
        at = position(text, offset)
        item, faults = _item(value) if isinstance(value, dict) else (None, [])
        fault = broken or _lacking(value, item)
        if fault:
            said = f"item {number} {fault}"
            advice = "correct the item; it was left out"
            problems.append(Problem(path, *at, "bibliography-entry", said, advice))
        elif item:
            items.append(replace(item, line=at[0], column=at[1]))
        for reason, level in () if fault else faults:
            message = f"in item {number} {reason}"
            advice = "the item was taken without it"
            problems.append(Problem(path, *at, "bibliography-value", message, advice, level=level))
    return items, problems


def _values(text: str) -> Iterator[tuple[int, object, str]]:
    """Yield each item with its offset; after a fault go on with the next item."""
    decoder = json.JSONDecoder(parse_constant=lambda _: None)
    opening = _LIST.match(text)
    at = _after(text, opening.end() if opening else 0)
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except RecursionError:
            yield at, None, "is nested too deeply to be read"
            at = -1
        except ValueError as error:
            fault = error.pos if isinstance(error, json.JSONDecodeError) else at
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "a number too long"
            yield fault, None, f"is not well-formed JSON: {reason}"
            at = _resumed(text, at, fault)
        else:
            yield at, value, ""
            at = _after(text, end)


def _after(text: str, end: int) -> int:
    """Return where the next item begins; -1 at the end of the list."""
    found = _BETWEEN.match(text, end)
    at = found.end() if found else end
    return -1 if text[at : at + 1] in {"", "]"} else at


def _resumed(text: str, at: int, fault: int) -> int:
    """Return where to go on after an item that could not be read."""
    if text[at] != "{":
        return text.find("{", at)
    found = _NEXT.search(text, max(fault - 1, at))
    return found.end() if found else -1


def _item(value: dict[str, object]) -> tuple[Item, list[Fault]]:
    """Return an item, and what of it could not be taken."""
    read = read_values(value)
    kind = value.get("type", "")
    item = Item(
        read.ident,
        kind if isinstance(kind, str) else "",
        read.names,
        read.dates,
        read.texts,
        read.custom,
    )
    return item, read.faults


def _lacking(value: object, item: Item | None) -> str:
    """Say why an item cannot be taken; nothing if it can."""
    if not isinstance(value, dict) or item is None:
        return f"is {what(value)}, not an object"
    if item.kind not in TYPES:
        told = value.get("type")
        return f"has the type “{told}”, which CSL does not know" if told else "has no type"
    if not item.texts.keys() & {"title", "container-title"}:
        given = [name for name in ("title", "container-title") if value.get(name)]
        wrong = "".join(f": “{name}” is {what(value[name])}, not a text" for name in given[:1])
        return f"has no title{wrong}"
    return ""
