"""The user's cache folder: files that nobody else can have written, and not too many."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

Checksum = Callable[[bytes], str]

_LARGEST: Final = 64_000_000
"""How many bytes the folder holds at most; what was used longest ago goes first."""


def cache_folder() -> Path | None:
    """Return the user's cache folder, if there is a user who has one."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):
        return (given if given.is_absolute() else Path.home() / ".cache") / "teikit"
    return None


def _is_own(path: Path) -> bool:
    """Whether nobody but the user, who runs this, can have written a file."""
    found = path.stat()
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def kept(path: Path, checksum: Checksum) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Return what a file of the folder holds, and let it be known as used.

    Raises:
        OSError: it cannot be read.
        ValueError: it is broken, or somebody else may have written it.
    """
    if not _is_own(path):
        raise ValueError(path)
    told, _, body = path.read_bytes().partition(b"\n")
    if told.decode() != checksum(body):
        raise ValueError(path)
    os.utime(path)
    return json.loads(body)


def keep(path: Path, content: object, checksum: Checksum) -> None:
    """Write a file of the folder, if that is possible."""
    body = json.dumps(content, separators=(",", ":")).encode()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, checksum(body).encode() + b"\n" + body)
        _make_room(path.parent)


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
