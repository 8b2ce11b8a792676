"""Documents of other projects: their schemas, and what is checked where no rule of theirs does."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from toolkit.check import dates, libxml, notes, references, schematron
from toolkit.check.finding import problems
from toolkit.check.scheme import Scheme
from toolkit.check.validity import Validity
from toolkit.document import Document
from toolkit.errors import SchemaError
from toolkit.odd.grammars import read_grammar
from toolkit.problems import Problem


def foreign(document: Document, scheme: Scheme) -> dict[str, list[Problem]]:
    """Return what is found in a document of another scheme, by the name of the check.

    Raises:
        SchemaError: a schema cannot be read.
        StylesheetError: a rule cannot be run.
    """
    files = [*scheme.rules, *(path for path in scheme.grammars if path.suffix != ".xsd")]
    rules = [p for path in files for p in schematron.check_foreign(document, path, scheme.phase)]
    return {
        "relaxng": [p for path in scheme.grammars for p in _validity(document, path)],
        "schematron": list(dict.fromkeys(rules)),
        "references": list(references.check(document)),
        "notes": list(notes.check(document)),
        "values": list(dates.check_foreign(document)),
    }


def explainer(path: Path) -> Validity | None:
    """Return what explains documents by a schema, if we can read it ourselves."""
    judge = _judge(path, path.stat().st_mtime_ns)
    return judge if isinstance(judge, Validity) else None


def _validity(document: Document, path: Path) -> Iterator[Problem]:
    judge = _judge(path, path.stat().st_mtime_ns)
    if isinstance(judge, Validity):
        yield from problems(document, judge.explain(document))
    elif not judge.validate(document.tree):
        yield from libxml.told(document, judge)


@lru_cache(maxsize=8)
def _judge(path: Path, changed: int) -> Validity | etree.RelaxNG | etree.XMLSchema:  # noqa: ARG001 -- a change makes it read again
    """Return what judges by a schema: our own explainer where it can read the schema."""
    if path.suffix == ".xsd":
        return libxml.compiled(path)
    root = _root(path)
    if root == "grammar":
        try:
            return Validity(read_grammar(path))
        except SchemaError:
            return libxml.compiled(path)
    if root == "element":
        return libxml.compiled(path)
    from toolkit.odd.assemble import compile_odd

    return Validity(compile_odd(path))


def _root(path: Path) -> str:
    """Return the name of the root element of a schema."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.QName(etree.parse(str(path), parser).getroot()).localname
    except OSError as error:
        raise SchemaError(path, "cannot be read") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error
