"""Which documents there are: those named, and those in the folders named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.configuration import Configuration
from toolkit.errors import DocumentError, OutputError, ProblemsFound
from toolkit.making.build import output_folder

# Names of root elements that are meant as TEI, whatever their namespace.
_TEI_ROOTS: Final = {"TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "teiHeader"}


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


def entries(paths: Sequence[Path], into: Path, configuration: Configuration) -> list[Entry]:
    """Return the documents named, and those in the folders named, in order.

    Raises:
        DocumentError: a folder holds no document.
        OutputError: two documents would be written to the same folder.
    """
    found = [entry for path in paths for entry in _entries(path, into, configuration)]
    taken: dict[str, Path] = {}
    for entry in found:
        other = taken.setdefault(str(entry.folder).casefold(), entry.path)
        if other != entry.path:
            reason = f"would be written to the same folder as {other}; rename one of them"
            raise OutputError(entry.path, reason)
    return list({entry.path: entry for entry in found}.values())


def _entries(path: Path, into: Path, configuration: Configuration) -> Iterator[Entry]:
    if not path.is_dir():
        yield Entry(path, output_folder(into, path), configuration.folder or path.parent)
        return
    files = documents(path, configuration, into)
    if not files:
        raise DocumentError(path, f"holds no document ({', '.join(configuration.files)})")
    root = configuration.folder or path
    for file in files:
        within = file.parent.relative_to(path)
        target = output_folder(into / within, file)
        yield Entry(file, target, root, len(within.parts) + 1, found=True)


def documents(folder: Path, configuration: Configuration, into: Path | None = None) -> list[Path]:
    """Return the TEI files of a folder; what is hidden, excluded or leads out of it is not."""
    inside = folder.resolve()
    target = into.resolve() if into else inside
    outputs = target if target != inside and target.is_relative_to(inside) else None
    left_out = {path for pattern in configuration.exclude for path in folder.glob(pattern)}
    found = {path for pattern in configuration.files for path in folder.glob(pattern)}
    return [
        path
        for path in sorted(found - left_out)
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.resolve().is_relative_to(inside)
        and not (outputs and path.resolve().is_relative_to(outputs))
    ]


def is_foreign(error: ProblemsFound) -> bool:
    """Tell a file that is XML but nothing that was meant as TEI."""
    return all(p.rule == "not-tei" and p.path not in _TEI_ROOTS for p in error.problems)
