"""``teikit withhold``: take running prose out."""

from pathlib import Path

import click

from toolkit.commands.parameters import FILE, written_to


@click.command()
@click.argument("file", type=FILE)
@written_to("the public file")
def withhold(file: Path, target: Path) -> None:
    """Take the running prose out of FILE and leave measured gaps and digests.

    What is a fact and stays is declared in the header: tagUsage with ana="#kept"; where it
    is not, the facts of edition.toml are written into the header.

    \b
      teikit withhold build/whitewood.xml -o tei/whitewood.xml
    """
    from toolkit.configuration import configuration
    from toolkit.output import deliver
    from toolkit.prose import declared
    from toolkit.prose import withhold as withhold_document
    from toolkit.reading.document import load

    choices = configuration(file)
    document = declared(load(file, choices.limits), choices.facts)
    deliver(target, withhold_document(document))
