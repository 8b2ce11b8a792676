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
# A line-end hyphen as PDF extractors write it.
_SOFT_HYPHENS: Final = re.compile("[\xad\x02\ufffe]")
_EDGE_LINES: Final = 3
_RUNNING_HEAD: Final = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the letter stream, ``start:end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: its text, its letters and digits in order, and where in the text each stands.

    `furniture` are stretches that may be page numbers and running heads: whether they are,
    is for the digests to say.
    """

    path: Path
    text: str = field(repr=False)
    stream: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)
    lines: tuple[int, ...] = field(repr=False)
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
    text = _SOFT_HYPHENS.sub("-", text.replace("\r\n", "\n").replace("\r", "\n"))
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
    return Copy(path, text, "".join(letters), tuple(places), tuple(starts[:-1]), furniture)


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
    at_edge = _edges(text)
    shapes = [re.sub(r"\d", "", stream[s.start : s.end]) for s in spans]
    often = Counter(shape for n, shape in enumerate(shapes) if n in at_edge)
    found = []
    for n, span in enumerate(spans):
        line = stream[span.start : span.end]
        if not line:
            continue
        number = line.isdigit() or re.fullmatch(r"(page|p|seite|стр)?\d+(of\d+)?|[ivxlc]+", line)
        if number or (n in at_edge and often[shapes[n]] >= _RUNNING_HEAD):
            found.append(span)
    return tuple(found)


def _edges(text: str) -> frozenset[int]:
    """Return the numbers of the lines at the head and the foot of a page.

    A text without page breaks has no edges that can be known: every line may be one.
    """
    found, first = set(), 0
    for page in text.split(_PAGE):
        count = page.count("\n") + 1
        full = [first + n for n, line in enumerate(page.split("\n")) if line.strip()]
        found.update(full if _PAGE not in text else full[:_EDGE_LINES] + full[-_EDGE_LINES:])
        first += count
    return frozenset(found)
