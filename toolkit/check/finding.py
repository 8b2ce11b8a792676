"""What a check finds, before it is known where in the file that is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from toolkit.check.mending import Mend, edits
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document, Position, where

# How many problems of one kind of check are told: more would help nobody, and take for ever.
MOST: Final = 1000
# A message quotes what is wrong, which may be megabytes.
_LONGEST: Final = 600


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
            short(finding.message),
            short(finding.advice),
            where(finding.element),
            finding.level,
            edits(document, finding.element, finding.mend) if finding.mend else (),
        )


def short(message: str) -> str:
    """Return a message that can be read, without most of what it quotes."""
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]} …"


def first(found: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first problems of one check, and say so if there are more."""
    for number, problem in enumerate(found):
        if number == MOST:
            message = (
                f"more than {MOST:,} problems of this kind; those after this line are not told"
            )
            advice = "solve some of those before, and check again"
            yield Problem(problem.file, problem.line, problem.column, "limit", message, advice)
            return
        yield problem
