"""Entries of other files of the edition: those that a document's names point to come into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from re import compile as pattern
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, XML_ID, Document, bases, parse, read_source
from toolkit.reading.prefixes import Prefixes
from toolkit.reading.reaching import reached, seen_from
from toolkit.reading.registers import add, copied, register

if TYPE_CHECKING:
    from lxml.etree import _Element

_POINTERS: Final = ("ref", "corresp", "key", "target")
# A document without any of these has all its entries itself.
_ELSEWHERE: Final = (b"prefixDef", b".xml#", b"2001/XInclude")
_KEY: Final = pattern(rb"key(?<=\skey)\s*=")


def whole(
    document: Document,
    root: Path | None = None,
    sources: Sequence[str] = (),
    limits: Limits = DEFAULT,
    read: set[Path] | None = None,
) -> tuple[Document, list[Problem]]:
    """Return a document with what it includes and the entries it points to, and what was not read.

    Files are read in `root`, the folder of the edition, and nowhere else; `sources` are patterns
    of files there whose entries are known by their ids alone, or by ``@key``. Into `read` go the
    files that were looked at, whether they are there or not.

    Raises:
        ProblemsFound: the document with all that exceeds a limit.
    """
    if str(document.path) == "-" or not (sources or _reaches_out(document.source)):
        return document, []
    from toolkit.reading.including import include

    folder = (root or document.path.parent).resolve()
    read = set() if read is None else read
    included, problems = include(document, folder, limits, read)
    work = _Work(included, folder, sources, limits, read)
    if not work.run():
        return included, problems + work.problems
    tree = included.tree.getroot()
    source = etree.tostring(tree, encoding="utf-8", xml_declaration=True, with_tail=False)
    return parse(source, document.path, limits), problems + work.problems


def read_whole(
    path: Path,
    root: Path,
    sources: Sequence[str] = (),
    limits: Limits = DEFAULT,
    read: set[Path] | None = None,
) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a document made whole, and a warning for each file that was not read.

    Into `read` go the files that were looked at beside it, as in `whole`.

    Raises:
        DocumentError: the file cannot be read.
        ProblemsFound: it has parts elsewhere, and is not well formed or TEI, or exceeds a limit.
    """
    source = read_source(path, limits)
    if not (sources or _reaches_out(source)):
        return source, []
    document, problems = whole(parse(source, path, limits), root, sources, limits, read)
    return document.source, problems


def _reaches_out(source: bytes) -> bool:
    """Tell whether a document might have parts elsewhere; in whatever encoding."""
    text = source.replace(b"\0", b"")
    return any(sign in text for sign in _ELSEWHERE) or bool(_KEY.search(text))


@dataclass
class _Work:
    document: Document
    root: Path
    sources: Sequence[str]
    limits: Limits
    read: set[Path]
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._prefixes = Prefixes(self.document.tree.iter(f"{{{TEI}}}prefixDef"))
        self._own = {e.get(XML_ID) for e in self.document.tree.iter("*") if e.get(XML_ID)}
        self._taken: dict[tuple[Path, str], str] = {}
        self._entries: list[_Element] = []
        self._unread: set[Path] = set()
        self._based = bool(self.document.tree.xpath("boolean(//@xml:base)"))

    def run(self) -> bool:
        """Bring entries into the tree and point to them; tell whether anything changed."""
        changed = False
        for element in self.document.tree.iter("*"):
            for name in _POINTERS:
                value = element.get(name)
                if value and (name != "key" or not element.get("ref")):
                    tokens = [self._pointer(token, name, element) for token in value.split()]
                    if (new := " ".join(tokens)) != " ".join(value.split()):
                        element.set("ref" if name == "key" else name, new)
                        changed = True
        add(self._entries, self.document.tree.getroot())
        return changed or bool(self._entries)

    def _pointer(self, token: str, name: str, element: "_Element") -> str:
        """Return a pointer to an entry of the document, if it now has what this one means.

        What a prefix makes an address on the web is that; ``@target`` brings no entries.
        """
        if name == "key":
            known = self._here(token)
            return f"#{known}" if known else token
        meanings = self._prefixes.resolve(token) or [token]
        for meant in meanings if name != "target" else ():
            file, mark, ident = meant.partition("#")
            if not mark or not ident:
                continue
            known = self._there(file, ident, element) if file else self._here(ident)
            if known:
                return f"#{known}"
        return next((m for m in meanings if m.startswith(("https://", "http://"))), token)

    def _here(self, ident: str) -> str | None:
        """Return the id of an entry of the document itself or of the edition's registers."""
        if ident in self._own:
            return ident
        for path in self._registers():
            if found := self._take(path, ident):
                return found
        return None

    def _there(self, file: str, ident: str, element: "_Element") -> str | None:
        seen = seen_from(self.document.path, bases(element) if self._based else ())
        path = reached(seen, file) if seen else None
        if path is None:
            return None
        if path == self.document.path.resolve():
            return ident if ident in self._own else None
        if not path.is_relative_to(self.root):
            reason = f"it lies outside {self.root}; an edition.toml makes its folder the edition's"
            self._refuse(path, reason)
            return None
        return self._take(path, ident)

    def _registers(self) -> Iterator[Path]:
        for each in self.sources:
            for path in sorted(self.root.glob(each)):
                if path.resolve().is_relative_to(self.root) and path.is_file():
                    yield path.resolve()

    def _take(self, path: Path, ident: str) -> str | None:
        """Return under which id an entry of another file now stands in the document."""
        if (path, ident) in self._taken:
            return self._taken[path, ident]
        entry = self._read(path).get(ident)
        if entry is None:
            return None
        name = ident if ident not in self._own else f"{path.stem}-{ident}"
        if name in self._own:
            return None
        self._own.add(name)
        self._taken[path, ident] = name
        self._entries.append(copied(entry, name, self._own))
        return name

    def _read(self, path: Path) -> "Mapping[str, _Element]":
        self.read.add(path)
        if path in self._unread or not path.is_file():
            return {}
        try:
            return register(path, path.stat().st_mtime_ns, self.root, self.limits)
        except (DocumentError, ProblemsFound) as error:
            self._refuse(
                path, str(error.problems[0] if isinstance(error, ProblemsFound) else error)
            )
            return {}

    def _refuse(self, path: Path, reason: str) -> None:
        """Say once that a file is not read."""
        if path not in self._unread:
            self._unread.add(path)
            message = f"no entry was taken from {path.name}: {reason}"
            at = self.document.path
            self.problems.append(Problem(at, 1, 1, "not-included", message, level=Level.WARNING))
