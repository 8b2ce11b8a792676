"""Make every file that is derived from an ODD: schemas, rules, and the rules as a stylesheet."""

from pathlib import Path

from lxml import etree

from toolkit.document import Document
from toolkit.errors import SchemaError
from toolkit.odd.assemble import compile_odd
from toolkit.odd.relaxng import to_relaxng
from toolkit.odd.schematron import to_schematron
from toolkit.odd.xsd import to_xsd
from toolkit.resources import SCHEMA
from toolkit.transform import Stylesheet


def derive(odd: Path) -> dict[str, bytes]:
    """Return the files derived from an ODD, by name; the same ODD always gives the same bytes.

    Raises:
        SchemaError: the ODD cannot be compiled.
    """
    schema = compile_odd(odd)
    rules = to_schematron(schema)
    return {
        f"{schema.ident}.rng": to_relaxng(schema),
        **to_xsd(schema),
        f"{schema.ident}.sch": rules,
        f"{schema.ident}.sch.xsl": transpile(rules, odd).encode(),
    }


def transpile(rules: bytes, path: Path) -> str:
    """Return a Schematron schema as a stylesheet that lists what a document does wrong.

    Raises:
        SchemaError: it is not well-formed XML.
        StylesheetError: it uses something the transpiler does not know.
    """
    try:
        tree = etree.ElementTree(etree.fromstring(rules))
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error
    return Stylesheet(SCHEMA / "schematron.xsl").render(Document(path, rules, tree))
