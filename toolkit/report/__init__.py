"""Problems as text for people and as data for machines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from toolkit.problems import Problem
from toolkit.report.data import NO_SCHEME, as_json
from toolkit.report.github import as_github
from toolkit.report.junit import as_junit
from toolkit.report.sarif import as_sarif
from toolkit.report.text import as_full, as_text

__all__ = ["FORMATS", "NO_SCHEME", "STREAMED", "Report"]


class Report(Protocol):
    """Takes problems, the documents that were checked, why not others, those of no scheme."""

    def __call__(
        self,
        problems: Sequence[Problem],
        documents: Sequence[Path] = (),
        failures: Mapping[Path, str] = MappingProxyType({}),
        unnamed: Sequence[Path] = (),
    ) -> str:
        """Return the report."""
        ...


FORMATS: Final[dict[str, Report]] = {
    "text": as_text,
    "full": as_full,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}
# Those that can be written document by document.
STREAMED: Final = frozenset(("text", "full", "github"))
