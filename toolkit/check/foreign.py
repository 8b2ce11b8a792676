"""Documents of other projects: their schemas, and what is checked where no rule of theirs does."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.check import dates, libxml, notes, references, schematron
from toolkit.check.finding import first, problems
from toolkit.check.rulefiles import phases
from toolkit.check.scheme import Scheme
from toolkit.check.validity import Validity
from toolkit.errors import SchemaError
from toolkit.odd.ready import is_grammar, schema_at
from toolkit.problems import Problem
from toolkit.reading.document import Document

if TYPE_CHECKING:
    from lxml import etree

    Judge = Validity | etree.RelaxNG | etree.XMLSchema


def foreign(document: Document, scheme: Scheme) -> dict[str, list[Problem]]:
    """Return what is found in a document of another scheme, by the name of the check.

    Raises:
        SchemaError: a schema cannot be read.
        StylesheetError: a rule cannot be run.
    """
    bases = ((path, scheme.base) for path in scheme.grammars)
    validity = list(first(p for path, base in bases for p in _validity(document, path, base)))
    chosen = phases([*scheme.rules, *scheme.grammars], scheme.base, scheme.phase)
    rules = [
        problem
        for path, phase in chosen.items()
        if path.suffix != ".xsd"
        for problem in schematron.check_foreign(document, path, scheme.base, phase)
    ]
    return {
        "relaxng": validity,
        "schematron": list(first(dict.fromkeys(rules))),
        "references": list(first(references.check(document))),
        "notes": list(first(notes.check(document))),
        "values": list(first(dates.check_foreign(document))),
    }


def explainer(path: Path, base: Path | None = None) -> Validity | None:
    """Return what explains documents by a schema, if we can read it ourselves."""
    judge = _judge(path, base, path.stat().st_mtime_ns)
    return judge if isinstance(judge, Validity) else None


def _validity(document: Document, path: Path, base: Path | None) -> Iterator[Problem]:
    judge = _judge(path, base, path.stat().st_mtime_ns)
    if isinstance(judge, Validity):
        yield from problems(document, judge.explain(document))
    elif not judge.validate(document.tree):
        yield from libxml.told(document, judge)


@lru_cache(maxsize=8)
def _judge(path: Path, base: Path | None, changed: int) -> "Judge":  # noqa: ARG001 -- a change makes it read again
    """Return what judges by a schema: our own explainer where it can read the schema."""
    if path.suffix == ".xsd":
        return libxml.compiled(path)
    try:
        return Validity(schema_at(path, base))
    except SchemaError:
        if not is_grammar(path):
            raise
        return libxml.compiled(path)
