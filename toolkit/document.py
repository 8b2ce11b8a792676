"""A TEI document, read once and safely."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers import expat

from lxml import etree

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.problems import Problem

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
NAMESPACES: Final = {"tei": TEI}

# What libxml2 reports that does not make a document ill formed: checks report these better.
_NOT_FATAL: Final = {
    "DTD_ID_REDEFINED",
    "DTD_XMLID_VALUE",
    "WAR_UNDECLARED_ENTITY",
    "WAR_UNKNOWN_VERSION",
}


class Position(NamedTuple):
    """Where a start tag begins: line and column, both from 1, the column in characters."""

    line: int
    column: int


@dataclass(eq=False)
class Document:
    """A parsed TEI document, its bytes, and the file it came from."""

    path: Path
    source: bytes = field(repr=False)
    tree: "etree._ElementTree" = field(repr=False)

    def xpath(self, expression: str) -> "list[etree._Element]":
        """Return the elements an XPath finds; ``tei:`` is already bound."""
        found = self.tree.xpath(expression, namespaces=NAMESPACES)
        return [node for node in found if isinstance(node, etree._Element)]  # noqa: SLF001 -- lxml's public class

    def position(self, element: "etree._Element") -> Position:
        """Return the line and column of an element's start tag, beyond line 65,535 too."""
        return self._positions.get(element) or Position(element.sourceline or 1, 1)

    @cached_property
    def _positions(self) -> "dict[etree._Element, Position]":
        found: list[Position] = []
        parser = expat.ParserCreate()

        def note(*_: object) -> None:
            found.append(Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

        parser.StartElementHandler = note
        try:
            parser.Parse(self.source, True)  # noqa: FBT003 -- expat takes it by position
        except (expat.ExpatError, LookupError):
            return {}
        elements = list(self.tree.iter("*"))
        return dict(zip(elements, found, strict=True)) if len(elements) == len(found) else {}


def where(element: "etree._Element") -> str:
    """Return the way to an element: ``TEI/text/body/p[2]#p-harbour``."""
    steps = []
    for node in (element, *element.iterancestors()):
        twins = [twin for twin in node.itersiblings(preceding=True) if twin.tag == node.tag]
        after = node.getnext()
        while after is not None and after.tag != node.tag:
            after = after.getnext()
        order = f"[{len(twins) + 1}]" if twins or after is not None else ""
        ident = node.get(XML_ID)
        steps.append(etree.QName(node).localname + order + (f"#{ident}" if ident else ""))
    return "/".join(reversed(steps))


def load(path: Path) -> Document:
    """Read a TEI document from a file, or from standard input if the path is ``-``.

    No network is touched and no other file is read, whatever the document asks for;
    entities that the document itself declares are expanded within libxml2's limits.

    Raises:
        DocumentError: the file cannot be read.
        ProblemsFound: it is not well formed, or not TEI.
    """
    try:
        source = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except IsADirectoryError as error:
        raise DocumentError(path, "is a folder; name a TEI file") from error
    except FileNotFoundError as error:
        raise DocumentError(path, "no such file") from error
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {error.strerror}") from error
    return parse(source, path)


def parse(source: bytes, path: Path) -> Document:
    """Make a document of bytes that are already at hand; `path` is the name in reports.

    Raises:
        ProblemsFound: the bytes are not well-formed XML, or not TEI.
    """
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, recover=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ProblemsFound([_malformed(path, line, column, error.msg or "")]) from error
    faults = list(_faults(parser, path))
    if faults or root is None:
        raise ProblemsFound(faults or [_malformed(path, 1, 1, "the file is empty")])
    document = Document(path, source, root.getroottree())
    _demand_tei(document)
    return document


def _faults(parser: etree.XMLParser, path: Path) -> Iterator[Problem]:
    for entry in parser.error_log:
        if entry.level > etree.ErrorLevels.WARNING and entry.type_name not in _NOT_FATAL:
            yield _malformed(path, entry.line, entry.column, entry.message)
            return


def _malformed(path: Path, line: int, column: int, said: str) -> Problem:
    message = f"the document is not well-formed XML: {said.rstrip('.') or 'no XML was found'}"
    advice = "mend the markup here or shortly before"
    return Problem(path, max(line, 1), max(column, 1), "not-well-formed", message, advice)


def _demand_tei(document: Document) -> None:
    root = document.tree.getroot()
    name = etree.QName(root)
    if name.namespace == TEI:
        return
    message = f"the root element <{name.localname}> is not in the TEI namespace"
    advice = f'write xmlns="{TEI}" on it'
    line, column = document.position(root)
    raise ProblemsFound(
        [Problem(document.path, line, column, "not-tei", message, advice, where(root))]
    )
