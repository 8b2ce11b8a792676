"""What may be written at a place: elements, attributes, values, pointers to entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.check.models import Models
from toolkit.editor.cursor import Cursor
from toolkit.editor.entries import wanted
from toolkit.odd.model import Element
from toolkit.wellformed.markup import Markup

if TYPE_CHECKING:
    from toolkit.check.automaton import State


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that may be written, and what it means."""

    label: str
    kind: str
    detail: str = ""
    insert: str = ""
    """What to write if it is not the label; ``$1`` is where to go on."""


def proposals(markup: Markup, place: Cursor, models: Models) -> list[Proposal]:
    """Return what may be written at a place, the likeliest first."""
    match place.kind:
        case "element":
            return list(_elements(place, models))
        case "end":
            return [Proposal(f"{place.opened[-1].name}>", "element")] if place.opened else []
        case "attribute":
            return list(_attributes(place, models))
        case "value":
            return list(_values(markup, place, models))
        case _:
            return []


def _element(models: Models, tag: str) -> Element | None:
    return next((e for e in models.schema.elements.values() if e.tag == tag), None)


def _elements(place: Cursor, models: Models) -> Iterator[Proposal]:
    names = _expected(place, models) if place.opened else list(models.schema.start)
    for name in sorted(names):
        element = models.schema.elements[name]
        yield Proposal(element.tag, "element", element.description)


def _expected(place: Cursor, models: Models) -> list[str]:
    """Return the elements that may follow the children there are."""
    parent = _element(models, place.opened[-1].name)
    if parent is None:
        return []
    now: State = models.start[parent.name]
    for child in place.opened[-1].children:
        known = _element(models, child)
        now = now.step(known.name if known else child) or now
    return [name for name in now.expected if name in models.schema.elements]


def _attributes(place: Cursor, models: Models) -> Iterator[Proposal]:
    element = _element(models, place.tag)
    if element is None:
        return
    free = [a for a in element.attributes.values() if a.name not in place.present]
    for attribute in sorted(free, key=lambda a: (not a.required, a.name)):
        detail = attribute.description + (" (required)" if attribute.required else "")
        yield Proposal(attribute.name, "attribute", detail, f'{attribute.name}="$1"')


def _values(markup: Markup, place: Cursor, models: Models) -> Iterator[Proposal]:
    for entry in wanted(place.tag, place.attribute, markup):
        yield Proposal(f"#{entry.ident}", "pointer", f"{entry.kind}: {entry.name}".rstrip(": "))
    element = _element(models, place.tag)
    attribute = element.attributes.get(place.attribute) if element else None
    for value, meaning in attribute.values if attribute else ():
        yield Proposal(value, "value", meaning)
    if place.attribute == "xml:lang":
        for token in markup.tokens:
            if token.name == "language":
                yield from (
                    Proposal(a.value, "value") for a in token.attributes if a.name == "ident"
                )
