"""Which file a reference in a document names, without touching anything else."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

# The longest path of a file.
_LONGEST: Final = 4096


def reached(base: Path, reference: str) -> Path | None:
    """Return the file that a reference names, seen from the file `base`; None if it names none.

    What has a scheme or a host, and names that no file can have, are no files.
    """
    if len(reference) > _LONGEST:
        return None
    try:
        split = urlsplit(reference)
        if split.scheme not in {"", "file"} or split.netloc:
            return None
        path = base.parent / unquote(split.path) if split.path else base
        return path.resolve() if all(len(part) < 256 for part in path.parts) else None  # noqa: PLR2004 -- the longest name of a file
    except (ValueError, OSError, RuntimeError):  # the last for links in a circle
        return None


def seen_from(file: Path, bases: Iterable[str]) -> Path | None:
    """Return the file from which a reference in a file is seen, below elements with ``xml:base``.

    The bases come from the outermost inwards; None if one of them is no file.
    """
    seen: Path | None = file
    for base in filter(None, bases):
        found = reached(seen, base) if seen else None
        seen = found / "x" if found and base.endswith("/") else found
    return seen
