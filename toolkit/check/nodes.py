"""Where a node stands that is no element: an attribute, a comment, an instruction, text."""

from collections import Counter
from functools import lru_cache
from xml.parsers import expat

from lxml.etree import _Element

from toolkit.check import places
from toolkit.reading.document import Document, Position


def node_place(document: Document, element: _Element, step: str) -> Position | None:
    """Return the place of a node in an element: ``@n``, ``comment()[2]``, ``text()[1]``."""
    if step[:1] != "@":
        return _nodes(document).get((document.position(element), step))
    tag = places.tag(document, element)
    found = [a for a in tag.attributes if a.name == step[1:]] if tag else []
    return Position(*places.markup(document).lines.place(found[0].start)) if found else None


@lru_cache(maxsize=1)
def _nodes(document: Document) -> dict[tuple[Position, str], Position]:
    """Return the place of each node by that of its element, and the last step of its path."""
    walk = _Walk()
    try:
        walk.parser.Parse(places.markup(document).text.encode(), True)  # noqa: FBT003 -- expat takes it by position
    except (expat.ExpatError, LookupError, ValueError):
        return {}
    return walk.found


class _Walk:
    """One reading of a file, in which the nodes of each element are counted."""

    def __init__(self) -> None:
        self.found: dict[tuple[Position, str], Position] = {}
        self.parser = expat.ParserCreate("utf-8")
        self._open: list[tuple[Position, Counter[str]]] = []
        self._in_text = self._blank = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CommentHandler = lambda _: self._node("comment()")
        self.parser.ProcessingInstructionHandler = lambda target, _: self._node(
            f"processing-instruction({target})"
        )
        self.parser.CharacterDataHandler = self._text

    def _here(self) -> Position:
        return Position(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, *_: object) -> None:
        self._in_text = False
        self._open.append((self._here(), Counter()))

    def _end(self, _: str) -> None:
        self._in_text = False
        self._open.pop()

    def _node(self, kind: str) -> None:
        self._in_text = False
        if self._open:
            parent, counted = self._open[-1]
            counted[kind] += 1
            self.found[parent, f"{kind}[{counted[kind]}]"] = self._here()

    def _text(self, text: str) -> None:
        if not self._in_text:
            self._node("text()")
            self._in_text = True
            self._blank = True
        if self._blank and text.strip():
            self._blank = False
            parent, counted = self._open[-1]
            line, column = self._here()
            before = len(text) - len(text.lstrip())
            self.found[parent, f"text()[{counted['text()']}]"] = Position(line, column + before)
