"""Where in its file an element of an ODD or of a Schematron schema stands."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from xml.parsers import expat

from lxml.etree import QName, _Element

# What lxml says of every later line.
_LAST_LINE: Final = 65_535


class _Start(NamedTuple):
    """The start tag of an element, and what its attributes without a prefix are."""

    line: int
    column: int
    attributes: dict[str, str]


def place(element: _Element) -> str:
    """Return where the start tag of an element begins: ``line 5, column 3``."""
    line = element.sourceline or 0
    path = file_of(element)
    known = {str(name): value for name, value in element.attrib.items() if str(name)[:1] != "{"}
    starts = _starts(path, path.stat().st_mtime_ns) if path is not None and path.is_file() else {}
    named = [
        s for s in starts.get(QName(element).localname, ()) if s.line <= line or line >= _LAST_LINE
    ]
    found = [start for start in named if start.attributes == known] or named
    return f"line {found[-1].line}, column {found[-1].column}" if found else f"line {line}"


def file_of(element: _Element) -> Path | None:
    """Return the file that an element was read from."""
    from urllib.request import url2pathname

    return Path(url2pathname(urlsplit(element.base).path)) if element.base else None


@lru_cache(maxsize=8)
def _starts(path: Path, changed: int) -> dict[str, list[_Start]]:  # noqa: ARG001 -- a change makes it read again
    """Return the start tags of a file by local name; of one that expat cannot read, the first."""
    found: dict[str, list[_Start]] = defaultdict(list)
    parser = expat.ParserCreate()

    def note(name: str, attributes: dict[str, str]) -> None:
        own = {n: v for n, v in attributes.items() if ":" not in n and n != "xmlns"}
        start = _Start(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, own)
        found[name.rpartition(":")[2]].append(start)

    parser.StartElementHandler = note
    try:
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003 -- expat takes it by position
    except (expat.ExpatError, LookupError, ValueError, OSError):
        return found
    return found
