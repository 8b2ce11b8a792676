"""Withhold the running prose of an edition, and weave it back from a reader's copy."""

from typing import TYPE_CHECKING

from toolkit.later import later

if TYPE_CHECKING:
    from toolkit.prose.copies import Copy, read_copy
    from toolkit.prose.facts import has_prose
    from toolkit.prose.pieces import Block
    from toolkit.prose.scanning import scan
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

# To know whether a document holds prose needs little of it.
__getattr__ = later(
    {
        "Block": "toolkit.prose.pieces",
        "Copy": "toolkit.prose.copies",
        "Weave": "toolkit.prose.weaving",
        "declared": "toolkit.prose.withholding",
        "has_prose": "toolkit.prose.facts",
        "read_copy": "toolkit.prose.copies",
        "scan": "toolkit.prose.scanning",
        "weave": "toolkit.prose.weaving",
        "withhold": "toolkit.prose.withholding",
    }
)
