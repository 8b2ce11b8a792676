"""Joint pages as documents come and go: what is gathered anew, what is made again."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from toolkit.corpora.journal import Journal, key
from toolkit.joint.holding import ENTITIES, WORDS
from toolkit.joint.known import Known
from toolkit.joint.mentions import MENTIONS
from toolkit.joint.pages import KINDS, SHARDS, Task, kinds_of, make_pages, write_shards
from toolkit.joint.store import NAME, Store, UnfitError
from toolkit.joint.taking import Corpus, take_in
from toolkit.making.build import with_version
from toolkit.making.plan import Plan
from toolkit.output import sweep
from toolkit.processes.workers import local_executor
from toolkit.xsl.assets import assets
from toolkit.xsl.modules import digest, inspect
from toolkit.xsl.stylesheets import CORPUS, joint

# The name of the joint outputs in the journal, where those of documents have their paths.
JOINT: Final = "joint pages"
_LOADED: Final = frozenset(
    "edition.css registers.css finding.css theme.css edition.js finding.js".split()
)


def make_joint(corpus: Corpus, plan: Plan, journal: Journal, jobs: int) -> list[Path]:
    """Make the joint pages of documents that are built, as far as anything changed.

    Returns the files that were written; the shards of the search are one, their folder.

    Raises:
        OutputError: an output of a document cannot be read, or a file cannot be written.
        StylesheetError: a stylesheet does not compile, or stopped.
    """
    sheets = _sheets(plan)
    if not sheets:
        return []
    for sheet in sheets:
        inspect(sheet)
    try:
        return _made(corpus, plan, sheets, journal, jobs)
    except UnfitError:
        (corpus.into / NAME).unlink(missing_ok=True)
        return _made(corpus, plan, sheets, journal, jobs)


def _made(
    corpus: Corpus, plan: Plan, sheets: Sequence[Path], journal: Journal, jobs: int
) -> list[Path]:
    with Store(corpus.into) as store:
        take_in(corpus, store, jobs)
        return _Work(corpus, plan, sheets, store).make(journal, jobs)


def has_catalogue(plan: Plan) -> bool:
    """Tell whether the joint pages of a plan have a catalogue."""
    return any(sheet.stem == "index.html" for sheet in _sheets(plan))


def joint_names(plan: Plan) -> set[str]:
    """Return the names of what a run over many documents may write beside their folders."""
    sheets = _sheets(plan)
    if not sheets:
        return set()
    return {sheet.stem for sheet in sheets} | _loaded(plan, sheets).keys() | {SHARDS, MENTIONS}


def _loaded(plan: Plan, sheets: Sequence[Path]) -> dict[str, bytes]:
    """Return what joint pages load."""
    own: dict[str, bytes] = {}
    for folder in {sheet.parent for sheet in sheets} | {plan.stylesheets / CORPUS}:
        own |= assets(folder)
    ours = assets(plan.stylesheets, plan.styles)
    return {name: content for name, content in ours.items() if name in _LOADED} | own


def _sheets(plan: Plan) -> list[Path]:
    """Return the stylesheets of the joint pages: of each page that the documents have too."""
    if not plan.joint or ENTITIES not in plan.sheets:
        return []
    made = [sheet for sheet in joint(plan.stylesheets) if _is_wanted(sheet.stem, plan)]
    return made if any(sheet.stem.endswith(".html") for sheet in made) else []


def _is_wanted(name: str, plan: Plan) -> bool:
    if name.startswith("search"):
        return {"search.html", WORDS} <= plan.sheets.keys()
    return not name.endswith(".html") or name in plan.sheets


@dataclass(frozen=True)
class _Work:
    corpus: Corpus
    plan: Plan
    sheets: Sequence[Path]
    store: Store

    def make(self, journal: Journal, jobs: int) -> list[Path]:
        """Write what is no longer as the store and the stylesheets would have it."""
        into, keys = self.corpus.into, self._keys
        for name in journal.outputs(JOINT) - keys.keys():
            (into / name).unlink(missing_ok=True)
        stale = journal.stale(JOINT, into, keys)
        shards = self._stale_shards()
        written: list[Path] = []
        if stale or shards:
            sweep(into)
            written = self._written(stale, shards, jobs)
        if stale or journal.outputs(JOINT) != keys.keys():
            journal.record(JOINT, into, keys)
        return written

    def _written(self, stale: Sequence[str], shards: Sequence[str], jobs: int) -> list[Path]:
        into, seconds = self.corpus.into, self.plan.limits.seconds
        with local_executor(min(jobs, bool(stale) + bool(shards)), seconds) as executor:
            pages = executor.submit(make_pages, self._task(stale)) if stale else None
            words = executor.submit(write_shards, into, shards) if shards else None
            if words:
                self.store.note_written(words.result())
                self.store.keep()
            written = pages.result() if pages else []
            return [*written, into / SHARDS] if words else written

    def _task(self, stale: Sequence[str]) -> Task:
        chosen = [sheet for sheet in self._made if sheet.stem in stale]
        loaded = {name: content for name, content in self._assets.items() if name in stale}
        table = MENTIONS in stale
        return Task(self.corpus.into, chosen, self._parameters, self._missing, loaded, table)

    @cached_property
    def _documents(self) -> list[Known]:
        return self.store.documents()

    @cached_property
    def _made(self) -> list[Path]:
        """The stylesheets of what there is something to say of: an index has entries."""
        held = {kind for document in self._documents for kind in document.digests}
        return [s for s in self.sheets if s.stem not in KINDS or held & set(KINDS[s.stem])]

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        return _loaded(self.plan, self.sheets)

    @property
    def _missing(self) -> list[str]:
        return sorted(str(path) for path in self.corpus.failed)

    @cached_property
    def _parameters(self) -> dict[str, str]:
        made = " ".join([*(sheet.stem for sheet in self._made), MENTIONS])
        told = {"corpus": self.corpus.title, "made": made}
        return with_version({**self.plan.parameters, **told})

    @cached_property
    def _keys(self) -> dict[str, str]:
        """A hash for each joint output, of all that makes it."""
        asked = [f"{name}={value}" for name, value in sorted(self._parameters.items())]
        about = [f"{document.folder} {document.about}" for document in self._documents]
        always = key(*asked, *self._missing, *about)
        keys = {
            sheet.stem: key(always, digest(sheet), *self._held(sheet.stem)) for sheet in self._made
        }
        places = [f"{document.folder} {document.about.get('file')}" for document in self._documents]
        keys[MENTIONS] = key(*asked, *places, *self._held(MENTIONS))
        return keys | {n: hashlib.sha256(c).hexdigest() for n, c in self._assets.items()}

    def _held(self, name: str) -> Iterator[str]:
        """Give what an output depends on besides the documents' titles."""
        order = self.store.order()
        for document in self._documents:
            yield " ".join(document.digests.get(kind, "-") for kind in kinds_of(name))
            if name not in {*KINDS, MENTIONS}:
                yield f"{order[document.number]} {document.length}"
        if name.startswith("search"):
            yield from self.store.shard_names()

    def _stale_shards(self) -> list[str]:
        """Return the shards that must be written; those that nothing is left of are taken away."""
        wanted = any(sheet.stem.startswith("search") for sheet in self.sheets)
        names = self.store.shard_names() if wanted else []
        folder, left = self.corpus.into / SHARDS, self.store.written()
        there = {p.stem: p.stat() for p in folder.glob("*.js")} if folder.is_dir() else {}
        for name in there.keys() - set(names):
            (folder / f"{name}.js").unlink(missing_ok=True)
        states = {name: (state.st_size, state.st_mtime_ns) for name, state in there.items()}
        return [name for name in names if name not in states or states[name] != left.get(name)]
