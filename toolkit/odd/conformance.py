"""Whether a schema keeps inside another, such as the whole TEI.

It does if every element has all its content models, attributes and values inside those
of its namesake; the proof compares languages, and the shortest word that is in one and
not in the other says where it fails.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.odd.algebra import is_value, unfold
from toolkit.odd.assemble import compile_base
from toolkit.odd.language import TEXT, after, may_end, starts
from toolkit.odd.model import (
    Attribute,
    Choice,
    Datatype,
    Element,
    ListOf,
    Literal,
    Model,
    Never,
    Schema,
    Text,
)
from toolkit.odd.values import accepts, value_model

# What each datatype is a special case of, as far as ODDs need it.
_WIDER: Final = {
    "NCName": {"Name", "NMTOKEN", "token", "string"},
    "ID": {"NCName", "Name", "token", "string"},
    "language": {"token", "string"},
    "token": {"string"},
    "nonNegativeInteger": {"integer", "decimal"},
    "integer": {"decimal"},
}


@dataclass(frozen=True, slots=True)
class Departure:
    """One way in which a schema leaves the other: where, how, and the shortest example."""

    element: str
    reason: str
    example: str = ""

    def __str__(self) -> str:
        """Write it on one line."""
        return f"<{self.element}> {self.reason}" + (f": {self.example}" if self.example else "")


def conformance(schema: Schema, base: Path) -> list[Departure]:
    """Return every departure of a schema from a base such as TEI's p5subset.xml.

    Raises:
        SchemaError: the base cannot be compiled.
    """
    return list(departures(schema, compile_base(base)))


def departures(schema: Schema, wider: Schema) -> Iterator[Departure]:
    """Give every departure of one schema from another."""
    for name, element in schema.elements.items():
        other = wider.elements.get(name)
        if other is None:
            yield Departure(name, "is not in the base")
            continue
        ours = unfold(element.content, schema.groups)
        word = escape(ours, unfold(other.content, wider.groups))
        if word is not None:
            yield Departure(name, "may hold what the base forbids", " ".join(word) or "nothing")
        yield from _attributes(element, other)


def escape(ours: Model, theirs: Model) -> tuple[str, ...] | None:
    """Return the shortest word of one model that the other does not accept, or nothing."""
    if is_value(ours):
        text = is_value(theirs) or not isinstance(after(theirs, TEXT), Never)
        return None if text else (TEXT,)
    waiting: deque[tuple[Model, Model, tuple[str, ...]]] = deque([(ours, theirs, ())])
    seen = set()
    while waiting:
        mine, other, word = waiting.popleft()
        if (mine, other) in seen or isinstance(mine, Never):
            continue
        seen.add((mine, other))
        if may_end(mine) and not may_end(other):
            return word
        for symbol in sorted(starts(mine)):
            waiting.append((after(mine, symbol), after(other, symbol), (*word, symbol)))
    return None


def _attributes(element: Element, other: Element) -> Iterator[Departure]:
    for name, attribute in element.attributes.items():
        if name not in other.attributes:
            yield Departure(element.name, f"has an attribute the base has not: @{name}")
            continue
        example = _foreign_value(value_model(attribute), value_model(other.attributes[name]))
        if example is not None:
            yield Departure(element.name, f"@{name} takes values the base forbids", example)
    for name, attribute in other.attributes.items():
        if attribute.required and not _always(element.attributes.get(name)):
            yield Departure(element.name, f"may lack an attribute the base requires: @{name}")


def _always(attribute: Attribute | None) -> bool:
    return attribute is not None and attribute.required


def _foreign_value(ours: Model, theirs: Model) -> str | None:  # noqa: PLR0911 -- one case a kind
    """Return a value, or a kind of value, of one model that the other does not accept."""
    match ours, theirs:
        case _, Text():
            return None
        case Literal(value), _:
            return None if accepts(theirs, value) else value
        case Choice(items), _:
            found = (_foreign_value(item, theirs) for item in items)
            return next((value for value in found if value is not None), None)
        case _, Choice(items):
            return None if any(_foreign_value(ours, item) is None for item in items) else str(ours)
        case ListOf(item, least, most), ListOf(other, fewest, greatest):
            inside = fewest <= least and most <= greatest
            return _foreign_value(item, other) if inside else str(ours)
        case _, ListOf(other, fewest, greatest) if fewest <= 1 <= greatest:
            return _foreign_value(ours, other)
        case Datatype(), Datatype():
            return None if _narrower(ours, theirs) else str(ours)
        case _:
            return str(ours)


def _narrower(ours: Datatype, theirs: Datatype) -> bool:
    if not set(theirs.facets) <= set(ours.facets):
        return False
    return ours.name == theirs.name or theirs.name in _WIDER.get(ours.name, set())
