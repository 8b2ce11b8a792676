"""What can stop the toolkit.

A mistake in a document is not an error: it is a `Problem`, and a check yields it.
An error means that the toolkit could not do what it was asked to do.
"""

import copyreg
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.problems import Problem

# Exit codes: documents have problems; the work could not be done; somebody ended it.
PROBLEMS: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130


class ToolkitError(Exception):
    """Base of every error a caller can read and act on."""

    def __str__(self) -> str:
        """Say it in one line, whatever signs the names of strangers hold."""
        from toolkit.problems import shown

        return "\n".join(map(shown, super().__str__().split("\n")))

    def __reduce__(self) -> tuple[object, ...]:
        """Let errors cross from one process to another, whatever their arguments."""
        return (copyreg.__newobj__, (type(self), *self.args), self.__dict__)  # type: ignore[attr-defined]


class DocumentError(ToolkitError):
    """A document cannot be read: it is missing, unreadable, or not what was asked for."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ProblemsFound(ToolkitError):  # noqa: N818 -- not a failure of the toolkit: the document has problems
    """The work stopped because of problems in a document; they are in `problems`."""

    def __init__(self, problems: "Sequence[Problem]") -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class SchemaError(ToolkitError):
    """A schema or an ODD cannot be read or compiled."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnknownRuleError(ToolkitError):
    """No guideline explains a rule of this name."""

    def __init__(self, rule: str, nearest: str) -> None:
        hint = f'did you mean "{nearest}"? ' if nearest else ""
        super().__init__(f'no rule is called "{rule}"; {hint}teikit explain lists all')
        self.rule = rule
        self.nearest = nearest


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


class WorkerError(ToolkitError):
    """A process that worked on a document ended before its time."""

    def __init__(self, status: int, seconds: float | None, where: str = "") -> None:
        if seconds is not None:
            reason = f"the work took longer than {seconds:g} s, the limit (seconds under [limits])"
        else:
            how = f"signal {-status}" if status < 0 else f"exit code {status}"
            reason = f"the process that worked on it died ({how})"
        super().__init__(reason)
        self.status = status
        self.seconds = seconds
        self.where = where


class ConfigurationError(ToolkitError):
    """A project's ``edition.toml`` says something that the toolkit does not understand."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class SchedulerError(ToolkitError):
    """A cluster cannot be used."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


def unforeseen(error: Exception) -> ToolkitError:
    """Return what to tell of an error that is none of ours: one document, one line."""
    match error:
        case ToolkitError():
            return error
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return ToolkitError(f"{where}{error.strerror or error}")
        case RecursionError():
            return ToolkitError("the document is nested too deeply")
        case MemoryError():
            return ToolkitError("the document is too large for the memory of this machine")
        case RuntimeError() if "ymlink" in str(error):  # pathlib's word for links in a circle
            return ToolkitError(str(error))
    said = f"{type(error).__name__}: {error}"
    return ToolkitError(f"{said}; this is a mistake of teikit: please report it")


def unreadable(path: Path) -> str:
    """Return why a file cannot be read, where lxml does not tell."""
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe may never end
        return "is not a file"
    try:
        path.open("rb").close()
    except FileNotFoundError:
        return "no such file"
    except IsADirectoryError:
        return "is a folder; name a file"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return "cannot be read"
