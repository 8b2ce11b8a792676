"""What keeps a file from being well-formed XML, before it is known on which line."""

from typing import NamedTuple

from toolkit.problems import Edit


class Fault(NamedTuple):
    """What is wrong at an offset, what to do, and the edits that do it where that is safe."""

    offset: int
    message: str
    advice: str
    edits: tuple[Edit, ...] = ()
