"""A reader's copy of the text: a text file or a PDF, as a stream of letters and digits."""

import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from toolkit.errors import CopyError
from toolkit.prose.folding import fold_letters

_PAGE: Final = "\f"
# A line-end hyphen as PDF extractors and word processors write it; within a line it is nothing.
_LINE_END_HYPHEN: Final = re.compile("[\x02\ufffe]|\xad(?=[ \t]*[\r\n\f])")
_NO_HYPHEN: Final = re.compile("\xad")
# Emphasis in plain text: a star at one side of a word.
_STARS: Final = re.compile(r"(?<![\w*])\*+(?=\S)|(?<=\S)\*+(?![\w*])")
_PAGE_NUMBER: Final = re.compile(r"(page|p|seite|стр)?\d+(of\d+)?|[ivxlc]+")
# How many lines at a page's head and foot are looked at; how often a running head comes again.
_EDGE_LINES: Final = 3
_TWICE: Final = 2
_OFTEN: Final = 3
_LONG: Final = 12


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the letter stream, ``start:end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: its text, its letters and digits in order, and where in the text each stands.

    `furniture` are stretches that may be page numbers and running heads: whether they are,
    is for the digests to say. `lines` and `words` are where each of them begins in the stream.
    """

    path: Path
    text: str = field(repr=False)
    stream: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)
    lines: tuple[int, ...] = field(repr=False)
    words: tuple[int, ...] = field(repr=False)
    furniture: tuple[Span, ...] = field(repr=False)

    def where(self, at: int) -> str:
        """Name the place of a letter of the stream: a page of a PDF and a line of it."""
        offset = self.places[at] if at < len(self.places) else len(self.text)
        before = self.text[:offset]
        page = before.count(_PAGE) + 1
        line = before[before.rfind(_PAGE) + 1 :].count("\n") + 1
        return f"page {page}, line {line}" if _PAGE in self.text else f"line {line}"


def read_copy(path: Path) -> Copy:
    """Read a copy of the text: a PDF, or a text in UTF-8 or UTF-16; ``-`` is standard input.

    Raises:
        CopyError: the file is missing, empty, or neither text nor a PDF with text.
    """
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise CopyError(path, f"cannot be read: {error.strerror}") from error
    text = _pdf_text(data, path) if data.lstrip()[:5] == b"%PDF-" else _plain_text(data, path)
    copy = _prepare(path, text)
    if not copy.stream:
        raise CopyError(path, "holds no text; a scanned PDF has to go through OCR first")
    return copy


def _plain_text(data: bytes, path: Path) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = "is neither a PDF nor text in UTF-8; save it as one of them"
        raise CopyError(path, reason) from error
    if "\0" in text:
        raise CopyError(path, "is not a text: it holds NUL characters")
    return text


def _pdf_text(data: bytes, path: Path) -> str:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return _PAGE.join(page.get_textpage().get_text_range() for page in pdf)
    except pypdfium2.PdfiumError as error:
        raise CopyError(path, f"the PDF cannot be read: {error}") from error


def _prepare(path: Path, text: str) -> Copy:
    text = _NO_HYPHEN.sub("", _LINE_END_HYPHEN.sub("-", text))
    text = _STARS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub("[ﬀ-ﬆ]", lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = unicodedata.normalize("NFC", text)
    letters, places = [], []
    for offset, character in enumerate(text):
        folded = fold_letters(character)
        letters.append(folded)
        places += [offset] * len(folded)
    starts = _line_starts(text, letters)
    spans = [Span(a, b) for a, b in pairwise(starts)]
    furniture = _furniture(text, spans, "".join(letters))
    words = (n for n, at in enumerate(places) if n == 0 or at - places[n - 1] > 1)
    stream, lines = "".join(letters), tuple(starts[:-1])
    return Copy(path, text, stream, tuple(places), lines, tuple(words), furniture)


def _line_starts(text: str, letters: list[str]) -> list[int]:
    """Return where each line of the text begins in the stream, and the stream's end."""
    starts, at = [0], 0
    for character, folded in zip(text, letters, strict=True):
        at += len(folded)
        if character in "\n\f":
            starts.append(at)
    return [*starts, at]


def _furniture(text: str, spans: list[Span], stream: str) -> tuple[Span, ...]:
    """Return the lines that look like page numbers and running heads."""
    lines = [stream[s.start : s.end] for s in spans]
    heads = _running_heads(text, lines)
    return tuple(
        span
        for n, (span, line) in enumerate(zip(spans, lines, strict=True))
        if line and (n in heads or _PAGE_NUMBER.fullmatch(line))
    )


def _running_heads(text: str, lines: list[str]) -> frozenset[int]:
    """Return the numbers of the lines that may be running heads.

    In a text with page breaks those are the first and the last line of each page, and lines
    near them that come again; in one without, long lines that come again and again.
    """
    if _PAGE in text:
        return _page_edges(text, lines, 1) | _again(
            lines, _page_edges(text, lines, _EDGE_LINES), _TWICE
        )
    long = frozenset(n for n, line in enumerate(lines) if len(line) >= _LONG)
    return _again(lines, long, _OFTEN)


def _again(lines: list[str], numbers: frozenset[int], least: int) -> frozenset[int]:
    """Return those of the numbered lines that come so often, page numbers in them apart."""
    shapes = {n: re.sub(r"\d", "", lines[n]) for n in numbers}
    often = Counter(shapes.values())
    return frozenset(n for n, shape in shapes.items() if shape and often[shape] >= least)


def _page_edges(text: str, lines: list[str], depth: int) -> frozenset[int]:
    """Return the numbers of so many lines at the head and the foot of each page, numbers apart."""
    found: set[int] = set()
    first = 0
    for page in text.split(_PAGE):
        count = page.count("\n") + 1
        full = [
            n
            for n in range(first, min(first + count, len(lines)))
            if lines[n] and not _PAGE_NUMBER.fullmatch(lines[n])
        ]
        found.update(full[:depth] + full[-depth:])
        first += count
    return frozenset(found)
