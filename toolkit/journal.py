"""What was made of which content: the memory that makes a second run do only what changed.

One line for each document, appended when all its outputs are written. A run that is killed
loses nothing that was finished: a line that was cut short is not believed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple, Self

from toolkit.errors import OutputError
from toolkit.output import write

NAME: Final = ".teikit.jsonl"


class Output(NamedTuple):
    """One output as it was left: of what it was made, how large it is and when it was written."""

    key: str
    size: int
    time: int


class Journal:
    """The journal of an output folder."""

    def __init__(self, folder: Path) -> None:
        """Read what earlier runs wrote."""
        self._path = folder / NAME
        self._entries: dict[str, dict[str, Output]] = {}
        self._lines = 0
        self._cut_short = False
        with suppress(OSError, UnicodeDecodeError):
            text = self._path.read_text(encoding="utf-8")
            self._cut_short = not text.endswith("\n")
            for line in text.splitlines():
                self._lines += 1
                self._remember(line)

    def _remember(self, line: str) -> None:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            entry = json.loads(line)
            outputs = {name: Output(*values) for name, values in entry["outputs"].items()}
            self._entries[entry["document"]] = outputs

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
        """Close the journal."""
        self._file.close()

    def stale(self, document: str, folder: Path, keys: Mapping[str, str]) -> list[str]:
        """Return the names of the outputs that must be made: new, changed, or touched since."""
        known = self._entries.get(document, {})
        left = {name: _left(folder / name, key) for name, key in keys.items()}
        return [name for name, output in left.items() if not output or known.get(name) != output]

    def record(self, document: str, folder: Path, keys: Mapping[str, str]) -> None:
        """Remember that every output of a document was made of what the keys stand for."""
        found = {name: _left(folder / name, key) for name, key in keys.items()}
        outputs = {name: output for name, output in found.items() if output}
        self._entries[document] = outputs
        entry = {"document": document, "outputs": outputs}
        self._file.write(json.dumps(entry, separators=(",", ":")) + "\n")
        self._file.flush()

    def outputs(self, document: str) -> set[str]:
        """Return the names of the outputs that were made of a document."""
        return set(self._entries.get(document, {}))

    def gone(self, documents: Iterable[str]) -> list[str]:
        """Return the documents of earlier runs that are not among those given."""
        return sorted(self._entries.keys() - set(documents))

    def _compact(self) -> None:
        """Write each document once, when lines that no longer count have come to prevail."""
        if self._lines > 2 * len(self._entries) + 100:
            lines = [
                json.dumps({"document": document, "outputs": outputs}, separators=(",", ":"))
                for document, outputs in self._entries.items()
            ]
            write(self._path, ("\n".join(lines) + "\n").encode())


def key(*parts: str) -> str:
    """Return one hash for everything that an output is made of."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _left(path: Path, made_of: str) -> Output | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return Output(made_of, state.st_size, state.st_mtime_ns)
