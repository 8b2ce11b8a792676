"""Read the XML of an ODD: files, children, occurrences, descriptions."""

from functools import lru_cache
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.etree import QName, _Element

from toolkit.cache.kept import note
from toolkit.errors import SchemaError, unreadable
from toolkit.odd.model import TEI, UNBOUNDED
from toolkit.odd.places import file_of, place

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ID = "{http://www.w3.org/XML/1998/namespace}id"
_INCLUDE: Final = "{http://www.w3.org/2001/XInclude}include"
# A grammar holds what stands so many times as often.
_OFTENEST: Final = 1_000
# Elements inside one another: the compiler goes down into all of them.
_DEEPEST: Final = 128
_TOO_DEEP: Final = etree.XPath("/*" * (_DEEPEST + 1))
# What libxml2 logs that leaves a file well formed.
_HARMLESS: Final = {"DTD_ID_REDEFINED", "DTD_XMLID_VALUE", "WAR_UNDECLARED_ENTITY"}


class OddFault(Exception):  # noqa: N818 -- never leaves this package: assemble makes it a SchemaError
    """Something in an ODD cannot be compiled."""

    def __init__(self, element: _Element, reason: str) -> None:
        super().__init__(f"{place(element)}: {reason}")
        self.element = element


def told(fault: OddFault, path: Path) -> SchemaError:
    """Return a fault with its file: the one that was asked for, or another that it brought in."""
    other = Path(fault.element.base or path)
    return SchemaError(path if other.name == path.name else other, str(fault))


def refuse(element: _Element, reason: str) -> NoReturn:
    """Stop: this element cannot be compiled.

    Raises:
        OddFault: always.
    """
    raise OddFault(element, reason)


def read_xml(path: Path, reference: _Element | None = None) -> _Element:
    """Return the root of an XML file of the user's own; XInclude brings in files beside it.

    Raises:
        SchemaError: it cannot be read, or is not well formed.
        OddFault: the same, if some element refers to it.
    """
    try:
        return _include(parsed(path), frozenset([path.resolve()]))
    except OddFault as fault:
        raise SchemaError(path, str(fault)) from fault
    except SchemaError as error:
        if reference is None:
            raise
        return refuse(reference, f"{error.path.name} {error.reason}")


def parsed(path: Path) -> _Element:
    """Return the root of an XML file without what it includes; comments are left out.

    Raises:
        SchemaError: it cannot be read, is not well formed, or is nested too deeply.
    """
    note(path)
    if path.exists() and not path.is_file():
        raise SchemaError(path, unreadable(path))
    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        resolve_entities="internal",
        no_network=True,
        recover=True,
        huge_tree=True,
    )
    try:
        root = etree.parse(str(path), parser).getroot()
    except OSError as error:
        raise SchemaError(path, unreadable(path)) from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error
    for entry in parser.error_log:
        if entry.level > etree.ErrorLevels.WARNING and entry.type_name not in _HARMLESS:
            raise SchemaError(path, f"is not well-formed XML: line {entry.line}: {entry.message}")
    if root is None:
        raise SchemaError(path, "is not well-formed XML: it is empty")
    if deep := _TOO_DEEP(root):
        which = f"{place(deep[0])}: <{kind(deep[0])}>"
        raise SchemaError(path, f"{which} is nested more than {_DEEPEST} elements deep")
    return root


def _include(root: _Element, seen: frozenset[Path]) -> _Element:
    for node in list(root.iter(_INCLUDE)):
        parent = node.getparent()
        if parent is None or node.get("parse", "xml") != "xml" or node.get("xpointer"):
            refuse(node, "the compiler knows <xi:include> of whole XML files only")
        path = beside(node, node.get("href", ""))
        note(path)
        if path.resolve() in seen:
            refuse(node, f'"{node.get("href")}" includes itself')
        if path.is_file():
            parent.replace(node, _include(parsed(path), seen | {path.resolve()}))
        elif len(node):  # xi:fallback
            parent[parent.index(node) : parent.index(node) + 1] = list(node[0])
        else:
            refuse(node, f'"{node.get("href")}" cannot be read')
    return root


def beside(element: _Element, reference: str) -> Path:
    """Return the file that a reference in an element points to.

    Raises:
        OddFault: it is not a file on this machine.
    """
    from urllib.request import url2pathname

    parsed = urlsplit(reference)
    if parsed.scheme not in {"", "file"} or parsed.netloc:
        refuse(element, f'"{reference}" is no file on this machine, and teikit reads no network')
    base = file_of(element) or Path()
    return base.parent / (url2pathname(parsed.path) if parsed.scheme else unquote(parsed.path))


def kind(element: _Element) -> str:
    """Return an element's local name."""
    return _local(str(element.tag))


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return QName(tag).localname


def parts(element: _Element, *names: str) -> list[_Element]:
    """Return the TEI children of an element, all or those of some names."""
    wanted = {f"{{{TEI}}}{name}" for name in names}
    return [child for child in element.iterchildren("*") if not wanted or child.tag in wanted]


def occurrences(element: _Element) -> tuple[int, float]:
    """Return how often at least and at most something stands."""
    most = element.get("maxOccurs", "1")
    try:
        found = int(element.get("minOccurs", "1")), UNBOUNDED if most == "unbounded" else int(most)
    except ValueError:
        return refuse(element, "@minOccurs and @maxOccurs are whole numbers, or unbounded")
    if found[0] > _OFTENEST or _OFTENEST < found[1] < UNBOUNDED:
        refuse(element, f"counts beyond {_OFTENEST:,} are not compiled; write unbounded")
    if found[0] < 0 or found[1] < found[0]:
        refuse(element, f"it may stand {found[0]} times at least and {most} times at most")
    return found


def said(element: _Element, name: str, language: str = "en") -> str:
    """Return the text of a child such as `desc`, in a language if there is a choice."""
    found = parts(element, name)
    best = [child for child in found if child.get(LANG, language) == language] or found
    return " ".join("".join(best[0].itertext()).split()) if best else ""


def listed(element: _Element, name: str) -> list[str]:
    """Return the words of an attribute."""
    return element.get(name, "").split()
