"""Documents of other projects: their schemas, and what is checked where no rule of theirs does."""

from toolkit.check import dates, notes, references
from toolkit.check.scheme import Scheme
from toolkit.document import Document
from toolkit.problems import Problem


def foreign(document: Document, scheme: Scheme) -> dict[str, list[Problem]]:
    """Return what is found in a document of another scheme, by the name of the check."""
    found: dict[str, list[Problem]] = {
        "references": list(references.check(document)),
        "notes": list(notes.check(document)),
        "values": list(dates.check_foreign(document)),
    }
    return found
