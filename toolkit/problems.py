"""The one shape in which every check reports what it found."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"


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

    def __str__(self) -> str:
        """Write it as compilers do, so that editors and terminals find the place."""
        said = f"{self.message}; {self.advice}" if self.advice else self.message
        return f"{self.file}:{self.line}:{self.column}: {self.level} [{self.rule}] {said}"

    def as_dict(self) -> dict[str, str | int]:
        """Return the fields as plain values, for JSON."""
        return {**asdict(self), "file": str(self.file), "level": str(self.level)}
