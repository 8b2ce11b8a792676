"""Whether a document fits the XML Schema."""

from collections.abc import Iterator

from toolkit.check.libxml import said
from toolkit.check.scheme import explanation, xsd
from toolkit.problems import Problem
from toolkit.reading.document import Document


def check(document: Document) -> Iterator[Problem]:
    """Give what keeps the document from being valid."""
    schema = xsd()
    if not schema.validate(document.tree):
        yield from explanation(document) or said(document, "xsd", schema)
