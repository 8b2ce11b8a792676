"""Whether a schema keeps inside another, such as the whole TEI.

It does if every element has all its content models, attributes and values inside those
of its namesake; the proof compares languages, and the shortest word that is in one and
not in the other says where it fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.odd.algebra import is_value, unfold
from toolkit.odd.inclusion import foreign_value
from toolkit.odd.language import TEXT, after
from toolkit.odd.model import Attribute, Element, Never, Schema
from toolkit.odd.ready import schema_at
from toolkit.odd.symbols import Word, escape, symbolic
from toolkit.odd.values import value_model


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
    return list(departures(schema, schema_at(base)))


def departures(schema: Schema, wider: Schema) -> Iterator[Departure]:
    """Give every departure of one schema from another."""
    for name, element in schema.elements.items():
        other = wider.elements.get(name)
        if other is None:
            yield Departure(name, "is not in the base")
            continue
        word = _beyond(element, schema, other, wider)
        if word is not None:
            yield Departure(name, "may hold what the base forbids", " ".join(word) or "nothing")
        yield from _attributes(element, other)


def _beyond(element: Element, schema: Schema, other: Element, wider: Schema) -> Word | None:
    """Return the shortest content that one element may have and the other not, or nothing."""
    ours, theirs = unfold(element.content, schema.groups), unfold(other.content, wider.groups)
    if not is_value(ours):
        return escape(symbolic(ours, schema), symbolic(theirs, wider))
    if is_value(theirs):
        return None if foreign_value(ours, theirs) is None else (TEXT,)
    return (TEXT,) if isinstance(after(theirs, TEXT), Never) else None


def _attributes(element: Element, other: Element) -> Iterator[Departure]:
    for name, attribute in element.attributes.items():
        if name not in other.attributes:
            yield Departure(element.name, f"has an attribute the base has not: @{name}")
            continue
        example = foreign_value(value_model(attribute), value_model(other.attributes[name]))
        if example is not None:
            yield Departure(element.name, f"@{name} takes values the base forbids", example)
    for name, attribute in other.attributes.items():
        if attribute.required and not _always(element.attributes.get(name)):
            yield Departure(element.name, f"may lack an attribute the base requires: @{name}")


def _always(attribute: Attribute | None) -> bool:
    return attribute is not None and attribute.required
