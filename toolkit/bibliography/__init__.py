"""Citations that resolve, and a bibliography that travels: the public names, nothing else."""

from importlib import import_module
from typing import TYPE_CHECKING

from toolkit.bibliography.checking import check
from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.resolver import resolve

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
]

# What no check needs is loaded when it is first used.
_LATER = {
    "Imported": "importing",
    "Item": "items",
    "Reading": "reading",
    "add": "importing",
    "compare": "comparing",
    "read": "reading",
}


def __getattr__(name: str) -> object:
    """Import a name at its first use."""
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(name)
