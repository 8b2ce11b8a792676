"""``teikit withhold``: take running prose out."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, TARGET


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "-o",
    "--output",
    "target",
    type=TARGET,
    required=True,
    help="Where to write the public file; - is standard output.",
)
def withhold(file: Path, target: Path) -> None:
    """Take the running prose out of FILE and leave measured gaps and digests.

    What is a fact and stays is declared in the header: tagUsage with ana="#kept".

    \b
      teikit withhold build/whitewood.xml -o tei/whitewood.xml
    """
    from toolkit.document import load
    from toolkit.output import deliver
    from toolkit.prose import withhold as withhold_document

    deliver(target, withhold_document(load(file)))
