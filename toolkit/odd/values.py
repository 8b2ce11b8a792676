"""The values an attribute takes, and whether a string is one of them.

The test is left to libxml2, so that an explanation never disagrees with a verdict.
"""

from functools import cache

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.algebra import choice
from toolkit.odd.model import (
    UNBOUNDED,
    Attribute,
    Choice,
    Datatype,
    ListOf,
    Literal,
    Model,
    Sequence,
    Text,
)

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_KEPT = 10_000


def value_model(attribute: Attribute) -> Model:
    """Return the values an attribute takes: its datatype narrowed by its list of values."""
    if not attribute.values or attribute.listed == "open":
        return attribute.type
    values = choice(Literal(value) for value, _ in attribute.values)
    closed = attribute.listed == "closed"
    match attribute.type:
        case ListOf(item, least, most):
            return ListOf(values if closed else choice((item, values)), least, most)
        case Choice((ListOf(item, least, most), Literal(""))) if closed:
            return Choice((ListOf(values, least, most), Literal("")))
        case kind:
            return values if closed else choice((kind, values))


class Values:
    """The values of a model; what was accepted once is accepted at once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.good: set[str] = set()

    def accept(self, value: str) -> bool:
        """Whether a string is one of the values."""
        if value in self.good or isinstance(self._model, Text):
            return True
        if not _tester(self._model).validate(etree.Element("v", v=value)):
            return False
        if len(self.good) < _KEPT:
            self.good.add(value)
        return True


@cache
def values(model: Model) -> Values:
    """Return the values of a model, of equal models the same."""
    return Values(model)


@cache
def _tester(model: Model) -> etree.RelaxNG:
    element = etree.Element(f"{{{RNG}}}element", nsmap={None: RNG}, name="v")
    element.set("datatypeLibrary", DATATYPES)
    attribute = etree.SubElement(element, f"{{{RNG}}}attribute", name="v")
    write_value(attribute, model)
    return etree.RelaxNG(element)


def write_value(parent: _Element, model: Model) -> None:
    """Write a value model into an attribute or list."""
    match model:
        case Text():
            _add(parent, "text")
        case Choice(items) | Sequence(items):
            inside = _add(parent, "choice" if isinstance(model, Choice) else "group")
            for item in items:
                write_value(inside, item)
        case Datatype(name, facets):
            data = _add(parent, "data", type=name)
            for facet, value in facets:
                _add(data, "param", name=facet).text = value
        case Literal(value):
            _add(parent, "value").text = value
        case ListOf(item, least, most):
            _repeated(_add(parent, "list"), item, least, most)
        case _:
            message = f"not a value model: {model}"
            raise TypeError(message)


def _repeated(parent: _Element, item: Model, least: int, most: float) -> None:
    unbounded = most == UNBOUNDED
    for _ in range(least - (1 if unbounded and least else 0)):
        write_value(parent, item)
    if unbounded:
        write_value(_add(parent, "oneOrMore" if least else "zeroOrMore"), item)
    else:
        for _ in range(int(most) - least):
            write_value(_add(parent, "optional"), item)


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    return etree.SubElement(parent, f"{{{RNG}}}{name}", attributes)
