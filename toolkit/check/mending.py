"""Small repairs of a start tag that leave every word of the text as it is."""

from html import escape
from typing import NamedTuple

from lxml.etree import QName, _Element

from toolkit.check import places
from toolkit.problems import Edit
from toolkit.reading.document import Document
from toolkit.wellformed.markup import Token


class Mend(NamedTuple):
    """A repair: ``rename`` an element, ``attribute`` by another name, ``value`` of an attribute."""

    kind: str
    name: str
    value: str = ""


def edits(document: Document, element: _Element, mend: Mend) -> tuple[Edit, ...]:
    """Return the edits of the file that carry out a repair; none if it is not possible."""
    token = places.tag(document, element)
    if token is None:
        return ()
    match mend.kind:
        case "rename":
            return _renamed(document, element, token, mend.name)
        case "attribute":
            return _attribute_renamed(token, mend)
        case _:
            return _value(token, mend)


def _renamed(document: Document, element: _Element, token: Token, name: str) -> tuple[Edit, ...]:
    old = QName(element).localname
    shift = len(token.name) - len(old)
    found = [Edit(token.start + 1 + shift, token.start + 1 + len(token.name), name)]
    end = places.markup(document).ends.get(token.start)
    if token.kind == "start" and end is not None:
        found.append(Edit(end.start + 2 + shift, end.start + 2 + len(end.name), name))
    return tuple(found)


def _attribute_renamed(token: Token, mend: Mend) -> tuple[Edit, ...]:
    if any(a.name == mend.value for a in token.attributes):
        return ()
    for attribute in token.attributes:
        if attribute.name == mend.name:
            return (Edit(attribute.start, attribute.start + len(mend.name), mend.value),)
    return ()


def _value(token: Token, mend: Mend) -> tuple[Edit, ...]:
    written = escape(mend.value, quote=False).replace('"', "&quot;")
    for attribute in token.attributes:
        if attribute.name == mend.name:
            quoted = Edit(attribute.inside - 1, attribute.end, f'"{written}"')
            return (quoted,) if attribute.quotes else ()
    at = token.start + 1 + len(token.name)
    return (Edit(at, at, f' {mend.name}="{written}"'),)
