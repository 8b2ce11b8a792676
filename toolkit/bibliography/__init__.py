"""Citations that resolve, and a bibliography that travels: the public names, nothing else."""

from typing import TYPE_CHECKING

from toolkit.bibliography.checking import check
from toolkit.bibliography.noted import untagged_notes
from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.resolver import resolve
from toolkit.later import later

if TYPE_CHECKING:
    from toolkit.bibliography.comparing import compare
    from toolkit.bibliography.importing import Imported, add
    from toolkit.bibliography.items import Item
    from toolkit.bibliography.reading import Reading, read

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
    "untagged_notes",
]

# What no check needs is loaded when it is first used.
__getattr__ = later(
    {
        "Imported": "toolkit.bibliography.importing",
        "Item": "toolkit.bibliography.items",
        "Reading": "toolkit.bibliography.reading",
        "add": "toolkit.bibliography.importing",
        "compare": "toolkit.bibliography.comparing",
        "read": "toolkit.bibliography.reading",
    }
)
