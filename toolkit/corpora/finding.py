"""Which documents there are: those named, and those in the folders named."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from unicodedata import normalize

from toolkit.configuration import Configuration
from toolkit.errors import DocumentError, OutputError, ProblemsFound
from toolkit.making.build import output_folder

# Names of root elements that are meant as TEI, whatever their namespace.
_TEI_ROOTS: Final = {"tei", "tei.2", "teicorpus", "teicorpus.2", "teiheader"}

_ALIKE: Final = " where names do not differ by case or by how accents are written"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a corpus: its file, and where its outputs go."""

    path: Path
    folder: Path
    root: Path
    """The folder of the edition: nothing outside it is included."""
    depth: int = 1
    """How many folders its outputs lie below the folder of all."""
    found: bool = False
    """Whether it was found in a folder, rather than named."""
    refused: str = ""
    """Why nothing can be made of it."""


def entries(paths: Sequence[Path], into: Path, configuration: Configuration) -> list[Entry]:
    """Return the documents named, and those in the folders named, in order.

    Raises:
        DocumentError: a folder holds no document.
    """
    found = (entry for path in paths for entry in _entries(path, into, configuration))
    return list({entry.path: entry for entry in found}.values())


def without_clashes(
    found: Sequence[Entry], into: Path, own: Iterable[str], joint: Iterable[str]
) -> list[Entry]:
    """Return documents, those first that are refused: their outputs would have no place.

    `own` are the names of the outputs of each document, `joint` those of all together.
    """
    folders: dict[str, Path] = {}
    for entry in found:
        if not entry.refused:
            folders.setdefault(_sign(entry.folder), entry.path)
    places = _Places(into, folders, {*map(_sign, own)}, {*map(_sign, joint)})
    every = [replace(entry, refused=entry.refused or places.clash(entry)) for entry in found]
    return sorted(every, key=lambda entry: not entry.refused)


@dataclass(frozen=True)
class _Places:
    into: Path
    folders: Mapping[str, Path]
    """The documents by their folders."""
    own: Collection[str]
    joint: Collection[str]

    def clash(self, entry: Entry) -> str:
        """Return why the outputs of a document cannot be where they would be."""
        if not _is_utf8(entry.path):
            return "has a name that is not in UTF-8; rename it"
        other = self.folders[_sign(entry.folder)]
        if other != entry.path:
            alike = _ALIKE if _sign(other) == _sign(entry.path) else ""
            return f"would be written to the same folder as {other}{alike}; rename one of them"
        for place in (entry.folder, *entry.folder.parents):
            if place == self.into:
                break
            name, above = _sign(place.name), place.parent
            if above == self.into and name in self.joint:
                return f"would be written to {place}, which all documents share; rename it"
            if name in self.own and (holder := self.folders.get(_sign(above))):
                return f"would be written to {place}, an output of {holder}; rename one of them"
        return ""


def _is_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _sign(path: Path | str) -> str:
    """Return what the names of one file have in common, on any machine."""
    return normalize("NFC", str(path)).casefold()


def is_elsewhere(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a document of an earlier run is one that this run did not look for."""
    try:
        there = path.is_file()
    except OSError:  # it lies in a folder that cannot be read: nobody knows
        return True
    return there and not any(path.is_relative_to(folder) for folder in folders)


def _entries(path: Path, into: Path, configuration: Configuration) -> Iterator[Entry]:
    if not path.is_dir():
        yield Entry(path, output_folder(into, path), configuration.folder or path.parent)
        return
    files, closed = documents(path, configuration, into), closed_folders(path, configuration, into)
    if not (files or closed):
        raise DocumentError(path, f"holds no document ({', '.join(configuration.files)})")
    root = configuration.folder or path
    for folder, reason in closed.items():
        yield Entry(folder, into, root, found=True, refused=reason)
    for file in files:
        within = file.parent.relative_to(path)
        try:
            target, refused = output_folder(into / within, file), ""
        except OutputError as error:
            target, refused = into, error.reason
        yield Entry(file, target, root, len(within.parts) + 1, found=True, refused=refused)


def documents(folder: Path, configuration: Configuration, into: Path | None = None) -> list[Path]:
    """Return the TEI files of a folder; what is hidden, excluded or leads out of it is not."""
    is_left_out = _left_out(folder, configuration, into)
    found = {path for pattern in configuration.files for path in folder.glob(pattern)}
    return [path for path in sorted(found) if _is_file(path) and not is_left_out(path)]


def closed_folders(
    folder: Path, configuration: Configuration, into: Path | None = None
) -> dict[Path, str]:
    """Return the folders below a folder, and itself, that cannot be read, and why."""
    closed: dict[Path, str] = {}

    def note(error: OSError) -> None:
        closed[Path(error.filename)] = f"cannot be read: {error.strerror}"

    for _ in os.walk(folder, onerror=note):
        pass
    is_left_out = _left_out(folder, configuration, into)
    return {path: reason for path, reason in sorted(closed.items()) if not is_left_out(path)}


def _left_out(
    folder: Path, configuration: Configuration, into: Path | None
) -> Callable[[Path], bool]:
    """Return what tells that a path of a folder is hidden, excluded, an output, or outside."""
    inside = folder.resolve()
    target = into.resolve() if into else inside
    outputs = target if target != inside and target.is_relative_to(inside) else None
    excluded = {path for pattern in configuration.exclude for path in folder.glob(pattern)}

    def is_left_out(path: Path) -> bool:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path in excluded:
            return True
        real = path.resolve()
        return not real.is_relative_to(inside) or bool(outputs and real.is_relative_to(outputs))

    return is_left_out


def _is_file(path: Path) -> bool:
    """Tell a file; one that cannot even be looked at is told when it is read."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_foreign(error: ProblemsFound) -> bool:
    """Tell a file that is XML but nothing that was meant as TEI."""
    return all(
        p.rule == "not-tei" and p.path.partition("#")[0].lower() not in _TEI_ROOTS
        for p in error.problems
    )
