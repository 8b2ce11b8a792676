"""Read the XML of an ODD: children, occurrences, descriptions."""

from typing import NoReturn

from lxml.etree import QName, _Element

from toolkit.odd.model import TEI, UNBOUNDED

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ID = "{http://www.w3.org/XML/1998/namespace}id"


class OddFault(Exception):  # noqa: N818 -- never leaves this package: assemble makes it a SchemaError
    """Something in an ODD cannot be compiled."""

    def __init__(self, element: _Element, reason: str) -> None:
        super().__init__(f"line {element.sourceline}: {reason}")


def refuse(element: _Element, reason: str) -> NoReturn:
    """Stop: this element cannot be compiled.

    Raises:
        OddFault: always.
    """
    raise OddFault(element, reason)


def kind(element: _Element) -> str:
    """Return an element's local name."""
    return QName(element).localname


def parts(element: _Element, *names: str) -> list[_Element]:
    """Return the TEI children of an element, all or those of some names."""
    wanted = {f"{{{TEI}}}{name}" for name in names}
    return [child for child in element.iterchildren("*") if not wanted or child.tag in wanted]


def occurrences(element: _Element) -> tuple[int, float]:
    """Return how often at least and at most something stands."""
    most = element.get("maxOccurs", "1")
    return int(element.get("minOccurs", "1")), UNBOUNDED if most == "unbounded" else int(most)


def said(element: _Element, name: str, language: str = "en") -> str:
    """Return the text of a child such as `desc`, in a language if there is a choice."""
    found = parts(element, name)
    best = [child for child in found if child.get(LANG, language) == language] or found
    return " ".join("".join(best[0].itertext()).split()) if best else ""


def listed(element: _Element, name: str) -> list[str]:
    """Return the words of an attribute."""
    return element.get(name, "").split()
