"""Rules as a stylesheet that runs; a rule that does not compile is told with its place."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.errors import SchemaError, StylesheetError
from toolkit.odd.places import file_of, place
from toolkit.reading.document import Document
from toolkit.resources import SCHEMA
from toolkit.xsl.transform import Stylesheet

_AT: Final = "{tag:teikit,2026:edition}at"
_LINE: Final = re.compile(r"\bon line (\d+)\b")
_WHERE: Final = re.compile(r"^.*? of \S+\.xsl: ?(?:\w+ )?")


def transpile(rules: bytes, path: Path, phase: str = "#ALL") -> str:
    """Return a Schematron schema as a stylesheet that lists what a document does wrong.

    Raises:
        SchemaError: it is not well-formed XML.
        StylesheetError: it uses something the transpiler does not know.
    """
    try:
        tree = etree.ElementTree(etree.fromstring(rules))
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error
    document = Document(path, rules, tree)
    return Stylesheet(SCHEMA / "schematron.xsl").render(document, {"phase": phase})


def runnable(text: str, path: Path, phase: str, marked: Callable[[], bytes | None]) -> Stylesheet:
    """Return the compiled rules of a schema; `marked` gives its Schematron with its places.

    Raises:
        SchemaError: an expression does not compile; the reason names its line and column.
    """
    try:
        return _compiled(text, path)
    except StylesheetError as error:
        raise _located(marked() or b"", path, phase, error.reason) from error


def mark(copy: _Element, original: _Element) -> None:
    """Write into a copy of rules where in which file each part of them stands."""
    for one, other in zip(copy.iter("*"), original.iter("*"), strict=True):
        one.set(_AT, f"{file_of(other) or ''}\n{place(other)}")


def _compiled(text: str, path: Path) -> Stylesheet:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{path.stem}.xsl"
        file.write_text(text, encoding="utf-8")
        return Stylesheet(file)


def _located(rules: bytes, path: Path, phase: str, reason: str) -> SchemaError:
    text = transpile(rules, path, phase)
    try:
        _compiled(text, path)
    except StylesheetError as error:
        reason = error.reason
        line = _LINE.search(reason)
        found = [
            str(node.get(_AT)).split("\n")
            for node in etree.fromstring(text.encode()).iter("*")
            if line and node.get(_AT) and (node.sourceline or 0) <= int(line[1])
        ]
        if found:
            file, at = found[-1]
            said = _WHERE.sub("", reason)
            return SchemaError(
                Path(file) if file else path, f"{at}: the rule cannot be run: {said}"
            )
    return SchemaError(path, f"its Schematron cannot be run: {reason}")
