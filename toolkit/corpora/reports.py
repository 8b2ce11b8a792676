"""How it went with documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.errors import ToolkitError
from toolkit.problems import Problem

# So many names are told, then how many more there are.
_TOLD: Final = 12


@dataclass(frozen=True, slots=True)
class Report:
    """How it went with one document."""

    path: Path
    written: Sequence[Path] = ()
    error: ToolkitError | None = None
    warnings: Sequence[Problem] = ()
    fresh: bool = False
    """Nothing had changed, nothing was made."""
    foreign: bool = False
    """It is XML, but no TEI, and was only found, not named."""
    unknown: Counter[str] = field(default_factory=Counter)
    """How often each element was met that no template knows."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each of them first stands."""
    left: Sequence[Path] = ()
    """Files that an earlier run made and this one does not."""


def totals(reports: Iterable[Report]) -> Counter[str]:
    """Count what became of documents."""
    return Counter(
        "foreign" if r.foreign else "failed" if r.error else "fresh" if r.fresh else "built"
        for r in reports
    )


def left_over(paths: Sequence[Path]) -> str:
    """Return in words which files of an earlier run are left."""
    more = f", and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    names = ", ".join(map(str, paths[:_TOLD]))
    return f"left from an earlier run, no longer made: {names}{more}"
