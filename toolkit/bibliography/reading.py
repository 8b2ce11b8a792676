"""Bibliographies that people hand over: CSL-JSON, BibLaTeX or RIS, told by the name of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.bibliography.biblatex import read_biblatex
from toolkit.bibliography.csljson import read_csl_json
from toolkit.bibliography.items import Item
from toolkit.bibliography.ris import read_ris
from toolkit.bibliography.texts import read_text
from toolkit.errors import DocumentError
from toolkit.problems import Problem

_READERS: Final[dict[str, Callable[[str, Path], tuple[list[Item], list[Problem]]]]] = {
    ".bib": read_biblatex,
    ".json": read_csl_json,
    ".ris": read_ris,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: the items that could be read, and one problem for each that could not."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]


def read(path: Path) -> Reading:
    """Read a bibliography.

    Raises:
        DocumentError: the file cannot be read, or its name tells no known format.
    """
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        known = ", ".join(_READERS)
        raise DocumentError(path, f"is no bibliography that can be read; known are {known}")
    text, problems = read_text(path)
    items, more = reader(text, path)
    if not items and not more:
        message = "the file holds no entry that can be read"
        advice = "look whether it is the file that you mean"
        more = [Problem(path, 1, 1, "bibliography-file", message, advice)]
    return Reading(tuple(items), (*problems, *more))
