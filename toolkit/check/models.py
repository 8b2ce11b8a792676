"""A compiled schema made ready to explain documents."""

from functools import cached_property

from toolkit.odd.algebra import children, is_value, unfold
from toolkit.odd.language import TEXT, after, may_end, starts
from toolkit.odd.model import (
    Attribute,
    Choice,
    Element,
    Interleave,
    Model,
    Repeat,
    Schema,
    Sequence,
    Text,
)
from toolkit.odd.values import value_model


class Models:
    """The content models, values and required attributes of each element, by name."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.elements: dict[str, Element] = {e.qname: e for e in schema.elements.values()}
        self.content: dict[str, Model] = {
            name: unfold(element.content, schema.groups)
            for name, element in schema.elements.items()
        }
        self.values: dict[str, dict[str, Model]] = {
            name: {a.name: value_model(a) for a in element.attributes.values()}
            for name, element in schema.elements.items()
        }
        self.required: dict[str, list[Attribute]] = {
            name: [a for a in element.attributes.values() if a.required]
            for name, element in schema.elements.items()
        }
        self.typed = {name for name, model in self.content.items() if is_value(model)}

    @cached_property
    def parents(self) -> dict[str, list[str]]:
        """Where each element may stand."""
        found: dict[str, list[str]] = {}
        for name, model in self.content.items():
            for child in children(model):
                found.setdefault(child, []).append(name)
        return found

    def holds(self, name: str, symbol: str) -> bool:
        """Whether an element may hold a child, or text, at some place."""
        model = self.content[name]
        return has_text(model) if symbol == TEXT else symbol in children(model)

    def takes(self, name: str, symbols: tuple[str, ...]) -> bool:
        """Whether an element is complete with just these in it."""
        model = self.content[name]
        for symbol in symbols:
            model = after(model, symbol)
        return may_end(model)

    def begins(self, name: str) -> frozenset[str]:
        """Return what an element may begin with."""
        return starts(self.content[name])


def has_text(model: Model) -> bool:
    """Whether text may stand somewhere in an unfolded model."""
    match model:
        case Text():
            return True
        case Sequence(items) | Interleave(items) | Choice(items):
            return any(map(has_text, items))
        case Repeat(item):
            return has_text(item)
        case _:
            return False
