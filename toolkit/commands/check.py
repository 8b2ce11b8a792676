"""``teikit check``: what is wrong, where, and what to do."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.commands.parameters import FILE
from toolkit.errors import ProblemsFound, ToolkitError
from toolkit.report import FORMATS

if TYPE_CHECKING:
    from toolkit.problems import Problem


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
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Report what is wrong with TEI FILES (- is standard input).

    Warnings alone leave the exit code at 0.

    \b
      teikit check tei/*.xml
      teikit check --format json tei/whitewood.xml
    """
    failures: list[ToolkitError] = []
    problems = [problem for path in files for problem in _problems_of(path, failures)]
    click.echo(FORMATS[form](problems), nl=False)
    for failure in failures:
        click.echo(f"teikit: {failure}", err=True)
    found = any(problem.level == "error" for problem in problems)
    ctx.exit(2 if failures else int(found))


def _problems_of(path: Path, failures: list[ToolkitError]) -> "list[Problem]":
    """Check one file; what keeps it from being checked is kept for the end."""
    from toolkit.check import check as check_document
    from toolkit.document import load

    try:
        return check_document(load(path))
    except ProblemsFound as found:
        return list(found.problems)
    except ToolkitError as failure:
        failures.append(failure)
        return []
