"""What is kept for as long as the toolkit's own files look the same: their sizes and times.

For what takes no longer to make than reading and hashing its sources would take.
"""

import time
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from toolkit.cache.folder import cache_folder, keep, kept

# The nanoseconds after which a file that changes again is seen to have changed, on any disk.
_SETTLING: Final = 2_000_000_000


def state(path: Path) -> str:
    """Return by what a change of a file is seen; nothing where a change might not be seen.

    Clocks of files stand still for a while: one that changed just now may change again unseen.
    """
    try:
        found = path.stat()
    except OSError:
        return ""
    last = max(found.st_mtime_ns, found.st_ctime_ns)
    if time.time_ns() - last < _SETTLING:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"


class Glimpsed:
    """One thing that is made of files: of its sources, and of others that these bring in."""

    def __init__(self, kind: str, sources: Sequence[Path], *details: str) -> None:
        self._sources = [*map(str, sources), *details]
        folder, name = cache_folder(), zlib.crc32("\n".join(self._sources).encode())
        self._file = folder / f"{kind}-{name:08x}.json" if folder else None

    def read(self) -> object:
        """Return what is kept, or None if it has to be made."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            if self._file is not None:
                found = kept(self._file, _checksum)
                same = all(state(Path(path)) == seen for path, seen in found["files"].items())
                if same and found["sources"] == self._sources:
                    content: object = found["content"]
                    return content
        return None

    def write(self, content: object, files: Iterable[Path]) -> None:
        """Keep what was made of files, if that is possible and none changed a moment ago."""
        states = {str(path): state(path) for path in files}
        if self._file is not None and all(states.values()):
            whole = {"sources": self._sources, "files": states, "content": content}
            keep(self._file, whole, _checksum)


def _checksum(content: bytes) -> str:
    """Return what tells a broken file, sooner than a digest would."""
    return str(zlib.crc32(content))
