"""What stands at a place of a text that is being written, and so may be unfinished."""

import re
from dataclasses import dataclass, field
from typing import Final

from toolkit.wellformed.markup import Markup, Token

_ELEMENT: Final = re.compile(r"<([\w.:\-]*)$")
_END: Final = re.compile(r"</([\w.:\-]*)$")
_VALUE: Final = re.compile(r"([\w.:\-]+)\s*=\s*([\"'])([^\"'<]*)$")
_ATTRIBUTE: Final = re.compile(r"\s([\w.:\-]*)$")
_QUOTED: Final = re.compile(r"\"[^\"<]*\"|'[^'<]*'")


@dataclass(slots=True)
class Open:
    """An element that is open, and the children it has so far."""

    name: str
    children: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place: ``element``, ``end``, ``attribute``, ``value`` or ``text``, and what is typed."""

    kind: str
    typed: str
    opened: tuple[Open, ...]
    tag: str = ""
    attribute: str = ""
    present: tuple[str, ...] = ()


def cursor(markup: Markup, offset: int) -> Cursor:
    """Return what is being written at an offset."""
    opened = _opened(markup, offset)
    begin = _unfinished(markup.text, offset)
    written = "" if begin is None else markup.text[begin:offset]
    if found := _END.fullmatch(written):
        return Cursor("end", found[1], opened)
    if found := _ELEMENT.fullmatch(written):
        return Cursor("element", found[1], opened)
    name = re.match(r"<([\w.:\-]+)", written)
    return _in_tag(written, name[1], opened) if name else Cursor("text", "", opened)


def _in_tag(written: str, name: str, opened: tuple[Open, ...]) -> Cursor:
    """Return what is being written after the name of an element."""
    bare = _QUOTED.sub(lambda match: "·" * len(match[0]), written)
    present = tuple(re.findall(r"([\w.:\-]+)\s*=", bare))
    if value := _VALUE.search(bare):
        word = value[3].rpartition(" ")[2]
        return Cursor("value", word, opened, name, value[1], present)
    if attribute := _ATTRIBUTE.search(bare):
        return Cursor("attribute", attribute[1], opened, name, "", present)
    return Cursor("text", "", opened)


def _unfinished(text: str, offset: int) -> int | None:
    """Return where the tag begins that an offset is in, or nothing if it is in no tag."""
    begin = text.rfind("<", 0, offset)
    if begin < 0 or text.startswith(("<!", "<?"), begin):
        return None
    inside = _QUOTED.sub(lambda match: "·" * len(match[0]), text[begin:offset])
    return None if ">" in inside else begin


def _opened(markup: Markup, offset: int) -> tuple[Open, ...]:
    """Return the elements that are open at an offset, outermost first."""
    stack = [Open("")]
    for token in markup.tokens:
        if token.start >= offset or (not token.complete and token.end >= offset):
            break
        if token.kind in {"start", "empty"} and token.end <= offset:
            stack[-1].children.append(token.name)
            if token.kind == "start":
                stack.append(Open(token.name))
        elif token.kind == "end":
            _close(stack, token)
    return tuple(stack[1:])


def _close(stack: list[Open], token: Token) -> None:
    """Close the nearest element of a name, and those inside it that were left open."""
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == token.name:
            del stack[depth:]
            return
