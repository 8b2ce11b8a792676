"""``teikit pdf``: the edition on paper."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, SOURCE, written_to
from toolkit.counting import many


@click.command()
@click.argument("file", type=FILE)
@SOURCE
@written_to("the PDF")
@click.pass_context
def pdf(ctx: click.Context, file: Path, copy: Path | None, target: Path) -> None:
    """Write a TEI FILE as a PDF to print and to read: footnotes, registers, tags, bookmarks.

    It needs WeasyPrint: pip install 'teikit[pdf]'. Exit code 1 tells that the PDF was written
    but a footnote does not stand with its callout, or a font is missing.

    \b
      teikit pdf tei/whitewood.xml -o whitewood.pdf
      teikit pdf tei/whitewood.xml --source chapter.pdf -o build/whitewood.pdf
    """
    from toolkit.commands.reading import as_book
    from toolkit.making.paper import make_paper
    from toolkit.output import deliver

    document, parameters = as_book(file, copy, target)
    paper = make_paper(document, parameters)
    deliver(target, paper.pdf)
    click.echo(f"{target}: {many(paper.pages, 'page')}", err=True)
    if paper.strayed:
        click.echo(f"not on the page of their callouts: {', '.join(paper.strayed)}", err=True)
    if paper.missing:
        click.echo(f"no font of this machine has {paper.missing}; install one", err=True)
    ctx.exit(int(bool(paper.strayed or paper.missing)))
