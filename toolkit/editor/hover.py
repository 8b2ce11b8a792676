"""What stands at a place means, in the words of the ODD."""

from typing import NamedTuple

from toolkit.check import values
from toolkit.check.models import Models
from toolkit.editor.entries import entries
from toolkit.odd.model import Element
from toolkit.wellformed.markup import Attribute as Written
from toolkit.wellformed.markup import Markup, Token


class Meaning(NamedTuple):
    """A text in Markdown, and the part of the file it is about."""

    text: str
    start: int
    end: int


def meaning(markup: Markup, offset: int, models: Models) -> Meaning | None:
    """Return what the element, attribute, value or entry at an offset means."""
    token = next(
        (t for t in markup.tokens if t.start <= offset < t.end and t.kind != "other"), None
    )
    if token is None:
        return None
    element = next((e for e in models.schema.elements.values() if e.tag == token.name), None)
    if element is None:
        return None
    for written in token.attributes:
        if written.start <= offset < written.end:
            return _attribute(markup, written, element, offset)
    return _element(token, element)


def _element(token: Token, element: Element) -> Meaning:
    names = [f"@{a.name}" + ("!" if a.required else "") for a in element.attributes.values()]
    listed = f"\n\nAttributes: {', '.join(names)}" if names else ""
    begin = token.start + (2 if token.kind == "end" else 1)
    text = f"**<{element.tag}>** {element.description}{listed}"
    return Meaning(text, begin, begin + len(token.name))


def _attribute(markup: Markup, written: Written, element: Element, offset: int) -> Meaning | None:
    known = element.attributes.get(written.name)
    if offset >= written.inside:
        pointed = {word.removeprefix("#") for word in written.value.split()}
        found = [e for e in entries(markup) if e.ident in pointed]
        if found:
            lines = [f"**{e.ident}** ({e.kind}) {e.name}" for e in found]
            return Meaning("\n\n".join(lines), written.start, written.end)
        said = dict(known.values).get(written.value, "") if known else ""
        if said:
            return Meaning(f"**{written.value}** {said}", written.start, written.end)
    if known is None:
        return None
    allowed = ", ".join(value for value, _ in known.values) or values.kind_of(known.type)
    text = f"**@{known.name}** {known.description}\n\nTakes: {allowed}"
    return Meaning(text, written.start, written.end)
