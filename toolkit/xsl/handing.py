"""A document as lxml read it, written for another parser: without DTD, entities expanded."""

import re
from typing import Final

from lxml import etree

from toolkit.reading.document import Document

_ASCII: Final = bytes(range(128))
_BYTEWISE: Final = frozenset(("utf-8", "us-ascii", "ascii", "iso-8859-1"))
_IN_A_TAG: Final = re.compile(rb"<[^<>]*[\x80-\xff]")
# From so many bytes on it pays to look for a form that takes half the memory.
_LARGE: Final = 1_000_000
# What is one byte in so many.
_FEW: Final = 10


def as_text(document: Document) -> str:
    """Return the text of a document.

    A few characters beyond ASCII would double the memory that the strings of a large document
    take, here and in Java: they are given as references there.
    """
    root = document.tree.getroot()
    if _is_nearly_ascii(document):
        return etree.tostring(root, encoding="us-ascii", with_tail=False).decode("ascii")
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _is_nearly_ascii(document: Document) -> bool:
    """Tell a large document with few characters beyond ASCII, none of them in a name."""
    source, encoding = document.source, (document.tree.docinfo.encoding or "utf-8").lower()
    if len(source) < _LARGE or encoding not in _BYTEWISE or _IN_A_TAG.search(source):
        return False
    return len(source.translate(None, _ASCII)) * _FEW < len(source)
