"""Write the rules of a schema as ISO Schematron (query binding XSLT 3)."""

from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import QName, SubElement, _Element

from toolkit.odd.grammar import SCHEMATRON
from toolkit.odd.model import TEI, Rule, Schema
from toolkit.odd.runnable import mark
from toolkit.odd.serial import derived

_XSL: Final = "http://www.w3.org/1999/XSL/Transform"
_XS: Final = "http://www.w3.org/2001/XMLSchema"


def to_schematron(schema: Schema, *, marked: bool = False) -> bytes:
    """Return the Schematron of a schema: a pattern for each rule, named as the rule is.

    If it is to be marked, each part says where in the ODD it stands.
    """
    nsmap = {None: SCHEMATRON, "xsl": _XSL}
    root = etree.Element(f"{{{SCHEMATRON}}}schema", {"queryBinding": "xslt3"}, nsmap=nsmap)
    namespaces = {"tei": TEI, "xs": _XS, **_namespaces(schema.rules)}
    for prefix, uri in namespaces.items():
        SubElement(root, f"{{{SCHEMATRON}}}ns", {"prefix": prefix, "uri": uri})
    everywhere = [
        part for rule in schema.rules for part in rule.constraint if _is_global(rule, part)
    ]
    root.extend(_clean(part, marked) for part in everywhere)
    for rule in schema.rules:
        _pattern(root, rule, marked)
    etree.cleanup_namespaces(root, top_nsmap=nsmap)
    return derived(root, schema)


def _namespaces(rules: tuple[Rule, ...]) -> dict[str, str]:
    declared = [ns for rule in rules for ns in rule.constraint.iter(f"{{{SCHEMATRON}}}ns")]
    return {ns.get("prefix", ""): ns.get("uri", "") for ns in declared}


def _is_global(rule: Rule, part: _Element) -> bool:
    """Whether a part is for all rules: a key or function, or a variable of the schema itself."""
    name = QName(part)
    return name.namespace == _XSL or (name.localname == "let" and not rule.context)


def _pattern(root: _Element, rule: Rule, marked: bool) -> None:  # noqa: FBT001 -- passed on
    local = [_clean(part, marked) for part in rule.constraint if not _is_global(rule, part)]
    found = [part for part in local if QName(part).localname != "ns"]
    if not found:
        return
    attributes = {"id": rule.ident} | ({"see": f"#{rule.section}"} if rule.section else {})
    pattern = SubElement(root, f"{{{SCHEMATRON}}}pattern", attributes)
    bare = [part for part in found if QName(part).localname in {"assert", "report"}]
    for part in found:
        if QName(part).localname == "pattern":
            pattern.extend(list(part))
        elif part not in bare:
            pattern.append(part)
    if bare:
        SubElement(pattern, f"{{{SCHEMATRON}}}rule", {"context": rule.context}).extend(bare)


def _clean(part: _Element, marked: bool) -> _Element:  # noqa: FBT001 -- passed on
    """Return a copy with its text on one line."""
    copy = deepcopy(part)
    if marked:
        mark(copy, part)
    copy.tail = None
    for node in copy.iter("*"):
        if node.text and len(node) == 0 and QName(node).namespace == SCHEMATRON:
            node.text = " ".join(node.text.split())
    return copy
