"""Where the tags of a document stand in the bytes of its file."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from toolkit.errors import DocumentError

if TYPE_CHECKING:
    from lxml import etree

    from toolkit.reading.document import Document

_START_TAG: Final = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")


@dataclass(frozen=True, slots=True)
class Tags:
    """Where an element begins, where its content ends, and where the element does.

    An element without an end tag has no end of content.
    """

    start: int
    content_end: int | None
    end: int


def tags_of(document: "Document") -> "dict[etree._Element, Tags]":
    """Return the offsets of the tags of each element.

    Raises:
        DocumentError: the file is not in UTF-8, so that its bytes cannot be edited in place.
    """
    try:
        document.source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(document.path, "is not in UTF-8; convert it first") from error
    spans = _spans(document.source)
    return {
        element: _tags(document.source, *span)
        for element, span in zip(document.tree.iter("*"), spans, strict=True)
    }


def _spans(source: bytes) -> list[tuple[int, int]]:
    """Return for each element where its start tag begins, and where its end was noticed."""
    parser = expat.ParserCreate()
    found: list[tuple[int, int]] = []
    stack: list[int] = []

    def start(*_: object) -> None:
        stack.append(len(found))
        found.append((parser.CurrentByteIndex, -1))

    def end(*_: object) -> None:
        n = stack.pop()
        found[n] = (found[n][0], parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(source, True)  # noqa: FBT003 -- expat takes it by position
    return found


def _tags(source: bytes, start: int, noticed: int) -> Tags:
    tag = _START_TAG.match(source, start)
    if tag and tag[0].endswith(b"/>"):
        return Tags(start, None, tag.end())
    return Tags(start, noticed, source.index(b">", noticed) + 1)
