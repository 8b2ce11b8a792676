"""Write a schema as RELAX NG (XML syntax)."""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml.etree import QName, SubElement, _Element

from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Attribute,
    Child,
    Choice,
    Element,
    Empty,
    Group,
    Interleave,
    Model,
    Never,
    Repeat,
    Schema,
    Sequence,
)
from toolkit.odd.serial import derived
from toolkit.odd.values import ANNOTATIONS, DATATYPES, RNG, value_model, write_value

_NO_NAME: Final = re.compile(r"[^\w.-]")


def to_relaxng(schema: Schema) -> bytes:
    """Return the RELAX NG grammar of a schema."""
    return derived(_Grammar(schema).write(), schema)


class _Grammar:
    """One grammar being written: definitions made on the way are added at its end."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        nsmap = {None: RNG, "a": ANNOTATIONS}
        self._root: _Element = etree.Element(f"{{{RNG}}}grammar", nsmap=nsmap)
        self._root.set("ns", schema.namespace)
        self._root.set("datatypeLibrary", DATATYPES)
        self._anys: dict[AnyElement, str] = {}
        self._shared: dict[Attribute, str] = {}
        names = (*schema.elements, *schema.groups)
        self._patterns = {name: name for name in names if not _NO_NAME.search(name)}
        self._taken = set(self._patterns)
        attributes = [a for e in schema.elements.values() for a in e.attributes.values()]
        self._uses = Counter(attributes)

    def write(self) -> _Element:
        start = _add(_add(self._root, "start"), "choice")
        for name in self._schema.start:
            _add(start, "ref", name=self._pattern(name))
        for name, model in self._schema.groups.items():
            if not isinstance(model, Never):
                self._model(_add(self._root, "define", name=self._pattern(name)), model)
        for element in self._schema.elements.values():
            self._element(element)
        return self._root

    def _element(self, element: Element) -> None:
        define = _add(self._root, "define", name=self._pattern(element.name))
        node = _add(define, "element", name=element.tag)
        if element.namespace != self._schema.namespace:
            node.set("ns", element.namespace)
        _document(node, element.description)
        self._model(node, element.content)
        groups: dict[str, list[Attribute]] = {}
        for attribute in element.attributes.values():
            groups.setdefault(attribute.rivals or attribute.name, []).append(attribute)
        for group in groups.values():
            self._attributes(node, group)

    def _attributes(self, node: _Element, group: list[Attribute]) -> None:
        """Write one attribute, or several that exclude each other."""
        if all(attribute.usage != "req" for attribute in group):
            node = _add(node, "optional")
        if len(group) > 1:
            node = _add(node, "choice")
        for attribute in group:
            self._attribute(node, attribute)

    def _attribute(self, parent: _Element, attribute: Attribute) -> None:
        """Write an attribute, or a reference to one that many elements share."""
        if self._uses[attribute] == 1:
            _attribute(parent, attribute)
            return
        if attribute not in self._shared:
            name = f"{attribute.origin}.{attribute.split[1]}".replace(":", ".")
            while name in self._shared.values():
                name += "_"
            self._shared[attribute] = name
            _attribute(_add(self._root, "define", name=name), attribute)
        _add(parent, "ref", name=self._shared[attribute])

    def _model(self, parent: _Element, model: Model) -> None:
        match model:
            case Empty():
                _add(parent, "empty")
            case Never():
                _add(parent, "notAllowed")
            case Child(name) | Group(name):
                _add(parent, "ref", name=self._pattern(name))
            case AnyElement():
                _add(parent, "ref", name=self._any(model))
            case Sequence(items):
                self._all(_add(parent, "group"), items)
            case Choice(items):
                self._all(_add(parent, "choice"), items)
            case Interleave(items):
                self._all(_add(parent, "interleave"), items)
            case Repeat(item, least, most):
                self._repeat(parent, item, least, most)
            case _:
                write_value(parent, model)

    def _all(self, parent: _Element, items: tuple[Model, ...]) -> None:
        for item in items:
            self._model(parent, item)

    def _pattern(self, name: str) -> str:
        """Return the name of a definition: an element of another vocabulary has no plain one."""
        if name not in self._patterns:
            plain = _NO_NAME.sub("-", name.partition("}")[2] or name)
            while plain in self._taken:
                plain += "_"
            self._patterns[name] = plain
            self._taken.add(plain)
        return self._patterns[name]

    def _repeat(self, parent: _Element, item: Model, least: int, most: float) -> None:
        unbounded = most == UNBOUNDED
        if least + (0 if unbounded else most - least) > 1:
            parent = _add(parent, "group")
        for _ in range(least - (1 if unbounded and least else 0)):
            self._model(parent, item)
        if unbounded:
            self._model(_add(parent, "oneOrMore" if least else "zeroOrMore"), item)
            return
        for _ in range(int(most) - least):
            self._model(_add(parent, "optional"), item)

    def _any(self, wild: AnyElement) -> str:
        """Return the name of a definition that takes any element with anything in it."""
        model = replace(wild, known=frozenset())
        if model in self._anys:
            return self._anys[model]
        name = self._anys[model] = f"anyElement-{len(self._anys) + 1}"
        element = _add(_add(self._root, "define", name=name), "element")
        if model.require:
            wanted = _add(element, "choice")
            for namespace in model.require:
                _add(wanted, "nsName", ns=namespace)
        else:
            anything = _add(element, "anyName")
            if model.exclude:
                self._except(_add(anything, "except"), model.exclude)
        inside = _add(_add(element, "zeroOrMore"), "choice")
        _add(_add(inside, "attribute"), "anyName")
        _add(inside, "text")
        _add(inside, "ref", name=name)
        return name

    def _except(self, parent: _Element, exclude: tuple[str, ...]) -> None:
        for name in exclude:
            if name.startswith("{"):
                qname = QName(name)
                _add(parent, "name", ns=qname.namespace or "").text = qname.localname
            else:
                _add(parent, "nsName", ns=name)


def _attribute(parent: _Element, attribute: Attribute) -> None:
    space, local = attribute.split
    node = _add(parent, "attribute", name=local)
    if space:
        node.set("ns", space)
    if attribute.default and attribute.usage != "req":
        node.set(f"{{{ANNOTATIONS}}}defaultValue", attribute.default)
    _document(node, attribute.description)
    write_value(node, value_model(attribute))


def _document(node: _Element, description: str) -> None:
    if description:
        SubElement(node, f"{{{ANNOTATIONS}}}documentation").text = description


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    return SubElement(parent, f"{{{RNG}}}{name}", attributes)
