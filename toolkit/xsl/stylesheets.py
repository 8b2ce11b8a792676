"""What a stylesheet is made of: its modules, for the content hash and against hostile ones."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.errors import ProblemsFound, StylesheetError
from toolkit.limits import DEFAULT
from toolkit.reading.reaching import reached
from toolkit.resources import OVERLAY, XSLT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
# The folder, in that of the stylesheets, of those that make the joint pages of a corpus.
CORPUS: Final = "corpus"
_OVERLAID: Final = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' default-mode="{mode}">'
    '<xsl:import href="{ours}"/><xsl:include href="{over}"/></xsl:stylesheet>'
)
_INCLUDES: Final = (f"{_XSL}include", f"{_XSL}import")
# What is evaluated while Saxon compiles, when it may still read files.
_READS: Final = re.compile(
    r"\b(doc|doc-available|document|unparsed-text[\w-]*|json-doc|uri-collection|collection"
    r"|parse-xml[\w-]*|transform|load-xquery-module|environment-variable)\s*\("
)


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


def stylesheets(folder: Path, outputs: "Sequence[str]" = ()) -> list[Path]:
    """Return the stylesheets of a folder, one for each output; modules lie in its folders.

    If outputs are named, only theirs: ``index.html`` is made by ``index.html.xsl``.
    A folder that holds ``edition.xsl`` has the toolkit's outputs too: each is made by the
    stylesheet of its name in the folder, or by the toolkit's with ``edition.xsl`` laid over it.

    Raises:
        StylesheetError: there is none, or none that makes an output that is named.
    """
    names = {path.name for path in folder.glob("*.xsl")}
    if OVERLAY in names:
        names = (names | {path.name for path in XSLT.glob("*.xsl")}) - {OVERLAY}
    found = [folder / name for name in sorted(names)]
    if not found:
        raise StylesheetError(folder, "holds no stylesheet (*.xsl)")
    unknown = set(outputs) - {path.stem for path in found}
    if unknown:
        made = ", ".join(path.stem for path in found)
        raise StylesheetError(folder, f"makes no {', '.join(sorted(unknown))}; it makes {made}")
    return [path for path in found if not outputs or path.stem in outputs]


def joint(folder: Path) -> list[Path]:
    """Return the stylesheets of the joint pages: those in ``corpus/``, and the toolkit's.

    The toolkit's make what ``corpus/`` does not, where the folder changes the toolkit's pages
    instead of standing in their place; ``corpus/edition.xsl`` is laid over them.
    """
    own, ours = folder / CORPUS, XSLT / CORPUS
    found = {path.name: path for path in own.glob("*.xsl")}
    if (folder / OVERLAY).is_file():
        over = own if found.pop(OVERLAY, None) else ours
        found = {path.name: over / path.name for path in ours.glob("*.xsl")} | found
    return [found[name] for name in sorted(found)]


def parts(stylesheet: Path) -> tuple[Path, Path | None]:
    """Return the file a stylesheet is; or the toolkit's, and what the edition lays over it."""
    over = stylesheet.parent / OVERLAY
    if not stylesheet.exists() and over.is_file():
        ours = XSLT / CORPUS if stylesheet.parent.name == CORPUS else XSLT
        return ours / stylesheet.name, over
    return stylesheet, None


def overlaid(stylesheet: Path, over: Path, mode: str = "#unnamed") -> str:
    """Return the text of a stylesheet that lays one over another, which begins in a mode."""
    from html import escape

    ours, theirs = (escape(path.resolve().as_uri()) for path in (stylesheet, over))
    return _OVERLAID.format(ours=ours, over=theirs, mode=mode)


def is_ours(path: Path) -> bool:
    """Tell whether a stylesheet is the toolkit's own, which needs no inspection."""
    return path.parent == XSLT or path.resolve().is_relative_to(XSLT.resolve())


def inspect(stylesheet: Path) -> None:
    """Refuse a stylesheet from elsewhere that would read outside its folder.

    Raises:
        StylesheetError: see `closure`.
    """
    if not is_ours(stylesheet):
        closure(stylesheet)


def _included(path: Path, stylesheet: Path, roots: tuple[Path, ...]) -> list[Path]:
    root = _tree(path, stylesheet).getroot()
    if not is_ours(path):
        _refuse_static_reads(root, path)
    found = []
    for element in root.iter(*_INCLUDES):
        target = reached(path, element.get("href", ""))
        if target is None or not any(target.is_relative_to(root) for root in roots):
            reason = f'line {element.sourceline}: "{element.get("href")}" is outside its folder'
            raise StylesheetError(path, reason)
        found.append(target)
    return found


def _tree(path: Path, stylesheet: Path) -> "etree._ElementTree":
    from toolkit.reading.parsing import read_tree

    try:
        return read_tree(path.read_bytes(), path, DEFAULT)
    except OSError as error:
        raise StylesheetError(stylesheet, f"{path} cannot be read: {error.strerror}") from error
    except ProblemsFound as found:
        raise StylesheetError(stylesheet, str(found)) from found


def _refuse_static_reads(root: "etree._Element", path: Path) -> None:
    for element in root.iter("*"):
        static = element.get("static", "no") in {"yes", "true", "1"}
        values = [str(element.get("select", ""))] if static else []
        values += [
            str(value)
            for name, value in element.attrib.items()
            if str(name) in {"use-when", f"{_XSL}use-when"} or str(name).startswith("_")
        ]
        if any(_READS.search(value) for value in values):
            reason = f"line {element.sourceline}: no file may be read while it is compiled"
            raise StylesheetError(path, reason)
