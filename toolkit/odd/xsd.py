"""Write a schema as W3C XML Schema 1.0.

Where a content model is not deterministic it is widened to "any of these, in any order":
RELAX NG stays exact, and XML Schema never rejects what RELAX NG accepts.
"""

from typing import Final

from lxml import etree
from lxml.etree import SubElement, _Element

from toolkit.odd.algebra import choice, is_value, unfold
from toolkit.odd.determinism import deterministic, particles, without_text
from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Attribute,
    Child,
    Choice,
    Datatype,
    Element,
    Empty,
    Model,
    Never,
    Repeat,
    Schema,
    Sequence,
    Text,
)
from toolkit.odd.serial import derived
from toolkit.odd.simpletypes import XS, write_type
from toolkit.odd.values import value_model

XML: Final = "http://www.w3.org/XML/1998/namespace"


def to_xsd(schema: Schema) -> dict[str, bytes]:
    """Return the XML Schema documents of a schema, by file name: its own and `xml.xsd`."""
    writer = _Writer(schema)
    writer.write()
    return {
        f"{schema.ident}.xsd": derived(writer.main, schema),
        "xml.xsd": derived(writer.xml, schema),
    }


def widened(schema: Schema) -> list[str]:
    """Return the elements that XML Schema cannot express exactly, or leaves to others."""
    writer = _Writer(schema)
    writer.write()
    others = [e.name for e in schema.elements.values() if e.namespace != schema.namespace]
    return [*writer.widened, *others]


class _Writer:
    """Both documents while they are being written."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.main: _Element = etree.Element(
            f"{{{XS}}}schema",
            {"targetNamespace": schema.namespace, "elementFormDefault": "qualified"},
            nsmap={"xs": XS, None: schema.namespace},
        )
        self.xml: _Element = etree.Element(
            f"{{{XS}}}schema", {"targetNamespace": XML}, nsmap={"xs": XS}
        )
        self.widened: list[str] = []
        self._groups: dict[tuple[Attribute, ...], str] = {}

    def write(self) -> None:
        _add(self.main, "import", namespace=XML, schemaLocation="xml.xsd")
        for element in self._schema.elements.values():
            if element.namespace == self._schema.namespace:
                self._element(element)

    def _element(self, element: Element) -> None:
        node = _add(self.main, "element", name=element.tag)
        if element.description:
            _add(_add(node, "annotation"), "documentation").text = element.description
        self._attributes(self._content(_add(node, "complexType"), element), element)

    def _content(self, node: _Element, element: Element) -> _Element:
        """Write the content of a type; return where its attributes go."""
        model, mixed = without_text(unfold(element.content, self._schema.groups))
        if is_value(model):
            extension = _add(_add(node, "simpleContent"), "extension", base=f"{element.tag}.value")
            write_type(_add(self.main, "simpleType", name=f"{element.tag}.value"), model)
            return extension
        if mixed:
            node.set("mixed", "true")
        if not deterministic(model):
            self.widened.append(element.name)
            found = particles(model)
            free = any(isinstance(particle, AnyElement) for particle in found)
            model = Repeat(AnyElement() if free else choice(found), 0, UNBOUNDED)
        match model:
            case Child() | AnyElement() | Repeat(Child() | AnyElement()):
                self._particle(_add(node, "sequence"), model)
            case Empty() | Never():
                pass
            case _:
                self._particle(node, model)
        return node

    def _particle(self, parent: _Element, model: Model, least: int = 1, most: float = 1) -> None:
        match model:
            case Child(name):
                element = self._schema.elements[name]
                own = element.namespace == self._schema.namespace
                if own:
                    _times(_add(parent, "element", ref=element.tag), least, most)
                else:
                    _any(parent, element.namespace, least, most)
            case AnyElement(require, exclude):
                if self._schema.namespace in exclude:
                    parent = _times(_add(parent, "choice"), least, most)
                    least, most = 1, 1
                    _any(parent, "##local", 1, 1)
                anything = "##other" if self._schema.namespace in exclude else "##any"
                _any(parent, " ".join(require) or anything, least, most)
            case Sequence(items) | Choice(items):
                kind = "sequence" if isinstance(model, Sequence) else "choice"
                inside = _times(_add(parent, kind), least, most)
                for item in items:
                    self._particle(inside, item)
            case Repeat(item, fewest, greatest):
                if (least, most) != (1, 1):
                    parent = _times(_add(parent, "sequence"), least, most)
                self._particle(parent, item, fewest, greatest)
            case _:
                message = f"not a particle: {model}"
                raise TypeError(message)

    def _attributes(self, node: _Element, element: Element) -> None:
        """Write the attributes; those that a class gives to many elements come as a group."""
        by_origin: dict[str, list[Attribute]] = {}
        for attribute in element.attributes.values():
            by_origin.setdefault(attribute.origin, []).append(attribute)
        for origin, attributes in by_origin.items():
            if origin == element.name:
                for attribute in attributes:
                    self._attribute(node, attribute)
            else:
                _add(node, "attributeGroup", ref=self._group(origin, tuple(attributes)))

    def _group(self, origin: str, attributes: tuple[Attribute, ...]) -> str:
        if attributes not in self._groups:
            name, taken = origin, set(self._groups.values())
            while name in taken:
                name += "_"
            self._groups[attributes] = name
            group = _add(self.main, "attributeGroup", name=name)
            for attribute in attributes:
                self._attribute(group, attribute)
        return self._groups[attributes]

    def _attribute(self, parent: _Element, attribute: Attribute) -> None:
        if attribute.name.startswith("{"):  # of another vocabulary
            _add(parent, "anyAttribute", namespace=attribute.split[0], processContents="lax")
            return
        if attribute.name.startswith("xml:"):
            node = _add(parent, "attribute", ref=attribute.name)
            self._declare_xml(attribute)
        else:
            node = _add(parent, "attribute", name=attribute.name)
            _typed(node, value_model(attribute))
        if attribute.required:
            node.set("use", "required")

    def _declare_xml(self, attribute: Attribute) -> None:
        name = attribute.name.removeprefix("xml:")
        if not any(node.get("name") == name for node in self.xml):
            _typed(_add(self.xml, "attribute", name=name), value_model(attribute))


def _typed(node: _Element, model: Model) -> None:
    match model:
        case Datatype(name, ()):
            node.set("type", f"xs:{name}")
        case Text():
            node.set("type", "xs:string")
        case _:
            write_type(_add(node, "simpleType"), model)


def _any(parent: _Element, namespace: str, least: int, most: float) -> None:
    _times(_add(parent, "any", namespace=namespace, processContents="lax"), least, most)


def _times(node: _Element, least: int, most: float) -> _Element:
    if least != 1:
        node.set("minOccurs", str(least))
    if most != 1:
        node.set("maxOccurs", "unbounded" if most == UNBOUNDED else str(int(most)))
    return node


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    return SubElement(parent, f"{{{XS}}}{name}", attributes)
