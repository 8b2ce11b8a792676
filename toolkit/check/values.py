"""Values of attributes: what is wrong with one, what it should look like, what was meant."""

import re
from collections.abc import Iterable
from typing import Final

from toolkit.check.datevalues import date
from toolkit.check.wording import alone, closest, phrase
from toolkit.odd.model import Attribute, Choice, Datatype, ListOf, Literal, Model

KINDS: Final = {
    "date": "a day such as 1911-10-30",
    "gYearMonth": "a month such as 1911-10",
    "gYear": "a year such as 1911",
    "anyURI": "a pointer without spaces",
    "nonNegativeInteger": "a whole number",
    "ID": "a name that begins with a letter and has only letters, digits, full stop, - and _",
    "language": "a language tag such as en or ru-Latn",
    "token": "a word without spaces",
    "boolean": "true or false",
    "dateTime": "a day and a time such as 1911-10-30T18:00:00",
    "time": "a time such as 18:00:00",
    "gMonth": "a month alone such as --10",
    "gMonthDay": "a day of any year such as --10-30",
    "gDay": "a day of any month such as ---30",
    **dict.fromkeys(("decimal", "double", "float"), "a number"),
    **dict.fromkeys(("integer", "int", "long"), "a whole number"),
    "positiveInteger": "a whole number above 0",
    "NMTOKEN": "a word without spaces",
    "NCName": "an XML name",
    "Name": "an XML name",
    "string": "any text",
}
_SHOWN: Final = 12


def advice(attribute: Attribute, value: str) -> tuple[str, str]:
    """Return what to write, and the one value that was meant if there is no doubt about it."""
    allowed = [literal for literal, _ in attribute.values]
    if attribute.listed == "closed" and allowed:
        return _listed(allowed, value.strip())
    kinds = kind_of(attribute.type)
    if "such as 1911" in kinds:
        shown, meant = date(attribute.name, value)
        if shown:
            return shown, meant
    return _of_kind(attribute, value, kinds), ""


def _listed(allowed: list[str], value: str) -> tuple[str, str]:
    meant = closest(value, allowed, 0.6)
    some = [*allowed[:_SHOWN], f"and {len(allowed) - _SHOWN} more"]
    listed = ", ".join(some if len(some) < len(allowed) else allowed)
    shown = (f'did you mean "{meant}"? ' if meant else "") + f"allowed: {listed}"
    return shown, meant if meant and alone(value, meant, allowed) else ""


def _of_kind(attribute: Attribute, value: str, kinds: str) -> str:
    datatype = attribute.type.name if isinstance(attribute.type, Datatype) else ""
    stripped = value.strip().strip("“”„‘’\"'")
    if datatype == "ID" and (meant := identifier(value)):
        return f'write {kinds}, as in "{meant}"'
    if attribute.name in {"ref", "target", "corresp", "source", "who"} and " " in value.strip():
        return f"write {kinds}: # and an identifier"
    if datatype == "language" and (meant := re.sub(r"[_\s]+", "-", value.strip())) != value:
        return f'write "{meant}"'
    if stripped != value and stripped:
        return f'write "{stripped}": {kinds}'
    return f"write {kinds}"


def identifier(value: str) -> str:
    """Return a value as an identifier can be: ``1 Müller`` becomes ``id_1_Müller``."""
    name = re.sub(r"[^\w.\-]+", "_", value.strip().lstrip("#")).strip("_")
    return name if not name or name[0].isalpha() or name[0] == "_" else f"id_{name}"


def _patterns(facets: tuple[tuple[str, str], ...]) -> str:
    """Return the patterns of a datatype, unless they hold what only schemas can read."""
    found = [value for name, value in facets if name == "pattern"]
    return phrase(found) if found and not re.search(r"\\[CcIiPpSs]", "".join(found)) else ""


def _kinds(items: Iterable[Model]) -> list[str]:
    """Return what a value may be; of many forms of a date and of a number those that are usual."""
    found = list(dict.fromkeys(kind_of(item) for item in items))
    if "a day such as 1911-10-30" in found:
        return [kind for kind in found if "such as 1911" in kind]
    listed = any(kind.startswith('"') for kind in found)
    return [kind for kind in found if "number" in kind and not listed] or found


def kind_of(model: Model) -> str:
    """Return a value model in plain words."""
    match model:
        case Datatype("token" | "string", facets) if patterns := _patterns(facets):
            return f"something of the pattern {patterns}"
        case Datatype(name):
            return KINDS.get(name, f"a value of the datatype {name}")
        case Literal(value):
            return f'"{value}"'
        case Choice(items):
            return phrase(_kinds(items))
        case ListOf(item):
            return f"{kind_of(item)}, or several with spaces between them"
        case _:
            return "any text"
