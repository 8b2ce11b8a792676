"""What is to be made of documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.configuration import Configuration
from toolkit.limits import Limits
from toolkit.named import misnamed, refuse_missing
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets


@dataclass(frozen=True)
class Plan:
    """What is made of each document."""

    stylesheets: Path = XSLT
    outputs: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    strict: bool = False
    entities: tuple[str, ...] = ()
    """Patterns of files of the edition whose entries all its documents may name."""
    styles: tuple[Path, ...] = ()
    """Style sheets of the edition, which come after those of the stylesheets."""
    coverage: bool = False
    """Whether to tell of every document, changed or not, what no template knows."""
    joint: bool = True
    """Whether a run over many documents makes joint pages."""
    catalogued: bool = False
    """Whether there will be a catalogue, to which each document leads."""
    window: int = 16
    """How many documents may be on their way at a time, lest memory grow with their number."""

    @cached_property
    def sheets(self) -> dict[str, Path]:
        """The stylesheets by the names of their outputs."""
        return {path.stem: path for path in stylesheets(self.stylesheets, self.outputs)}

    @property
    def shows_pictures(self) -> bool:
        """Whether a page is made that shows them: the reading page."""
        return "index.html" in self.sheets


def planned(choices: Configuration, given: Path | None, *, strict: bool) -> Plan:
    """Return what an edition wants made, with the stylesheets that were given, if any.

    Raises:
        ConfigurationError: it names outputs that nothing makes, or files that are not there.
    """
    refuse_missing(choices.folder, "styles", choices.styles)
    if not given:
        refuse_missing(choices.folder, "stylesheets", [choices.stylesheets])
    folder = given or choices.stylesheets or XSLT
    if choices.folder and choices.outputs:
        made = [sheet.stem for sheet in stylesheets(folder)]
        unknown = ", ".join(name for name in choices.outputs if name not in made)
        if unknown:
            reason = f"names {unknown}, which no stylesheet makes; known: {', '.join(made)}"
            raise misnamed(choices.folder, "outputs", reason)
    return Plan(
        folder,
        choices.outputs,
        choices.parameters,
        choices.limits,
        strict=strict or choices.strict,
        entities=choices.entities,
        styles=choices.styles,
    )
