"""The text of a file that people hand over, whatever its encoding."""

import codecs
import re
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import Final

from toolkit.errors import DocumentError
from toolkit.problems import Level, Problem

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Return the text of a file; what is not UTF-8 is read as Windows-1252, and reported.

    Raises:
        DocumentError: the file cannot be read.
    """
    try:
        source = path.read_bytes()
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise DocumentError(path, f"cannot be read: {reason}") from error
    encoding = next((n for mark, n in _MARKS.items() if source.startswith(mark)), _guess(source))
    try:
        return _lines(source.decode(encoding)), []
    except UnicodeDecodeError as error:
        text = source.decode("cp1252", errors="replace")
        before = source[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = f"this byte is not {encoding.upper()}; the file was read as Windows-1252"
        advice = "save the file as UTF-8 and look at its accents"
        problem = Problem(
            path, line, column, "bibliography-encoding", message, advice, level=Level.WARNING
        )
        return _lines(text), [problem]


def _guess(source: bytes) -> str:
    """Tell UTF-16 without a mark by its first character, a Latin one, from UTF-8."""
    first = source[:2]
    if len(first) < len(b"@k") or first.count(0) != 1:
        return "utf-8"
    return "utf-16-le" if first[1] == 0 else "utf-16-be"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1."""
    starts = _starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=1)
def _starts(text: str) -> list[int]:
    """Return where each line begins."""
    return [0, *(hit.end() for hit in re.finditer("\n", text))]
