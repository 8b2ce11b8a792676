"""``teikit build``: pages, text, indexes and data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.commands.parameters import (
    FILE,
    FOLDER,
    JOBS,
    SOURCE,
    SOURCE_FOLDER,
    TARGET,
)
from toolkit.commands.reading import standard_input, woven
from toolkit.processes.processors import processors
from toolkit.processes.worker import CAN_FORK

if TYPE_CHECKING:
    from toolkit.making.crew import Crew
    from toolkit.making.plan import Plan


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@SOURCE
@click.option(
    "-o",
    "--output",
    "into",
    type=FOLDER,
    help="Where to write; made if missing.  [default: output; with --source: build]",
)
@click.option(
    "--xslt", "stylesheets", type=SOURCE_FOLDER, help="Stylesheets to use instead of the toolkit's."
)
@click.option("--strict", is_flag=True, help="An element that no template knows is a problem.")
@click.option(
    "--coverage", type=TARGET, help="Write a table (CSV) of the elements that no template knows."
)
@click.option("--jobs", type=JOBS, help="How many processes.  [default: one for each processor]")
@click.option(
    "--keep-going/--fail-fast", default=True, help="Whether to go on after a document that fails."
)
@click.option(
    "--joint/--no-joint", default=None, help="Whether many documents get a catalogue and indexes."
)
@click.option("--scheduler", metavar="ADDRESS", help="Share the work out over a Dask cluster.")
@click.pass_context
def build(  # noqa: PLR0913, PLR0917 -- options of the command
    ctx: click.Context,
    files: tuple[Path, ...],
    copy: Path | None,
    into: Path | None,
    stylesheets: Path | None,
    coverage: Path | None,
    jobs: int | None,
    scheduler: str | None,
    *,
    strict: bool,
    keep_going: bool,
    joint: bool | None,
) -> None:
    """Write every output of TEI FILES: pages, text, indexes and data.

    FILES may be folders: then only what changed since the last run is made again. Without
    FILES, those of the folder tei/ are built. The outputs of tei/NAME.xml go to output/NAME/;
    of many documents a catalogue, joint indexes and a joint search go to output/.
    A build with prose in copyright is refused where git would publish it.

    \b
      teikit build
      teikit build tei/whitewood.xml --source chapter.pdf
      teikit build letters/ -o output
    """
    from toolkit.configuration import configuration
    from toolkit.making.plan import planned

    paths = list(files) or _default_files()
    choices = configuration(paths[0])
    target = into or Path("build" if copy else choices.output or "output")
    plan = planned(choices, stylesheets, strict=strict)
    count = jobs or processors()
    if len(paths) == 1 and not paths[0].is_dir() and not scheduler and not coverage:
        _build_one(paths[0], copy, target, choices.folder, plan, count)
    elif copy:
        raise click.UsageError("--source is for one file, without --scheduler and --coverage")
    else:
        from dataclasses import replace
        from functools import partial

        from toolkit.commands.running import run_build
        from toolkit.making.crew import dismiss_called

        dismiss_called()
        wanted = choices.joint if joint is None else joint
        plan = replace(plan, coverage=coverage is not None, joint=wanted)
        run = partial(run_build, paths, target, choices, plan, count, scheduler, coverage)
        ctx.exit(run(keep_going=keep_going))


def _build_one(  # noqa: PLR0913, PLR0917 -- what the command was told
    path: Path, copy: Path | None, target: Path, folder: Path | None, plan: "Plan", jobs: int
) -> None:
    if jobs > 1 and CAN_FORK and _is_small(path):
        from toolkit.commands.deadline import patiently, within
        from toolkit.making.crew import crew_for

        # The crew is called together before what only this process needs is imported.
        sheets, seconds = tuple(plan.sheets.values()), plan.limits.seconds
        with (
            crew_for(sheets, jobs, seconds) as crew,
            within(seconds, path),
            patiently(seconds, path),
        ):
            written, left = _built(path, None, copy, target, folder, plan, crew)
    else:
        written, left = _built_apart(path, copy, target, folder, plan)
    if written:
        click.echo("\n".join(map(str, written)))
    if left:
        from toolkit.corpora.reports import left_over

        click.echo(left_over(left), err=True)


def _is_small(path: Path) -> bool:
    """Tell whether a document may be in memory more than once at a time."""
    from toolkit.limits import SMALL

    return path.is_file() and path.stat().st_size <= SMALL


def _built_apart(
    path: Path, copy: Path | None, target: Path, folder: Path | None, plan: "Plan"
) -> tuple[list[Path], list[Path]]:
    """Build a document in one process, which is ended if it takes too long."""
    from toolkit.commands.deadline import patiently, processes
    from toolkit.errors import WorkerError
    from toolkit.reading.bounds import unanswered

    given = standard_input(path, plan.limits)
    with processes(1, plan.limits.seconds) as executor:
        pending = executor.submit(_built, path, given, copy, target, folder, plan, None)
        try:
            with patiently(plan.limits.seconds, path):
                return pending.result()
        except WorkerError as error:
            raise unanswered(error, path) from error


def _built(  # noqa: PLR0913, PLR0917 -- what the command was told
    path: Path,
    given: bytes | None,
    copy: Path | None,
    target: Path,
    folder: Path | None,
    plan: "Plan",
    crew: "Crew | None",
) -> tuple[list[Path], list[Path]]:
    """Build a document; return what was written, and what lies there as if it were an output."""
    from toolkit.corpora.reports import others
    from toolkit.making.build import build as build_document
    from toolkit.making.build import output_folder
    from toolkit.reading.gathering import whole
    from toolkit.reading.pictures import Pictures, pictures
    from toolkit.reading.references import untagged

    document, warnings = whole(
        woven(path, copy, plan.limits, given), folder, plan.entities, plan.limits
    )
    shown = pictures(document, folder, plan.limits) if plan.shows_pictures else Pictures()
    for warning in (*warnings, *untagged(document), *shown.problems):
        click.echo(warning, err=True)
    written = build_document(
        document,
        target,
        stylesheets=plan.stylesheets,
        outputs=plan.outputs,
        parameters=plan.parameters,
        limits=plan.limits,
        strict=plan.strict,
        styles=plan.styles,
        pictures=shown,
        crew=crew,
        last=crew is None,
    )
    return written, others(output_folder(target, path), plan, shown)


def _default_files() -> list[Path]:
    found = sorted(Path("tei").glob("*.xml"))
    if not found:
        raise click.UsageError("no TEI file is named, and the folder tei/ holds none")
    return found
