"""Compile an ODD: read its declarations and make a Schema of them."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from toolkit.errors import SchemaError
from toolkit.odd.attributes import AttributeReader
from toolkit.odd.content import ContentReader
from toolkit.odd.declarations import Declarations, Table, declared, select
from toolkit.odd.grammar import demand_known
from toolkit.odd.model import TEI, Element, Rule, Schema
from toolkit.odd.reading import OddFault, kind, parts, said


def compile_odd(path: Path, base: Path | None = None) -> Schema:
    """Compile the ODD at a path, by itself or as a customisation of a base such as TEI's own.

    Raises:
        SchemaError: it cannot be read, or uses something the compiler does not know.
    """
    root = _read(path)
    schema_spec = next(root.iter(f"{{{TEI}}}schemaSpec"), None)
    if schema_spec is None:
        raise SchemaError(path, "has no <schemaSpec>")
    try:
        demand_known(schema_spec)
        return _assemble(schema_spec, declared(_read(base)) if base else None)
    except OddFault as fault:
        raise SchemaError(path, str(fault)) from fault


def compile_base(path: Path) -> Schema:
    """Compile everything a base declares, as if a schema asked for all its modules.

    Raises:
        SchemaError: it cannot be read or compiled.
    """
    table = declared(_read(path))
    schema_spec = etree.Element(f"{{{TEI}}}schemaSpec", ident="all", start="TEI")
    modules = {spec.get("module", "") for specs in table.values() for spec in specs.values()}
    for module in sorted(modules):
        etree.SubElement(schema_spec, f"{{{TEI}}}moduleRef", key=module)
    try:
        return _assemble(schema_spec, table)
    except OddFault as fault:
        raise SchemaError(path, str(fault)) from fault


def _read(path: Path) -> _Element:
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True
    )
    try:
        return etree.parse(str(path), parser).getroot()
    except OSError as error:
        raise SchemaError(path, "cannot be read") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error


def _assemble(schema_spec: _Element, base: Table | None) -> Schema:
    declarations = select(schema_spec, base)
    attributes, contents = AttributeReader(declarations), ContentReader(declarations)
    namespace = schema_spec.get("ns", TEI)
    elements = {
        name: Element(
            name=name,
            tag=said(spec, "altIdent") or name,
            namespace=spec.get("ns", namespace),
            content=contents.content(spec),
            attributes={a.name: a for a in attributes.attributes(spec).values()},
            description=said(spec, "desc"),
            module=spec.get("module", ""),
            classes=tuple(declarations.memberships(spec)),
        )
        for name, spec in declarations.specs["elementSpec"].items()
    }
    return Schema(
        ident=schema_spec.get("ident", ""),
        namespace=namespace,
        start=tuple(s for s in schema_spec.get("start", "TEI").split() if s in elements),
        elements=elements,
        groups=contents.groups,
        rules=tuple(_rules(declarations, elements)),
    )


def _rules(declarations: Declarations, elements: dict[str, Element]) -> Iterator[Rule]:
    owners = [spec for specs in declarations.specs.values() for spec in specs.values()]
    for owner in owners:
        for constraint in owner.iter(f"{{{TEI}}}constraintSpec"):
            if constraint.get("mode") != "delete":
                yield _rule(constraint, _context(constraint, owner, elements))
    for constraint in declarations.constraints:
        yield _rule(constraint, "")


def _rule(constraint: _Element, context: str) -> Rule:
    inner = parts(constraint, "constraint")
    ident = constraint.get("ident", "")
    return Rule(ident, context, inner[0], constraint.get("corresp", "").removeprefix("#"))


def _context(constraint: _Element, owner: _Element, elements: dict[str, Element]) -> str:
    """Return the context that a bare assertion in this declaration has."""
    name = owner.get("ident", "")
    if kind(owner) == "classSpec":
        names = [e.name for e in elements.values() if name in e.classes]
    else:
        names = [name]
    attribute = next(constraint.iterancestors(f"{{{TEI}}}attDef"), None)
    suffix = "" if attribute is None else f"/@{attribute.get('ident')}"
    tags = [f"tei:{elements[name].tag}" for name in names if name in elements]
    return " | ".join(tag + suffix for tag in tags)
