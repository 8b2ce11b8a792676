"""``teikit odd``: schemas and guidelines from an ODD; two ODDs compared; an ODD cut to size."""

from pathlib import Path
from typing import Final

import click

from toolkit.commands.parameters import FILE, FOLDER, TARGET

_BASE: Final = click.option(
    "--base",
    type=FILE,
    help="What the ODD customises if it does not hold all itself: TEI's p5subset.xml.",
)


@click.group()
def odd() -> None:
    """Compile, compare and trim ODDs: anyone's, with no Java and no network.

    \b
      teikit odd build my.odd --base p5subset.xml -o schema
      teikit odd diff old.odd new.odd
      teikit odd trim my.odd tei/*.xml -o small.odd
    """


@odd.command()
@click.argument("file", type=FILE)
@_BASE
@click.option(
    "-o",
    "--output",
    "into",
    type=FOLDER,
    default=".",
    show_default=True,
    help="Where to write; made if missing.",
)
@click.option("--strict", is_flag=True, help="What has no effect in the ODD is an error.")
def build(file: Path, base: Path | None, into: Path, *, strict: bool) -> None:
    """Derive everything from the ODD in FILE.

    RELAX NG (both syntaxes), XML Schema, Schematron, the rules as a stylesheet, guidelines and
    reference as HTML, and a description as JSON. What has no effect in the ODD is named with
    its line; what cannot be compiled stops the work.

    \b
      teikit odd build schema/edition.odd -o schema
      teikit odd build my.odd --base p5subset.xml -o schema
    """
    from toolkit.errors import SchemaError
    from toolkit.odd import compile_odd
    from toolkit.odd.derive import derived_from
    from toolkit.odd.xsd import widened
    from toolkit.output import write

    schema = compile_odd(file, base)
    if strict and schema.notes:
        raise SchemaError(file, "; ".join(schema.notes))
    for note in schema.notes:
        click.echo(f"{file}: {note}", err=True)
    if wide := widened(schema):
        click.echo(f"{schema.ident}.xsd takes more than the ODD in: {', '.join(wide)}", err=True)
    for name, content in derived_from(file, schema).items():
        changed = write(into / name, content)
        click.echo(f"{into / name}{'' if changed else ' (as it was)'}", err=True)


@odd.command()
@click.argument("first", type=FILE)
@click.argument("second", type=FILE)
@_BASE
@click.pass_context
def diff(ctx: click.Context, first: Path, second: Path, base: Path | None) -> None:
    """Say in what the schemas FIRST and SECOND differ; each is an ODD or a RELAX NG grammar.

    Elements, attributes, values and content that only one of them accepts, and for each a
    shortest document that the other refuses. The exit code is 1 if they differ.

    \b
      teikit odd diff old.odd new.odd
      teikit odd diff my.odd tei_all.rng --base p5subset.xml
    """
    from toolkit.odd.report import compared

    report = compared(first, second, base)
    click.echo(report or "no difference")
    ctx.exit(1 if report else 0)


@odd.command()
@click.argument("file", type=FILE)
@click.argument("documents", nargs=-1, required=True, type=FILE)
@_BASE
@click.option(
    "-o",
    "--output",
    "target",
    type=TARGET,
    default="-",
    help="Where to write; missing folders are made.  [default: -]",
)
@click.pass_context
def trim(
    ctx: click.Context, file: Path, documents: tuple[Path, ...], base: Path | None, target: Path
) -> None:
    """Write an ODD with no more of the ODD in FILE than DOCUMENTS use, and how often.

    It is chained to FILE, so that what you add there later is left out until you ask for it.
    DOCUMENTS may be folders. What is not valid in them is told with its line, and what they use
    and FILE does not know is counted; the exit code is then 1.

    \b
      teikit odd trim schema/edition.odd tei/*.xml -o small.odd
    """
    from toolkit.commands.using import Users
    from toolkit.odd.trimming import trim as trimmed
    from toolkit.output import deliver

    users = Users(file, base)
    place = Path("trimmed.odd") if str(target) == "-" else target
    made = trimmed(file, users.read(documents), base, place)
    for note in made.notes:
        click.echo(f"teikit: {note}", err=True)
    deliver(target, made.odd)
    ctx.exit(users.exit_code)
