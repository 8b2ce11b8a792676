"""What a check finds, before it is known where in the file that is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from toolkit.check.mending import Mend, edits
from toolkit.document import Document, Position, where
from toolkit.problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with one element, and what to do about it."""

    element: _Element
    rule: str
    message: str
    advice: str = ""
    level: Level = Level.ERROR
    mend: Mend | None = None
    """What would mend it without a doubt."""
    place: Position | None = None
    """Where it is, if not at the start tag."""


def problems(document: Document, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Give each finding its line, its column and the way to its element."""
    for finding in findings:
        line, column = finding.place or document.position(finding.element)
        yield Problem(
            document.path,
            line,
            column,
            finding.rule,
            finding.message,
            finding.advice,
            where(finding.element),
            finding.level,
            edits(document, finding.element, finding.mend) if finding.mend else (),
        )
