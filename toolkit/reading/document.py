"""A TEI document, read once and safely."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.native import give_back
from toolkit.problems import Problem
from toolkit.reading.parsing import read_tree

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
# The bytes of a document beyond which it pays to give its memory back at once.
_LARGE: Final = 1_000_000
NAMESPACES: Final = {"tei": TEI}


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

    def let_go(self) -> None:
        """Free the tree and the bytes: what is left is a name for what others made of them."""
        large = len(self.source) > _LARGE
        del self.tree, self.source
        self.__dict__.pop("_positions", None)
        if large:
            give_back()

    @cached_property
    def _positions(self) -> "dict[etree._Element, Position]":
        from xml.parsers import expat

        found: list[Position] = []
        parser = expat.ParserCreate("utf-8")

        def note(*_: object) -> None:
            found.append(Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

        parser.StartElementHandler = note
        try:
            parser.Parse(self._as_utf8(), True)  # noqa: FBT003 -- expat takes it by position
        except (expat.ExpatError, LookupError, ValueError):
            return {}
        elements = list(self.tree.iter("*"))
        return dict(zip(elements, found, strict=True)) if len(elements) == len(found) else {}

    def _as_utf8(self) -> bytes:
        """Return the source in the one encoding that expat always reads."""
        encoding = (self.tree.docinfo.encoding or "utf-8").lower()
        plain = encoding in {"utf-8", "us-ascii", "ascii"}
        return self.source if plain else self.source.decode(encoding).encode()


def where(element: "etree._Element") -> str:
    """Return the way to an element: ``TEI/text/body/p[2]#p-harbour``."""
    steps = []
    for node in (element, *element.iterancestors()):
        parent = node.getparent()
        order = "" if parent is None else _orders(parent).get(node, "")
        ident = node.get(XML_ID)
        steps.append(etree.QName(node).localname + order + (f"#{ident}" if ident else ""))
    return "/".join(reversed(steps))


def bases(element: "etree._Element") -> list[str]:
    """Return the ``xml:base`` that hold for an element, from the outermost inwards."""
    line = (*reversed(list(element.iterancestors())), element)
    return [base for node in line if (base := node.get(XML_BASE))]


@lru_cache(maxsize=16)
def _orders(parent: "etree._Element") -> "dict[etree._Element, str]":
    """Return the order of each child among those of its name; nothing for an only one."""
    names = Counter(child.tag for child in parent.iterchildren("*"))
    seen: Counter[object] = Counter()
    orders = {}
    for child in parent.iterchildren("*"):
        seen[child.tag] += 1
        orders[child] = f"[{seen[child.tag]}]" if names[child.tag] > 1 else ""
    return orders


def load(path: Path, limits: Limits = DEFAULT) -> Document:
    """Read a TEI document from a file, or from standard input if the path is ``-``.

    No network is touched and no other file is read, whatever the document asks for;
    entities that the document itself declares are expanded within libxml2's limits.

    Raises:
        DocumentError: the file cannot be read.
        ProblemsFound: it is not well formed, or not TEI, or exceeds a limit.
    """
    return parse(read_source(path, limits), path, limits)


def read_source(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of a document, or the first of them if there are more than the limit.

    Raises:
        DocumentError: the file cannot be read.
    """
    most = limits.megabytes * 1_000_000 + 1
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(most)
        with _regular(path).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise DocumentError(path, _reason(error)) from error


def _regular(path: Path) -> Path:
    """Return the path unless it is a device or a pipe, which may never end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise DocumentError(path, "is not a file; give - to read standard input")
    return path


def _reason(error: Exception) -> str:
    match error:
        case IsADirectoryError():
            return "is a folder; name a TEI file"
        case FileNotFoundError():
            return "no such file"
        case OSError():
            return f"cannot be read: {error.strerror}"
        case _:
            return "is not the name of a file"


def parse(source: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """Make a document of bytes that are already at hand; `path` is the name in reports.

    Raises:
        ProblemsFound: the bytes are not well-formed XML, or not TEI, or exceed a limit.
    """
    document = Document(path, source, read_tree(source, path, limits))
    _demand_tei(document)
    return document


def _demand_tei(document: Document) -> None:
    root = document.tree.getroot()
    name = etree.QName(root)
    if name.namespace == TEI:
        return
    message, advice = _not_tei(root)
    line, column = document.position(root)
    raise ProblemsFound(
        [Problem(document.path, line, column, "not-tei", message, advice, where(root))]
    )


def _not_tei(root: "etree._Element") -> tuple[str, str]:
    from toolkit.wellformed.diagnosis import alien_root

    name = etree.QName(root)
    said = f"the root element <{name.localname}> is "
    if other := alien_root(name.localname):
        return other
    if name.namespace is None:
        sure = "" if name.localname in {"TEI", "teiCorpus"} else ", if it is TEI"
        return f"{said}in no namespace, not in TEI's", f'write xmlns="{TEI}" on it{sure}'
    inner = next(root.iter(f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus"), None)
    if inner is not None:
        advice = f"save the <TEI> that stands at line {inner.sourceline} as a file of its own"
    else:
        advice = f'write xmlns="{TEI}" on it, if it is TEI'
    return f'{said}in the namespace "{name.namespace}", not in TEI\'s', advice
