"""What is kept for as long as the contents of its sources are the same."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from toolkit.cache.folder import cache_folder, keep, kept
from toolkit.resources import SCHEMA

_TOOLKIT: Final = Path(__file__).parents[1]
_MAKERS: Final = (_TOOLKIT / "odd", SCHEMA)
_watched: list[set[Path]] = []


def note(path: Path) -> None:
    """Take down that a file was read, or looked for, to make what is being made."""
    for files in _watched:
        files.add(path)


class Kept:
    """One thing that is made of files: of its sources, and of others that these bring in."""

    def __init__(self, kind: str, sources: Sequence[Path], *details: str) -> None:
        parts = [_toolkit(), kind, *details, *(_digest(path) for path in sources)]
        name = _sha256("\n".join(parts).encode())
        folder = cache_folder()
        self._base = sources[0].resolve().parent
        self._file = folder / f"{kind}-{name}.json" if folder else None
        self._files: set[Path] = set()

    def read(self) -> object:
        """Return what is kept, or None if it has to be made."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            if self._file is not None:
                found = kept(self._file, _sha256)
                files = {self._base / name: digest for name, digest in found["files"].items()}
                if all(_digest(path) == digest for path, digest in files.items()):
                    for path in files:
                        note(path)
                    content: object = found["content"]
                    return content
        return None

    @contextmanager
    def making(self) -> Iterator[None]:
        """Take down which files are read while the thing is made."""
        _watched.append(self._files)
        try:
            yield
        finally:
            _watched.remove(self._files)

    def write(self, content: object) -> None:
        """Keep what was made, if that is possible."""
        if self._file is None:
            return
        files = {os.path.relpath(path.resolve(), self._base): _digest(path) for path in self._files}
        keep(self._file, {"files": files, "content": content}, _sha256)


@cache
def _toolkit() -> str:
    """Return the digest of all that makes what is kept."""
    files = [
        p for folder in _MAKERS for p in sorted(folder.iterdir()) if p.suffix in {".py", ".xsl"}
    ]
    return _sha256("".join(_digest(path) for path in (Path(__file__), *files)).encode())


def _digest(path: Path) -> str:
    """Return the digest of a file, or nothing if there is none."""
    try:
        return _sha256(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""


def _sha256(content: bytes) -> str:
    return sha256(content).hexdigest()
