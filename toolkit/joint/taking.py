"""Which documents a corpus has now, and what has to be gathered of them anew."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.corpora.finding import Entry, is_elsewhere
from toolkit.joint.holding import Holding, gather, state
from toolkit.joint.known import Known
from toolkit.joint.store import Store
from toolkit.processes.workers import local_executor

if TYPE_CHECKING:
    from concurrent.futures import Future

# How many seconds a process may take over what one document holds.
_PATIENCE: Final = 300.0


@dataclass(frozen=True)
class Corpus:
    """The documents whose joint pages are made."""

    found: Sequence[Entry]
    into: Path
    folders: Sequence[Path] = ()
    """The folders that were searched: of theirs, only what was found is still there."""
    failed: frozenset[Path] = frozenset()
    """Those that could not be built."""
    foreign: frozenset[Path] = frozenset()
    """Files that are no TEI."""
    title: str = ""


def take_in(corpus: Corpus, store: Store, jobs: int) -> None:
    """Bring the store up to date with the outputs of the documents.

    Raises:
        OutputError: an output of a document cannot be read.
    """
    known = {document.path: document for document in store.documents()}
    before = store.order()
    left = _left(corpus, known)
    gone = known.keys() - left.keys()
    for path in gone:
        store.drop(known[path].number)
    stale = {
        path: now
        for path, now in left.items()
        if path not in known or (known[path].folder, known[path].state) != now
    }
    files = {str(entry.path): _file(entry) for entry in corpus.found if str(entry.path) in stale}
    asked = [(corpus.into / now[0], files.get(path, "")) for path, now in stale.items()]
    for (path, now), held in zip(stale.items(), _gathered(asked, jobs), strict=True):
        store.put(path, *now, held)
    if stale or gone:
        store.forget_untold()
        after = store.order()
        if any(after.get(number, place) != place for number, place in before.items()):
            store.forget_written()
    store.keep()


def _left(corpus: Corpus, known: Mapping[str, Known]) -> dict[str, tuple[str, str]]:
    """Return the documents that the pages tell of: their folders, and how those were left."""
    found = {str(entry.path): entry for entry in corpus.found}
    out = {str(path) for path in corpus.failed | corpus.foreign}
    folders = {
        path: entry.folder.relative_to(corpus.into).as_posix()
        for path, entry in found.items()
        if path not in out
    }
    for path, document in known.items():
        if path not in found and is_elsewhere(Path(path), corpus.folders):
            folders[path] = document.folder
    states = {path: (folder, state(corpus.into / folder)) for path, folder in folders.items()}
    return {path: (folder, now) for path, (folder, now) in sorted(states.items()) if now}


def _file(entry: Entry) -> str:
    """Return the name of a document in its edition, as entries that are copied from it tell it."""
    path, root = entry.path.resolve(), entry.root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _gathered(asked: Sequence[tuple[Path, str]], jobs: int) -> Iterator[Holding]:
    """Give what documents hold, in their order, few of them at a time."""
    if len(asked) <= 1 or jobs <= 1:
        yield from (gather(*each) for each in asked)
        return
    with local_executor(min(jobs, len(asked)), _PATIENCE) as executor:
        started: deque[Future[Holding]] = deque()
        for each in asked:
            started.append(executor.submit(gather, *each))
            if len(started) > 2 * jobs:
                yield started.popleft().result()
        while started:
            yield started.popleft().result()
