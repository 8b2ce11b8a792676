"""Which constructs of an ODD the compiler knows: anything else is refused, nothing is skipped."""

from difflib import get_close_matches
from typing import Final

from lxml.etree import QName, _Element

from toolkit.odd.model import TEI
from toolkit.odd.places import place
from toolkit.odd.reading import kind, refuse
from toolkit.odd.values import RNG

SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"

# What tells readers or programs something and changes no schema.
_PROSE: Final = "gloss desc remarks exemplum listRef equiv"
_PROCESSING: Final = "model modelGrp modelSequence"
_ABOUT: Final = set(
    "n corresp rend resp cert validUntil versionDate predeclare status type".split()
)
_MODEL: Final = (
    "sequence alternate elementRef classRef macroRef dataRef textNode empty anyElement valList"
)
_TIMES: Final = "minOccurs maxOccurs"
_DECLARATIONS: Final = (
    "elementSpec classSpec macroSpec dataSpec moduleRef elementRef classRef macroRef dataRef"
    f" specGrp specGrpRef constraintSpec {_PROSE}"
)
_COMMON: Final = "ident module mode source"

# Each construct with the children and the attributes it may have. @prefix and @autoPrefix
# name patterns in RELAX NG, which our grammars name themselves.
_KNOWN: Final = {
    "schemaSpec": (
        _DECLARATIONS,
        "ident start ns source defaultExceptions docLang targetLang prefix",
    ),
    "specGrp": (f"{_DECLARATIONS} p head ab div list table", ""),
    "specGrpRef": ("", "target"),
    "moduleRef": ("content", "key include except source url prefix"),
    "elementSpec": (
        f"altIdent classes content constraintSpec attList {_PROCESSING} {_PROSE}",
        f"{_COMMON} ns prefix",
    ),
    "classSpec": (f"altIdent classes constraintSpec attList {_PROSE}", _COMMON),
    "macroSpec": (f"altIdent content constraintSpec {_PROSE}", _COMMON),
    "dataSpec": (f"altIdent content constraintSpec {_PROSE}", _COMMON),
    "classes": ("memberOf", "mode"),
    "memberOf": ("", "key mode"),
    "content": (_MODEL, "autoPrefix"),
    "sequence": (_MODEL, f"{_TIMES} preserveOrder"),
    "alternate": (_MODEL, _TIMES),
    "elementRef": ("", f"key source {_TIMES}"),
    "classRef": ("", f"key source expand include except {_TIMES}"),
    "macroRef": ("", f"key source {_TIMES}"),
    "dataRef": ("dataFacet", f"key source name restriction {_TIMES}"),
    "dataFacet": ("", "name value"),
    "textNode": ("", ""),
    "empty": ("", ""),
    "anyElement": ("", f"require except {_TIMES}"),
    "attList": ("attList attDef attRef", "org"),
    "attRef": ("", "class name"),
    "attDef": (
        f"altIdent datatype valList defaultVal valDesc constraintSpec {_PROSE}",
        "ident mode usage ns module",
    ),
    "datatype": (f"dataRef alternate sequence textNode empty valList {_PROSE}", _TIMES),
    "defaultVal": ("", ""),
    "valList": (f"valItem {_PROSE}", "mode"),
    "valItem": (f"altIdent paramList {_PROSE}", "ident mode"),
    "constraintSpec": (f"constraint {_PROSE}", "ident scheme mode xml:lang"),
}
_OPAQUE: Final = {
    *_PROSE.split(), *_PROCESSING.split(), *"altIdent valDesc paramList constraint".split(),
    *"p head ab div list table".split(),
}  # fmt: skip
# Where RELAX NG may stand in an ODD.
_PATTERNS: Final = {"content", "datatype"}
# The attributes that have one of a few values, for all constructs or for one.
_EXPANSIONS: Final = (
    "alternation sequence sequenceOptional sequenceOptionalRepeatable sequenceRepeatable"
)
_VALUES: Final = {
    "mode": "add change delete replace",
    "classes/mode": "change replace",
    "memberOf/mode": "add delete",
    "attDef/usage": "req rec opt",
    "attList/org": "group choice",
    "valList/type": "closed semi open",
    "classSpec/type": "model atts",
    "classSpec/generate": _EXPANSIONS,
    "classRef/expand": f"{_EXPANSIONS} alternate",
    "content/autoPrefix": "true false",
    "sequence/preserveOrder": "true false 1 0",
    "dataFacet/name": "length minLength maxLength pattern enumeration whiteSpace maxInclusive"
    " minInclusive maxExclusive minExclusive totalDigits fractionDigits",
}
# What TEI does not define, is met all the same, and has no effect in TEI's own processor.
_VAIN: Final = {("classRef", "exclude"): "except"}


def demand_known(element: _Element) -> list[str]:
    """See that the compiler knows this construct and everything in it; say what has no effect.

    Raises:
        OddFault: it does not.
    """
    name = QName(element).localname
    if name in _OPAQUE:
        return []
    notes = []
    children, attributes = _KNOWN[name]
    for attribute in map(str, element.attrib):
        if attribute.startswith("{") or attribute in {*attributes.split(), *_ABOUT}:
            continue
        if (name, attribute) not in _VAIN:
            said = f"the compiler does not know @{attribute} of <{name}>"
            meant = f": say @{attribute}Occurs of the <classRef> that brings it in"
            refuse(element, said + (meant if attribute in {"min", "max"} else ""))
        meant = _VAIN[name, attribute]
        notes.append(
            f"{place(element)}: TEI has no @{attribute} of <{name}>, so it has no effect;"
            f" did you mean @{meant}?"
        )
    _demand_values(element, name)
    for child in element.iterchildren("*"):
        inner = QName(child)
        if inner.namespace == RNG and name in _PATTERNS:
            continue
        if inner.namespace != TEI or inner.localname not in children.split():
            refuse(child, f"the compiler does not know <{kind(child)}> in <{name}>")
        notes += demand_known(child)
    return notes


def _demand_values(element: _Element, name: str) -> None:
    """See that an attribute with a closed list of values has one of them."""
    for attribute, value in element.attrib.items():
        known = _VALUES.get(f"{name}/{attribute}", _VALUES.get(str(attribute), "")).split()
        if known and value not in known:
            near = get_close_matches(value, known, 1, 0)[0]
            listed = ", ".join(known)
            said = f'@{attribute}="{value}" of <{name}> is not one of {listed}'
            refuse(element, f'{said}; did you mean "{near}"?')
