"""``teikit epub``: the edition for a reading system."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, SOURCE, written_to


@click.command()
@click.argument("file", type=FILE)
@SOURCE
@written_to("the EPUB")
def epub(file: Path, copy: Path | None, target: Path) -> None:
    """Write a TEI FILE as an EPUB 3: the text, notes that pop up, registers.

    \b
      teikit epub tei/whitewood.xml -o whitewood.epub
      teikit epub tei/whitewood.xml --source chapter.pdf -o build/whitewood.epub
    """
    from toolkit.commands.reading import as_book
    from toolkit.making.epub import make_epub
    from toolkit.output import deliver

    document, parameters = as_book(file, copy, target)
    deliver(target, make_epub(document, parameters))
