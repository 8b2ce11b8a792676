"""What was made of which content: the memory that makes a second run do only what changed.

One line for each document, appended when all its outputs are written. A run that is killed
loses nothing that was finished: a line that was cut short is not believed.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final, NamedTuple, Self

from toolkit.errors import OutputError
from toolkit.output import own_file, write

NAME: Final = ".teikit.jsonl"


class Output(NamedTuple):
    """One output as it was left: of what it was made, how large it is and when it was written."""

    key: str
    size: int
    time: int


class Origin(NamedTuple):
    """What a document with all that belongs to it was made of."""

    own: str
    """A hash of its own content."""
    whole: str
    """A hash of its content with what other files add to it."""
    files: dict[str, str]
    """Those files, and how each was found: its size and time, or that it was not there."""
    seen: str = ""
    """A hash of how the document's own file was found, which stands for its content."""


Copies = Mapping[str, Path]
"""The files that go along with a document's pages, by the names of their copies."""


class Journal:
    """The journal of an output folder."""

    def __init__(self, folder: Path) -> None:
        """Read what earlier runs wrote."""
        self._path = own_file(folder / NAME)
        self._entries: dict[str, dict[str, Output]] = {}
        self._origins: dict[str, Origin] = {}
        self._lines = 0
        self._cut_short = False
        with suppress(OSError):
            text = self._path.read_text(encoding="utf-8", errors="replace")
            self._cut_short = not text.endswith("\n")
            for line in text.splitlines():
                self._lines += 1
                self._remember(line)

    def _remember(self, line: str) -> None:
        with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
            entry = json.loads(line)
            document, named = entry["document"] + "", entry["outputs"].items()
            outputs = {name: Output(*values) for name, values in named if _is_name(name)}
            self._entries[document] = outputs
            self._origins.pop(document, None)
            if "origin" in entry:
                own, whole, files, *seen = entry["origin"]
                self._origins[document] = Origin(own, whole, dict(files.items()), *seen)

    def __enter__(self) -> Self:
        """Open the journal for writing."""
        try:
            self._compact()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a", encoding="utf-8")
            self._file.write("\n" if self._cut_short else "")
        except OSError as error:
            raise OutputError(self._path, f"cannot be written: {error.strerror}") from error
        return self

    def __exit__(self, *_: object) -> None:
        """Close the journal; each line has been written already."""
        with suppress(OSError):
            self._file.close()

    def stale(self, document: str, folder: Path, keys: Mapping[str, str]) -> list[str]:
        """Return the names of the outputs that must be made: new, changed, or touched since."""
        known, place = self._entries.get(document, {}), str(folder)
        left = {name: _left(f"{place}/{name}", key) for name, key in keys.items()}
        return [name for name, output in left.items() if not output or known.get(name) != output]

    def own(self, document: str, seen: str) -> str | None:
        """Return the hash of a document's own content, if its file is as it was seen before."""
        origin = self._origins.get(document)
        return origin.own if origin and seen and origin.seen == seen else None

    def seen_anew(self, document: str, seen: str) -> Origin | None:
        """Return what a document was made of, with how its file is found now, if that is new."""
        origin = self._origins.get(document)
        return origin._replace(seen=seen) if origin and seen and origin.seen != seen else None

    def whole(self, document: str, own: str) -> str | None:
        """Return the hash of a whole document, if neither it nor a file that adds to it changed."""
        origin = self._origins.get(document)
        if origin is None or origin.own != own or found_now(origin.files) != origin.files:
            return None
        return origin.whole

    def record(
        self, document: str, folder: Path, keys: Mapping[str, str], origin: Origin | None = None
    ) -> None:
        """Remember that every output of a document was made of what the keys stand for.

        Raises:
            OutputError: the journal cannot be written.
        """
        found = {name: _left(f"{folder}/{name}", key) for name, key in keys.items()}
        before = self._entries.get(document, {})
        kept = {name: before[name] for name in self.left(document, folder, keys)}
        made = {name: output for name, output in found.items() if output}
        self._entries[document] = kept | made
        self._origins.pop(document, None)
        if origin:
            self._origins[document] = origin
        try:
            self._file.write(self._line(document) + "\n")
            self._file.flush()
        except OSError as error:
            raise OutputError(self._path, f"cannot be written: {error.strerror}") from error

    def _line(self, document: str) -> str:
        entry: dict[str, object] = {"document": document, "outputs": self._entries[document]}
        if document in self._origins:
            entry["origin"] = self._origins[document]
        return json.dumps(entry, separators=(",", ":"))

    def outputs(self, document: str) -> set[str]:
        """Return the names of the outputs that were made of a document."""
        return set(self._entries.get(document, {}))

    def copied(self, document: str) -> dict[str, Path]:
        """Return the files that were copied for a document when it was last made."""
        origin = self._origins.get(document)
        sources = {n: o.key.rpartition(" ")[0] for n, o in self._entries.get(document, {}).items()}
        return {n: Path(file) for n, file in sources.items() if origin and file in origin.files}

    def left(self, document: str, folder: Path, keys: Iterable[str]) -> list[str]:
        """Return the names of outputs of earlier runs that are still there and no longer made."""
        others = self._entries.get(document, {}).keys() - set(keys)
        return sorted(name for name in others if (folder / name).exists())

    def gone(self, documents: Iterable[str]) -> list[str]:
        """Return the documents of earlier runs that are not among those given."""
        return sorted(self._entries.keys() - set(documents))

    def _compact(self) -> None:
        """Write each document once, when lines that no longer count have come to prevail."""
        if self._lines > 2 * len(self._entries) + 100:
            lines = [self._line(document) for document in self._entries]
            write(self._path, ("\n".join(lines) + "\n").encode(), own=True)


def _is_name(name: str) -> bool:
    """Tell whether an output of a document may have a name."""
    path = PurePath(name)
    return not ("\0" in name or path.is_absolute() or ".." in path.parts)


def found_now(files: Iterable[str]) -> dict[str, str]:
    """Return how files are found now: the size and time of each, or that it is not there."""
    found = {}
    for file in files:
        try:
            state = os.stat(file)  # noqa: PTH116 -- a path for each would take longer than this
            found[file] = f"{state.st_size}-{state.st_mtime_ns}"
        except OSError:
            found[file] = ""
    return found


def copy_keys(copies: Copies) -> dict[str, str]:
    """Return what each copy is made of: its file, a space, how that is found now."""
    return {n: f"{file} {found_now([str(file)])[str(file)]}" for n, file in copies.items()}


def key(*parts: str) -> str:
    """Return one hash for everything that an output is made of."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()[:32]


def _left(path: str, made_of: str) -> Output | None:
    try:
        state = os.stat(path)  # noqa: PTH116 -- a path for each would take longer than this
    except OSError:
        return None
    return Output(made_of, state.st_size, state.st_mtime_ns)
