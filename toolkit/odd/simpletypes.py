"""Write value models as simple types of XML Schema."""

from typing import Final

from lxml.etree import SubElement, _Element

from toolkit.odd.algebra import choice
from toolkit.odd.model import (
    UNBOUNDED,
    Choice,
    Datatype,
    ListOf,
    Literal,
    Model,
    Sequence,
    Text,
)

XS: Final = "http://www.w3.org/2001/XMLSchema"


def write_type(parent: _Element, model: Model) -> None:
    """Write the definition of a simple type into a `simpleType` element."""
    match model:
        case Text():
            _add(parent, "restriction", base="xs:string")
        case Datatype(name, facets):
            restriction = _add(parent, "restriction", base=f"xs:{name}")
            for facet, value in facets:
                _add(restriction, facet, value=value)
        case Literal():
            _enumeration(parent, [model])
        case Choice(items):
            _union(parent, items)
        case ListOf(item, least, most):
            _list(parent, item, least, most)
        case Sequence(items):
            _list(parent, choice(items), len(items), len(items))
        case _:
            message = f"not a value model: {model}"
            raise TypeError(message)


def _union(parent: _Element, items: tuple[Model, ...]) -> None:
    literals = [item for item in items if isinstance(item, Literal)]
    others = [item for item in items if not isinstance(item, Literal)]
    if not others:
        _enumeration(parent, literals)
        return
    union = _add(parent, "union")
    if literals:
        _enumeration(_add(union, "simpleType"), literals)
    for other in others:
        write_type(_add(union, "simpleType"), other)


def _enumeration(parent: _Element, literals: list[Literal]) -> None:
    restriction = _add(parent, "restriction", base="xs:token")
    for literal in literals:
        _add(restriction, "enumeration", value=literal.value)


def _list(parent: _Element, item: Model, least: int, most: float) -> None:
    """Write a list type, restricted in length only where the model is."""
    restriction = _add(parent, "restriction")
    write_type(_add(_add(_add(restriction, "simpleType"), "list"), "simpleType"), item)
    if least:
        _add(restriction, "minLength", value=str(least))
    if most != UNBOUNDED:
        _add(restriction, "maxLength", value=str(int(most)))


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    return SubElement(parent, f"{{{XS}}}{name}", attributes)
