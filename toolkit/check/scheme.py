"""The schemes a document is checked against: its own, the project's, or the toolkit's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.check.finding import MOST, problems
from toolkit.check.identifiers import duplicates
from toolkit.errors import SchemaError, unreadable
from toolkit.problems import Problem
from toolkit.reading.document import Document
from toolkit.reading.reaching import reached
from toolkit.resources import SCHEMA

if TYPE_CHECKING:
    from toolkit.check.validity import Validity

_PART: Final = re.compile(r"""([\w:.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"
_OWN: Final = "edition.odd"
KNOWN: Final = (".rng", ".xsd", ".odd", ".sch", ".xml", ".isosch")


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a document is held to: the toolkit's own scheme, a project's files, or TEI as such."""

    own: bool = False
    unnamed: bool = False
    """Whether nothing names a scheme, so that only what holds of all TEI can be asked for."""
    grammars: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    phase: str = "#DEFAULT"
    base: Path | None = None
    """What the project's ODDs customise, if they do not hold all themselves."""
    unread: tuple["Model", ...] = ()
    """Schemas that the document names and that cannot be read from here."""


@dataclass(frozen=True, slots=True)
class Model:
    """What an ``xml-model`` says of a schema, and in which line it stands."""

    href: str
    line: int
    schematypens: str = ""
    phase: str = ""


def scheme_of(
    document: Document,
    given: Sequence[Path] = (),
    phase: str = "#DEFAULT",
    base: Path | None = None,
) -> Scheme:
    """Return the scheme of a document: the one given, or the one it names, if it names any.

    Raises:
        SchemaError: a file that is given is not there.
    """
    for file in (*given, *([base] if base else [])):
        if not file.is_file():
            raise SchemaError(file, unreadable(file))
    if [path.name for path in given] == [_OWN] and _same(given[0], SCHEMA / _OWN):
        return Scheme(own=True, phase=phase)
    if given:
        rules = tuple(p for p in given if p.suffix in {".sch", ".isosch"})
        others = tuple(p for p in given if p not in rules)
        return Scheme(grammars=others, rules=rules, phase=phase, base=base)
    named = list(_named(document))
    own = [model for model in named if _is_own(document, model.href)]
    if own:
        lost = tuple(m for m in named if m not in own and is_missing(document, m.href))
        return Scheme(own=True, phase=phase, unread=lost)
    grammars: list[Path] = []
    patterns: list[Path] = []
    unread: dict[str, Model] = {}
    for model in named:
        path = _local(document, model.href)
        if path is None:
            unread.setdefault(model.href, model)
        elif model.schematypens == _SCHEMATRON or path.suffix == ".sch":
            patterns.append(path)
        else:
            grammars.append(path)
    return Scheme(
        unnamed=not named,
        grammars=tuple(grammars),
        rules=tuple(patterns),
        phase=next((model.phase for model in named if model.phase), phase),
        base=base,
        unread=tuple(unread.values()),
    )


def is_missing(document: Document, href: str) -> bool:
    """Tell whether a schema is named as a file, seen from the document, and none is there."""
    path = reached(document.path, href) if str(document.path) != "-" else None
    return path is not None and not path.is_file()


def _named(document: Document) -> list[Model]:
    found = []
    node = document.tree.getroot().getprevious()
    while node is not None:
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model":  # noqa: SLF001 -- lxml's public class
            said = {n: a or b for n, a, b in _PART.findall(node.text or "")}
            if "href" in said:
                others = said.get("schematypens", ""), said.get("phase", "")
                found.append(Model(said["href"], node.sourceline or 1, *others))
        node = node.getprevious()
    return found[::-1]


def _is_own(document: Document, href: str) -> bool:
    """Tell the toolkit's schemas by their names, unless another file of that name is meant."""
    name = href.rpartition("/")[2]
    if not name.startswith("edition."):
        return False
    path = _local(document, href)
    return path is None or not (SCHEMA / name).is_file() or _same(path, SCHEMA / name)


def _same(one: Path, other: Path) -> bool:
    return one.samefile(other) or one.read_bytes() == other.read_bytes()


def _local(document: Document, href: str) -> Path | None:
    path = reached(document.path, href) if str(document.path) != "-" else None
    return path if path and path.suffix in KNOWN and path.is_file() else None


@cache
def relaxng() -> etree.RelaxNG:
    """Return the RELAX NG schema, compiled."""
    return etree.RelaxNG(etree.parse(str(SCHEMA / "edition.rng")))


@cache
def xsd() -> etree.XMLSchema:
    """Return the XML Schema, compiled."""
    return etree.XMLSchema(etree.parse(str(SCHEMA / "edition.xsd")))


@cache
def validity() -> "Validity":
    """Return the toolkit's scheme, ready to explain."""
    from toolkit.check.validity import Validity
    from toolkit.odd.ready import schema_at

    return Validity(schema_at(SCHEMA / "edition.odd"))


@lru_cache(maxsize=1)
def explanation(document: Document) -> tuple[Problem, ...]:
    """Return why a document is not valid, in plain words; nothing if it is."""
    found = islice(problems(document, validity().explain(document)), MOST + 1)
    return (*found, *duplicates(document))
