"""Resolve the attributes of an element: inherited from its classes, then its own."""

from dataclasses import replace

from lxml.etree import _Element

from toolkit.odd.datatypes import datatype, value_of
from toolkit.odd.declarations import memberships
from toolkit.odd.model import Attribute
from toolkit.odd.reading import kind, parts, refuse, said
from toolkit.odd.sources import Declarations

Attributes = dict[str, Attribute]


class AttributeReader:
    """Reads attributes; what a class gives is worked out once."""

    def __init__(self, declarations: Declarations) -> None:
        self._declarations = declarations
        self._classes: dict[str, Attributes] = {}

    def attributes(self, spec: _Element) -> Attributes:
        """Return the attributes of an element or class by name, inherited ones first."""
        found: Attributes = {}
        for key in memberships(spec):
            for name, attribute in self._of_class(key, spec).items():
                found.setdefault(name, attribute)
        for attributes in parts(spec, "attList"):
            self._fold(attributes, found, spec.get("ident", ""))
        return found

    def _of_class(self, key: str, reference: _Element) -> Attributes:
        if key not in self._classes:
            self._classes[key] = {}
            spec = self._declarations.find("classSpec", key, reference)
            if spec is not None:
                self._classes[key] = self.attributes(spec)
        return self._classes[key]

    def _fold(self, attributes: _Element, found: Attributes, owner: str, rivals: str = "") -> None:
        if attributes.get("org") == "choice":
            rivals = f"{owner}.{attributes.sourceline}"
        for part in parts(attributes):
            match kind(part):
                case "attList":
                    self._fold(part, found, owner, rivals)
                case "attRef":
                    self._refer(part, found)
                case _:
                    self._define(part, found, owner, rivals)

    def _refer(self, part: _Element, found: Attributes) -> None:
        key, name = part.get("class"), part.get("name")
        if key is None and name is not None:  # the name of its pattern: att.x.attribute.y
            key, _, name = name.partition(".attribute.")
        given = self._of_class(key or "", part)
        if name is not None and name not in given:
            refuse(part, f'the class "{part.get("class")}" has no attribute "{name}"')
        found.update({n: attribute for n, attribute in given.items() if name in {None, n}})

    def _define(self, part: _Element, found: Attributes, owner: str, rivals: str) -> None:
        name, mode = part.get("ident", ""), part.get("mode", "add")
        if part.get("ns"):
            name = f"{{{part.get('ns')}}}{name}"
        if mode == "delete":
            found.pop(name, None)
            return
        old = found.get(name) if mode == "change" else None
        if mode == "change" and old is None:
            self._declarations.note(
                part, f'it changes @{name}, which "{owner}" does not have: it adds it'
            )
        found[name] = replace(self._read(part, old or Attribute(name)), origin=owner, rivals=rivals)

    def _read(self, part: _Element, attribute: Attribute) -> Attribute:
        for child in parts(part):
            match kind(child):
                case "datatype":
                    attribute = replace(attribute, type=datatype(child, self._declarations))
                case "valList":
                    attribute = _with_values(attribute, child)
                case "defaultVal":
                    attribute = replace(attribute, default=(child.text or "").strip())
                case "altIdent":
                    attribute = replace(attribute, name=(child.text or "").strip())
                case _:
                    pass
        usage = part.get("usage", attribute.usage)
        description = said(part, "desc") or attribute.description
        return replace(attribute, usage=usage, description=description)


def _with_values(attribute: Attribute, listing: _Element) -> Attribute:
    if listing.get("mode") == "delete":
        return replace(attribute, values=(), listed="open")
    kept = dict(attribute.values) if listing.get("mode") == "change" else {}
    for item in parts(listing, "valItem"):
        if item.get("mode") == "delete":
            kept.pop(item.get("ident", ""), None)
        else:
            kept.update(value_of(item))
    listed = attribute.listed if listing.get("mode") == "change" else "open"
    return replace(attribute, values=tuple(kept.items()), listed=listing.get("type", listed))
