"""Many documents: find them, share them out, keep their order, make only what changed."""

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.build import publish, with_version
from toolkit.document import parse
from toolkit.errors import ProblemsFound, ToolkitError
from toolkit.finding import Entry, is_foreign
from toolkit.gathering import read_whole
from toolkit.journal import Journal, key
from toolkit.plan import Plan
from toolkit.problems import Problem
from toolkit.rendering import (
    Made,
    Order,
    first_places,
    make,
    unknown_elements,
    unknown_problems,
)
from toolkit.stylesheets import assets, digest, inspect


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
    work = _Work(plan, journal, executor, task)
    started: deque[tuple[Entry, _Begun]] = deque()
    for entry in found:
        started.append((entry, work.begin(entry)))
        if len(started) >= plan.window:
            yield work.finish(*started.popleft())
    while started:
        yield work.finish(*started.popleft())


@dataclass(frozen=True, slots=True)
class _Begun:
    keys: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    future: "Future[Made] | None" = None
    error: ToolkitError | None = None
    warnings: Sequence[Problem] = ()


@dataclass(frozen=True)
class _Work:
    plan: Plan
    journal: Journal
    executor: Executor
    task: Callable[[Order], Made]

    @cached_property
    def made_by(self) -> dict[str, str]:
        """A hash for each output, of all that makes it but the document."""
        plan = self.plan
        asked = [f"{name}={value}" for name, value in sorted(with_version(plan.parameters).items())]
        made = {name: key(digest(path), *asked) for name, path in plan.sheets.items()}
        return made | {
            name: hashlib.sha256(content).hexdigest()
            for name, content in assets(plan.stylesheets, plan.styles).items()
        }

    def begin(self, entry: Entry) -> _Begun:
        """Hand over what must be made of a document, if anything."""
        try:
            source, warnings = read_whole(
                entry.path, entry.root, self.plan.entities, self.plan.limits
            )
        except ToolkitError as error:
            return _Begun(error=error)
        content = hashlib.sha256(source).hexdigest()
        keys = {name: key(content, made_by) for name, made_by in self.made_by.items()}
        stale = self.journal.stale(str(entry.path), entry.folder, keys)
        if self.plan.coverage:
            stale = list(keys)
        if not stale:
            return _Begun(keys)
        sheets = tuple(self.plan.sheets[name] for name in stale if name in self.plan.sheets)
        asked = with_version(self.plan.parameters)
        order = Order(entry.path, source, sheets, asked, self.plan.limits)
        return _Begun(keys, order, self.executor.submit(self.task, order), warnings=warnings)

    def finish(self, entry: Entry, begun: _Begun) -> Report:
        """Write what was made of a document."""
        try:
            if begun.error:
                raise begun.error
            if begun.order is None or begun.future is None:
                return Report(entry.path, fresh=True)
            made = begun.future.result()
            self._demand_known(begun.order, made)
            written = publish(made, entry.folder, self.plan.stylesheets, self.plan.styles)
        except ProblemsFound as error:
            return Report(entry.path, error=error, foreign=entry.found and is_foreign(error))
        except ToolkitError as error:
            return Report(entry.path, error=error)
        self.journal.record(str(entry.path), entry.folder, begun.keys)
        unknown = unknown_elements(made)
        return Report(
            entry.path,
            written,
            warnings=begun.warnings,
            unknown=unknown,
            places=first_places(made) if self.plan.coverage else {},
        )

    def _demand_known(self, order: Order, made: Made) -> None:
        if self.plan.strict and made.unknown:
            document = parse(order.source, order.path, self.plan.limits)
            raise ProblemsFound(unknown_problems(document, made))


def totals(reports: Iterable[Report]) -> Counter[str]:
    """Count what became of documents."""
    return Counter(
        "foreign" if r.foreign else "failed" if r.error else "fresh" if r.fresh else "built"
        for r in reports
    )
