"""CSL-JSON, read item by item, so that a broken one does not take the others with it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.bibliography.cslvalues import Fault, is_empty, read_values, what
from toolkit.bibliography.items import TYPES, Item
from toolkit.bibliography.jsonlist import Part, parts_of
from toolkit.bibliography.texts import position
from toolkit.problems import Level, Problem


def read_csl_json(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a CSL-JSON text, a problem for each item or value that is left out."""
    if text.lstrip()[:1] not in {"[", "{"}:
        message = "this is not CSL-JSON: a list of objects was expected"
        return [], [Problem(path, 1, 1, "bibliography-file", message, "look at the file")]
    reader = _Reader(path)
    for part in parts_of(text):
        place = position(text, part.offset)
        if part.of_list:
            reader.problems.append(Problem(path, *place, "bibliography-file", *part.of_list))
        else:
            reader.take(place, part)
    return reader.items, reader.problems


@dataclass(slots=True)
class _Reader:
    path: Path
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _number: int = 0

    def take(self, at: tuple[int, int], part: Part) -> None:
        """Take an item, or say why it cannot be taken."""
        self._number += 1
        value = part.value
        item, faults = _item(value) if isinstance(value, dict) else (None, [])
        if fault := part.broken or _lacking(value, item):
            message, advice = f"item {self._number} {fault}", "correct the item; it was left out"
            self.problems.append(Problem(self.path, *at, "bibliography-entry", message, advice))
        elif item:
            self.items.append(replace(item, line=at[0], column=at[1]))
            faults += [
                (f"“{n}” stands twice; the last was taken", Level.ERROR) for n in part.doubled
            ]
            faults += [(f"“{n}” is no value of JSON", Level.ERROR) for n in part.no_values]
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
