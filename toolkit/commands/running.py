"""Long runs over many documents: what is said while they go on, and how they end."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from toolkit.commands.deadline import processes
from toolkit.commands.progress import Progress
from toolkit.corpora.corpus import build_all
from toolkit.corpora.finding import Entry, entries, is_elsewhere, without_clashes
from toolkit.corpora.journal import Journal
from toolkit.corpora.reports import Report, left_over, totals
from toolkit.counting import many
from toolkit.errors import FAILED, PROBLEMS, ProblemsFound
from toolkit.joint import JOINT, Corpus, has_catalogue, joint_names, make_joint
from toolkit.making.order import Order, make
from toolkit.making.plan import Plan
from toolkit.making.rendering import Made
from toolkit.xsl.assets import assets

if TYPE_CHECKING:
    from toolkit.configuration import Configuration


def run_build(  # noqa: PLR0913, PLR0917 -- what the command was told
    paths: Sequence[Path],
    into: Path,
    choices: "Configuration",
    plan: Plan,
    jobs: int,
    scheduler: str | None,
    coverage: Path | None = None,
    *,
    keep_going: bool,
) -> int:
    """Build many documents, say what was written and what failed, and return the exit code."""
    found = entries(paths, into, choices)
    alone = len(found) == 1 and not paths[0].is_dir()
    plan = replace(plan, joint=plan.joint and not alone)
    plan = replace(plan, catalogued=has_catalogue(plan))
    own = {*plan.sheets, *assets(plan.stylesheets, plan.styles)}
    found = without_clashes(found, into, own, joint_names(plan))
    start = monotonic()
    with Journal(into) as journal:
        reports = _built(found, plan, journal, jobs, scheduler, keep_going=keep_going)
        if coverage:
            from toolkit.corpora.coverage import coverage as table
            from toolkit.output import deliver

            deliver(coverage, table(reports))
        folders = [path for path in paths if path.is_dir()]
        others = journal.gone([JOINT, *(str(entry.path) for entry in found)])
        gone = [name for name in others if not is_elsewhere(Path(name), folders)]
        _sum_up(reports, gone, monotonic() - start)
        if len(reports) == len(found):
            corpus = _corpus(paths, into, found, reports, choices.title)
            start = monotonic()
            written = make_joint(corpus, plan, journal, jobs)
            if joint_names(plan):
                _say_joint(written, monotonic() - start)
    return exit_code(reports)


def _built(  # noqa: PLR0913 -- what the run was told
    found: Sequence[Entry],
    plan: Plan,
    journal: Journal,
    jobs: int,
    scheduler: str | None,
    *,
    keep_going: bool,
) -> list[Report]:
    """Build documents and say what became of each."""
    progress, reports, failed = Progress(len(found)), [], 0
    with _executor(scheduler, min(jobs, len(found)), plan) as executor:
        for report in build_all(found, plan, journal, executor, _task(scheduler, plan)):
            progress.clear()
            _say(report)
            reports.append(replace(report, written=()))
            failed += bool(report.error and not report.foreign)
            progress.step(failed)
            if failed and not keep_going:
                break
    progress.clear()
    return reports


def _corpus(
    paths: Sequence[Path],
    into: Path,
    found: Sequence[Entry],
    reports: Sequence[Report],
    title: str,
) -> Corpus:
    folders = tuple(path for path in paths if path.is_dir())
    failed = frozenset(report.path for report in reports if report.error and not report.foreign)
    foreign = frozenset(report.path for report in reports if report.foreign)
    return Corpus(found, into, folders, failed, foreign, title)


def _say_joint(written: Sequence[Path], seconds: float) -> None:
    for path in written:
        click.echo(path)
    said = f"{len(written)} written" if written else "unchanged"
    click.echo(f"joint pages in {seconds:.1f} s: {said}", err=True)


@contextmanager
def _executor(scheduler: str | None, jobs: int, plan: Plan) -> Iterator[Executor]:
    """Give an executor; whatever interrupts the run ends its work at once."""
    if scheduler:
        from toolkit.corpora.cluster import cluster_executor

        with cluster_executor(scheduler) as executor:
            yield executor
        return
    with processes(jobs, plan.limits.seconds) as executor:
        yield executor


def _task(scheduler: str | None, plan: Plan) -> Callable[[Order], Made]:
    if not scheduler:
        return make
    from toolkit.corpora.cluster import sender

    return sender(tuple(plan.sheets.values()))


def _say(report: Report) -> None:
    for path in report.written:
        click.echo(path)
    for warning in report.warnings:
        click.echo(warning, err=True)
    if isinstance(report.error, ProblemsFound):
        if not report.foreign:
            click.echo(report.error, err=True)
    elif report.error:
        said = str(report.error)
        named = said if str(report.path) in said else f"{report.path}: {said}"
        click.echo(f"teikit: {named}", err=True)


def _sum_up(reports: Sequence[Report], gone: Sequence[str], seconds: float) -> None:
    count = totals(reports)
    parts = [
        f"{count['built']} built",
        f"{count['fresh']} unchanged" if count["fresh"] else "",
        f"{count['failed']} failed" if count["failed"] else "",
        f"{count['foreign']} left out (no TEI)" if count["foreign"] else "",
        f"{len(gone)} gone, their outputs kept" if gone else "",
    ]
    said = ", ".join(part for part in parts if part)
    click.echo(f"{many(len(reports), 'document')} in {seconds:.1f} s: {said}", err=True)
    left = [path for report in reports for path in report.left]
    if left:
        click.echo(left_over(left), err=True)
    unknown: Counter[str] = sum((report.unknown for report in reports), Counter())
    if unknown:
        names = ", ".join(f"{name} {number}" for name, number in unknown.most_common(12))
        more = f", and {len(unknown) - 12} more" if len(unknown) > 12 else ""  # noqa: PLR2004
        click.echo(f"shown without a template of their own: {names}{more}", err=True)


def exit_code(reports: Sequence[Report]) -> int:
    """Return 2 if the work on a document could not be done, 1 if one has problems, else 0."""
    errors = [report.error for report in reports if report.error and not report.foreign]
    if any(not isinstance(error, ProblemsFound) for error in errors):
        return FAILED
    return PROBLEMS if errors else 0
