"""What no TEI document may have, whatever its scheme: names TEI has nowhere, ill identifiers."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check import values, vocabulary
from toolkit.check.finding import Finding, problems
from toolkit.check.mending import Mend
from toolkit.check.survey import POINTERS, survey
from toolkit.check.wording import alone, closest
from toolkit.habits import ways
from toolkit.problems import Problem
from toolkit.reading.document import TEI, Document
from toolkit.wordlists import ATTRIBUTES, ELEMENTS

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_NCNAME: Final = re.compile(r"[^\W\d][\w.\-·]*")
_LIKE: Final = 0.75


def check(document: Document) -> Iterator[Problem]:
    """Give the elements and attributes that TEI has nowhere, and identifiers that are no names."""
    found = survey(document)
    for tag, nodes in found.by_name.items():
        name = QName(tag)
        if name.namespace is None:
            yield from problems(document, (_homeless(node) for node in nodes if _is_of_tei(node)))
        elif name.namespace == TEI and name.localname not in vocabulary.elements():
            yield from problems(document, (_element(node) for node in nodes))
    known = {key.replace("xml:", _XML) for key in vocabulary.attributes()}
    for node in found.elements:
        if not known.issuperset(node.keys()) and str(node.tag).startswith(f"{{{TEI}}}"):
            yield from problems(document, _attributes(node, known))
    idents = found.identifiers.items()
    ill = ((node, ident) for ident, node in idents if not _NCNAME.fullmatch(ident.strip()))
    yield from problems(document, (_identifier(node, ident) for node, ident in ill))


def _is_of_tei(node: _Element) -> bool:
    """Tell whether an element stands in one of TEI that holds no other vocabularies."""
    parent = node.getparent()
    name = QName(parent) if parent is not None else None
    return name is not None and name.namespace == TEI and name.localname != "xenoData"


def _homeless(node: _Element) -> Finding:
    message = f"<{QName(node).localname}> is in no namespace"
    advice = 'take out the xmlns="" that stands on it or above it'
    return Finding(node, "unknown-element", message, advice)


def _element(node: _Element) -> Finding:
    name, known = QName(node).localname, vocabulary.elements()
    habits = ways(name, {str(key): str(value) for key, value in node.attrib.items()})
    usual = [n for n in (*ELEMENTS.get(name, ()), *ELEMENTS.get(name.lower(), ())) if n in known]
    meant = closest(name, known, _LIKE) or next(iter(usual), "")
    advice = "correct it, or name the scheme that has it"
    if habits:
        advice = f"write {next(iter(habits.values()))}"
    elif meant:
        advice = f"did you mean <{meant}>?"
    sure = meant and not habits and alone(name, meant, known)
    mend = Mend("rename", meant) if sure else None
    return Finding(node, "unknown-element", f"TEI has no element <{name}>", advice, mend=mend)


def _attributes(node: _Element, known: set[str]) -> Iterator[Finding]:
    own = list(map(str, node.attrib))
    held = set(own)
    free = {n for n in vocabulary.attributes() if n.replace("xml:", _XML) not in held}
    for key in own:
        if key in known or (key[0] == "{" and not key.startswith(_XML)):
            continue
        name = key.replace(_XML, "xml:")
        habit = [n for n in ATTRIBUTES.get(name.lower(), ()) if n in free]
        meant = next(iter(habit), "") or closest(name, free, _LIKE)
        advice = "correct it, or name the scheme that has it"
        if meant:
            value = node.get(key, "")
            sign = "#" if meant in POINTERS and re.fullmatch(r"[\w.\-]+", value) else ""
            advice = f'did you mean @{meant}? write {meant}="{sign}{value}"'
        sure = meant and (len(habit) == 1 or alone(name, meant, vocabulary.attributes()))
        mend = Mend("attribute", name, meant) if sure else None
        message = f"TEI has no attribute @{name}"
        yield Finding(node, "unknown-attribute", message, advice, mend=mend)


def _identifier(node: _Element, ident: str) -> Finding:
    message = f'@xml:id="{ident}" of <{QName(node).localname}> is not allowed'
    meant = values.identifier(ident)
    advice = f"write {values.KINDS['ID']}" + (f', as in "{meant}"' if meant else "")
    return Finding(node, "wrong-value", message, advice)
