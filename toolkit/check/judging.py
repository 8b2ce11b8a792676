"""Schemas of other projects made ready to judge documents by; each is read once."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.check.finding import problems
from toolkit.check.validity import Validity
from toolkit.errors import SchemaError
from toolkit.odd.ready import is_grammar, schema_at
from toolkit.problems import Problem
from toolkit.reading.document import Document

if TYPE_CHECKING:
    from lxml import etree

    Judge = Validity | etree.RelaxNG | etree.XMLSchema


def explainer(path: Path, base: Path | None = None) -> Validity | None:
    """Return what explains documents by a schema, if we can read it ourselves."""
    judge = _judge(path, base, path.stat().st_mtime_ns)
    return judge if isinstance(judge, Validity) else None


def told(document: Document, path: Path, base: Path | None) -> Iterator[Problem]:
    """Give what keeps a document from being valid by a schema.

    Raises:
        SchemaError: the schema cannot be read.
    """
    judge = _judge(path, base, path.stat().st_mtime_ns)
    if isinstance(judge, Validity):
        yield from problems(document, judge.explain(document))
        return
    from toolkit.check import libxml

    if not judge.validate(document.tree):
        yield from libxml.told(document, judge)


@lru_cache(maxsize=8)
def _judge(path: Path, base: Path | None, changed: int) -> "Judge":  # noqa: ARG001 -- a change makes it read again
    """Return what judges by a schema: our own explainer where it can read the schema."""
    if path.suffix != ".xsd":
        try:
            return Validity(schema_at(path, base))
        except SchemaError:
            if not is_grammar(path):
                raise
    from toolkit.check import libxml

    return libxml.compiled(path)
