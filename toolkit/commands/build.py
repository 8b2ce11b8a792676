"""``teikit build``: pages, text, indexes and data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.commands.parameters import FILE, FOLDER, SOURCE_FOLDER

if TYPE_CHECKING:
    from toolkit.document import Document


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option(
    "--source", "copy", type=FILE, help="Your copy of the text, PDF or text: weave it in."
)
@click.option(
    "-o",
    "--output",
    "into",
    type=FOLDER,
    help="Where to write.  [default: output; with --source: build]",
)
@click.option(
    "--xslt", "stylesheets", type=SOURCE_FOLDER, help="Stylesheets to use instead of the toolkit's."
)
def build(
    files: tuple[Path, ...], copy: Path | None, into: Path | None, stylesheets: Path | None
) -> None:
    """Write every output of TEI FILES: pages, text, indexes and data.

    Without FILES, those of the folder tei/ are built. The outputs of tei/NAME.xml go to
    output/NAME/. A build with prose in copyright is refused where git would publish it.

    \b
      teikit build
      teikit build tei/whitewood.xml --source chapter.pdf
    """
    from toolkit.build import build as build_document
    from toolkit.resources import XSLT

    target = into or Path("build" if copy else "output")
    for path in files or _default_files():
        document = _woven(path, copy)
        for written in build_document(document, target, stylesheets=stylesheets or XSLT, jobs=2):
            click.echo(written)


def _default_files() -> list[Path]:
    found = sorted(Path("tei").glob("*.xml"))
    if not found:
        raise click.UsageError("no TEI file is named, and the folder tei/ holds none")
    return found


def _woven(path: Path, copy: Path | None) -> "Document":
    from toolkit.document import load, parse
    from toolkit.prose import read_copy, weave

    document = load(path)
    return parse(weave(document, read_copy(copy)).source, path) if copy else document
