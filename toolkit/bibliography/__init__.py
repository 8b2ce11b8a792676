"""Citations that resolve, and a bibliography that travels: the public names, nothing else."""

from toolkit.bibliography.checking import check
from toolkit.bibliography.comparing import compare
from toolkit.bibliography.importing import Imported, add
from toolkit.bibliography.items import Item
from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.reading import Reading, read
from toolkit.bibliography.resolver import resolve

__all__ = [
    "Certainty",
    "Imported",
    "Item",
    "Proposal",
    "Reading",
    "add",
    "check",
    "compare",
    "read",
    "resolve",
]
