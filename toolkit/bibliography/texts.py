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
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What JabRef and Emacs write at the head of a file.
_DECLARED: Final = re.compile(rb"(?im)^[%\s]*(?:encoding:|.*-\*-.*coding:)\s*([\w.:-]+)")
_HEAD: Final = 2_000
# A byte that is no UTF-8, as Python hands it through.
_STRAY: Final = re.compile("[\udc80-\udcff]")


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Return the text of a file, with a problem for each line that had to be guessed at.

    A mark at the beginning says the encoding; else it is UTF-8, or what the file declares. A byte
    that is none of it is read as Windows-1252, and what surrounds it is not touched.

    Raises:
        DocumentError: the file cannot be read.
    """
    try:
        source = path.read_bytes()
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise DocumentError(path, f"cannot be read: {reason}") from error
    marked = next((n for mark, n in _MARKS.items() if source.startswith(mark)), "")
    text, said = _decoded(source, marked or _guess(source), "" if marked else _declared(source))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems = [_problem(path, 1, 1, *words) for words in said]
    return _STRAY.sub(_in_windows_1252, text), [*problems, *_strays(text, path)]


def _strays(text: str, path: Path) -> list[Problem]:
    """Return a problem for each line with stray bytes; one in all if the file has no UTF-8."""
    mixed = not _STRAY.sub("", text).isascii()
    places = [position(text, stray.start()) for stray in _STRAY.finditer(text)]
    lines = list({line: (line, column) for line, column in reversed(places)}.values())[::-1]
    message = f"this byte is not UTF-8; {'it' if mixed else 'the file'} was read as Windows-1252"
    advice = "save the file as UTF-8 and look at its accents"
    return [_problem(path, *place, message, advice) for place in lines[: None if mixed else 1]]


def _problem(path: Path, line: int, column: int, message: str, advice: str) -> Problem:
    rule = "bibliography-encoding"
    return Problem(path, line, column, rule, message, advice, level=Level.WARNING)


def _decoded(source: bytes, encoding: str, declared: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a text, stray bytes as they come, with words on what speaks against a declaration."""
    if encoding != "utf-8":
        text = source.decode(encoding, errors="replace")
        advice = "save the file as UTF-8"
        damaged = (f"the file is damaged: not all of it is {encoding.upper()}", advice)
        return text, [damaged] if "\ufffd" in text else []
    text = source.decode(errors="surrogateescape")
    known = _codec(declared)
    if not declared or known == "utf-8" or (known and text.isascii()):
        return text, []
    advice = "name the encoding that it has in the first line, or save it as UTF-8"
    if declared and not known:
        return text, [(f"the file declares the encoding “{declared}”, which is not known", advice)]
    if not _STRAY.search(text):
        said = f"the file declares the encoding “{declared}”, but is UTF-8; it was read as that"
        return text, [(said, advice)]
    try:
        return source.decode(known), []
    except UnicodeError:
        said = f"the file declares the encoding “{declared}”, but is not in it"
        return text, [(said, advice)]


def _declared(source: bytes) -> str:
    found = _DECLARED.search(source[:_HEAD])
    return found[1].decode(errors="replace") if found else ""


def _codec(name: str) -> str:
    """Return Python's name for an encoding of texts; nothing for one that it does not know."""
    for form in (name, name.removeprefix("x-"), name.replace("ISO", "ISO-")):
        try:
            codec = codecs.lookup(form)
            b"a".decode(form)
        except (LookupError, ValueError):
            continue
        return codec.name
    return ""


def _in_windows_1252(stray: re.Match[str]) -> str:
    return bytes([ord(stray[0]) & 0xFF]).decode("cp1252", errors="replace")


def _guess(source: bytes) -> str:
    """Tell UTF-16 without a mark by its first character, a Latin one, from UTF-8."""
    first = source[:2]
    if len(first) < len(b"@k") or first.count(0) != 1:
        return "utf-8"
    return "utf-16-le" if first[1] == 0 else "utf-16-be"


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1."""
    starts = _starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=1)
def _starts(text: str) -> list[int]:
    """Return where each line begins."""
    return [0, *(hit.end() for hit in re.finditer("\n", text))]
