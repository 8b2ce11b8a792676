"""Read the datatypes and closed lists of an ODD as value models."""

from lxml.etree import _Element

from toolkit.odd.algebra import choice, sequence
from toolkit.odd.model import Choice, Datatype, ListOf, Literal, Model, Text
from toolkit.odd.reading import kind, occurrences, parts, refuse, said
from toolkit.odd.sources import Declarations
from toolkit.odd.valuepatterns import as_value
from toolkit.odd.values import RNG


def datatype(element: _Element, declarations: Declarations) -> Model:
    """Return the value model of a `datatype` element."""
    inner = [value(part, declarations) for part in parts(element)]
    return _times(choice(inner), element) if inner else Text()


def value(element: _Element, declarations: Declarations) -> Model:
    """Return the value model of one part of a datatype.

    Raises:
        OddFault: it is not something a value can be.
    """
    if str(element.tag).startswith(f"{{{RNG}}}") and declarations.foreign is not None:
        return as_value(declarations.foreign.reader.read(element).content)
    match kind(element):
        case "dataRef":
            model = _reference(element, declarations)
        case "alternate":
            model = choice(value(part, declarations) for part in parts(element))
        case "sequence":
            model = ListOf(sequence(value(part, declarations) for part in parts(element)), 1, 1)
        case "textNode":
            model = Text()
        case "empty":
            model = Literal("")
        case "valList":
            model = choice(Literal(ident) for ident in values(element))
        case name:
            refuse(element, f"<{name}> cannot stand in a datatype")
    return _times(model, element)


def values(element: _Element, language: str = "en") -> dict[str, str]:
    """Return what a `valList` lists: each value with its description."""
    found: dict[str, str] = {}
    for item in parts(element, "valItem"):
        if item.get("mode") != "delete":
            found |= value_of(item, language)
    return found


def value_of(item: _Element, language: str = "en") -> dict[str, str]:
    """Return the value that a `valItem` is about, with its description."""
    value_ = said(item, "altIdent") or item.get("ident", "")
    return {value_: said(item, "desc", language) or said(item, "gloss", language)}


def _reference(element: _Element, declarations: Declarations) -> Model:
    facets = tuple((f.get("name", ""), f.get("value", "")) for f in parts(element, "dataFacet"))
    if pattern := element.get("restriction"):
        facets += (("pattern", pattern),)
    if name := element.get("name"):
        return Datatype(name, facets)
    spec = declarations.find("dataSpec", element.get("key"), element)
    if spec is None:
        refuse(element, f'the datatype "{element.get("key")}" was deleted but is still in use')
    found = [
        value(part, declarations) for content in parts(spec, "content") for part in parts(content)
    ]
    model = choice(found) if found else Text()
    if facets and not isinstance(model, Datatype):
        refuse(element, f'"{element.get("key")}" is no simple datatype, so it cannot be restricted')
    return Datatype(model.name, model.facets + facets) if isinstance(model, Datatype) else model


def _times(model: Model, element: _Element) -> Model:
    least, most = occurrences(element)
    if (least, most) == (1, 1):
        return model
    if (least, most) == (0, 1):
        return Choice((model, Literal("")))
    return ListOf(model, least, most)
