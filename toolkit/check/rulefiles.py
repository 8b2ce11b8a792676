"""The files of a Schematron schema put together: what it includes, what a grammar embeds."""

from copy import deepcopy
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import QName, _Element

from toolkit.cache import note
from toolkit.document import TEI
from toolkit.errors import SchemaError

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
_DEEPEST: Final = 16


def complete(path: Path, base: Path | None = None) -> bytes | None:
    """Return a schema with all that it includes; of a grammar or an ODD, the one in it, if any.

    Raises:
        SchemaError: a file cannot be read.
    """
    root = _read(path)
    if QName(root).namespace == SCH and QName(root).localname == "schema":
        _include(root, path, 0)
        return etree.tostring(root)
    if QName(root).namespace == TEI:
        return _of_odd(path, base)
    embedded = _embedded(root)
    return None if embedded is None else etree.tostring(embedded)


def _of_odd(path: Path, base: Path | None) -> bytes | None:
    from toolkit.odd.assemble import compile_odd
    from toolkit.odd.schematron import to_schematron

    schema = compile_odd(path, base)
    return to_schematron(schema) if schema.rules else None


def _read(path: Path) -> _Element:
    note(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.parse(str(path), parser).getroot()
    except OSError as error:
        raise SchemaError(path, "cannot be read") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error


def _include(root: _Element, path: Path, depth: int) -> None:
    """Put the content of other files where the schema asks for it."""
    if depth > _DEEPEST:
        raise SchemaError(path, "includes files in a circle")
    wanted = [*root.iter(f"{{{SCH}}}include"), *root.iterfind(f".//{{{SCH}}}extends[@href]")]
    for node in wanted:
        href, _, ident = node.get("href", "").partition("#")
        file = path.parent / href
        found = _read(file)
        if ident:
            found = next((e for e in found.iter("*") if e.get("id") == ident), found)
        _include(found, file, depth + 1)
        parent = node.getparent()
        if parent is not None:
            whole = QName(node).localname == "include"
            for part in [found] if whole else list(found):
                node.addprevious(part)
            parent.remove(node)


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
