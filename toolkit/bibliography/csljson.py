"""CSL-JSON, read item by item, so that a broken one does not take the others with it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from toolkit.bibliography.cslvalues import Fault, is_empty, read_values, what
from toolkit.bibliography.items import TYPES, Item
from toolkit.bibliography.texts import position
from toolkit.problems import Level, Problem

_NEXT: Final = re.compile(r"\}\s*,?\s*(?=\{)")
# A list of items, perhaps the one that an object holds, as Zotero and pandoc write it.
_LIST: Final = re.compile(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[')
_BETWEEN: Final = re.compile(r"[\s,]*")


def read_csl_json(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a CSL-JSON text, a problem for each item or value that is left out."""
    if text.lstrip()[:1] not in {"[", "{"}:
        message = "this is not CSL-JSON: a list of objects was expected"
        return [], [Problem(path, 1, 1, "bibliography-file", message, "look at the file")]
    reader = _Reader(path)
    doubled: list[str] = []
    for offset, value, broken in _values(text, doubled):
        reader.take(position(text, offset), value, broken, doubled)
        doubled.clear()
    return reader.items, reader.problems


@dataclass(slots=True)
class _Reader:
    path: Path
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _number: int = 0

    def take(self, at: tuple[int, int], value: object, broken: str, doubled: list[str]) -> None:
        """Take an item, or say why it cannot be taken."""
        self._number += 1
        item, faults = _item(value) if isinstance(value, dict) else (None, [])
        if fault := broken or _lacking(value, item):
            message, advice = f"item {self._number} {fault}", "correct the item; it was left out"
            self.problems.append(Problem(self.path, *at, "bibliography-entry", message, advice))
        elif item:
            self.items.append(replace(item, line=at[0], column=at[1]))
            faults += [(f"“{n}” stands twice; the last was taken", Level.ERROR) for n in doubled]
            faults += self._known(item.ident)
            self.problems += (self._problem(at, *fault) for fault in faults)

    def _known(self, ident: str) -> list[Fault]:
        first = self._seen.setdefault(ident, self._number)
        if not ident or first == self._number:
            return []
        return [(f"“id” is “{ident}”, as in item {first}; it is given another", Level.WARNING)]

    def _problem(self, at: tuple[int, int], fault: str, level: Level) -> Problem:
        message = f"in item {self._number} {fault}"
        advice = "the item was taken" + " without it" * (level is Level.ERROR)
        return Problem(self.path, *at, "bibliography-value", message, advice, level=level)


def _values(text: str, doubled: list[str]) -> Iterator[tuple[int, object, str]]:
    """Yield each item with its offset; after a fault go on with the next item."""
    decoder = json.JSONDecoder(
        parse_constant=lambda _: None, object_pairs_hook=partial(_object, doubled=doubled)
    )
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


def _object(pairs: list[tuple[str, object]], doubled: list[str]) -> dict[str, object]:
    """Return an object; names that stand in it twice are put into `doubled`."""
    done = dict(pairs)
    if len(done) < len(pairs):
        doubled += [name for name, times in Counter(n for n, _ in pairs).items() if times > 1]
    return done


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
        given = [name for name in ("title", "container-title") if not is_empty(value.get(name))]
        wrong = "".join(f": “{name}” is {what(value[name])}, not a text" for name in given[:1])
        return f"has no title{wrong}"
    return ""
