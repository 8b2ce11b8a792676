"""The markup of a file as it stands there: every tag and attribute with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

NAME: Final = r"[^\W\d][\w.\-·]*(?::[^\W\d][\w.\-·]*)?"
_NAME: Final = re.compile(NAME)
_SPACE: Final = re.compile(r"\s*")
_ATTRIBUTE_NAME: Final = re.compile(r"[^\s=/>\"'<“”„‘’«»]+")
_BARE: Final = re.compile(r"[^\s>/\"']*")
_OPENING: Final = {
    '"': '"',
    "'": "'",
    "“": "“”",
    "”": "“”",
    "„": "“”",
    "‘": "‘’",
    "’": "‘’",
    "«": "»",
    "»": "«",
}
# What begins and ends something that is no tag.
_BRACKETS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag: `start` to `end` is all of it, `inside` where its value begins."""

    name: str
    value: str
    start: int
    inside: int
    end: int
    quotes: str = '""'
    """The marks round the value; empty if there are none, one if the second is missing."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, or something else between angle brackets; the rest of a file is text."""

    kind: str
    """``start``, ``empty``, ``end``, ``other``, or ``stray`` for a bracket that opens nothing."""
    name: str
    start: int
    end: int
    attributes: tuple[Attribute, ...] = ()
    complete: bool = True
    """Whether its closing bracket is there."""


class Lines:
    """Where lines begin in a text, so that offsets become lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column."""
        at = min(max(line, 1), len(self._starts))
        return self._starts[at - 1] + max(column, 1) - 1


class Markup:
    """The tokens of a text, found once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> Lines:
        """Where its lines begin."""
        return Lines(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every token in order."""
        return tuple(_tokens(self.text))

    @cached_property
    def tags(self) -> dict[int, Token]:
        """The start tags by the offsets where they begin."""
        return {t.start: t for t in self.tokens if t.kind in {"start", "empty"}}

    def tag_at(self, line: int, column: int) -> Token | None:
        """Return the start tag at a place."""
        return self.tags.get(self.lines.offset(line, column))

    @cached_property
    def ends(self) -> dict[int, Token]:
        """The end tag of each start tag, by the offset of the latter; for what is well formed."""
        found: dict[int, Token] = {}
        opened: list[int] = []
        for token in self.tokens:
            if token.kind == "start":
                opened.append(token.start)
            elif token.kind == "empty":
                found[token.start] = token
            elif token.kind == "end" and opened:
                found[opened.pop()] = token
        return found


def _tokens(text: str) -> Iterator[Token]:
    at = text.find("<")
    while at >= 0:
        token = _token(text, at)
        yield token
        at = text.find("<", max(token.end, at + 1))


def _token(text: str, at: int) -> Token:
    for opening, closing in _BRACKETS:
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening))
            stop = len(text) if end < 0 else end + len(closing)
            return Token("other", opening, at, stop, complete=end >= 0)
    if text.startswith("<!", at):
        return _declaration(text, at)
    ends = text.startswith("</", at)
    found = _NAME.match(text, at + (2 if ends else 1))
    if not found:
        return Token("stray", "", at, at + 1)
    if ends:
        after = _skip(text, found.end())
        complete = text.startswith(">", after)
        return Token("end", found[0], at, after + complete, complete=complete)
    return _start(text, at, found)


def _start(text: str, at: int, name: re.Match[str]) -> Token:
    attributes: list[Attribute] = []
    here = name.end()
    while True:
        here = _skip(text, here)
        if text.startswith("/>", here):
            return Token("empty", name[0], at, here + 2, tuple(attributes))
        if text.startswith(">", here):
            return Token("start", name[0], at, here + 1, tuple(attributes))
        found = _ATTRIBUTE_NAME.match(text, here)
        if here >= len(text) or text[here] == "<" or not found:
            return Token("start", name[0], at, here, tuple(attributes), complete=False)
        attribute = _attribute(text, found)
        attributes.append(attribute)
        here = attribute.end


def _attribute(text: str, name: re.Match[str]) -> Attribute:
    equals = _skip(text, name.end())
    if not text.startswith("=", equals):
        return Attribute(name[0], "", name.start(), name.end(), name.end(), "")
    at = _skip(text, equals + 1)
    mark = text[at : at + 1]
    if mark in _OPENING and mark:
        closing = re.compile(f"[{_OPENING[mark]}<]").search(text, at + 1)
        if closing and closing[0] != "<":
            value = text[at + 1 : closing.start()]
            return Attribute(name[0], value, name.start(), at + 1, closing.end(), mark + closing[0])
        whole = re.compile(f"[^{mark}=\n]*{mark}(?=[\\s/>])").match(text, at + 1)
        bare = whole or re.compile(r"[^>\s<]*").match(text, at + 1)
        end = bare.end() if bare else at + 1
        return Attribute(name[0], text[at + 1 : end], name.start(), at + 1, end, mark)
    found = _BARE.match(text, at)
    end = found.end() if found else at
    return Attribute(name[0], text[at:end], name.start(), at, end, "")


def _declaration(text: str, at: int) -> Token:
    """Return a document type, internal subset and all."""
    depth = 0
    for match in re.compile(r"\[|\]|>|\"[^\"]*\"|'[^']*'|<!--.*?-->|<\?.*?\?>", re.DOTALL).finditer(
        text, at
    ):
        depth += (match[0] == "[") - (match[0] == "]")
        if match[0] == ">" and depth <= 0:
            return Token("other", "<!", at, match.end())
    return Token("other", "<!", at, len(text), complete=False)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
