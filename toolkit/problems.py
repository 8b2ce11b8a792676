"""The one shape in which every check reports what it found."""

import re
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

# Controls of a terminal, ends of lines, and what turns the direction of writing.
UNSHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_LONGEST: Final = 2_000


def shown(text: str) -> str:
    """Return a text of strangers for one line of a terminal: what acts on it as its number."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return UNSHOWN.sub(lambda found: f"[U+{ord(found[0]):04X}]", cut)


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Edit(NamedTuple):
    """A part of a file, in characters from its beginning, and what to put in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong at one place of one file, and what to do about it.

    Lines and columns count from 1; a column counts characters. `path` is the way to the
    element from the root, by names, positions and ids; it is empty where there is no element.
    """

    file: Path
    line: int
    column: int
    rule: str
    message: str
    advice: str = ""
    path: str = ""
    level: Level = Level.ERROR
    edits: tuple[Edit, ...] = field(default=(), compare=False, repr=False)
    """What mends it without a doubt; empty if an editor has to decide."""

    def __str__(self) -> str:
        """Write it as compilers do, so that editors and terminals find the place."""
        said = "; ".join(shown(part) for part in (self.message, self.advice) if part)
        place = f"{shown(str(self.file))}:{self.line}:{self.column}"
        return f"{place}: {self.level} [{self.rule}] {said}"

    def as_dict(self) -> dict[str, str | int | bool]:
        """Return the fields as plain values, for JSON."""
        plain = {key: value for key, value in asdict(self).items() if key != "edits"}
        return plain | {
            "file": str(self.file),
            "level": str(self.level),
            "fixable": bool(self.edits),
        }
