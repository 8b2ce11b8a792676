"""``teikit check``: what is wrong, where, and what to do."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, JOBS, processors
from toolkit.report import FORMATS


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS, reverse=True)),
    default="text",
    show_default=True,
    help="Text for people, JSON for machines.",
)
@click.option("--jobs", type=JOBS, help="How many processes.  [default: one for each processor]")
@click.option(
    "--keep-going/--fail-fast",
    default=True,
    help="Whether to go on after a document that cannot be checked.",
)
@click.pass_context
def check(
    ctx: click.Context, files: tuple[Path, ...], form: str, jobs: int | None, *, keep_going: bool
) -> None:
    """Report what is wrong with TEI FILES or those of folders (- is standard input).

    Warnings alone leave the exit code at 0.

    \b
      teikit check tei/*.xml
      teikit check --format json tei/whitewood.xml
    """
    from toolkit.commands.checking import check_files

    problems, failures = [], []
    for result in check_files(files, jobs or processors()):
        problems += result.problems
        if form == "text" and result.problems:
            click.echo(FORMATS[form](result.problems), nl=False)
        if result.failure:
            failures.append(result.failure)
            if not keep_going:
                break
    if form != "text":
        click.echo(FORMATS[form](problems), nl=False)
    for failure in failures:
        click.echo(f"teikit: {failure}", err=True)
    found = any(problem.level == "error" for problem in problems)
    ctx.exit(2 if failures else int(found))
