"""What is to be made of documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.limits import Limits
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
