"""From one TEI document to its outputs."""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import Final

from toolkit.document import Document
from toolkit.drawing import together
from toolkit.errors import OutputError, ProblemsFound
from toolkit.limits import DEFAULT, Limits
from toolkit.output import refuse_tracked, sweep, write
from toolkit.rendering import Made, Order, make_share, render, unknown_problems
from toolkit.resources import XSLT
from toolkit.stylesheets import assets, inspect
from toolkit.stylesheets import stylesheets as all_stylesheets
from toolkit.workers import local_executor

# About how many milliseconds an output takes, neighbours sharing most of their modules: so that
# the work can be cut into parts. A hint, no more.
_TAKES: Final[Mapping[str, int]] = {
    "map.html": 160,
    "index.html": 130,
    "entities.json": 60,
    "entities.csv": 20,
    "edition.txt": 10,
    "cards.js": 40,
    "search-index.js": 30,
    "search.html": 10,
    "interventions.html": 15,
    "archives.html": 15,
    "network.html": 35,
    "bibliography.csl.json": 15,
    "bibliography.ris": 15,
    "bibliography.bib": 20,
    "bibliography.html": 120,
    "chronology.html": 50,
    "persons.html": 50,
    "organisations.html": 40,
    "events.html": 30,
    "places.html": 30,
}
_OTHERS: Final = 10


@cache
def toolkit_version() -> str:
    """Return the version of the toolkit that is installed."""
    # importlib.metadata takes longer to import than a small document takes to build
    for place in sys.path:
        for found in Path(place or ".").glob("teikit-*.dist-info"):
            return found.name.removeprefix("teikit-").removesuffix(".dist-info")
    return "0+unknown"


def build(  # noqa: PLR0913 -- each is an option of the command
    document: Document,
    into: Path,
    *,
    stylesheets: Path = XSLT,
    parameters: Mapping[str, str] | None = None,
    outputs: Sequence[str] = (),
    jobs: int = 1,
    limits: Limits = DEFAULT,
    strict: bool = False,
    styles: Sequence[Path] = (),
) -> list[Path]:
    """Write every output of a document and return the files that changed.

    ``xslt/persons.html.xsl`` makes ``into/<document>/persons.html``: the name of a
    stylesheet, less ``.xsl``, is the name of the file it writes; what lies in
    ``xslt/assets/`` goes along, and `styles` after it. If `outputs` are named, only they are made.
    Nothing is written unless every output could be made.
    With more than one job the stylesheets are shared out over processes, which is faster
    when they run for the first time and keeps the limit of time.

    Raises:
        OutputError: the document holds prose in copyright and git would publish the target;
            or a file cannot be written.
        ProblemsFound: strict, and there are elements that no template knows.
        StylesheetError: there is no stylesheet, or one of them stopped.
        WorkerError: it took longer than the limit.
    """
    folder = output_folder(into, document.path)
    sheets = tuple(all_stylesheets(stylesheets, outputs))
    for sheet in sheets:
        inspect(sheet)
    asked = with_version(parameters)
    if jobs > 1 and hasattr(os, "fork"):
        made = _shared(document, folder, sheets, asked, jobs, limits)
    else:
        _refuse_prose(document, folder)
        made = render(document, sheets, asked)
    if strict and made.unknown:
        raise ProblemsFound(unknown_problems(document, made))
    return publish(made, folder, stylesheets, styles)


def with_version(parameters: Mapping[str, str] | None) -> dict[str, str]:
    """Return the parameters that every stylesheet is given."""
    return {"version": toolkit_version(), **(parameters or {})}


def output_folder(into: Path, path: Path) -> Path:
    """Return the folder that holds the outputs of a document.

    Raises:
        OutputError: the document's name gives no name of a folder.
    """
    name = path.stem if str(path) != "-" else "standard-input"
    if name in {"", ".", ".."} or "/" in name or "\\" in name:
        raise OutputError(path, "has a name that cannot name a folder; rename it")
    return into / name


def publish(made: Made, folder: Path, stylesheets: Path, styles: Sequence[Path] = ()) -> list[Path]:
    """Write the outputs of a document and the assets, and return the files that changed.

    Raises:
        OutputError: git would publish prose in copyright; or a file cannot be written.
    """
    if made.prose:
        refuse_tracked(folder)
    sweep(folder)
    every = made.outputs | assets(stylesheets, styles)
    return [
        folder / name for name, content in sorted(every.items()) if write(folder / name, content)
    ]


def _refuse_prose(document: Document, folder: Path) -> None:
    from toolkit.prose.scanning import has_prose

    if has_prose(document):
        refuse_tracked(folder)


def _shared(  # noqa: PLR0913, PLR0917 -- what `build` was asked
    document: Document,
    folder: Path,
    sheets: tuple[Path, ...],
    asked: dict[str, str],
    jobs: int,
    limits: Limits,
) -> Made:
    """Make the outputs in several processes, each its share of the stylesheets."""
    shares = _shares(sheets, jobs)
    with local_executor(len(shares), limits.seconds) as executor:
        orders = [
            Order(document.path, document.source, tuple(share), asked, limits) for share in shares
        ]
        pending = [executor.submit(make_share, order) for order in orders]
        _refuse_prose(document, folder)
        return reduce(or_, [future.result() for future in pending])


def _shares(sheets: Sequence[Path], jobs: int) -> list[list[Path]]:
    """Cut the stylesheets into so many parts, or fewer, that take about as long as one another."""
    order = {name: number for number, name in enumerate(_TAKES)}
    groups = sorted(together(sheets), key=lambda group: min(order.get(p.stem, 99) for p in group))
    shares: list[list[Path]] = [[] for _ in range(jobs)]
    whole, done = sum(map(_takes, groups)), 0
    for group in groups:
        shares[min((done + _takes(group) // 2) * jobs // whole, jobs - 1)].extend(group)
        done += _takes(group)
    return [share for share in shares if share]


def _takes(sheets: Sequence[Path]) -> int:
    return sum(_TAKES.get(sheet.stem, _OTHERS) for sheet in sheets)
