"""How it went with documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.errors import ToolkitError
from toolkit.making.plan import Plan
from toolkit.problems import Problem
from toolkit.reading.pictures import Pictures, copied
from toolkit.resources import XSLT
from toolkit.xsl.assets import THEME, asset_files
from toolkit.xsl.stylesheets import stylesheets

# So many names are told, then how many more there are.
_TOLD: Final = 12


@dataclass(frozen=True, slots=True)
class Report:
    """How it went with one document."""

    path: Path
    written: Sequence[Path] = ()
    error: ToolkitError | None = None
    warnings: Sequence[Problem] = ()
    fresh: bool = False
    """Nothing had changed, nothing was made."""
    foreign: bool = False
    """It is XML, but no TEI, and was only found, not named."""
    unknown: Counter[str] = field(default_factory=Counter)
    """How often each element was met that no template knows."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each of them first stands."""
    left: Sequence[Path] = ()
    """Files that an earlier run made and this one does not."""


def totals(reports: Iterable[Report]) -> Counter[str]:
    """Count what became of documents."""
    return Counter(
        "foreign" if r.foreign else "failed" if r.error else "fresh" if r.fresh else "built"
        for r in reports
    )


def others(folder: Path, plan: Plan, shown: Pictures) -> list[Path]:
    """Return the files in the folder of a document that are of the kinds of outputs, and are none.

    An earlier run may have made them by a stylesheet that is gone, or by an output not named now,
    or have copied pictures that are not shown now.
    """
    names = {*plan.sheets, *asset_files(plan.stylesheets), THEME}
    kinds = {Path(name).suffix for name in (*names, *(sheet.stem for sheet in stylesheets(XSLT)))}
    found = (p for p in folder.iterdir() if p.suffix in kinds and p.name not in names)
    files = [path for path in found if path.is_file() and not path.name.startswith(".")]
    return sorted(files) + [folder / name for name in copied(folder) if name not in shown.copies]


def left_over(paths: Sequence[Path]) -> str:
    """Return in words which files of an earlier run are left."""
    more = f", and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    names = ", ".join(map(str, paths[:_TOLD]))
    return f"there, but not among the outputs: {names}{more}"
