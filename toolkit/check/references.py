"""Whether names point to entries of their kind, where no rules of a project say so."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import QName

from toolkit.check.finding import Finding, problems
from toolkit.check.survey import survey
from toolkit.problems import Problem
from toolkit.reading.document import Document

_RULE: Final = "reference-kind"
_KINDS: Final = {
    "persName": (
        "a person",
        frozenset("person personGrp persona author respStmt editor nym".split()),
    ),
    "placeName": ("a place", frozenset("place nym category".split())),
    "orgName": ("an organisation", frozenset("org personGrp respStmt publisher nym".split())),
}


def check(document: Document) -> Iterator[Problem]:
    """Give every name that points to an entry of another kind in the same file."""
    yield from problems(document, _findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    known = survey(document).identifiers
    for pointer in survey(document).pointers:
        kind = _KINDS.get(QName(pointer.element).localname)
        entry = known.get(pointer.target[1:])
        if not kind or pointer.attribute != "ref" or pointer.target[0] != "#" or entry is None:
            continue
        found = QName(entry).localname
        others = {name for other, (_, names) in _KINDS.items() for name in names if other}
        if found in others - kind[1]:
            name = QName(pointer.element).localname
            message = f'<{name}> points to "{pointer.target}", which is a <{found}>, not {kind[0]}'
            advice = "point to the entry that is meant, or use the element for this kind of name"
            yield Finding(pointer.element, _RULE, message, advice)
