"""A document as the memory of the joint pages has it, believed only as far as it can be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from json import loads
from pathlib import PurePosixPath
from typing import Final

_SHARD: Final = re.compile(r"[0-9a-z-]+")


@dataclass(frozen=True, slots=True)
class Known:
    """One document of the store."""

    number: int
    """What the store calls it by; no output does."""
    path: str
    folder: str
    """Where its outputs lie, seen from the folder of the joint pages."""
    state: str
    about: Mapping[str, object]
    length: int
    digests: Mapping[str, str]


def known(row: tuple[object, ...]) -> Known:
    """Return the document of a row.

    Raises:
        ValueError: no run of ours wrote it.
    """
    number, path, folder, state, about, length, digests = row
    match number, length, loads(str(about)), loads(str(digests)):
        case int(), int(), dict() as told, dict() as hashes:
            inside = PurePosixPath(str(folder))
            if not inside.is_absolute() and ".." not in inside.parts:
                return Known(number, str(path), str(folder), str(state), told, length, hashes)
    raise ValueError(f"no document of ours: {row}")


def shard_name(name: object) -> str:
    """Return the name of a shard, which names a file.

    Raises:
        ValueError: no run of ours wrote it.
    """
    if not _SHARD.fullmatch(str(name)):
        raise ValueError(f"no shard of ours: {name}")
    return str(name)
