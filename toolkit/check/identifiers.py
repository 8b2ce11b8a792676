"""The identifiers of a document, and those used twice."""

from collections.abc import Iterator

from lxml.etree import _Element

from toolkit.check.finding import Finding, problems
from toolkit.document import XML_ID, Document
from toolkit.problems import Problem


def identifiers(document: Document) -> dict[str, _Element]:
    """Return every identifier with the first element that has it."""
    found: dict[str, _Element] = {}
    for element in document.tree.iter("*"):
        ident = element.get(XML_ID)
        if ident is not None:
            found.setdefault(ident, element)
    return found


def duplicates(document: Document) -> Iterator[Problem]:
    """Give every element whose identifier another element has already."""
    first = identifiers(document)
    for element in document.tree.iter("*"):
        ident = element.get(XML_ID)
        if ident is not None and first[ident] is not element:
            line = document.position(first[ident]).line
            message = f'the identifier "{ident}" is used already, on line {line}'
            finding = Finding(
                element, "duplicate-id", message, "give one of the two another xml:id"
            )
            yield from problems(document, [finding])
