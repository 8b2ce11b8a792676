"""``teikit bibliography``: bring works in, and say what the citations are to."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.commands.parameters import FILE, written_to
from toolkit.counting import many
from toolkit.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.bibliography import Imported, Proposal, Reading
    from toolkit.reading.document import Document


@click.group()
def bibliography() -> None:
    """Bring works in, say what the citations are to, and compare them.

    \b
      teikit bibliography add works.bib --to tei/whitewood.xml -o build/whitewood.xml
      teikit bibliography resolve tei/whitewood.xml
      teikit bibliography compare tei/whitewood.xml
    """


@bibliography.command()
@click.argument("file", type=FILE)
@click.option("--to", "edition", type=FILE, required=True, help="The edition, a TEI file.")
@written_to("the edition with the works")
@click.pass_context
def add(ctx: click.Context, file: Path, edition: Path, target: Path) -> None:
    """Add the works of FILE (.json is CSL-JSON, .bib BibLaTeX, .ris RIS) to an edition.

    A work that the edition has already is only given what its entry lacks; what an editor
    wrote is never changed. What cannot be read is reported, the rest is added; exit code 1
    tells that something was left out, 2 that nothing could be done. The last line counts.
    """
    from toolkit.bibliography import add as add_works
    from toolkit.bibliography import read
    from toolkit.output import deliver, refuse_tracked
    from toolkit.prose import has_prose
    from toolkit.reading.document import load

    document, reading = load(edition), read(file)
    if has_prose(document):
        refuse_tracked(target)
    done = add_works(document, reading.items, file)
    problems = [*reading.problems, *done.problems]
    for problem in problems:
        click.echo(problem, err=True)
    if reading.items:
        deliver(target, done.source)
    click.echo(_summary(reading, done), err=True)
    ctx.exit(int(any(problem.level == "error" for problem in problems)))


@bibliography.command()
@click.argument("file", type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for machines.",
)
@click.pass_context
def resolve(ctx: click.Context, file: Path, form: str) -> None:
    """Say which work each citation of a TEI FILE is to, how certainly, and why.

    Exit code 1 tells that a citation is doubtful or could not be resolved.
    """
    from toolkit.bibliography import resolve as resolve_citations
    from toolkit.bibliography import untagged_notes
    from toolkit.reading.document import load

    document = load(file)
    proposals = resolve_citations(document)
    click.echo({"text": _as_text, "json": _as_json}[form](document, proposals), nl=False)
    if notes := untagged_notes(document):
        found = "what reads like one was taken by its words" if proposals else "none reads like one"
        click.echo(f"no citation is tagged in {many(notes, 'note')}; {found}", err=True)
    elif not proposals:
        click.echo("no citation was found: none is tagged, none names author and year", err=True)
    ctx.exit(int(not all(proposal.resolved for proposal in proposals)))


@bibliography.command()
@click.argument("file", type=FILE)
@click.option("--format", "form", type=click.Choice(sorted(FORMATS, reverse=True)), default="text")
def compare(file: Path, form: str) -> None:
    """Report where the citations of a TEI FILE contradict one another.

    Each is a question to the editor: a slip of the source, a second imprint, or nothing.
    """
    from toolkit.bibliography import compare as compare_citations
    from toolkit.reading.document import load

    found = list(compare_citations(load(file)))
    click.echo(FORMATS[form](found, [file]), nl=False)
    if not found:
        click.echo("nothing disagrees among the citations that point at works", err=True)


def _summary(reading: "Reading", done: "Imported") -> str:
    """Count what was written and what was left out."""
    errors = Counter(p.rule for p in (*reading.problems, *done.problems) if p.level == "error")
    twice = len(reading.items) - len(done.added) - len(done.known)
    counts = [f"{many(len(done.added), 'work')} added", f"{len(done.known):,} known already"]
    counts += [f"{twice:,} there twice"] if twice else []
    entries, values = errors["bibliography-entry"], errors["bibliography-value"]
    left_out = f"{many(entries, 'entry', 'entries')} and {many(values, 'value')} left out"
    nothing = "" if reading.items else "; nothing was written"
    return f"{', '.join(counts)}; {left_out}{nothing}"


def _as_text(document: "Document", proposals: "Sequence[Proposal]") -> str:
    lines = []
    for proposal in proposals:
        line, column = document.position(proposal.citation.place)
        sure = proposal.certainty if proposal.target else "unresolved"
        found = f"#{proposal.target}" if proposal.target else "nothing"
        what = f"{proposal.citation.label} “{proposal.citation.text}” → {found}"
        differs = f" (the encoding has #{' #'.join(proposal.citation.encoded)})"
        said = f"{what}{differs if proposal.differs else ''}: {proposal.reason}"
        lines.append(f"{document.path}:{line}:{column}: {sure} {said}\n")
    return "".join(lines)


def _as_json(document: "Document", proposals: "Sequence[Proposal]") -> str:
    places = (document.position(proposal.citation.place) for proposal in proposals)
    found = [
        {"file": str(document.path), "line": line, "column": column, **proposal.as_dict()}
        for (line, column), proposal in zip(places, proposals, strict=True)
    ]
    return json.dumps({"citations": found}, ensure_ascii=False, indent=2) + "\n"
