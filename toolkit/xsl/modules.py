"""What a stylesheet is made of: its modules, for the content hash and against hostile ones."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.errors import ProblemsFound, StylesheetError, unreadable
from toolkit.limits import DEFAULT
from toolkit.reading.reaching import reached
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import is_ours, parts

if TYPE_CHECKING:
    from lxml import etree

_XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
INCLUDES: Final = (f"{_XSL}include", f"{_XSL}import")
# What is evaluated while Saxon compiles, when it may still read files.
_READS: Final = re.compile(
    r"\b(doc|doc-available|document|unparsed-text[\w-]*|json-doc|uri-collection|collection"
    r"|parse-xml[\w-]*|transform|load-xquery-module|environment-variable|function-lookup)\s*[(#]"
)
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"


@cache
def closure(stylesheet: Path) -> tuple[Path, ...]:
    """Return a stylesheet and every module it includes or imports, each once, in order.

    Raises:
        StylesheetError: a module is missing, is not well formed, lies outside the folder of
            the stylesheet (and of the toolkit), or reads files while it is compiled.
    """
    roots = (stylesheet.resolve().parent, XSLT.resolve())
    found: dict[Path, None] = {}
    waiting = [part.resolve() for part in parts(stylesheet) if part]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            waiting += _included(path, stylesheet, roots)
    return tuple(found)


def digest(stylesheet: Path) -> str:
    """Return the hash of everything a stylesheet is made of."""
    import hashlib

    total = hashlib.sha256()
    for path in closure(stylesheet):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def inspect(stylesheet: Path) -> None:
    """Refuse a stylesheet from elsewhere that would read outside its folder.

    Raises:
        StylesheetError: see `closure`.
    """
    if not is_ours(stylesheet):
        closure(stylesheet)


def _included(path: Path, stylesheet: Path, roots: tuple[Path, ...]) -> list[Path]:
    root = _tree(path, stylesheet).getroot()
    if not is_ours(path) and (reason := early(root)):
        raise StylesheetError(path, reason)
    found = []
    for element in root.iter(*INCLUDES):
        if any(_BASE in above.attrib for above in (element, *element.iterancestors())):
            reason = f"line {element.sourceline}: xml:base may not say where a module is"
            raise StylesheetError(path, reason)
        target = reached(path, element.get("href", ""))
        if target is None or not any(target.is_relative_to(root) for root in roots):
            reason = f'line {element.sourceline}: "{element.get("href")}" is outside its folder'
            raise StylesheetError(path, reason)
        found.append(target)
    return found


def _tree(path: Path, stylesheet: Path) -> "etree._ElementTree":
    from toolkit.reading.parsing import read_tree

    if path.exists() and not path.is_file():
        raise StylesheetError(path, unreadable(path))
    try:
        return read_tree(path.read_bytes(), path, DEFAULT)
    except OSError as error:
        raise StylesheetError(stylesheet, f"{path} cannot be read: {error.strerror}") from error
    except ProblemsFound as found:
        raise StylesheetError(stylesheet, str(found)) from found


def early(root: "etree._Element") -> str:
    """Return what in a stylesheet may read files while it is compiled, with its line, if any."""
    for element in root.iter("*"):
        static = element.get("static", "no").strip() not in {"no", "false", "0"}
        if made := _made_early(element, static=static):
            return f"line {element.sourceline}: {made} may not be made while it is compiled"
        values = [str(element.get("select", ""))] if static else []
        values += [
            str(value)
            for name, value in element.attrib.items()
            if str(name) in {"use-when", f"{_XSL}use-when"} or str(name).startswith("_")
        ]
        if any(_READS.search(value) for value in values):
            return f"line {element.sourceline}: no file may be read while it is compiled"
    return ""


def _made_early(element: "etree._Element", *, static: bool) -> str:
    """Return the attribute that is an expression or an address, and is itself made of others."""
    shadows = {str(name).replace(_XSL, "") for name in element.attrib}
    shadows = {name for name in shadows if name.startswith("_")}
    everything = static or "_static" in shadows or element.tag in INCLUDES
    return min(shadows if everything else shadows & {"_use-when"}, default="")
