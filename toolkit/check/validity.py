"""Why a document does not fit the schema.

An ODD gives each element one definition, so a document is valid exactly when the
attributes and children of each element are. Going element by element, one mistake
neither hides another nor is reported twice.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import QName, _Element

from toolkit.check.advice import Adviser, of_value
from toolkit.check.automaton import state
from toolkit.check.finding import Finding
from toolkit.check.wording import closest, phrase
from toolkit.document import Document
from toolkit.odd.algebra import children, is_value, unfold
from toolkit.odd.language import TEXT
from toolkit.odd.model import Attribute, Element, Model, Schema
from toolkit.odd.values import accepts, value_model

_BLANK = " \t\r\n"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SNIPPET = 40


class _Here(NamedTuple):
    """An element of the document, its definition, and what it may go on with."""

    node: _Element
    element: Element
    expected: frozenset[str]


class Validity:
    """A schema made ready to explain documents."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._elements = {element.qname: element for element in schema.elements.values()}
        self._models = {
            name: unfold(element.content, schema.groups)
            for name, element in schema.elements.items()
        }
        self._values = {
            name: {a.name: value_model(a) for a in element.attributes.values()}
            for name, element in schema.elements.items()
        }
        self._required = {
            name: [a for a in element.attributes.values() if a.required]
            for name, element in schema.elements.items()
        }

    def explain(self, document: Document) -> Iterator[Finding]:
        """Give everything that keeps a document from being valid."""
        adviser = Adviser(document.tree, self._models)
        root = document.tree.getroot()
        known = self._elements.get(str(root.tag))
        if known is None or known.name not in self._schema.start:
            message = f"the document begins with <{QName(root).localname}>"
            yield Finding(
                root, "wrong-root", message, f"begin it with {adviser.names(self._schema.start)}"
            )
        for node in root.iter("*"):
            element = self._elements.get(str(node.tag))
            if element is not None:  # the parent reports what is unknown
                yield from self._attributes(node, element)
                yield from self._content(node, element, adviser)

    def _content(self, node: _Element, element: Element, adviser: Adviser) -> Iterator[Finding]:
        model = self._models[element.name]
        if is_value(model):
            yield from _value(node, element, model)
            return
        now, sound = state(model), True
        for symbol, place in self._symbols(node):
            after = now.step(symbol)
            if after is None:
                sound = False
                yield self._unexpected(symbol, place, _Here(node, element, now.expected), adviser)
            now = after or now
        if sound and not now.may_end:
            wanted = adviser.names(now.expected)
            message = f"<{element.tag}> is not complete"
            yield Finding(node, "incomplete-element", message, f"add {wanted}")

    def _attributes(self, node: _Element, element: Element) -> Iterator[Finding]:
        present = set()
        for key, text in node.attrib.items():
            name, value = str(key).replace(_XML, "xml:"), str(text)
            present.add(name)
            model = self._values[element.name].get(name)
            if model is None:
                yield _unknown_attribute(node, element, name)
            elif not accepts(model, value):
                message = f'@{name}="{value}" of <{element.tag}> is not allowed'
                advice = of_value(element.attributes[name], value)
                yield Finding(node, "wrong-value", message, advice)
        for attribute in self._required[element.name]:
            if attribute.name not in present:
                message = f"<{element.tag}> lacks @{attribute.name}"
                yield Finding(node, "missing-attribute", message, _addition(attribute))

    def _symbols(self, node: _Element) -> Iterator[tuple[str, _Element]]:
        """Give what stands in an element, as symbols, with the nearest element before it."""
        if (node.text or "").strip(_BLANK):
            yield TEXT, node
        for child in node:
            if isinstance(child.tag, str):
                known = self._elements.get(child.tag)
                yield known.name if known else child.tag, child
            if (child.tail or "").strip(_BLANK):
                yield TEXT, child if isinstance(child.tag, str) else node

    def _unexpected(self, symbol: str, place: _Element, here: _Here, adviser: Adviser) -> Finding:
        expected = adviser.expected(here.expected, here.element.tag)
        wrapper = adviser.wrapper(symbol, here.expected)
        if symbol == TEXT:
            text = _snippet(here.node.text if place is here.node else place.tail)
            message = f'text stands directly in <{here.element.tag}>: "{text}"'
            return Finding(place, "stray-text", message, wrapper or expected)
        name = QName(place).localname
        if symbol not in self._schema.elements:
            similar = adviser.similar(name, here.expected)
            return Finding(place, "unknown-element", self._unknown(place), similar or expected)
        inside = symbol in children(self._models[here.element.name])
        where = f"at this point of <{here.element.tag}>" if inside else f"in <{here.element.tag}>"
        message = f"<{name}> may not stand {where}"
        return Finding(place, "misplaced-element", message, wrapper or expected)

    def _unknown(self, node: _Element) -> str:
        name = QName(node)
        if name.namespace is None:
            return f"<{name.localname}> is in no namespace"
        if name.namespace != self._schema.namespace:
            return f"<{name.localname}> is of another vocabulary, {name.namespace}"
        return f"the scheme has no element <{name.localname}>"


def _snippet(text: str | None) -> str:
    words = " ".join((text or "").split())
    return words if len(words) <= _SNIPPET else f"{words[: _SNIPPET - 1]}…"


def _value(node: _Element, element: Element, model: Model) -> Iterator[Finding]:
    inner = next(node.iterchildren("*"), None)
    if inner is not None:
        message = f"<{element.tag}> holds a value, not elements"
        yield Finding(inner, "misplaced-element", message, "take the element out")
    elif not accepts(model, text := "".join(node.itertext())):
        message = f'"{text}" is no value of <{element.tag}>'
        yield Finding(node, "wrong-value", message, element.description)


def _unknown_attribute(node: _Element, element: Element, name: str) -> Finding:
    meant = closest(name, element.attributes, 0.6)
    allowed = ", ".join(f"@{other}" for other in element.attributes)
    advice = f"did you mean @{meant}?" if meant else f"allowed: {allowed}"
    shown = name.partition("}")[2] or name
    return Finding(node, "unknown-attribute", f"<{element.tag}> has no attribute @{shown}", advice)


def _addition(attribute: Attribute) -> str:
    if not attribute.values:
        return f"add {attribute.name}"
    return f"add {attribute.name}: {phrase([value for value, _ in attribute.values])}"
