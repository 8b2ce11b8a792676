"""Make every file that is derived from an ODD: schemas, rules, guidelines, data."""

from pathlib import Path

from lxml import etree

from toolkit.odd.assemble import assembled, declarations_of
from toolkit.odd.compact import to_compact
from toolkit.odd.description import described, to_json, to_xml
from toolkit.odd.model import Schema
from toolkit.odd.reading import read_xml
from toolkit.odd.relaxng import to_relaxng
from toolkit.odd.runnable import runnable, transpile
from toolkit.odd.schematron import to_schematron
from toolkit.odd.xsd import to_xsd
from toolkit.reading.document import Document
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

PAGES = ("guidelines.html", "reference.html")


def derive(odd: Path, base: Path | None = None) -> dict[str, bytes]:
    """Return the files derived from an ODD, by name; the same ODD always gives the same bytes.

    Raises:
        SchemaError: the ODD cannot be compiled.
    """
    return derived_from(odd, assembled(odd, *declarations_of(odd, base)))


def derived_from(odd: Path, schema: Schema) -> dict[str, bytes]:
    """Return the files derived from an ODD that has been compiled, by name.

    Raises:
        SchemaError: the ODD cannot be read, or a rule of it cannot be run.
    """
    root, rules, relaxng = read_xml(odd), to_schematron(schema), to_relaxng(schema)
    data = described(schema, root)
    stylesheet = transpile(rules, odd)
    runnable(stylesheet, odd, "#ALL", lambda: to_schematron(schema, marked=True))
    pages = _pages(to_xml(data, root), odd)
    return {
        f"{schema.ident}.rng": relaxng,
        f"{schema.ident}.rnc": to_compact(relaxng),
        **to_xsd(schema),
        f"{schema.ident}.sch": rules,
        f"{schema.ident}.sch.xsl": stylesheet.encode(),
        f"{schema.ident}.json": to_json(data),
        **pages,
    }


def _pages(source: bytes, path: Path) -> dict[str, bytes]:
    """Return the guidelines and the reference."""
    parser = etree.XMLParser(huge_tree=True, recover=True, no_network=True)
    document = Document(path, source, etree.ElementTree(etree.fromstring(source, parser)))
    css = (XSLT / "odd" / "assets" / "odd.css").read_text(encoding="utf-8")
    compiled = {name: Stylesheet(XSLT / "odd" / f"{name}.xsl") for name in PAGES}
    return {
        name: (stylesheet.render(document, {"css": css}) + "\n").encode()
        for name, stylesheet in compiled.items()
    }
