"""Cut an ODD down to what documents use: an ODD that is chained to it, with counts."""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import SubElement, _Element

from toolkit.errors import SchemaError
from toolkit.odd.assemble import assembled, declarations_of
from toolkit.odd.model import TEI, Attribute, Element, Schema
from toolkit.odd.sources import Declarations
from toolkit.odd.usage import Usage, counted, documents_told, times_told, told
from toolkit.reading.document import Document


@dataclass(frozen=True, slots=True)
class Trimmed:
    """An ODD that holds what documents use, and what they use that it cannot hold."""

    odd: bytes
    notes: tuple[str, ...]


def trim(odd: Path, documents: Iterable[Document], base: Path | None, target: Path) -> Trimmed:
    """Return an ODD for a target file, chained to another, with no more than documents use.

    Raises:
        SchemaError: the ODD cannot be compiled, or there is no document.
    """
    spec, declarations = declarations_of(odd, base)
    schema = assembled(odd, spec, declarations)
    source = os.path.relpath(odd.resolve(), target.resolve().parent)
    usage = counted(documents)
    if not usage.documents:
        raise SchemaError(odd, "cannot be trimmed: there is no document that uses it")
    trimmer = _Trimmer(schema, declarations, usage)
    return Trimmed(trimmer.write(Path(source).as_posix()), tuple(trimmer.notes()))


class _Trimmer:
    def __init__(self, schema: Schema, declarations: Declarations, usage: Usage) -> None:
        self._schema, self._declarations, self._usage = schema, declarations, usage
        self._elements = [e for e in schema.elements.values() if usage.elements[e.qname]]
        # An attribute that some declaration only changes must stay where it comes from.
        specs = [spec for kind in declarations.specs.values() for spec in kind.values()]
        self._fixed = {
            attribute.get("ident")
            for spec in specs
            for attribute in spec.iter(f"{{{TEI}}}attDef")
            if attribute.get("mode") == "change" or attribute.find(f"{{{TEI}}}altIdent") is not None
        }

    def notes(self) -> list[str]:
        """Return what the documents use and the ODD does not know."""
        known = {element.qname: element for element in self._schema.elements.values()}
        found = [
            f"<{_short(qname)}> is not in the schema: {times_told(times)}"
            for qname, times in sorted(self._usage.elements.items())
            if qname not in known
        ]
        for (qname, name), values in sorted(self._usage.attributes.items()):
            if qname in known and name not in known[qname].attributes:
                times = times_told(values.total())
                found.append(f"@{name} of <{_short(qname)}> is not in the schema: {times}")
        return found

    def write(self, source: str) -> bytes:
        """Return the ODD."""
        root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
        uses = "uses" if self._usage.documents == 1 else "use"
        title = f"What {documents_told(self._usage.documents)} {uses} of {self._schema.ident}"
        statement = _add(_add(root, "teiHeader"), "fileDesc")
        _add(_add(statement, "titleStmt"), "title").text = title
        for name in ("publicationStmt", "sourceDesc"):
            _add(_add(statement, name), "p").text = "Made by teikit odd trim."
        body = _add(_add(root, "text"), "body")
        starts = [
            n for n in self._schema.start if self._usage.roots[self._schema.elements[n].qname]
        ]
        spec = _add(
            body,
            "schemaSpec",
            ident=f"{self._schema.ident}-trimmed",
            start=" ".join(starts or self._schema.start),
            source=source,
        )
        if self._schema.namespace != TEI:
            spec.set("ns", self._schema.namespace)
        self._references(spec)
        self._classes(spec)
        for element in sorted(self._elements, key=lambda e: -self._usage.elements[e.qname]):
            self._element(spec, element)
        etree.indent(root)
        return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"

    def _references(self, spec: _Element) -> None:
        modules: dict[str, list[str]] = {}
        for element in self._elements:
            if element.name in self._declarations.specs["elementSpec"]:
                modules.setdefault(element.module, []).append(element.name)
        for module, names in sorted(modules.items()):
            if module:
                _add(spec, "moduleRef", key=module, include=" ".join(sorted(names)))
            else:
                for name in sorted(names):
                    _add(spec, "elementRef", key=name)
        specs = self._declarations.specs
        full = {one.get("module") for one in specs["elementSpec"].values()}
        classes = {name: one.get("module") for name, one in specs["classSpec"].items()}
        for module in sorted({m for m in classes.values() if m is not None and m not in full}):
            _add(spec, "moduleRef", key=module)
        for name, owner in classes.items():
            if owner in full - {None, *modules}:
                _add(spec, "classRef", key=name)

    def _classes(self, spec: _Element) -> None:
        """Take from classes the attributes that no element uses."""
        for name in self._declarations.specs["classSpec"]:
            unused = self._unused(name)
            if unused:
                change = _add(spec, "classSpec", ident=name, type="atts", mode="change")
                _delete(_add(change, "attList"), unused)

    def _unused(self, origin: str) -> list[str]:
        owners = [e for e in self._elements if any(a.origin == origin for a in _all(e))]
        given = {a.name for e in owners for a in _all(e) if a.origin == origin}
        used = {n for n in given for e in owners if self._usage.values(e.qname, n)}
        return sorted(given - used - self._fixed - self._required())

    def _required(self) -> set[str]:
        return {a.name for e in self._elements for a in _all(e) if a.usage == "req"}

    def _element(self, spec: _Element, element: Element) -> None:
        classes = {a.origin for a in _all(element)} - {element.name}
        gone = {origin: set(self._unused(origin)) for origin in classes}
        times = self._usage.elements[element.qname]
        many = documents_told(self._usage.within[element.qname])
        lines = [f"{element.tag}: {times_told(times)} in {many}"]
        change = etree.Element(f"{{{TEI}}}elementSpec", ident=element.name, mode="change")
        attributes = etree.Element(f"{{{TEI}}}attList")
        for attribute in _all(element):
            values = self._usage.values(element.qname, attribute.name)
            if values:
                lines.append(f"  @{attribute.name}: {told(values)}")
                _narrow(attributes, attribute, values)
            elif attribute.usage != "req" and attribute.name not in gone.get(attribute.origin, ()):
                _delete(attributes, [attribute.name])
        text = "\n".join(lines).replace("--", "- -")
        spec.append(etree.Comment(f" {text} "))
        if len(attributes) and element.name in self._declarations.specs["elementSpec"]:
            change.append(attributes)
            spec.append(change)


def _all(element: Element) -> list[Attribute]:
    return list(element.attributes.values())


def _narrow(attributes: _Element, attribute: Attribute, used: Counter[str]) -> None:
    """Take the values that nothing uses from a closed list."""
    words = {word for value in used for word in (value, *value.split())}
    unused = [value for value, _ in attribute.values if value not in words]
    if attribute.listed != "closed" or not unused:
        return
    change = _attribute(attributes, attribute.name, "change")
    listing = _add(change, "valList", mode="change")
    for value in unused:
        _add(listing, "valItem", ident=value, mode="delete")


def _delete(attributes: _Element, names: Iterable[str]) -> None:
    for name in names:
        _attribute(attributes, name, "delete")


def _attribute(attributes: _Element, name: str, mode: str) -> _Element:
    space, local = Attribute(name).split
    node = _add(attributes, "attDef", ident=local, mode=mode)
    if space:
        node.set("ns", space)
    return node


def _short(qname: str) -> str:
    return qname.removeprefix(f"{{{TEI}}}")


def _add(parent: _Element, name: str, /, **attributes: str) -> _Element:
    return SubElement(parent, f"{{{TEI}}}{name}", attributes)
