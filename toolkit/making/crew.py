"""Processes that make one document together, each the pages that share their modules.

What the processes need, and hardly more, is imported here, once, before they part; then they
compile their stylesheets while the document is still read.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial, reduce
from operator import or_
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, Self, cast

from toolkit.drawing import together
from toolkit.errors import StylesheetError
from toolkit.limits import DEFAULT
from toolkit.making.rendering import Made, compiled, render
from toolkit.processes.processors import processors
from toolkit.processes.worker import CAN_FORK, Worker
from toolkit.resources import XSLT
from toolkit.xsl.handing import Handed, as_text
from toolkit.xsl.stylesheets import is_ours, stylesheets

if TYPE_CHECKING:
    from toolkit.reading.document import Document

# About how many milliseconds an output takes, neighbours sharing most of their modules: so that
# the work can be cut into parts. A hint, no more.
_TAKES: Final[Mapping[str, int]] = {
    "map.html": 20,
    "index.html": 90,
    "entities.json": 55,
    "entities.csv": 15,
    "edition.txt": 10,
    "cards.js": 20,
    "search-index.js": 25,
    "search.html": 5,
    "interventions.html": 10,
    "archives.html": 30,
    "network.html": 35,
    "bibliography.csl.json": 15,
    "bibliography.ris": 15,
    "bibliography.bib": 25,
    "bibliography.html": 70,
    "chronology.html": 40,
    "persons.html": 40,
    "organisations.html": 30,
    "events.html": 20,
    "places.html": 20,
}
_OTHERS: Final = 10


class Crew:
    """So many processes, or fewer, and the stylesheets that each of them runs."""

    def __init__(self, sheets: tuple[Path, ...], jobs: int, seconds: float) -> None:
        """Start them; they compile at once. Making a document may take `seconds`.

        Raises:
            StylesheetError: a stylesheet would read outside its folder.
        """
        _inspect(sheets)
        self._called_for = sheets, jobs, seconds
        self._shares = _shares(sheets, jobs)
        self._workers = [Worker(partial(prepare, share)) for share in self._shares]

    def begin(self, document: "Document", parameters: Mapping[str, str]) -> None:
        """Hand a document over: each process makes its part of the outputs."""
        handed, self._begun = Handed(document.path, as_text(document)), monotonic()
        for worker, share in zip(self._workers, self._shares, strict=True):
            worker.begin(render, handed, tuple(share), parameters, last=True)

    def made(self) -> Made:
        """Return what became of the document; a crew makes one, and ends when it has.

        Raises:
            StylesheetError: a stylesheet does not compile, or stopped.
            WorkerError: a process died, or took too long.
        """
        seconds = self._called_for[2]
        parts = []
        for worker in self._workers:
            parts.append(cast("Made", worker.answer(self._begun, seconds)))
            worker.close()
        return reduce(or_, parts)

    def is_for(self, sheets: tuple[Path, ...], jobs: int, seconds: float) -> bool:
        """Tell whether it was called together for this."""
        return self._called_for == (sheets, jobs, seconds)

    def end(self) -> None:
        """End the processes, whatever they do."""
        for worker in self._workers:
            if not worker.closed:
                worker.kill()
        for worker in self._workers:
            if not worker.ended:
                worker.end()

    def __enter__(self) -> Self:
        """Return the crew."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes that are still there."""
        self.end()


_called: list[Crew] = []


def call_ahead() -> None:
    """Call a crew for the toolkit's own outputs, before the command line is read: it compiles."""
    if CAN_FORK and (jobs := processors()) > 1:
        _called.append(Crew(tuple(stylesheets(XSLT)), jobs, DEFAULT.seconds))


def crew_for(sheets: tuple[Path, ...], jobs: int, seconds: float) -> Crew:
    """Return the crew that was called ahead, if it was called for this; else another.

    Raises:
        StylesheetError: a stylesheet would read outside its folder.
    """
    if _called and _called[-1].is_for(sheets, jobs, seconds):
        return _called.pop()
    dismiss_called()
    return Crew(sheets, jobs, seconds)


def dismiss_called() -> None:
    """End a crew that was called ahead in vain."""
    while _called:
        _called.pop().end()


def _inspect(sheets: Sequence[Path]) -> None:
    """Refuse stylesheets from elsewhere that would read outside their folder."""
    if others := [sheet for sheet in sheets if not is_ours(sheet)]:
        from toolkit.xsl.modules import inspect

        for sheet in others:
            inspect(sheet)


def prepare(sheets: Sequence[Path]) -> None:
    """Compile stylesheets; what is wrong with one is told when it is to run."""
    with suppress(StylesheetError):
        compiled(sheets)


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
