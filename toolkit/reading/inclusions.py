"""What an ``xi:include`` names: a file of the edition, and the part of it that is meant."""

import re
from pathlib import Path
from typing import Final

from lxml.etree import _Element, _ElementTree

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.reading.document import XML_ID, bases, read_source
from toolkit.reading.parsing import read_tree
from toolkit.reading.reaching import reached, seen_from
from toolkit.wellformed.characters import FORBIDDEN

INCLUDE: Final = "{http://www.w3.org/2001/XInclude}include"
FALLBACK: Final = "{http://www.w3.org/2001/XInclude}fallback"
_NAME: Final = re.compile(r"[^\W\d][\w.\-·]*")
_STEPS: Final = re.compile(r"element\(\s*([^\W\d][\w.\-·]*)?((?:/[1-9][0-9]{0,8})*)\s*\)")


class NotIncludedError(Exception):
    """Why something was not included."""


class MisusedError(NotIncludedError):
    """Why it cannot be, whatever files there are: no fallback hides that."""


def named(element: _Element) -> str:
    """Return what an inclusion is told by: the file, else the part of its own."""
    return element.get("href", "") or element.get("xpointer", "")


def in_fallback(element: _Element) -> bool:
    """Tell whether an inclusion stands where another has what is to be there without it."""
    return next(element.iterancestors(FALLBACK), None) is not None


def fallback(element: _Element, reason: NotIncludedError) -> _Element | None:
    """Return what stands for something that was not included, if anything may."""
    return None if isinstance(reason, MisusedError) else element.find(FALLBACK)


def target(element: _Element, file: Path, root: Path) -> Path:
    """Return the file that an inclusion in a file names; none lies outside `root`.

    Raises:
        NotIncludedError: it names none of the edition, or the whole of the file that it is in.
        MisusedError: its address has a fragment.
    """
    href, pointer = element.get("href", ""), element.get("xpointer", "")
    name, mark, fragment = href.partition("#")
    if mark:
        meant = f'href="{name}"' + (f' xpointer="{fragment}"' if fragment else "")
        raise MisusedError(f"XInclude has no # in @href; write {meant}")
    seen = seen_from(file, bases(element)) if href else file
    path = reached(seen, href) if seen else None
    if path is None:
        raise NotIncludedError("it is not a file of the edition, and nothing else is read")
    if not path.is_relative_to(root):
        reason = f"it lies outside {root}; an edition.toml makes its folder the edition's"
        raise NotIncludedError(reason)
    if path == file.resolve() and not pointer:
        raise NotIncludedError("it includes itself")
    return path


def source_of(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of a file that is included.

    Raises:
        NotIncludedError: it cannot be read.
    """
    try:
        return read_source(path, limits)
    except DocumentError as error:
        raise NotIncludedError(error.reason) from error


def tree_of(source: bytes, path: Path, limits: Limits = DEFAULT) -> "_ElementTree":
    """Return the tree of a file that is included.

    Raises:
        NotIncludedError: it is not well formed, or exceeds a limit.
    """
    try:
        return read_tree(source, path, limits)
    except ProblemsFound as error:
        raise NotIncludedError(str(error.problems[0])) from error


def as_text(source: bytes, element: _Element) -> str:
    """Return the text of a file that is included as such.

    Raises:
        NotIncludedError: nobody knows its encoding.
    """
    encoding = element.get("encoding", "utf-8")
    try:
        text = source.decode(encoding, "replace")
    except (LookupError, UnicodeError) as error:
        raise NotIncludedError(f'its encoding="{encoding}" is not known') from error
    if found := FORBIDDEN.search(text):
        raise NotIncludedError(f"it holds U+{ord(found[0]):04X}, which is not allowed in XML")
    return text


def chosen(root: _Element, pointer: str) -> _Element:
    """Return the part of a file that ``@xpointer`` means: a bare id, ``element()``, or nothing.

    Raises:
        NotIncludedError: the file has no such part.
        MisusedError: the pointer is of another scheme.
    """
    steps = _STEPS.fullmatch(pointer.strip())
    name = steps[1] if steps else pointer.strip()
    if name and not _NAME.fullmatch(name):
        reason = f'xpointer="{pointer}" is of a scheme that is not understood'
        raise MisusedError(f"{reason}; write an xml:id alone, or element(), as in element(id/2)")
    found = next((e for e in root.iter("*") if e.get(XML_ID) == name), None) if name else root
    if found is None:
        raise NotIncludedError(f'it has no element with xml:id="{name}"')
    numbers = [int(number) for number in re.findall(r"[0-9]+", steps[2])] if steps else []
    if numbers and not name:
        first, *numbers = numbers
        found = found if first == 1 else None
    for number in numbers:
        children = list(found.iterchildren("*")) if found is not None else []
        found = children[number - 1] if number <= len(children) else None
    if found is None:
        raise NotIncludedError(f'it has nothing at xpointer="{pointer}"')
    return found
