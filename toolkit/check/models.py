"""A compiled schema made ready to explain documents; each element when it is first met."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from lxml.etree import _Element

from toolkit.check.automaton import State, state
from toolkit.odd.algebra import Unfolded, children, is_value, unfold
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
from toolkit.odd.values import Values, value_model, values

_BLANK: Final = " \t\r\n"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_T = TypeVar("_T")


class _Made(dict[str, _T]):
    """Things by name, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _T:
        self[name] = self._make(name)
        return self[name]


@dataclass(frozen=True, slots=True)
class Profile:
    """What an element must be like, in the form in which it is quickest to see that it is."""

    element: Element
    values: dict[str, Values]
    """By the names of attributes as lxml writes them."""
    required: tuple[str, ...]
    rivals: tuple["Rivals", ...]
    start: State | None
    """What its children are read by; nothing if it holds a typed value."""

    def fits(self, node: _Element) -> bool:
        """Whether all attributes of an element are right."""
        values = self.values
        present = node.attrib.items()
        for name, value in present:
            known = values.get(str(name))
            if known is None or not (value in known.good or known.accept(str(value))):
                return False
        if self.required or self.rivals:
            names = {str(name) for name, _ in present}
            return names.issuperset(self.required) and all(r.fit(names) for r in self.rivals)
        return True


@dataclass(frozen=True, slots=True)
class Rivals:
    """Attributes of which an element may have one only; `needed` says that it must."""

    attributes: tuple[Attribute, ...]
    needed: bool

    def fit(self, names: Collection[str]) -> bool:
        """Whether among the names of attributes there are not too many of these, or too few."""
        found = sum(key(attribute.name) in names for attribute in self.attributes)
        return found == 1 or (found == 0 and not self.needed)


class Models:
    """The content models, values and required attributes of each element, by name."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.elements: dict[str, Element] = {e.qname: e for e in schema.elements.values()}
        self.names: dict[str, str] = {qname: e.name for qname, e in self.elements.items()}
        groups = Unfolded(schema.groups)
        self.content = _Made(lambda name: unfold(schema.elements[name].content, groups))
        self.start = _Made(lambda name: state(self.content[name]))
        self.profiles = _Made(self._profile)

    def tag(self, name: str) -> str:
        """Return the tag of an element, which a scheme may call otherwise than TEI does."""
        known = self.schema.elements.get(name)
        return f"<{known.tag if known else name}>"

    def _profile(self, name: str) -> Profile:
        element = self.schema.elements[name]
        attributes = element.attributes.values()
        return Profile(
            element,
            {key(a.name): values(value_model(a)) for a in attributes},
            tuple(key(a.name) for a in attributes if a.required),
            tuple(_rivals(element)),
            None if is_value(self.content[name]) else self.start[name],
        )

    def fit(self, node: _Element, start: State) -> bool:
        """Whether the children of an element fit at first sight; if not, look closely."""
        names, now = self.names, start
        loose = now.next[TEXT]
        if loose is not now and (node.text or "").strip(_BLANK):
            if loose is None:
                return False
            now = loose
        for child in node:
            tag = child.tag
            if isinstance(tag, str):
                name = names.get(tag)
                after = now.next[name] if name else None
                if after is None:
                    return False
                now = after
            loose = now.next[TEXT]
            if loose is not now and (child.tail or "").strip(_BLANK):
                if loose is None:
                    return False
                now = loose
        return now.may_end

    @cached_property
    def parents(self) -> dict[str, list[str]]:
        """Where each element may stand."""
        found: dict[str, list[str]] = {}
        for name in self.schema.elements:
            for child in children(self.content[name]):
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


def _rivals(element: Element) -> Iterator[Rivals]:
    groups: dict[str, list[Attribute]] = {}
    for attribute in element.attributes.values():
        if attribute.rivals:
            groups.setdefault(attribute.rivals, []).append(attribute)
    for group in groups.values():
        yield Rivals(tuple(group), any(attribute.usage == "req" for attribute in group))


def key(name: str) -> str:
    """Return the name of an attribute as lxml writes it."""
    return name.replace("xml:", _XML, 1) if name.startswith("xml:") else name


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
