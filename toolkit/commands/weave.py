"""``teikit weave``: put withheld prose back from a copy."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, written_to


@click.command()
@click.argument("file", type=FILE)
@click.argument("copy", type=FILE)
@written_to("the full text")
@click.option("--partial", is_flag=True, help="Weave the blocks that verify, report the others.")
@click.pass_context
def weave(ctx: click.Context, file: Path, copy: Path, target: Path, *, partial: bool) -> None:
    """Put withheld prose back into FILE from your COPY of the text, PDF or text.

    Every block is verified by its digest; if one differs, nothing is written.

    \b
      teikit weave tei/whitewood.xml chapter.pdf -o build/whitewood.xml
    """
    from toolkit.counting import many
    from toolkit.output import deliver, refuse_same, refuse_tracked
    from toolkit.prose import read_copy
    from toolkit.prose import weave as weave_document
    from toolkit.reading.document import load

    refuse_same(target, copy)
    refuse_tracked(target)
    woven = weave_document(load(file), read_copy(copy), partial=partial)
    deliver(target, woven.source)
    for problem in woven.problems:
        click.echo(problem, err=True)
    if woven.unlike:
        others = "punctuation or spaces of the copy are not those of the text in"
        click.echo(f"verified by letters alone: {others} {', '.join(woven.unlike)}", err=True)
    said = [f"{many(len(woven.woven), 'block')} woven", f"{woven.verified:,} verified"]
    said += [f"{len(woven.problems):,} not verified"] if woven.problems else []
    said += [f"{len(woven.left):,} left withheld"] if woven.left else []
    click.echo(", ".join(said), err=True)
    ctx.exit(int(bool(woven.problems)))
