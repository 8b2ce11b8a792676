"""The names that TEI itself has, whether or not a scheme takes them up."""

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("tei-names.txt")


@cache
def elements() -> frozenset[str]:
    """Return the names of all elements of TEI."""
    return _section("\nelements\n")


@cache
def attributes() -> frozenset[str]:
    """Return the names of all attributes of TEI."""
    return _section("\nattributes\n")


def _section(heading: str) -> frozenset[str]:
    _, _, rest = _FILE.read_text("utf-8").partition(heading)
    return frozenset(rest.partition("\nattributes\n")[0].split())
