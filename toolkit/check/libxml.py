"""What libxml2 itself says, for the rare case that our explanation finds nothing wrong."""

from collections.abc import Iterator

from lxml import etree

from toolkit.document import Document
from toolkit.problems import Problem

_ADVICE = "the schemas disagree here: please report this"


def said(
    document: Document, rule: str, schema: etree.RelaxNG | etree.XMLSchema
) -> Iterator[Problem]:
    """Give the validator's own messages, or one that stands for its silence."""
    entries = [(entry.line, entry.message) for entry in schema.error_log]
    for line, message in entries or [(1, "the document is not valid")]:
        yield Problem(document.path, max(line, 1), 1, rule, message.rstrip("."), _ADVICE)
