"""Where declarations come from: a base such as TEI's own, another ODD that is chained, files."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml.etree import _Element

from toolkit.odd.model import TEI
from toolkit.odd.places import place
from toolkit.odd.reading import beside, read_xml, refuse

if TYPE_CHECKING:
    from toolkit.odd.grammars import Grammar

KINDS: Final = ("elementSpec", "classSpec", "macroSpec", "dataSpec")

Table = dict[str, dict[str, _Element]]


def _table() -> Table:
    return {kind_: {} for kind_ in KINDS}


@dataclass
class Declarations:
    """Declarations by kind and name; every name that is known at all; rules of the whole."""

    specs: Table = field(default_factory=_table)
    known: set[tuple[str, str]] = field(default_factory=set)
    constraints: list[_Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    foreign: "Grammar | None" = None

    def find(self, kind_: str, key: str | None, reference: _Element) -> _Element | None:
        """Return a declaration, or nothing if the customisation left it out.

        Raises:
            OddFault: nobody declares it.
        """
        name = key or ""
        if (kind_, name) not in self.known:
            local = reference.tag.rpartition("}")[2] if isinstance(reference.tag, str) else ""
            refuse(reference, f'<{local}> names "{name}", which nothing declares')
        return self.specs[kind_].get(name)

    def note(self, element: _Element, said: str) -> None:
        """Remember something that has no effect, with its line."""
        self.notes.append(f"{place(element)}: {said}")


def declared(root: _Element) -> Declarations:
    """Return everything a document declares, whatever schema it is for."""
    found = Declarations()
    for kind_ in KINDS:
        for spec in root.iter(f"{{{TEI}}}{kind_}"):
            found.specs[kind_].setdefault(spec.get("ident", ""), spec)
            found.known.add((kind_, spec.get("ident", "")))
    return found


def schema_of(root: _Element) -> _Element | None:
    """Return the `schemaSpec` of an ODD, if it has one."""
    return next(root.iter(f"{{{TEI}}}schemaSpec"), None)


class Sources:
    """The base that was given, and the files that an ODD names; each is read once."""

    def __init__(self, base: Path | None) -> None:
        self._base = base
        self._read: dict[Path, Declarations] = {}
        self._open: set[Path] = set()

    def of(self, reference: _Element) -> Declarations:
        """Return the declarations that @source of an element points to, or those of the base.

        Raises:
            OddFault: they are neither the base nor a file on this machine.
            SchemaError: the base cannot be read.
        """
        source = reference.get("source")
        if source is None or ":" in source.partition("/")[0]:
            if self._base is not None:
                return self._file(self._base, None)
            if source is None:
                return Declarations()
            if not source.startswith("file:"):
                refuse(reference, f'it asks for "{source}": give a copy of that file as the base')
        return self._file(beside(reference, source.partition("#")[0]), reference)

    def _file(self, path: Path, reference: _Element | None) -> Declarations:
        from toolkit.odd.declarations import select

        path = path.resolve()
        if path in self._open:
            if reference is not None:
                refuse(reference, f'"{reference.get("source")}" is a source of itself')
            return Declarations()  # a base has no base
        if path not in self._read:
            self._open.add(path)
            root = read_xml(path, reference)
            schema = schema_of(root)
            self._read[path] = declared(root) if schema is None else select(schema, self)
            self._open.discard(path)
        return self._read[path]
