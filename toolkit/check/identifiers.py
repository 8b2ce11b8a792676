"""The identifiers that are used twice."""

from collections.abc import Iterator

from toolkit.check.finding import Finding, problems
from toolkit.check.survey import survey
from toolkit.problems import Problem
from toolkit.reading.document import XML_ID, Document


def duplicates(document: Document) -> Iterator[Problem]:
    """Give every element whose identifier another element has already."""
    found = survey(document)
    for element in found.duplicates:
        ident = element.get(XML_ID, "")
        line = document.position(found.identifiers[ident]).line
        message = f'the identifier "{ident}" is used already, on line {line}'
        advice = "give one of the two another xml:id"
        yield from problems(document, [Finding(element, "duplicate-id", message, advice)])
