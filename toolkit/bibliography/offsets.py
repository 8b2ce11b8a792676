"""Where the tags of a document stand in the bytes of its file."""

from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from toolkit.document import Document
from toolkit.errors import DocumentError


@dataclass(slots=True)
class Tags:
    """Where the start tag of an element begins, and where its end tag does."""

    start: int
    end: int = -1


def tags_of(document: Document) -> "dict[etree._Element, Tags]":
    """Return the offsets of the tags of each element.

    Raises:
        DocumentError: the file is not in UTF-8, so that its bytes cannot be edited in place.
    """
    try:
        document.source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(document.path, "is not in UTF-8; convert it first") from error
    parser = expat.ParserCreate()
    found: list[Tags] = []
    stack: list[Tags] = []

    def start(*_: object) -> None:
        tags = Tags(parser.CurrentByteIndex)
        found.append(tags)
        stack.append(tags)

    def end(*_: object) -> None:
        stack.pop().end = parser.CurrentByteIndex

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(document.source, True)  # noqa: FBT003 -- expat takes it by position
    return dict(zip(document.tree.iter("*"), found, strict=True))
