"""Withhold the running prose of an edition, and weave it back from a reader's copy."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.prose.copies import Copy, read_copy
    from toolkit.prose.pieces import Block
    from toolkit.prose.scanning import has_prose, scan
    from toolkit.prose.weaving import Weave, weave
    from toolkit.prose.withholding import declared, withhold

__all__ = [
    "Block",
    "Copy",
    "Weave",
    "declared",
    "has_prose",
    "read_copy",
    "scan",
    "weave",
    "withhold",
]

_MODULES = {
    "copies": ("Copy", "read_copy"),
    "pieces": ("Block",),
    "scanning": ("has_prose", "scan"),
    "weaving": ("Weave", "weave"),
    "withholding": ("declared", "withhold"),
}


def __getattr__(name: str) -> object:
    """Import what is asked for: to know whether a document holds prose needs little of it."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"toolkit.prose.{module}"), name)
    raise AttributeError(name)
