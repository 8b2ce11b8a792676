"""What an ``edition.toml`` names: where it does, whether that is the edition's and is there."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigurationError

NAME: Final = "edition.toml"
_LARGEST: Final = 64_000


def text_of(path: Path) -> str:
    """Return the text of the file.

    Raises:
        ConfigurationError: it cannot be read, is not in UTF-8, or is larger than any need be.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ConfigurationError(path, 1, f"is larger than {_LARGEST:,} bytes, the limit")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(path, 1, "is not in UTF-8") from error


def line_of(text: str, key: str, table: str = "") -> int:
    """Return the line on which a key stands, in its table if it has one."""
    pattern = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(key)}["']?\s*([=.\]]|$)""")
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            here = head[1]
        inside = table in {here, ""} or line.lstrip().startswith(table)
        if inside and (
            pattern.match(line) or (table and re.search(rf"\b{re.escape(key)}\b", line))
        ):
            return number
    return 1


def misnamed(folder: Path, key: str, reason: str) -> ConfigurationError:
    """Return the error that a key of the file in a folder names something wrong."""
    path = folder / NAME
    return ConfigurationError(path, line_of(path.read_text("utf-8"), key), f'"{key}" {reason}')


def refuse_outside(key: str, names: Iterable[str], path: Path, text: str) -> None:
    """Refuse names of files that lie outside the folder of the edition.

    Raises:
        ConfigurationError: one of them does.
    """
    folder = path.parent.resolve()
    for name in names:
        if "\0" in name or not (folder / name).resolve().is_relative_to(folder):
            reason = f'"{key}" must name what lies in the folder of this file; found: {name!r}'
            raise ConfigurationError(path, line_of(text, key), reason)


def refuse_patterns(key: str, patterns: Iterable[str], path: Path, text: str) -> None:
    """Refuse patterns of names of files that can find nothing in the folder of the edition.

    Raises:
        ConfigurationError: one of them is of that kind.
    """
    for pattern in patterns:
        parts = pattern.split("/")
        stars = all(part == "**" or "**" not in part for part in parts)
        empty = ".." in parts or {*parts} <= {"", "."}
        if empty or pattern.startswith("/") or "\0" in pattern or not stars:
            reason = (
                f'"{key}" must hold patterns such as "letters/**/*.xml"; found: {pattern[:60]!r}'
            )
            raise ConfigurationError(path, line_of(text, key), reason)


def refuse_missing(folder: Path | None, key: str, places: Iterable[Path | None]) -> None:
    """Refuse names of files and folders of an edition that are not there.

    Raises:
        ConfigurationError: one of them is not.
    """
    for place in places:
        if folder and place and not place.exists():
            raise misnamed(folder, key, f"names {place}: no such file or folder")
