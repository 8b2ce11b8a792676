"""Pictures beside a document: those that go along with its pages, and why others do not."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from toolkit.limits import DEFAULT, Limits
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document, bases, parse
from toolkit.reading.reaching import reached, seen_from

if TYPE_CHECKING:
    from lxml.etree import _Element

# Where copies lie, beside the pages.
FOLDER: Final = "pictures"
# Pictures that hold no scripts, as SVG may.
_KINDS: Final = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))
_ATTRIBUTES: Final = {
    f"{{{TEI}}}graphic": "url",
    f"{{{TEI}}}media": "url",
    f"{{{TEI}}}pb": "facs",
}
_KIND: Final = (
    f"is none of {', '.join(sorted(kind[1:] for kind in _KINDS))}",
    "save it as one of these; or put it beside the pages, which link to it as it is called",
)
_LOST: Final = "is not there, or cannot be read", "say where it lies, seen from the document"
_TWICE: Final = (
    "has the address of another picture below another xml:base",
    "give each an address of its own",
)
_HEADER: Final = f"{{{TEI}}}teiHeader"
# Each begins with letters, which are found at once, and looks back from there.
_NAMED: Final = (
    re.compile(rb"""url(?<=\surl)\s*=\s*["'](?!#|https?:|["'])"""),
    re.compile(rb"""facs(?<=\sfacs)\s*=\s*["'](?!#|https?:|["'])"""),
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a document's pages show of the files beside it."""

    copies: Mapping[str, Path] = field(default_factory=dict)
    """The files, by the names of their copies: ``pictures/img/mole.png``."""
    told: str = ""
    """Which address of the document means which copy, as JSON; nothing if there is none."""
    problems: tuple[Problem, ...] = ()
    """Why others are not copied."""


_NONE: Final = Pictures()


def may_name(source: bytes) -> bool:
    """Tell whether a document might name pictures beside it; in whatever encoding."""
    text = source.replace(b"\0", b"")
    return any(named.search(text) for named in _NAMED)


def pictures(
    document: Document,
    root: Path | None = None,
    limits: Limits = DEFAULT,
    read: set[Path] | None = None,
) -> Pictures:
    """Return the pictures of a document that lie in `root`, the folder of the edition.

    Without it they lie in the folder of the document. A copy is called as the file is in the
    edition. Into `read` go the files that were looked at, whether they are there or not.
    """
    if str(document.path) == "-" or not may_name(document.source):
        return _NONE
    folder = (root or document.path.parent).resolve()
    meant: dict[str, Path | None] = {}
    kept: dict[str, Path] = {}
    refused: dict[tuple[str, str], list[_Element]] = {}
    for element, address in _named(document):
        seen = seen_from(document.path, bases(element))
        path = reached(seen, address) if seen else None
        reason = _refused(path, folder, limits) if path else _LOST
        if path and path.is_relative_to(folder) and read is not None:
            read.add(path)
        if meant.setdefault(address, path) != path:
            meant[address], reason = None, _TWICE
            kept.pop(address, None)
        if reason:
            refused.setdefault(reason, []).append(element)
        elif path:
            kept[address] = path
    problems = tuple(_problem(document, *why, elements) for why, elements in refused.items())
    return _together(kept, folder, problems)


def _together(files: Mapping[str, Path], folder: Path, problems: tuple[Problem, ...]) -> Pictures:
    names = {
        address: PurePosixPath(FOLDER, *path.relative_to(folder).parts).as_posix()
        for address, path in files.items()
    }
    told = {address: quote(name, errors="surrogateescape") for address, name in names.items()}
    copies = {name: files[address] for address, name in names.items()}
    return Pictures(copies, json.dumps(told) if told else "", problems)


def copied(folder: Path) -> list[str]:
    """Return the names of the copies that lie beside the pages in `folder`."""
    found = (path for path in (folder / FOLDER).rglob("[!.]*") if path.suffix.lower() in _KINDS)
    return sorted(path.relative_to(folder).as_posix() for path in found if path.is_file())


def pictures_of(path: Path, source: bytes, root: Path, limits: Limits, read: set[Path]) -> Pictures:
    """Return the same for a document that is not parsed, and need not be if it names none.

    Raises:
        ProblemsFound: it is not well formed, or not TEI, or exceeds a limit.
    """
    return pictures(parse(source, path, limits), root, limits, read) if may_name(source) else _NONE


def _named(document: Document) -> "Iterator[tuple[_Element, str]]":
    """Give the elements that name a file beside the document, with its address."""
    for element in document.tree.iter(*_ATTRIBUTES):
        name = _ATTRIBUTES[str(element.tag)]
        address = " ".join(element.get(name, "").split()[: 1 if name == "facs" else None])
        if not _is_beside(address) or next(element.iterancestors(_HEADER), None) is not None:
            continue
        if name == "url" or _kind(address) in _KINDS:
            yield element, address


def _is_beside(address: str) -> bool:
    """Tell the address of a file from one of the web, or of a place in the document."""
    try:
        split = urlsplit(address)
    except ValueError:
        return False
    return bool(split.path) and not split.scheme and not split.netloc


def _kind(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix.lower()


def _refused(path: Path, folder: Path, limits: Limits) -> tuple[str, str] | None:
    """Return why a file is not copied and what to do, if it is not."""
    if not path.is_relative_to(folder):
        return f"lies outside {folder}", "an edition.toml makes its folder the edition's"
    if path.suffix.lower() not in _KINDS:
        return _KIND
    if not path.is_file() or not os.access(path, os.R_OK):
        return _LOST
    if path.stat().st_size > limits.megabytes * 1_000_000:
        raised = 'make it smaller, or raise "megabytes" under [limits] in edition.toml'
        return f"is larger than {limits.megabytes} MB, the limit", raised
    return None


def _problem(document: Document, reason: str, advice: str, elements: "list[_Element]") -> Problem:
    first = elements[0]
    which = (first.get(_ATTRIBUTES[str(first.tag)]) or "").strip()
    others = f" (so {len(elements) - 1:,} more)" if len(elements) > 1 else ""
    message = f"{which} is not copied, for it {reason}{others}"
    place = (document.path, *document.position(first))
    return Problem(*place, "picture-not-copied", message, advice, level=Level.WARNING)
