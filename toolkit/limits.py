"""How large a document may be: what keeps a hostile file from taking the machine."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The most that one document may ask for; each limit is named when it is hit."""

    megabytes: int = 26
    """The size of the file."""
    depth: int = 256
    """Elements inside one another."""
    marks: int = 1_000_000
    """Tags and attributes together, which is what a parsed document's memory grows with."""
    attributes: int = 5_000
    """Attributes of one element, which a parser compares with one another."""
    inclusions: int = 10_000
    """Elements ``xi:include`` that are followed, those of what is included among them."""
    seconds: int = 300
    """The time in which all outputs of one document are made."""


DEFAULT = Limits()

DEEPEST = 2_000
"""What the limit of depth may be: parsers and stylesheets go no deeper."""

SMALL = 1_000_000
"""The bytes of a document up to which it and its outputs may be in memory more than once."""
