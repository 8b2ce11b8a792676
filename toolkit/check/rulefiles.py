"""The files of a Schematron schema put together: what it includes, what a grammar embeds."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree
from lxml.etree import QName, _Element

from toolkit.check.wording import closest, phrase
from toolkit.errors import SchemaError, unreadable
from toolkit.odd.reading import OddFault, parsed, told
from toolkit.odd.rulewords import demand_targets, demand_words
from toolkit.odd.runnable import mark
from toolkit.reading.document import TEI
from toolkit.xsl.modules import INCLUDES, early

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
ALL: Final = "#ALL"
DEFAULT: Final = "#DEFAULT"
_DEEPEST: Final = 16


class Outline(NamedTuple):
    """What the parts of a schema are called."""

    phases: Mapping[str, str]
    """What may be asked for, and the phase that it means."""
    rules: frozenset[str]


def complete(path: Path, base: Path | None = None, *, marked: bool = False) -> bytes | None:
    """Return a schema with all that it includes; of a grammar or an ODD, the one in it, if any.

    If it is to be marked, each part says where in which file it stands.

    Raises:
        SchemaError: a file cannot be read, or says or names what Schematron does not know.
    """
    root = parsed(path)
    if QName(root).namespace == TEI:
        return _of_odd(path, base, marked=marked)
    try:
        demand_words(root)
        schema = _embedded(root)
        if QName(root).namespace == SCH and QName(root).localname == "schema":
            _include(root, path, 0)
            schema = root
        demand_targets([root])
    except OddFault as fault:
        raise told(fault, path) from fault
    if schema is not None:
        _refuse_modules(schema, path)
    if marked and schema is not None:
        mark(schema, schema)
    return None if schema is None else etree.tostring(schema)


def outline(path: Path, base: Path | None = None) -> Outline:
    """Return the phases and rules that a schema declares, or that are embedded in it.

    Raises:
        SchemaError: a file cannot be read.
    """
    if not path.is_file():
        raise SchemaError(path, unreadable(path))
    return _outline(path, base, path.stat().st_mtime_ns)


@cache
def _outline(path: Path, base: Path | None, changed: int) -> Outline:  # noqa: ARG001 -- a change makes it read again
    text = complete(path, base)
    root = etree.Element("schema") if text is None else etree.fromstring(text)
    names = [e.get("id", "") for e in root.iter(f"{{{SCH}}}phase")]
    usual = {ALL: ALL, DEFAULT: DEFAULT}
    kinds = [f"{{{SCH}}}{name}" for name in ("pattern", "rule", "assert", "report")]
    rules = frozenset(e.get("id", "") for e in root.iter(*kinds))
    return Outline(usual | {name: name for name in names}, rules)


def phases(files: Sequence[Path], base: Path | None, wanted: str) -> dict[Path, str]:
    """Return the phase by which to check each schema: all of it where it lacks the one wanted.

    Raises:
        SchemaError: none of them has it, or a file cannot be read.
    """
    if wanted in {ALL, DEFAULT} or not files:
        return dict.fromkeys(files, wanted)
    found = {path: outline(path, base).phases for path in files}
    if not any(wanted in known for known in found.values()):
        raise SchemaError(
            files[0], _no_phase(wanted, {n for known in found.values() for n in known})
        )
    return {path: known.get(wanted, ALL) for path, known in found.items()}


def _no_phase(wanted: str, known: set[str]) -> str:
    near = closest(wanted, known, 0.6)
    names = sorted(known - {ALL, DEFAULT}, key=lambda name: (name != near, name))
    if not names:
        return f'has no phase "{wanted}", nor any other; check without a phase'
    return f'has no phase "{wanted}"; give {phrase(names)}, or {ALL}'


def _of_odd(path: Path, base: Path | None, *, marked: bool) -> bytes | None:
    from toolkit.odd.assemble import compile_odd
    from toolkit.odd.schematron import to_schematron

    schema = compile_odd(path, base)
    return to_schematron(schema, marked=marked) if schema.rules else None


def _include(root: _Element, path: Path, depth: int) -> None:
    """Put the content of other files where the schema asks for it."""
    if depth > _DEEPEST:
        raise SchemaError(path, "includes files in a circle")
    wanted = [*root.iter(f"{{{SCH}}}include"), *root.iterfind(f".//{{{SCH}}}extends[@href]")]
    for node in wanted:
        href, _, ident = node.get("href", "").partition("#")
        file = path.parent / href
        found = parsed(file)
        demand_words(found)
        if ident:
            found = next((e for e in found.iter("*") if e.get("id") == ident), found)
        _include(found, file, depth + 1)
        parent = node.getparent()
        if parent is not None:
            whole = QName(node).localname == "include"
            for part in [found] if whole else list(found):
                part.base = part.base  # it comes from its own file wherever it is put
                node.addprevious(part)
            parent.remove(node)


def _refuse_modules(schema: _Element, path: Path) -> None:
    """Refuse what would read other files when the rules are compiled as a stylesheet."""
    if (module := next(schema.iter(*INCLUDES), None)) is not None:
        reason = f"line {module.sourceline}: <xsl:{QName(module).localname}> is not taken"
        raise SchemaError(path, f"{reason}; put what it names into the schema")
    if reason := early(schema):
        raise SchemaError(path, reason)


def _embedded(root: _Element) -> _Element | None:
    """Return the Schematron in a RELAX NG grammar as a schema of its own."""
    kinds = {f"{{{SCH}}}{name}" for name in ("pattern", "ns", "let", "diagnostics", "phase")}
    found = [e for e in root.iter("*") if e.tag in kinds and not _is_inside(e, kinds)]
    loose = [e for e in root.iter(f"{{{SCH}}}rule") if not _is_inside(e, kinds)]
    if not any(QName(e).localname == "pattern" for e in found) and not loose:
        return None
    schema = etree.Element(
        f"{{{SCH}}}schema", queryBinding="xslt3", nsmap=root.nsmap | {"sch": SCH}
    )
    names = {e.get("prefix") for e in found if QName(e).localname == "ns"}
    if "tei" not in names:
        etree.SubElement(schema, f"{{{SCH}}}ns", prefix="tei", uri="http://www.tei-c.org/ns/1.0")
    declared = sorted(found, key=lambda e: QName(e).localname not in {"ns", "let"})
    schema.extend(deepcopy(e) for e in declared)
    for rule in loose:
        etree.SubElement(schema, f"{{{SCH}}}pattern").append(deepcopy(rule))
    return schema


def _is_inside(element: _Element, kinds: set[str]) -> bool:
    holders = kinds | {f"{{{SCH}}}rule", f"{{{SCH}}}schema"}
    return any(ancestor.tag in holders for ancestor in element.iterancestors())
