"""Parameter entities that a document declares and uses itself: lxml passes them by."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from toolkit.errors import ProblemsFound
from toolkit.problems import Problem
from toolkit.wellformed.diagnosis import decoded, encoding_of
from toolkit.wellformed.markup import Lines

_DECLARED: Final = re.compile(rb"<!ENTITY\s+%\s+[^\s\"']+\s*[\"']")
_SUBSET: Final = re.compile(r"""<!DOCTYPE\s(?:[^\[>"']|"[^"]*"|'[^']*')*\[""")
# What a subset holds: an entity with its text, a use of one, or anything else in one piece.
_PART: Final = re.compile(
    r"""<!ENTITY\s+%\s+(?P<name>[^\s"']+)\s*(?P<text>"[^"]*"|'[^']*')\s*>"""
    r"""|%(?P<used>[^\s;%<>]+);"""
    r"""|<!--.*?-->|<\?.*?\?>|<!(?:[^"'>]|"[^"]*"|'[^']*')*>|\s+|(?P<end>.)""",
    re.DOTALL,
)
_NUMBER: Final = re.compile(r"&#(?:([0-9]{1,6})|x([0-9a-fA-F]{1,5}));")
_DEEPEST: Final = 16
_LONGEST: Final = 100_000


def are_declared(source: bytes) -> bool:
    """Tell whether a document declares parameter entities by their text."""
    return bool(_DECLARED.search(source.replace(b"\0", b"")))


def expanded(source: bytes, path: Path) -> bytes:
    """Return a document in whose internal subset such entities are replaced, line by line.

    Raises:
        ProblemsFound: they expand to far more text than is needed.
    """
    text = decoded(source)
    found = _SUBSET.search(text)
    if not found:
        return source
    pieces, size, begin, end = [text[: found.end()]], 0, 0, found.end()
    for piece, reached in _expanded(text, end, {}, 0):
        begin, end = (begin, end) if reached == end else (end, reached)
        if piece is None or size > len(text) + _LONGEST:
            raise ProblemsFound([_too_much(path, *Lines(text).place(begin))])
        pieces.append(piece)
        size += len(piece) + 1
    return "".join([*pieces, text[end:]]).encode(encoding_of(source), "xmlcharrefreplace")


def _too_much(path: Path, line: int, column: int) -> Problem:
    message = "the parameter entities used here expand to far more text than the document holds"
    return Problem(path, line, column, "limit", message, "write the declarations themselves")


def _expanded(
    text: str, at: int, known: dict[str, str], depth: int
) -> Iterator[tuple[str | None, int]]:
    """Give the parts of a subset up to its end, each with where the next one begins.

    None stands for what is too deep, or is part of itself.
    """
    while (part := _PART.match(text, at)) and not part["end"]:
        at = part.end()
        if part["name"]:
            meant = _NUMBER.sub(_character, part["text"][1:-1])
            known.setdefault(part["name"], " ".join(meant.splitlines()))
        inner = known.get(part["used"] or "")
        if inner is None:
            yield part[0], at
        else:
            yield "" if depth < _DEEPEST else None, at
            yield from ((piece, at) for piece, _ in _expanded(inner, 0, known, depth + 1))


def _character(number: re.Match[str]) -> str:
    return chr(int(number[1]) if number[1] else int(number[2], 16))
