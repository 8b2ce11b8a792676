"""Places in a text as editors count them: in units of UTF-16, unless they ask otherwise."""

from lsprotocol import types as lsp

from toolkit.wellformed.markup import Lines

_UTF_16 = 2
_ASTRAL = 0xFFFF


class Positions:
    """Converts between offsets in a text and places in the units of a client."""

    def __init__(self, text: str, lines: Lines, encoding: str) -> None:
        self._text = text
        self._lines = lines
        self._encoding = encoding

    def offset(self, position: lsp.Position) -> int:
        """Return the offset of a place."""
        at = self._lines.offset(position.line + 1, 1)
        left = position.character
        while left > 0 and at < len(self._text) and self._text[at] not in "\r\n":
            left -= self._units(self._text[at])
            at += 1
        return min(at, len(self._text))

    def range(self, start: int, end: int) -> lsp.Range:
        """Return the part of a text between two offsets."""
        return lsp.Range(self._position(start), self._position(end))

    def _position(self, offset: int) -> lsp.Position:
        line, column = self._lines.place(offset)
        before = self._text[offset - column + 1 : offset]
        return lsp.Position(line - 1, sum(map(self._units, before)))

    def _units(self, letter: str) -> int:
        if self._encoding == lsp.PositionEncodingKind.Utf8:
            return len(letter.encode())
        if self._encoding == lsp.PositionEncodingKind.Utf32:
            return 1
        return _UTF_16 if ord(letter) > _ASTRAL else 1
