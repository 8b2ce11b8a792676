"""Whether citations point at works, where a document says what its citations are to."""

from collections.abc import Iterable

from toolkit.check.survey import survey
from toolkit.problems import Problem
from toolkit.reading.document import TEI, Document

_BIBL = f"{{{TEI}}}bibl"


def check(document: Document) -> Iterable[Problem]:
    """Give citations without a work, in doubt or in short too early, and works nobody cites."""
    found = survey(document)
    cited = {p.target for p in found.pointers if p.element.tag == _BIBL and p.target[0] == "#"}
    if not found.named("listBibl") or not cited:
        return ()
    from toolkit.bibliography import check as check_citations

    return check_citations(document)
