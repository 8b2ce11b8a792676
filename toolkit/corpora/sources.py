"""The files of documents as they are now: known again without being read, where that is safe."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.cache.glimpsed import state
from toolkit.corpora.finding import Entry
from toolkit.corpora.journal import Journal, key
from toolkit.making.plan import Plan
from toolkit.reading.document import read_source


@dataclass(frozen=True)
class Sources:
    """The files of the documents of a run."""

    plan: Plan
    journal: Journal
    registers: dict[Path, str] = field(default_factory=dict)
    """Which registers there are in the folder of an edition."""

    def own(self, entry: Entry) -> tuple[str, str]:
        """Return a hash of a document's own content and of which registers there are.

        With it goes a hash by which it is known again without the file being read, if any.

        Raises:
            DocumentError: the file cannot be read.
        """
        root, limits = entry.root, self.plan.limits
        if root not in self.registers:
            found = {str(path) for each in self.plan.entities for path in root.glob(each)}
            self.registers[root] = " ".join(sorted(found))
        about = (str(root), self.registers[root])
        now = state(entry.path)
        seen = key(now, str(limits.megabytes), *about) if now else ""
        if own := self.journal.own(str(entry.path), seen):
            return own, seen
        source = read_source(entry.path, limits)
        return key(hashlib.sha256(source).hexdigest(), *about), seen
