"""Check many documents: the same task for one and for thousands, results in order."""

import sys
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from toolkit.commands.progress import Progress
from toolkit.commands.reading import standard_input
from toolkit.configuration import Configuration, configuration
from toolkit.counting import many
from toolkit.errors import DocumentError, ProblemsFound, ToolkitError, WorkerError, unforeseen
from toolkit.reading.bounds import unanswered

if TYPE_CHECKING:
    from concurrent.futures import Future

    from toolkit.check import Settings
    from toolkit.limits import Limits
    from toolkit.problems import Problem
    from toolkit.report.baseline import Baseline

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
    unnamed: bool = False
    """Whether no scheme is named for it."""
    unread: bool = False
    """Whether nothing in it could be checked: it is no XML, no TEI, or exceeds a limit."""


def check_files(
    paths: Sequence[Path],
    jobs: int,
    settings: "Settings | None" = None,
    baseline: "Baseline | None" = None,
) -> Iterator[Checked]:
    """Check documents and yield what is found in each that is not known, in their order."""
    choices = configuration(paths[0])
    every, failures = find_all(paths, choices)
    yield from failures
    done = Counter[str]()
    for checked in _shared(every, choices.limits, min(jobs, len(every)), settings):
        result = _unknown(checked, baseline)
        done[_outcome(result)] += 1
        yield result
    if len(every) > 1 or (every and paths[0].is_dir()):
        _sum_up(len(every), done)


def find_all(
    paths: Sequence[Path], choices: Configuration
) -> tuple[list[tuple[Path, bool]], list[Checked]]:
    """Return the documents, each with whether it was found in a folder, and folders without any."""
    every: list[tuple[Path, bool]] = []
    failures = []
    for path in paths:
        if not path.is_dir():
            every.append((path, False))
            continue
        from toolkit.corpora.finding import closed_folders, documents

        found, closed = documents(path, choices), closed_folders(path, choices)
        every += [(file, True) for file in found]
        failures += [Checked(p, failure=DocumentError(p, why)) for p, why in closed.items()]
        if not (found or closed):
            reason = f"holds no document ({', '.join(choices.files)})"
            failures.append(Checked(path, failure=DocumentError(path, reason)))
    return every, failures


def _shared(
    every: Sequence[tuple[Path, bool]],
    limits: "Limits",
    jobs: int,
    settings: "Settings | None",
) -> Iterator[Checked]:
    """Share the documents out over processes, which end those that take too long."""
    from toolkit.commands.deadline import processes

    progress, failed = Progress(len(every)), 0
    started: deque[tuple[Path, Future[Checked]]] = deque()
    waiting = iter(every)
    try:
        with processes(jobs, limits.seconds) as executor:
            while True:
                for path, found in waiting:
                    given = standard_input(path, limits)
                    task = executor.submit(_check_one, path, limits, settings, given, found=found)
                    started.append((path, task))
                    if len(started) >= _WINDOW:
                        break
                if not started:
                    break
                result = _result(*started.popleft(), limits.seconds)
                failed += result.failure is not None
                progress.clear()
                yield result
                sys.stdout.flush()
                progress.step(failed)
    finally:
        progress.clear()


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


def _result(path: Path, future: "Future[Checked]", seconds: float) -> Checked:
    from toolkit.commands.deadline import patiently

    try:
        with patiently(seconds, path):
            return future.result()
    except WorkerError as error:
        reason = unanswered(error, path)
        if isinstance(reason, ProblemsFound):
            return Checked(path, list(reason.problems), unread=True)
        return Checked(path, failure=DocumentError(path, str(error)))
    except Exception as error:  # noqa: BLE001 -- one document never stops the others
        return Checked(path, failure=DocumentError(path, str(unforeseen(error))))


def _check_one(
    path: Path,
    limits: "Limits",
    settings: "Settings | None",
    source: bytes | None = None,
    *,
    found: bool = False,
) -> Checked:
    """Check one file; a file that was only found and is no TEI at all is left out."""
    from toolkit.check import check
    from toolkit.check.scheme import scheme_of
    from toolkit.reading.document import load, parse

    try:
        document = load(path, limits) if source is None else parse(source, path, limits)
        unnamed = scheme_of(document, settings.schemas if settings else ()).unnamed
        return Checked(path, check(document, settings=settings), unnamed=unnamed)
    except ProblemsFound as error:
        if found and _is_foreign(error):
            return Checked(path, foreign=True)
        return Checked(path, list(error.problems), unread=True)
    except ToolkitError as failure:
        return Checked(path, failure=failure)


def _is_foreign(error: ProblemsFound) -> bool:
    from toolkit.corpora.finding import is_foreign

    return is_foreign(error)
