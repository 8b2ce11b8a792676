"""A compiled schema as plain lists and strings, and back; without its rules."""

from typing import Any

from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Attribute,
    Child,
    Choice,
    Datatype,
    Element,
    Empty,
    Group,
    Interleave,
    ListOf,
    Literal,
    Model,
    Never,
    Repeat,
    Schema,
    Sequence,
    Text,
)

_SIMPLE: dict[str, type[Text | Empty | Never]] = {"text": Text, "empty": Empty, "never": Never}
_SEVERAL: dict[str, type[Sequence | Interleave | Choice]] = {
    "sequence": Sequence,
    "interleave": Interleave,
    "choice": Choice,
}
_NAMED: dict[str, type[Child | Group | Literal]] = {
    "child": Child,
    "group": Group,
    "literal": Literal,
}
_TIMES: dict[str, type[Repeat | ListOf]] = {"repeat": Repeat, "list": ListOf}
_TABLES: tuple[dict[str, Any], ...] = (_SIMPLE, _SEVERAL, _NAMED, _TIMES)
_WORDS: dict[type, str] = {kind: word for table in _TABLES for word, kind in table.items()}


def to_plain(schema: Schema) -> dict[str, Any]:
    """Return a schema as JSON can hold it; equal models and attributes stand there once."""
    writer = _Writer()
    elements = [writer.element(element) for element in schema.elements.values()]
    groups = {name: writer.model(model) for name, model in schema.groups.items()}
    return {
        "ident": schema.ident,
        "namespace": schema.namespace,
        "start": schema.start,
        "models": writer.models,
        "attributes": writer.attributes,
        "elements": elements,
        "groups": groups,
        "notes": schema.notes,
    }


def from_plain(plain: dict[str, Any]) -> Schema:
    """Return the schema that was written so, but for its rules."""
    models: list[Model] = []
    for entry in plain["models"]:
        models.append(_model(entry, models))
    attributes = [_attribute(entry, models) for entry in plain["attributes"]]
    return Schema(
        ident=plain["ident"],
        namespace=plain["namespace"],
        start=tuple(plain["start"]),
        elements={entry[0]: _element(entry, models, attributes) for entry in plain["elements"]},
        groups={name: models[at] for name, at in plain["groups"].items()},
        notes=tuple(plain["notes"]),
    )


class _Writer:
    """Gives each model and each attribute a number; what it is made of has a lower one."""

    def __init__(self) -> None:
        self.models: list[list[Any]] = []
        self.attributes: list[list[Any]] = []
        self._numbers: dict[str, int] = {}
        self._seen: dict[int, int] = {}

    def element(self, element: Element) -> list[Any]:
        """Return an element, its content and attributes as numbers."""
        content = self.model(element.content)
        attributes = [self._attribute(a) for a in element.attributes.values()]
        about = [element.description, element.module, element.classes]
        return [element.name, element.tag, element.namespace, content, attributes, *about]

    def model(self, model: Model) -> int:
        """Return the number of a model."""
        if id(model) not in self._seen:
            self._seen[id(model)] = self._number(self.models, self._plain(model))
        return self._seen[id(model)]

    def _attribute(self, a: Attribute) -> int:
        if id(a) not in self._seen:
            rest = [a.usage, a.values, a.listed, a.default, a.description, a.origin, a.rivals]
            entry = [a.name, self.model(a.type), *rest]
            self._seen[id(a)] = self._number(self.attributes, entry)
        return self._seen[id(a)]

    def _number(self, table: list[list[Any]], entry: list[Any]) -> int:
        known = f"{id(table)}{entry!r}"
        if known not in self._numbers:
            table.append(entry)
            self._numbers[known] = len(table) - 1
        return self._numbers[known]

    def _plain(self, model: Model) -> list[Any]:
        word = _WORDS.get(type(model), "")
        match model:
            case Child(value) | Group(value) | Literal(value):
                return [word, value]
            case Sequence(items) | Interleave(items) | Choice(items):
                return [word, *map(self.model, items)]
            case Repeat(item, least, most) | ListOf(item, least, most):
                return [word, self.model(item), least, None if most == UNBOUNDED else most]
            case Datatype(name, facets):
                return ["datatype", name, facets]
            case AnyElement(require, exclude, known):
                return ["any", require, exclude, sorted(known)]
            case _:
                return [word]


def _model(entry: list[Any], models: list[Model]) -> Model:
    word, *rest = entry
    if word in _SEVERAL:
        return _SEVERAL[word](tuple([models[at] for at in rest]))
    if word in _NAMED:
        return _NAMED[word](rest[0])
    if word in _TIMES:
        item, least, most = rest
        return _TIMES[word](models[item], least, UNBOUNDED if most is None else most)
    if word == "datatype":
        return Datatype(rest[0], tuple((name, value) for name, value in rest[1]))
    if word == "any":
        return AnyElement(tuple(rest[0]), tuple(rest[1]), frozenset(rest[2]))
    return _SIMPLE[word]()


def _attribute(entry: list[Any], models: list[Model]) -> Attribute:
    name, type_, usage, values, *rest = entry
    return Attribute(name, models[type_], usage, tuple((v, said) for v, said in values), *rest)


def _element(entry: list[Any], models: list[Model], attributes: list[Attribute]) -> Element:
    name, tag, namespace, content, numbers, description, module, classes = entry
    own = {attributes[at].name: attributes[at] for at in numbers}
    return Element(name, tag, namespace, models[content], own, description, module, tuple(classes))
