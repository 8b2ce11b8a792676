"""Problems as annotations that GitHub shows beside the lines of a change."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from toolkit.problems import Level, Problem

_KINDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def as_github(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
    failures: Mapping[Path, str] = MappingProxyType({}),
    unnamed: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
) -> str:
    """Return one workflow command for each problem, and for each document not checked."""
    unchecked = (
        f"::error file={_property(path.as_posix())},title=not checked::{_data(reason)}\n"
        for path, reason in failures.items()
    )
    return "".join([*map(_annotation, problems), *unchecked])


def _annotation(problem: Problem) -> str:
    said = f"{problem.message}; {problem.advice}" if problem.advice else problem.message
    file, title = _property(problem.file.as_posix()), _property(problem.rule)
    place = f"file={file},line={problem.line},col={problem.column},title={title}"
    return f"::{_KINDS[problem.level]} {place}::{_data(said)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
