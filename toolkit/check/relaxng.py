"""Whether a document fits the RELAX NG schema."""

from collections.abc import Iterator

from toolkit.check.libxml import said
from toolkit.check.scheme import explanation, relaxng
from toolkit.problems import Problem
from toolkit.reading.document import Document


def check(document: Document) -> Iterator[Problem]:
    """Give what keeps the document from being valid."""
    schema = relaxng()
    if not schema.validate(document.tree):
        yield from explanation(document) or said(document, "relaxng", schema)
