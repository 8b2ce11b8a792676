"""``teikit check``: what is wrong, where, and what to do."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit.commands.parameters import FILE, JOBS
from toolkit.counting import many
from toolkit.processes.processors import processors
from toolkit.report import FORMATS, NO_SCHEME, STREAMED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.commands.checking import Checked
    from toolkit.problems import Problem
    from toolkit.report.baseline import Baseline


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Text for people, in full with the lines concerned, or a form for machines.",
)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Check by this .rng, .xsd, .odd or .sch; may be given several times.",
)
@click.option(
    "--base", type=FILE, help="What an ODD among them customises, such as TEI's p5subset.xml."
)
@click.option(
    "--phase",
    default="#DEFAULT",
    help="The phase of a Schematron schema to check; #ALL is all.  [default: its @defaultPhase]",
)
@click.option("--fix", is_flag=True, help="Mend what is beyond doubt; no word of text changes.")
@click.option("--diff", "--dry-run", is_flag=True, help="Show what --fix would do; write nothing.")
@click.option("--baseline", type=FILE, help="Report only problems that are not in this file.")
@click.option(
    "--write-baseline",
    type=FILE,
    help="Write the problems down as known; missing folders are made, the exit code is 0.",
)
@click.option("--jobs", type=JOBS, help="How many processes.  [default: one for each processor]")
@click.option(
    "--keep-going/--fail-fast",
    default=True,
    help="Whether to go on after a document that cannot be checked.",
)
@click.pass_context
def check(ctx: click.Context, /, files: tuple[Path, ...], jobs: int | None, **options: Any) -> None:  # noqa: ANN401 -- click's options
    """Report what is wrong with TEI FILES or those of folders (- is standard input).

    By the scheme that a document names with xml-model, or edition.toml, or --schema; where
    none is named, for what holds of all TEI, and a line says so. Warnings alone leave the
    exit code at 0. What a project always wants can stand in its edition.toml: schemas,
    baseline, and under [rules] the level of a rule or "off".

    \b
      teikit check tei/*.xml
      teikit check --format full tei/whitewood.xml   # with the lines and carets
      teikit check --diff tei/whitewood.xml          # what --fix would mend
      teikit check --schema my.odd letters/
    """
    from toolkit.commands.checking import check_files
    from toolkit.commands.choices import chosen, refuse_idle

    refuse_idle(ctx)
    settings, options["baseline"] = chosen(files[0], options)
    if options["fix"] or options["diff"]:
        from toolkit.commands.fixing import fix_files

        shown = fix_files(files, settings, only_show=options["diff"])
        if options["diff"]:
            ctx.exit(int(shown))
    from toolkit.report.baseline import read_baseline

    path = None if options["write_baseline"] else options["baseline"]
    known = read_baseline(path) if path else None
    report = _Report(options["form"], known, options["write_baseline"])
    for result in check_files(files, jobs or processors(), settings, known):
        report.add(result)
        if (result.failure or result.unread) and not options["keep_going"]:
            break
    ctx.exit(report.finish())


@dataclass
class _Report:
    """Collects results, writes them as they come where the form allows it."""

    form: str
    known: "Baseline | None"
    write_to: Path | None
    problems: "list[Problem]" = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    failures: "list[Checked]" = field(default_factory=list)
    unnamed: list[Path] = field(default_factory=list)
    """The documents for which no scheme is named."""

    def add(self, result: "Checked") -> None:
        """Take the result of one document."""
        self.problems += result.problems
        if result.failure:
            self.failures.append(result)
        elif not result.foreign:
            self.documents.append(result.path)
        if result.unnamed:
            self.unnamed.append(result.path)
        if self.form in STREAMED and not self.write_to:
            self._write(result.problems, _reasons([result]))

    def finish(self) -> int:
        """Write what is left, and return the exit code."""
        if self.write_to:
            from toolkit.report.baseline import write_baseline

            write_baseline(self.write_to, self.problems)
            number = many(len(self.problems), "problem")
            click.echo(f"{number} written to {self.write_to}", err=True)
        elif self.form not in STREAMED:
            self._write(self.problems, _reasons(self.failures))
        for said in dict.fromkeys(_reasons(self.failures).values()):
            click.echo(f"teikit: {said}", err=True)
        if self.unnamed:
            more = f" and {len(self.unnamed) - 1:,} more" if self.unnamed[1:] else ""
            click.echo(f"teikit: {self.unnamed[0]}{more}: {NO_SCHEME}", err=True)
        if self.known and (solved := self.known.solved):
            verb = "is" if solved == 1 else "are"
            click.echo(f"{many(solved, 'known problem')} {verb} solved", err=True)
        wrong = any(problem.level == "error" for problem in self.problems)
        return 2 if self.failures else int(wrong and not self.write_to)

    def _write(self, problems: "Sequence[Problem]", failures: "Mapping[Path, str]") -> None:
        report = FORMATS[self.form](problems, self.documents, failures, self.unnamed)
        if self.form not in STREAMED:  # machines read UTF-8, and a name of a file may be none
            report = report.encode(errors="surrogateescape").decode(errors="replace")
        click.echo(report, nl=False)


def _reasons(results: "Sequence[Checked]") -> dict[Path, str]:
    """Return why documents could not be checked."""
    return {result.path: str(result.failure) for result in results if result.failure}
