"""Check many documents: the same task for one and for thousands, results in order."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from toolkit.commands.progress import Progress
from toolkit.configuration import Configuration, configuration
from toolkit.errors import DocumentError, ProblemsFound, ToolkitError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from toolkit.limits import Limits
    from toolkit.problems import Problem

_WINDOW: Final = 32


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one document, or why it could not be checked."""

    problems: "list[Problem]" = field(default_factory=list)
    failure: ToolkitError | None = None
    foreign: bool = False


def check_files(paths: Sequence[Path], jobs: int) -> Iterator[Checked]:
    """Check documents and yield what is found in each, in their order."""
    choices = configuration(paths[0])
    if [str(path) for path in paths] == ["-"]:
        yield _check_one(paths[0], choices.limits)
        return
    every, failures = _every(paths, choices)
    yield from failures
    if every:
        yield from _shared(every, choices.limits, min(jobs, len(every)))


def _every(
    paths: Sequence[Path], choices: Configuration
) -> tuple[list[tuple[Path, bool]], list[Checked]]:
    """Return the documents, each with whether it was found in a folder, and empty folders."""
    from toolkit.finding import documents

    every: list[tuple[Path, bool]] = []
    failures = []
    for path in paths:
        found = documents(path, choices) if path.is_dir() else []
        every += [(file, True) for file in found] if path.is_dir() else [(path, False)]
        if path.is_dir() and not found:
            reason = f"holds no document ({', '.join(choices.files)})"
            failures.append(Checked(failure=DocumentError(path, reason)))
    return every, failures


def _shared(every: Sequence[tuple[Path, bool]], limits: "Limits", jobs: int) -> Iterator[Checked]:
    from toolkit.workers import local_executor

    progress, failed, left_out = Progress(len(every)), 0, 0
    executor = local_executor(jobs, limits.seconds)
    started: deque[tuple[Path, Future[Checked]]] = deque()
    waiting = iter(every)
    finished = False
    try:
        while True:
            for path, found in waiting:
                started.append((path, executor.submit(_check_one, path, limits, found=found)))
                if len(started) >= _WINDOW:
                    break
            if not started:
                break
            result = _result(*started.popleft())
            failed += bool(result.failure)
            left_out += result.foreign
            progress.clear()
            yield result
            sys.stdout.flush()
            progress.step(failed)
        finished = True
    finally:
        progress.clear()
        executor.shutdown(cancel_futures=not finished)
    if len(every) == 1:
        return
    note = f", {left_out} left out (no TEI)" if left_out else ""
    click.echo(f"{len(every)} documents checked{note}", err=True)


def _result(path: Path, future: "Future[Checked]") -> Checked:
    try:
        return future.result()
    except ToolkitError as error:
        return Checked(failure=DocumentError(path, str(error)))


def _check_one(path: Path, limits: "Limits", *, found: bool = False) -> Checked:
    """Check one file; a file that was only found and is no TEI at all is left out."""
    from toolkit.check import check
    from toolkit.document import load
    from toolkit.finding import is_foreign

    try:
        return Checked(check(load(path, limits)))
    except ProblemsFound as error:
        if found and is_foreign(error):
            return Checked(foreign=True)
        return Checked(list(error.problems))
    except ToolkitError as failure:
        return Checked(failure=failure)
