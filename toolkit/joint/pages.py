"""Making the joint pages and the shards of the joint search: tasks for a process of their own."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.joint.describing import described
from toolkit.joint.entries import joint_entries
from toolkit.joint.mentions import MENTIONS, mentions
from toolkit.joint.store import Store
from toolkit.output import write, write_pieces
from toolkit.xsl.transform import compile_all

SHARDS: Final = "search-words"
# What a joint page holds of what documents hold; the others tell of documents alone, or of all.
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "persons.html": ("person",),
    "places.html": ("place",),
    "organisations.html": ("organisation",),
    "events.html": ("event",),
    "bibliography.html": ("work", "periodical"),
    "archives.html": ("archival",),
}
ALL: Final = tuple(kind for kinds in KINDS.values() for kind in kinds)


@dataclass(frozen=True, slots=True)
class Task:
    """The joint pages to make."""

    into: Path
    sheets: Sequence[Path]
    parameters: Mapping[str, str]
    missing: Sequence[str]
    """The documents that could not be built."""
    assets: Mapping[str, bytes]
    """What the pages load, as far as it is not there yet."""
    table: bool
    """Whether the table of all mentions is to be made."""


def kinds_of(name: str) -> tuple[str, ...]:
    """Return the kinds of entries that a joint output tells of, or counts."""
    return KINDS.get(name, ALL)


def make_pages(task: Task) -> list[Path]:
    """Make joint pages, write them and what they load, and return the files that changed.

    Raises:
        OutputError: a file cannot be written.
        StylesheetError: a stylesheet does not compile, or stopped.
    """
    kinds = {kind for sheet in task.sheets for kind in kinds_of(sheet.stem)}
    made: dict[str, bytes] = {}
    written = []
    if task.sheets or task.table:
        with Store(task.into) as store:
            entries = joint_entries(store)
            document = described(store, entries, kinds, task.missing)
            if task.table and write_pieces(task.into / MENTIONS, mentions(store, entries)):
                written.append(task.into / MENTIONS)
        for sheet in compile_all(task.sheets):
            made[sheet.path.stem] = sheet.render(document, task.parameters).encode()
    made |= task.assets
    files = {task.into / name: content for name, content in sorted(made.items())}
    return sorted(
        [*written, *(path for path, content in files.items() if write(path, content, own=True))]
    )


def write_shards(into: Path, names: Sequence[str]) -> list[tuple[str, int, int]]:
    """Write shards of the words, and return how each was left: its name, size and time.

    Raises:
        OutputError: a file cannot be written.
    """
    left = []
    with Store(into) as store:
        order = store.order()
        for name in names:
            path = into / SHARDS / f"{name}.js"
            write(path, _shard(store, name, order).encode(), own=True)
            state = path.stat()
            left.append((name, state.st_size, state.st_mtime_ns))
    return left


def _shard(store: Store, name: str, order: Mapping[int, int]) -> str:
    """Return a script that hands over its words, with the documents that hold each."""
    held: dict[str, list[str]] = {}
    for place, lines in sorted((order[number], lines) for number, lines in store.shard(name)):
        for line in lines.split("\n"):
            word, _, number = line.partition(" ")
            told = str(place) if number == "1" else f"{place}:{int(number)}"
            held.setdefault(word, []).append(told)
    rows = ",\n".join(f'{_quoted(word)}:"{" ".join(held[word])}"' for word in sorted(held))
    return f'jointWords("{name}",{{{rows}}});\n'


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
