"""``teikit explain``: what the guidelines say of a rule."""

from pathlib import Path

import click


@click.command()
@click.argument("rule", required=False)
@click.option(
    "--odd",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The ODD of a project that follows the same form.",
)
def explain(rule: str | None, odd: Path | None) -> None:
    """Explain a RULE of reports with its section of the guidelines; without one, list them all.

    \b
      teikit explain dangling-pointer
      teikit explain
    """
    from toolkit.guidelines import explain as explained
    from toolkit.guidelines import sections
    from toolkit.resources import SCHEMA

    scheme = odd or SCHEMA / "edition.odd"
    if rule:
        click.echo(explained(rule, scheme), nl=False)
        return
    known = sections(scheme)
    width = max((len(name) for name in known), default=0)
    for name, section in known.items():
        click.echo(f"{name:{width}}  {section.summary}")
