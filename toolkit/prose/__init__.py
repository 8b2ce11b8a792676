"""Withhold the running prose of an edition, and weave it back from a reader's copy."""

from toolkit.prose.copies import Copy, read_copy
from toolkit.prose.pieces import Block
from toolkit.prose.scanning import has_prose, scan
from toolkit.prose.weaving import Weave, weave
from toolkit.prose.withholding import withhold

__all__ = ["Block", "Copy", "Weave", "has_prose", "read_copy", "scan", "weave", "withhold"]
