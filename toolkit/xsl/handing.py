"""A document as lxml read it, written for another parser: without DTD, entities expanded."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.reading.document import Document

_ASCII: Final = bytes(range(128))
_BYTEWISE: Final = frozenset(("utf-8", "us-ascii", "ascii", "iso-8859-1"))
_IN_A_TAG: Final = re.compile(rb"<[^<>]*[\x80-\xff]")
# From so many bytes on it pays to look for a form that takes half the memory.
_LARGE: Final = 1_000_000
# What is one byte in so many.
_FEW: Final = 10
# Saxon stops at a text of two or more whole segments of so many characters.
_SEGMENT: Final = 65_536
_WORD: Final = re.compile(r"\S+(?=\s)")


class Handed:
    """A document that another process read and checked: its text, as `as_text` gives it."""

    def __init__(self, path: "Path", source: str) -> None:
        self.path = path
        self.source = source

    def let_go(self) -> None:
        """Free the text."""
        self.source = ""


if TYPE_CHECKING:
    Readable = Document | Handed


def as_text(document: "Readable") -> str:
    """Return the text of a document.

    A few characters beyond ASCII would double the memory that the strings of a large document
    take, here and in Java: they are given as references there.
    """
    if isinstance(document, Handed):
        return document.source
    from lxml import etree

    root = document.tree.getroot()
    if _is_nearly_ascii(document):
        return _uneven(etree.tostring(root, encoding="us-ascii", with_tail=False).decode("ascii"))
    return _uneven(etree.tostring(root, encoding="unicode", with_tail=False))


def _uneven(text: str) -> str:
    """Lengthen each text at whose length Saxon stops, by a space that has no width."""
    blocks = range(0, len(text), _SEGMENT)
    if all(text.find("<", start, start + _SEGMENT) >= 0 for start in blocks):
        return text
    return "<".join(map(_uneven_run, text.split("<")))


def _uneven_run(run: str) -> str:
    """Lengthen the text behind a tag, at the end of its first word."""
    from html import unescape

    tag, mark, words = run.rpartition(">")
    if not mark or len(words) < _SEGMENT or len(unescape(words)) % _SEGMENT:
        return run
    found = _WORD.match(words)
    end = found.end() if found else len(words)
    return f"{tag}>{words[:end]}&#x200B;{words[end:]}"


def _is_nearly_ascii(document: "Document") -> bool:
    """Tell a large document with few characters beyond ASCII, none of them in a name."""
    source, encoding = document.source, (document.tree.docinfo.encoding or "utf-8").lower()
    if len(source) < _LARGE or encoding not in _BYTEWISE or _IN_A_TAG.search(source):
        return False
    return len(source.translate(None, _ASCII)) * _FEW < len(source)
