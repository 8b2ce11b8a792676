"""Check many documents: the same task for one and for thousands, results in order."""

import sys
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from toolkit.commands.progress import Progress
from toolkit.configuration import Configuration, configuration
from toolkit.counting import many
from toolkit.errors import DocumentError, ProblemsFound, ToolkitError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from toolkit.baseline import Baseline
    from toolkit.check import Settings
    from toolkit.limits import Limits
    from toolkit.problems import Problem

_WINDOW: Final = 32


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one document, or why it could not be checked."""

    path: Path
    problems: "list[Problem]" = field(default_factory=list)
    failure: ToolkitError | None = None
    foreign: bool = False
    known: bool = False
    """Whether there are errors, all of them known."""


def check_files(
    paths: Sequence[Path],
    jobs: int,
    settings: "Settings | None" = None,
    baseline: "Baseline | None" = None,
) -> Iterator[Checked]:
    """Check documents and yield what is found in each that is not known, in their order."""
    choices = configuration(paths[0])
    named = [path for path in paths if not path.is_dir()]
    if len(paths) == 1 and named:
        yield _unknown(_check_one(paths[0], choices.limits, settings), baseline)
        return
    every, failures = find_all(paths, choices)
    yield from failures
    if every:
        yield from _shared(every, choices.limits, min(jobs, len(every)), settings, baseline)


def find_all(
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
            failures.append(Checked(path, failure=DocumentError(path, reason)))
    return every, failures


def _shared(
    every: Sequence[tuple[Path, bool]],
    limits: "Limits",
    jobs: int,
    settings: "Settings | None",
    baseline: "Baseline | None",
) -> Iterator[Checked]:
    from toolkit.workers import local_executor

    progress, done = Progress(len(every)), Counter[str]()
    executor = local_executor(jobs, limits.seconds)
    started: deque[tuple[Path, Future[Checked]]] = deque()
    waiting = iter(every)
    finished = False
    try:
        while True:
            for path, found in waiting:
                task = executor.submit(_check_one, path, limits, settings, found=found)
                started.append((path, task))
                if len(started) >= _WINDOW:
                    break
            if not started:
                break
            result = _unknown(_result(*started.popleft()), baseline)
            done[_outcome(result)] += 1
            progress.clear()
            yield result
            sys.stdout.flush()
            progress.step(done["failed"])
        finished = True
    finally:
        progress.clear()
        executor.shutdown(cancel_futures=not finished)
    _sum_up(len(every), done)


def _unknown(result: Checked, baseline: "Baseline | None") -> Checked:
    """Return a result without the problems that are known."""
    if baseline is None or result.failure or result.foreign:
        return result
    new = baseline.new(result.path, result.problems)
    return replace(result, problems=new, known=_is_wrong(result.problems))


def _is_wrong(problems: "Sequence[Problem]") -> bool:
    return any(p.level == "error" for p in problems)


def _outcome(result: Checked) -> str:
    if result.failure or result.foreign:
        return "failed" if result.failure else "left out"
    if _is_wrong(result.problems):
        return "wrong"
    return "known" if result.known else "passed"


def _sum_up(number: int, done: "Counter[str]") -> None:
    """Say how many documents passed."""
    said = [f"{done['passed']} passed"]
    said += [f"{done['wrong']} with errors"] if done["wrong"] else []
    said += [f"{done['known']} with known errors alone"] if done["known"] else []
    said += [f"{done['failed']} not checked"] if done["failed"] else []
    said += [f"{done['left out']} left out (no TEI)"] if done["left out"] else []
    click.echo(f"{many(number, 'document')} checked: {', '.join(said)}", err=True)


def _result(path: Path, future: "Future[Checked]") -> Checked:
    try:
        return future.result()
    except ToolkitError as error:
        return Checked(path, failure=DocumentError(path, str(error)))


def _check_one(
    path: Path, limits: "Limits", settings: "Settings | None", *, found: bool = False
) -> Checked:
    """Check one file; a file that was only found and is no TEI at all is left out."""
    from toolkit.check import check
    from toolkit.document import load
    from toolkit.finding import is_foreign

    try:
        return Checked(path, check(load(path, limits), settings=settings))
    except ProblemsFound as error:
        if found and is_foreign(error):
            return Checked(path, foreign=True)
        return Checked(path, list(error.problems))
    except ToolkitError as failure:
        return Checked(path, failure=failure)
