"""What a document holds, as its own outputs say: its title, its entries, its words."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from toolkit.errors import OutputError
from toolkit.joint.words import count, shards

ENTITIES: Final = "entities.json"
WORDS: Final = "search-index.js"
_SOURCES: Final = (ENTITIES, WORDS)
# Where the words stand in a block of the search index.
_TEXT: Final = 4


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One entry of a document and how often the document mentions it."""

    kind: str
    entry: str
    """The entry as its document tells it, as JSON: many documents may tell the same."""
    mentions: int


@dataclass(frozen=True, slots=True)
class Holding:
    """What is gathered of one document."""

    about: str
    """Title, authors and date, as JSON."""
    entries: Sequence[Mentioned] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """The words by shard."""
    length: int = 0
    """How many words the document has."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A hash of the entries of each kind."""


def state(folder: Path) -> str:
    """Return by what a change of a document's outputs is seen; nothing if there are none."""
    found = []
    for name in _SOURCES:
        try:
            left = (folder / name).stat()
            found.append(f"{left.st_size}-{left.st_mtime_ns}")
        except OSError:
            found.append("")
    return " ".join(found) if found[0] else ""


def gather(folder: Path, file: str = "") -> Holding:
    """Read what a document holds from the outputs in its folder; `file` is its name in the edition.

    Raises:
        OutputError: they are not what the toolkit's stylesheets make.
    """
    told = _read(folder / ENTITIES)
    try:
        entries = [_mentioned(entity) for entity in told["entities"]]
        about = {name: told.get(name) for name in ("title", "language", "authors", "date")}
        about["file"] = file
        texts = [block[_TEXT] for block in _read(folder / WORDS).get("blocks", ())]
        words = count(texts)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        reason = "is not what the toolkit's stylesheet of that name makes; build with joint = false"
        raise OutputError(folder / ENTITIES, reason) from error
    return Holding(_json(about), entries, shards(words), words.total(), _digests(entries))


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        made = json.loads(text[text.index("{") :].rstrip(";\n"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise OutputError(path, "cannot be read for the joint pages; build it again") from error
    return made if isinstance(made, dict) else {}


def _mentioned(entity: dict[str, Any]) -> Mentioned:
    mentions = entity.pop("mentions")
    return Mentioned(entity["kind"], _json(entity), len(mentions))


def _digests(entries: Sequence[Mentioned]) -> dict[str, str]:
    total = {entry.kind: hashlib.sha256() for entry in entries}
    for entry in entries:
        total[entry.kind].update(f"{entry.mentions}\0{entry.entry}\0".encode())
    return {kind: digest.hexdigest()[:16] for kind, digest in total.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
