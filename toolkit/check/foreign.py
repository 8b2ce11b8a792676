"""Documents of other projects: their schemas, and what is checked where no rule of theirs does."""

from toolkit.check import dates, naming, notes, references, schematron
from toolkit.check.finding import first
from toolkit.check.judging import told
from toolkit.check.rulefiles import phases
from toolkit.check.scheme import Scheme
from toolkit.problems import Problem
from toolkit.reading.document import Document


def foreign(document: Document, scheme: Scheme) -> dict[str, list[Problem]]:
    """Return what is found in a document of another scheme, by the name of the check.

    Raises:
        SchemaError: a schema cannot be read.
        StylesheetError: a rule cannot be run.
    """
    bases = ((path, scheme.base) for path in scheme.grammars)
    validity = list(first(p for path, base in bases for p in told(document, path, base)))
    if scheme.unnamed:
        validity = list(first(naming.check(document)))
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
