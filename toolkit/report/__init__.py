"""Problems as text for people and as data for machines."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from toolkit.problems import Problem
from toolkit.report.data import as_json
from toolkit.report.github import as_github
from toolkit.report.junit import as_junit
from toolkit.report.sarif import as_sarif
from toolkit.report.text import as_full, as_text

__all__ = ["FORMATS", "STREAMED"]

# Each takes the problems, and the documents that were checked.
FORMATS: Final[dict[str, Callable[[Sequence[Problem], Sequence[Path]], str]]] = {
    "text": as_text,
    "full": as_full,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}
# Those that can be written document by document.
STREAMED: Final = frozenset(("text", "full", "github"))
