"""Describe a schema as plain data: what each element is, holds, stands in and takes."""

import json
from copy import deepcopy
from typing import Any, Final

from lxml import etree
from lxml.etree import _Element

from toolkit.odd import shown
from toolkit.odd.algebra import children, is_value, unfold
from toolkit.odd.language import TEXT, after
from toolkit.odd.model import TEI, Attribute, Element, Never, Rule, Schema
from toolkit.odd.reading import parts, said
from toolkit.odd.values import value_model
from toolkit.odd.witness import Smallest

NAMESPACE: Final = "tag:teikit,2026:odd"
_EXAMPLES: Final = "{http://www.tei-c.org/ns/Examples}"
_MOST: Final = 60  # elements: what is longer is no example

Data = dict[str, Any]


def described(schema: Schema, root: _Element | None = None) -> Data:
    """Return everything about a schema that readers and programs may want to know.

    Examples come from the prose of the ODD, if its root is given.
    """
    describer = _Describer(schema, root)
    elements = sorted(schema.elements.values(), key=lambda element: element.tag.lower())
    return {
        "ident": schema.ident,
        "namespace": schema.namespace,
        "start": list(schema.start),
        "classes": {name: shown.content(model) for name, model in sorted(schema.groups.items())},
        "elements": [describer.element(element) for element in elements],
        "rules": [_rule(rule) for rule in schema.rules],
    }


def to_json(data: Data) -> bytes:
    """Return a description as JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


class _Describer:
    def __init__(self, schema: Schema, root: _Element | None) -> None:
        self._schema = schema
        self._models = {n: unfold(e.content, schema.groups) for n, e in schema.elements.items()}
        self._parents: dict[str, list[str]] = {name: [] for name in schema.elements}
        for name in sorted(self._models):
            for child in children(self._models[name]):
                self._parents[child].append(name)
        self._examples = _examples(root)
        self._smallest = Smallest(schema)

    def element(self, element: Element) -> Data:
        model = self._models[element.name]
        text = not is_value(model) and not isinstance(after(model, TEXT), Never)
        return {
            "name": element.name,
            "tag": element.tag,
            "namespace": element.namespace,
            "module": element.module,
            "description": element.description,
            "classes": list(element.classes),
            "content": shown.content(element.content),
            "text": text,
            "children": sorted(children(model)),
            "parents": self._parents[element.name],
            "attributes": [_attribute(a, element) for a in element.attributes.values()],
            "rules": [_rule(rule) for rule in self._schema.rules if _concerns(rule, element)],
            "example": self._example(element),
        }

    def _example(self, element: Element) -> str:
        """Return the shortest example of the guidelines, or else the least that is valid."""
        if element.tag in self._examples:
            return self._examples[element.tag]
        least = self._smallest.alone(element.name)
        return "" if least is None else _source(least)


def _attribute(attribute: Attribute, element: Element) -> Data:
    return {
        "name": attribute.name,
        "usage": shown.usage(attribute),
        "description": attribute.description,
        "from": attribute.origin if attribute.origin != element.name else "",
        "type": shown.values(value_model(attribute)),
        "list": attribute.listed if attribute.values else "",
        "default": attribute.default,
        "values": [{"value": v, "description": said_} for v, said_ in attribute.values],
    }


def _rule(rule: Rule) -> Data:
    owner = rule.constraint.getparent()
    told = rule.constraint.iter("{*}assert", "{*}report")
    return {
        "ident": rule.ident,
        "section": rule.section,
        "context": rule.context,
        "description": "" if owner is None else said(owner, "desc"),
        "messages": [_message(one) for one in told],
    }


def _message(one: _Element) -> str:
    """Return what a rule says, with dots where a document's own words will stand."""
    words = [one.text or ""]
    for child in one:
        words += ["…", child.tail or ""]
    return " ".join("".join(words).split())


def _concerns(rule: Rule, element: Element) -> bool:
    return f"tei:{element.tag}" in {step.partition("/")[0] for step in rule.context.split(" | ")}


def _examples(root: _Element | None) -> dict[str, str]:
    """Return for each element the shortest example of the prose that shows it."""
    found: dict[str, tuple[int, str]] = {}
    for example in [] if root is None else root.iter(f"{_EXAMPLES}egXML"):
        for top in example.iterchildren(f"{_EXAMPLES}*"):
            inside = list(top.iter(f"{_EXAMPLES}*"))
            if len(inside) > _MOST:
                continue
            for tag in {str(node.tag).rpartition("}")[2] for node in inside}:
                if tag not in found or len(inside) < found[tag][0]:
                    found[tag] = (len(inside), _source(top))
    return {tag: source for tag, (_, source) in found.items()}


def _source(node: _Element) -> str:
    """Return an element as it is written, without the declaration of its own namespace."""
    text = etree.tostring(node, encoding="unicode", with_tail=False)
    for namespace in (TEI, _EXAMPLES[1:-1]):
        text = text.replace(f' xmlns="{namespace}"', "")
    lines = text.splitlines()
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    return "\n".join([*lines[:1], *(line[margin:] for line in lines[1:])])


def to_xml(data: Data, root: _Element | None) -> bytes:
    """Return a description as XML, with the prose of its ODD: what the pages are made from."""
    top = etree.Element(f"{{{NAMESPACE}}}schema", nsmap={None: NAMESPACE, "tei": TEI})
    groups = [{"name": name, "content": content} for name, content in data["classes"].items()]
    _fill(top, {**data, "classes": groups})
    bodies = [] if root is None else [t for t in root.iter(f"{{{TEI}}}text") if parts(t, "body")]
    title = None if root is None else root.find(f".//{{{TEI}}}titleStmt/{{{TEI}}}title")
    if title is not None:
        top.set("title", " ".join("".join(title.itertext()).split()))
    if bodies:
        top.append(_prose(bodies[0]))
    return etree.tostring(top, encoding="utf-8", xml_declaration=True)


_ONE: Final = {"children": "child", "classes": "class", "start": "start"}


def _fill(node: _Element, data: Data) -> None:
    for name, value in data.items():
        if not isinstance(value, list):
            node.set(name, str(value).lower() if isinstance(value, bool) else str(value))
            continue
        for item in value:
            child = etree.SubElement(
                node, f"{{{NAMESPACE}}}{_ONE.get(name, name.removesuffix('s'))}"
            )
            if isinstance(item, dict):
                _fill(child, item)
            else:
                child.text = str(item)


def _prose(text: _Element) -> _Element:
    """Return a copy of the prose without the declarations in it."""
    copy = deepcopy(text)
    for name in ("schemaSpec", "specGrp", "elementSpec", "classSpec", "macroSpec", "dataSpec"):
        for node in list(copy.iter(f"{{{TEI}}}{name}")):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    return copy
