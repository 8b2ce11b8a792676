"""What can stop the toolkit.

A mistake in a document is not an error: it is a `Problem`, and a check yields it.
An error means that the toolkit could not do what it was asked to do.
"""

from collections.abc import Sequence
from pathlib import Path

from toolkit.problems import Problem


class ToolkitError(Exception):
    """Base of every error a caller can read and act on."""


class DocumentError(ToolkitError):
    """A document cannot be read: it is missing, unreadable, or not what was asked for."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ProblemsFound(ToolkitError):  # noqa: N818 -- not a failure of the toolkit: the document has problems
    """The work stopped because of problems in a document; they are in `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class SchemaError(ToolkitError):
    """A schema or an ODD cannot be read or compiled."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StylesheetError(ToolkitError):
    """A stylesheet does not compile, or stopped while it ran."""

    def __init__(self, stylesheet: Path, reason: str) -> None:
        super().__init__(f"{stylesheet}: {reason}")
        self.stylesheet = stylesheet
        self.reason = reason


class CopyError(ToolkitError):
    """A reader's copy of the text cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class OutputError(ToolkitError):
    """A file cannot be written where it was asked for."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
