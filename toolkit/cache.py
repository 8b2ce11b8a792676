"""What takes long to make, kept in the user's cache folder for as long as its sources are the same.

A file there is JSON with a checksum: nothing in it is ever run. One that is stale or broken, or
that somebody else may have written, is made anew; where nothing can be written, nothing is kept.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from toolkit.resources import SCHEMA

_LARGEST: Final = 64_000_000
"""How many bytes the folder holds at most; what was used longest ago goes first."""
_MAKERS: Final = (Path(__file__).parent / "odd", Path(__file__).parent / "drawing", SCHEMA)
_watched: list[set[Path]] = []


def note(path: Path) -> None:
    """Take down that a file was read, or looked for, to make what is being made."""
    for files in _watched:
        files.add(path)


class Kept:
    """One thing that is made of files: of its sources, and of others that these bring in."""

    def __init__(self, kind: str, sources: Sequence[Path], *details: str) -> None:
        parts = [_toolkit(), kind, *details, *(_digest(path) for path in sources)]
        name = sha256("\n".join(parts).encode()).hexdigest()
        folder = _folder()
        self._base = sources[0].resolve().parent
        self._file = folder / f"{kind}-{name}.json" if folder else None
        self._files: set[Path] = set()

    def read(self) -> object:
        """Return what is kept, or None if it has to be made."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            if self._file is not None and _is_own(self._file):
                checksum, _, body = self._file.read_bytes().partition(b"\n")
                if checksum.decode() == sha256(body).hexdigest():
                    kept = json.loads(body)
                    files = {self._base / name: digest for name, digest in kept["files"].items()}
                    if all(_digest(path) == digest for path, digest in files.items()):
                        for path in files:
                            note(path)
                        os.utime(self._file)
                        content: object = kept["content"]
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
        body = json.dumps({"files": files, "content": content}, separators=(",", ":")).encode()
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self._file, sha256(body).hexdigest().encode() + b"\n" + body)
            _make_room(self._file.parent)


def _folder() -> Path | None:
    """Return the user's cache folder, if there is a user who has one."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):
        return (given if given.is_absolute() else Path.home() / ".cache") / "teikit"
    return None


@cache
def _toolkit() -> str:
    """Return the digest of all that makes what is kept."""
    files = [
        p for folder in _MAKERS for p in sorted(folder.iterdir()) if p.suffix in {".py", ".xsl"}
    ]
    return sha256("".join(_digest(path) for path in (Path(__file__), *files)).encode()).hexdigest()


def _digest(path: Path) -> str:
    """Return the digest of a file, or nothing if there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_own(path: Path) -> bool:
    """Whether nobody but the user, who runs this, can have written a file."""
    found = path.stat()
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with open(part, "xb", opener=_open_for_user) as file:
            file.write(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _open_for_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _make_room(folder: Path) -> None:
    """Take away what was used longest ago until the folder is no larger than it may be."""
    found = sorted(((p.stat(), p) for p in folder.iterdir()), key=lambda each: each[0].st_mtime)
    size = sum(stat.st_size for stat, _ in found)
    for stat, path in found:
        if size <= _LARGEST:
            break
        path.unlink(missing_ok=True)
        size -= stat.st_size
