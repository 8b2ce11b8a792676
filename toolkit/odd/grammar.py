"""Which constructs of an ODD the compiler knows: anything else is refused, nothing is skipped."""

from typing import Final

from lxml.etree import QName, _Element

from toolkit.odd.model import TEI
from toolkit.odd.reading import refuse

SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"

# What tells readers something and changes no schema.
_PROSE: Final = "gloss desc remarks exemplum listRef equiv"
_ABOUT: Final = {
    "n",
    "corresp",
    "rend",
    "resp",
    "validUntil",
    "versionDate",
    "predeclare",
    "status",
}
_MODEL: Final = (
    "sequence alternate elementRef classRef macroRef dataRef textNode empty anyElement valList"
)
_TIMES: Final = "minOccurs maxOccurs"
_DECLARATIONS: Final = (
    "elementSpec classSpec macroSpec dataSpec moduleRef elementRef classRef macroRef dataRef"
    f" specGrp specGrpRef constraintSpec {_PROSE}"
)

# Each construct with the children and the attributes it may have.
_KNOWN: Final = {
    "schemaSpec": (
        _DECLARATIONS,
        "ident start ns docLang",
    ),
    "specGrp": (
        f"{_DECLARATIONS} p head",
        "",
    ),
    "specGrpRef": ("", "target"),
    "moduleRef": ("", "key include except"),
    "elementSpec": (
        f"altIdent classes content constraintSpec attList {_PROSE}",
        "ident module mode ns",
    ),
    "classSpec": (f"classes constraintSpec attList {_PROSE}", "ident module mode type"),
    "macroSpec": (f"content constraintSpec {_PROSE}", "ident module mode type"),
    "dataSpec": (f"content constraintSpec {_PROSE}", "ident module mode"),
    "classes": ("memberOf", "mode"),
    "memberOf": ("", "key mode min max"),
    "content": (_MODEL, ""),
    "sequence": (_MODEL, f"{_TIMES} preserveOrder"),
    "alternate": (_MODEL, _TIMES),
    "elementRef": ("", f"key {_TIMES}"),
    "classRef": ("", f"key expand include except {_TIMES}"),
    "macroRef": ("", f"key {_TIMES}"),
    "dataRef": ("dataFacet", f"key name restriction {_TIMES}"),
    "dataFacet": ("", "name value"),
    "textNode": ("", ""),
    "empty": ("", ""),
    "anyElement": ("", f"require except {_TIMES}"),
    "attList": ("attList attDef attRef", "org"),
    "attRef": ("", "class name"),
    "attDef": (
        f"altIdent datatype valList defaultVal valDesc constraintSpec {_PROSE}",
        "ident mode usage ns",
    ),
    "datatype": ("dataRef", _TIMES),
    "defaultVal": ("", ""),
    "valList": (f"valItem {_PROSE}", "type mode"),
    "valItem": (f"altIdent paramList {_PROSE}", "ident mode"),
    "constraintSpec": (f"constraint {_PROSE}", "ident scheme mode"),
}
_OPAQUE: Final = {*_PROSE.split(), "altIdent", "valDesc", "paramList", "p", "head", "constraint"}


def demand_known(element: _Element) -> None:
    """See that the compiler knows this construct and everything in it.

    Raises:
        OddFault: it does not.
    """
    name = QName(element).localname
    if name in _OPAQUE:
        return
    children, attributes = _KNOWN[name]
    for attribute in element.attrib:
        if not str(attribute).startswith("{") and attribute not in {*attributes.split(), *_ABOUT}:
            refuse(element, f"the compiler does not know @{attribute} of <{name}>")
    if name == "constraintSpec" and element.get("scheme", "schematron") != "schematron":
        refuse(element, f'the compiler does not know the scheme "{element.get("scheme")}" of rules')
    for child in element.iterchildren("*"):
        inner = QName(child)
        if inner.namespace != TEI or inner.localname not in children.split():
            refuse(child, f"the compiler does not know <{inner.localname}> in <{name}>")
        demand_known(child)
