"""Many documents: find them, share them out, keep their order, make only what changed."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.corpora.coverage import unshown
from toolkit.corpora.finding import Entry, is_foreign
from toolkit.corpora.journal import Copies, Journal, Origin, copy_keys, found_now, key
from toolkit.corpora.linking import Links
from toolkit.corpora.reports import Report
from toolkit.corpora.sources import Sources
from toolkit.errors import OutputError, ProblemsFound, ToolkitError, WorkerError, unforeseen
from toolkit.making.build import publish, with_version
from toolkit.making.order import Order, make
from toolkit.making.plan import Plan
from toolkit.making.rendering import Made
from toolkit.making.unknown import first_places, unknown_elements, unknown_problems
from toolkit.problems import Problem
from toolkit.reading.bounds import unanswered
from toolkit.reading.document import parse
from toolkit.reading.gathering import read_whole
from toolkit.reading.pictures import Pictures, pictures_of
from toolkit.xsl.assets import assets
from toolkit.xsl.modules import digest, inspect


def build_all(
    found: Sequence[Entry],
    plan: Plan,
    journal: Journal,
    executor: Executor,
    task: Callable[[Order], Made] = make,
) -> Iterator[Report]:
    """Build documents and report on each, in their order; one that fails stops no other.

    The executor is any of the standard interface.

    Raises:
        StylesheetError: the stylesheets cannot be used at all.
    """
    for sheet in plan.sheets.values():
        inspect(sheet)
    work = _Work(plan, journal, executor, task, Links(found, plan.limits), Sources(plan, journal))
    started: deque[tuple[Entry, _Begun]] = deque()
    for entry in found:
        started.append((entry, work.begin(entry)))
        if len(started) >= plan.window:
            yield work.finish(*started.popleft())
    while started:
        yield work.finish(*started.popleft())


@dataclass(frozen=True, slots=True)
class _Begun:
    origin: Origin | None = None
    """Of what it was made, where that had to be found out."""
    order: Order | None = None
    future: "Future[Made] | None" = None
    error: ToolkitError | None = None
    warnings: Sequence[Problem] = ()
    pictures: Copies = field(default_factory=dict)
    """The files to copy, by the names of their copies."""


@dataclass(frozen=True)
class _Work:
    plan: Plan
    journal: Journal
    executor: Executor
    task: Callable[[Order], Made]
    links: Links
    sources: Sources

    def _asked(self, entry: Entry, linked: str, shown: Pictures) -> dict[str, str]:
        """Return what the stylesheets are told of a document."""
        catalogue = "../" * entry.depth + "index.html" if self.plan.catalogued else ""
        told = {"catalogue": catalogue, "linked": linked, "pictures": shown.told}
        return with_version({**self.plan.parameters, **told})

    @cached_property
    def made_by(self) -> dict[str, str]:
        """A hash for each output, of all that makes it but the document."""
        plan = self.plan
        told = {**with_version(plan.parameters), "catalogued": str(plan.catalogued)}
        asked = [f"{name}={value}" for name, value in sorted(told.items())]
        made = {name: key(digest(path), *asked) for name, path in plan.sheets.items()}
        return made | {
            name: hashlib.sha256(content).hexdigest() for name, content in self._assets.items()
        }

    @cached_property
    def _assets(self) -> Mapping[str, bytes]:
        return assets(self.plan.stylesheets, self.plan.styles)

    def begin(self, entry: Entry) -> _Begun:
        """Hand over what must be made of a document, if anything."""
        if entry.refused:
            return _Begun(error=OutputError(entry.path, entry.refused))
        plan, name = self.plan, str(entry.path)
        try:
            own, seen = self.sources.own(entry)
            known = self.journal.whole(name, own)
            copied = self.journal.copied(name)
            if known and not plan.coverage and not self._stale(entry, known, copied):
                return _Begun(self.journal.seen_anew(name, seen), pictures=copied)
            read: set[Path] = set()
            source, warnings = read_whole(entry.path, entry.root, plan.entities, plan.limits, read)
            linked = self.links.of(entry, source, read)
            shown = (
                pictures_of(entry.path, source, entry.root, plan.limits, read)
                if plan.shows_pictures
                else Pictures()
            )
        except Exception as error:  # noqa: BLE001 -- one document never stops the others
            return _Begun(error=unforeseen(error))
        content = hashlib.sha256(source + (linked + shown.told).encode()).hexdigest()
        origin = Origin(own, content, found_now(map(str, sorted(read))), seen)
        stale = list(self.made_by) if plan.coverage else self._stale(entry, content, shown.copies)
        if not stale:
            return _Begun(origin, pictures=shown.copies)
        sheets = tuple(plan.sheets[name] for name in stale if name in plan.sheets)
        order = Order(entry.path, source, sheets, self._asked(entry, linked, shown), plan.limits)
        future = self.executor.submit(self.task, order)
        return _Begun(origin, order, future, None, [*warnings, *shown.problems], shown.copies)

    def _keys(self, content: str, copies: Copies) -> dict[str, str]:
        return {name: key(content, by) for name, by in self.made_by.items()} | copy_keys(copies)

    def _stale(self, entry: Entry, content: str, copies: Copies) -> list[str]:
        return self.journal.stale(str(entry.path), entry.folder, self._keys(content, copies))

    def _record(self, entry: Entry, origin: Origin, copies: Copies) -> None:
        keys = self._keys(origin.whole, copies)
        self.journal.record(str(entry.path), entry.folder, keys, origin)

    def finish(self, entry: Entry, begun: _Begun) -> Report:
        """Write what was made of a document."""
        if begun.error:
            return _failed(entry, begun.error)
        try:
            if begun.order is None or begun.future is None:
                if begun.origin:
                    self._record(entry, begun.origin, begun.pictures)
                return Report(entry.path, fresh=True, left=self._left(entry, begun.pictures))
            made = begun.future.result()
            places = self._places(begun.order, made)
            written = publish(made, entry.folder, self._assets, begun.pictures)
            if begun.origin:
                self._record(entry, begun.origin, begun.pictures)
        except Exception as error:  # noqa: BLE001 -- one document never stops the others
            return _failed(entry, error)
        unknown = unknown_elements(made)
        return Report(
            entry.path,
            written,
            warnings=(*begun.warnings, *made.warnings),
            unknown=unknown,
            places=places,
            left=self._left(entry, begun.pictures),
        )

    def _left(self, entry: Entry, copies: Copies) -> list[Path]:
        names = self.journal.left(str(entry.path), entry.folder, {*self.made_by, *copies})
        return [entry.folder / name for name in names]

    def _places(self, order: Order, made: Made) -> Mapping[str, str]:
        """Return where what no template knows, or no page shows, first stands, if that is asked.

        Raises:
            ProblemsFound: they are problems, for the plan is strict.
        """
        failing = self.plan.strict and made.unknown
        if not failing and not self.plan.coverage:
            return {}
        document = parse(order.source, order.path, self.plan.limits)
        if failing:
            raise ProblemsFound(unknown_problems(document, made))
        return {**first_places(document, made), **unshown(document)}


def _failed(entry: Entry, error: Exception) -> Report:
    if isinstance(error, ProblemsFound):
        return Report(entry.path, error=error, foreign=entry.found and is_foreign(error))
    if isinstance(error, WorkerError):
        return Report(entry.path, error=unanswered(error, entry.path))
    return Report(entry.path, error=unforeseen(error))
