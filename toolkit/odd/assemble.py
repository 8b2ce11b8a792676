"""Compile an ODD: read its declarations and make a Schema of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.errors import SchemaError
from toolkit.odd.attributes import AttributeReader
from toolkit.odd.content import ContentReader
from toolkit.odd.declarations import memberships, select
from toolkit.odd.extent import demand_end
from toolkit.odd.model import TEI, Element, Rule, Schema
from toolkit.odd.reading import OddFault, kind, parts, read_xml, refuse, said, told
from toolkit.odd.rulewords import demand_targets, demand_words
from toolkit.odd.sources import Declarations, Sources, declared, schema_of

_TAG: Final = re.compile(r"[^\W\d][\w.\-:·]*")
# What can begin the names of the files that are made.
_IDENT: Final = re.compile(r"(?!\.)[^/\\]{0,100}")


def compile_odd(path: Path, base: Path | None = None) -> Schema:
    """Compile the ODD at a path, by itself or as a customisation of a base such as TEI's own.

    A file that only declares, as the base itself does, is compiled as if all of it were wanted.

    Raises:
        SchemaError: it cannot be read, or uses something the compiler does not know.
    """
    return assembled(path, *declarations_of(path, base))


def declarations_of(path: Path, base: Path | None) -> tuple[_Element, Declarations]:
    """Return the `schemaSpec` of an ODD, and the declarations that are in force.

    Raises:
        SchemaError: it cannot be read, or uses something the compiler does not know.
    """
    try:
        root = read_xml(path)
        spec = schema_of(root)
        return _everything(root, path) if spec is None else (spec, select(spec, Sources(base)))
    except OddFault as fault:
        raise told(fault, path) from fault


def _everything(root: _Element, path: Path) -> tuple[_Element, Declarations]:
    """Return all that a file declares, as if a schema asked for all its modules."""
    declarations = declared(root)
    elements = declarations.specs["elementSpec"]
    if not elements:
        raise SchemaError(path, "has no <schemaSpec>, and declares no elements")
    start = " ".join(name for name in ("TEI", "teiCorpus") if name in elements)
    return etree.Element(f"{{{TEI}}}schemaSpec", ident="all", start=start), declarations


def assembled(path: Path, spec: _Element, declarations: Declarations) -> Schema:
    """Make a Schema of the declarations that are in force.

    Raises:
        SchemaError: one of them cannot be compiled.
    """
    try:
        return _assemble(spec, declarations)
    except OddFault as fault:
        raise told(fault, path) from fault


def _assemble(spec: _Element, declarations: Declarations) -> Schema:
    attributes = AttributeReader(declarations)
    contents = ContentReader(declarations, spec)
    namespace, language = spec.get("ns", TEI), spec.get("targetLang", "en")
    elements = {
        name: Element(
            name=name,
            tag=_tag(one, language),
            namespace=one.get("ns", namespace),
            content=contents.content(one),
            attributes={a.name: a for a in attributes.attributes(one).values()},
            description=said(one, "desc"),
            module=one.get("module", ""),
            classes=tuple(memberships(one)),
        )
        for name, one in declarations.specs["elementSpec"].items()
    }
    elements |= contents.foreign()
    demand_end(elements, contents.groups, declarations.specs["elementSpec"], spec)
    start = _start(spec, elements, declarations)
    rules = tuple(_rules(declarations, elements))
    demand_targets(rule.constraint for rule in rules)
    ident = spec.get("ident", "")
    if not _IDENT.fullmatch(ident):
        refuse(spec, f'ident="{ident}" cannot name files; write a word, such as "letters"')
    return Schema(
        ident=ident,
        namespace=namespace,
        start=start,
        elements=elements,
        groups=contents.groups,
        rules=rules,
        notes=tuple(declarations.notes),
    )


def _tag(one: _Element, language: str) -> str:
    """Return how an element is called in documents."""
    name = said(one, "altIdent", language) or one.get("ident", "")
    if not _TAG.fullmatch(name):
        refuse(one, f'"{name}" is no name of an element; correct @ident or <altIdent>')
    return name


def _start(
    spec: _Element, elements: dict[str, Element], declarations: Declarations
) -> tuple[str, ...]:
    wanted = spec.get("start", "TEI").split()
    for name in wanted:
        if name not in elements:
            declarations.note(spec, f'@start names "{name}", which the schema does not have')
    found = tuple(name for name in wanted if name in elements)
    if not found:
        refuse(spec, "no element of the schema is one that a document may begin with: give @start")
    return found


def _rules(declarations: Declarations, elements: dict[str, Element]) -> Iterator[Rule]:
    owners = [spec for specs in declarations.specs.values() for spec in specs.values()]
    for owner in owners:
        for constraint in owner.iter(f"{{{TEI}}}constraintSpec"):
            if not any(node.get("mode") == "delete" for node in _up(constraint, owner)):
                yield from _rule(constraint, declarations, _context(constraint, owner, elements))
    for constraint in declarations.constraints:
        yield from _rule(constraint, declarations, "")


def _up(node: _Element, owner: _Element) -> Iterator[_Element]:
    yield node
    for parent in node.iterancestors():
        if parent is owner:
            return
        yield parent


def _rule(constraint: _Element, declarations: Declarations, context: str) -> Iterator[Rule]:
    ident, scheme = constraint.get("ident", ""), constraint.get("scheme", "schematron")
    inner = parts(constraint, "constraint")
    if scheme not in {"schematron", "isoschematron"}:
        declarations.note(
            constraint, f'the rule "{ident}" is in the scheme "{scheme}", not compiled'
        )
    elif not inner:
        declarations.note(constraint, f'the rule "{ident}" has no <constraint>')
    elif not context and any(kind(part) in {"assert", "report"} for part in inner[0]):
        declarations.note(constraint, f'the rule "{ident}" has no context: nothing has its class')
    else:
        demand_words(inner[0])
        yield Rule(ident, context, inner[0], constraint.get("corresp", "").removeprefix("#"))


def _context(constraint: _Element, owner: _Element, elements: dict[str, Element]) -> str:
    """Return the context that a bare assertion in this declaration has."""
    name = owner.get("prefix", "") + owner.get("ident", "")
    if kind(owner) == "classSpec":
        names = [e.name for e in elements.values() if name in e.classes]
    else:
        names = [name]
    attribute = next(constraint.iterancestors(f"{{{TEI}}}attDef"), None)
    suffix = (
        "" if attribute is None else f"/@{said(attribute, 'altIdent') or attribute.get('ident')}"
    )
    return " | ".join(_step(elements[name]) + suffix for name in names if name in elements)


def _step(element: Element) -> str:
    """Return the pattern of an element; TEI has a prefix in every Schematron schema we write."""
    prefix = "tei:" if element.namespace == TEI else f"Q{{{element.namespace}}}"
    return prefix + element.tag
