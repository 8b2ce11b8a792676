"""Read the values in RELAX NG patterns."""

from lxml.etree import _Element

from toolkit.odd.algebra import choice
from toolkit.odd.model import (
    Choice,
    Datatype,
    Empty,
    ListOf,
    Literal,
    Model,
    Repeat,
    Sequence,
)
from toolkit.odd.reading import kind, refuse
from toolkit.odd.values import RNG


def patterns(element: _Element) -> list[_Element]:
    """Return the RELAX NG children of an element; annotations are left aside."""
    return list(element.iterchildren(f"{{{RNG}}}*"))


def inherited(node: _Element, name: str) -> str:
    """Return an attribute that an element has or inherits, such as @ns."""
    return next((a.get(name, "") for a in (node, *node.iterancestors()) if name in a.attrib), "")


def as_value(model: Model) -> Model:
    """Return what a pattern in an attribute says as the values that the attribute takes."""
    match model:
        case Empty():
            return Literal("")
        case Repeat(item, 0, 1):
            return Choice((item, Literal("")))
        case _:
            return model


def data(node: _Element) -> Model:
    """Return a datatype with its facets."""
    facets = []
    for part in patterns(node):
        if kind(part) != "param":
            refuse(part, "the compiler does not know <except> in <data> of RELAX NG")
        facets.append((part.get("name", ""), part.text or ""))
    return Datatype(node.get("type", ""), tuple(facets))


def list_of(node: _Element, model: Model) -> Model:
    """Return a list of what a pattern says."""
    if isinstance(model, Choice):
        plain = all(isinstance(item, Datatype | Literal) for item in model.items)
        return ListOf(model, 1, 1) if plain else choice(list_of(node, item) for item in model.items)
    runs = [
        (item.item, item.least, item.most) if isinstance(item, Repeat) else (item, 1, 1)
        for item in (model.items if isinstance(model, Sequence) else (model,))
    ]
    if len({item for item, _, _ in runs}) == 1:
        return ListOf(runs[0][0], sum(run[1] for run in runs), sum(run[2] for run in runs))
    if any(isinstance(item, Repeat) for item in getattr(model, "items", ())):
        refuse(node, "the compiler does not know a list of different values that vary in number")
    return ListOf(model, 1, 1)
