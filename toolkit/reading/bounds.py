"""What is refused for its size before it is parsed, and what takes too long."""

import re
from pathlib import Path
from typing import Final

from toolkit.errors import ProblemsFound, ToolkitError, WorkerError
from toolkit.limits import Limits
from toolkit.problems import Problem

_VALUE: Final = re.compile(rb"""=\s*["']""")
_PREFIX: Final = re.compile(rb"xmlns:([^\s=]+)")
# The stylesheets' engine knows 2,047.
_PREFIXES: Final = 2_000
_MEGABYTE: Final = 1_000_000
# The letters of the shortest attribute and the space before it.
_SHORTEST: Final = len(' a=""')


def refuse_size(source: bytes, path: Path, limits: Limits) -> None:
    """Refuse a document that would take the machine.

    Raises:
        ProblemsFound: it exceeds a limit of size, of tags, or of attributes in one tag.
    """
    if len(source) > limits.megabytes * _MEGABYTE:
        raise ProblemsFound([too_large(path, limits)])
    marks = source.count(b"<") + source.count(b"=")
    if marks > limits.marks:
        message = f"the document has {marks:,} tags and attributes; the limit is {limits.marks:,}"
        raise ProblemsFound([limit(path, 1, 1, message, "marks")])
    if source.count(b"xmlns:") > _PREFIXES and len(set(_PREFIX.findall(source))) > _PREFIXES:
        message = f"the document has more than {_PREFIXES:,} prefixes of namespaces, the limit"
        advice = "give each namespace one prefix, on the root element"
        raise ProblemsFound([Problem(path, 1, 1, "limit", message, advice)])
    if source.count(b"=") > limits.attributes:
        _refuse_attributes(source, path, limits)


def _refuse_attributes(source: bytes, path: Path, limits: Limits) -> None:
    """Refuse a tag with too many attributes before a parser reads it."""
    tags = source.replace(b"\0", b"").split(b"<")
    if max(map(len, tags)) < _SHORTEST * limits.attributes:
        return
    at = 0
    for tag in tags:
        if sum(1 for _ in _VALUE.finditer(tag)) > limits.attributes:
            line = source.count(b"\n", 0, at) + 1
            message = f"an element has more than {limits.attributes:,} attributes, the limit"
            raise ProblemsFound([limit(path, line, 1, message, "attributes")])
        at += len(tag) + 1


def too_large(path: Path, limits: Limits) -> Problem:
    """Return the problem of a file that is larger than the limit."""
    message = f"the document is larger than {limits.megabytes} MB, the limit"
    return limit(path, 1, 1, message, "megabytes")


def unanswered(error: WorkerError, path: Path) -> ToolkitError:
    """Return why a process gave no answer: the document hit the limit of time, or it died."""
    return error if error.seconds is None else too_long(path, error.seconds, error.where)


def too_long(path: Path, seconds: float, where: str = "") -> ProblemsFound:
    """Return the error of a document whose work took longer than the limit, and where it was."""
    message = f"the work took longer than {seconds:g} s, the limit{where and f', {where}'}"
    return ProblemsFound([limit(path, 1, 1, message, "seconds")])


def limit(path: Path, line: int, column: int, message: str, name: str) -> Problem:
    """Return the problem of a limit that was hit, and how to raise it."""
    advice = f'split the document, or raise "{name}" under [limits] in edition.toml'
    return Problem(path, line, column, "limit", message, advice)
