"""What is wrong with the attributes of one element."""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from toolkit.check import values, vocabulary
from toolkit.check.finding import Finding
from toolkit.check.mending import Mend
from toolkit.check.models import Profile, Rivals
from toolkit.check.survey import POINTERS
from toolkit.check.wording import alone, closest, phrase
from toolkit.odd.model import Attribute, Element
from toolkit.wordlists import ATTRIBUTES

_XML = "{http://www.w3.org/XML/1998/namespace}"
_SHOWN = 12


def findings(node: _Element, profile: Profile) -> Iterator[Finding]:
    """Give every attribute that is unknown, wrong or missing."""
    element = profile.element
    present, meant, strange = set(), set(), []
    for key, text in node.attrib.items():
        name, value = str(key).replace(_XML, "xml:"), str(text)
        present.add(name)
        allowed = profile.values.get(str(key))
        if allowed is None:
            finding, other = _unknown(node, element, name)
            meant.add(other)
            strange.append((finding, other))
        elif not allowed.accept(value):
            message = f'@{name}="{value}" of <{element.tag}> is not allowed'
            advice, right = values.advice(element.attributes[name], value)
            mend = Mend("value", name, right) if right else None
            yield Finding(node, "wrong-value", message, advice, mend=mend)
    yield from _together(strange, element)
    for attribute in element.attributes.values():
        if attribute.required and attribute.name not in present | meant:
            message = f"<{element.tag}> lacks @{attribute.name}"
            yield Finding(node, "missing-attribute", message, _addition(attribute))
    for rivals in profile.rivals:
        yield from _rivalry(node, element, rivals, present | meant)


def _rivalry(
    node: _Element, element: Element, rivals: Rivals, present: set[str]
) -> Iterator[Finding]:
    """Give attributes that exclude each other, or of which one is lacking."""
    names = [f"@{a.name}" for a in rivals.attributes]
    found = [f"@{a.name}" for a in rivals.attributes if a.name in present]
    if len(found) > 1:
        both = phrase(found, "and")
        message = f"<{element.tag}> has {both}, which exclude each other"
        yield Finding(node, "rival-attributes", message, f"keep {phrase(found)}")
    elif not found and rivals.needed:
        message = f"<{element.tag}> lacks {phrase(names)}"
        advice = "; ".join(_addition(attribute) for attribute in rivals.attributes[:1])
        yield Finding(node, "missing-attribute", message, f"{advice}, or another of these")


def _together(strange: list[tuple[Finding, str]], element: Element) -> Iterator[Finding]:
    """Give one finding for several attributes that no likeness explains."""
    plain = [finding for finding, meant in strange if not meant]
    if len(plain) > 1:
        found = [re.findall(r"@[^\s,]+", f.message)[0] for f in plain]
        names = phrase(found, "and")
        message = f"<{element.tag}> has no attributes {names}"
        if vocabulary.attributes().issuperset(name[1:] for name in found):
            message = f"TEI has {names}, this scheme does not have them on <{element.tag}>"
        advice = plain[0].advice.replace("take it out", "take them out")
        yield Finding(plain[0].element, "unknown-attribute", message, advice)
    else:
        yield from plain
    yield from (finding for finding, meant in strange if meant)


def _unknown(node: _Element, element: Element, name: str) -> tuple[Finding, str]:
    """Return the finding, and the attribute that was meant."""
    free = [other for other in element.attributes if other.replace("xml:", _XML) not in node.attrib]
    meant = _meant(name, free, element)
    shown = _written(node, name)
    message = f"<{element.tag}> has no attribute @{shown}"
    if meant:
        value = node.get(name.replace("xml:", _XML), "")
        sign = "#" if meant in POINTERS - {"facs"} and re.fullmatch(r"[\w.\-]+", value) else ""
        likes = f'{meant}="{sign}{value}"'
        mend = Mend("attribute", name, meant) if _is_sure(name, meant, free) else None
        advice = f"did you mean @{meant}? write {likes}"
        return Finding(node, "unknown-attribute", message, advice, mend=mend), meant
    if shown in vocabulary.attributes():
        message = f"TEI has @{shown}, this scheme does not have it on <{element.tag}>"
    allowed = [f"@{other}" for other in element.attributes]
    more = f" and {len(allowed) - _SHOWN} more" if len(allowed) > _SHOWN else ""
    advice = f"take it out; allowed: {', '.join(allowed[:_SHOWN])}{more}"
    return Finding(node, "unknown-attribute", message, advice), ""


def _written(node: _Element, name: str) -> str:
    """Return the name of an attribute as it stands in the file, with its prefix."""
    space, _, local = name.rpartition("}")
    prefixes = (prefix for prefix, uri in node.nsmap.items() if prefix and uri == space[1:])
    return f"{next(prefixes, '')}:{local}".lstrip(":") if space else name


def _meant(name: str, free: Sequence[str], element: Element) -> str:
    """Return the attribute that was meant: by habit, or because its name is like."""
    strange = name not in vocabulary.attributes()
    usual = name.lower()
    if strange and usual not in ATTRIBUTES and not closest(name, free, 0.75):
        usual = closest(usual, ATTRIBUTES, 0.8)
    habit = [other for other in ATTRIBUTES.get(usual, ()) if other in free]
    habit.sort(key=lambda other: not element.attributes[other].required)
    if habit:
        return habit[0]
    return closest(name, free, 0.75) or closest(name, free, 0.6) if strange else ""


def _is_sure(name: str, meant: str, free: Sequence[str]) -> bool:
    """Tell whether an attribute can be nothing but another one."""
    if name in vocabulary.attributes():
        return False
    if ATTRIBUTES.get(name.lower()) == (meant,):
        others = (other for other in free if other != meant)
        return not any(other.lower().endswith(name.lower()) for other in others)
    return alone(name, meant, {*free, *vocabulary.attributes()})


def _addition(attribute: Attribute) -> str:
    if not attribute.values:
        return f'add {attribute.name}="…": {values.kind_of(attribute.type)}'
    listed = [f'"{value}"' for value, _ in attribute.values]
    return f"add {attribute.name}: {phrase(listed)}"
