"""Mend what is beyond doubt in a file, and prove that no word of its text has changed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html.entities import html5
from typing import Final

from toolkit.problems import Edit, Level, Problem
from toolkit.wellformed.characters import referred
from toolkit.wellformed.diagnosis import encoding_of
from toolkit.wellformed.markup import Markup

_ROUNDS: Final = 12
_ENTITY: Final = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BOMS: Final = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
Judge = Callable[[bytes], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file mended: its new bytes, and the problems that are gone."""

    source: bytes
    mended: tuple[Problem, ...] = ()


def fix(source: bytes, judge: Judge) -> Fixed:
    """Return a file with everything mended that can be mended safely.

    Each round applies the edits that the judge's problems carry, and keeps them only if
    there are fewer problems after it and the text is the same to the letter.
    """
    mended: list[Problem] = []
    problems = list(judge(source))
    refused: set[tuple[str, str]] = set()
    for _ in range(_ROUNDS):
        wanted = [p for p in problems if p.edits and (p.rule, p.message) not in refused]
        if not wanted:
            break
        together = _apart(wanted)
        for attempt in (together, *([problem] for problem in together)):
            changed = _applied(source, [e for p in attempt for e in p.edits])
            after = list(judge(changed)) if changed else problems
            if changed and _weight(after) < _weight(problems) and same_text(source, changed):
                source, problems = changed, after
                mended += attempt
                break
            refused |= {(p.rule, p.message) for p in attempt} if len(attempt) == 1 else set()
    return Fixed(source, tuple(mended))


def _weight(problems: Iterable[Problem]) -> tuple[bool, int, int]:
    """Return how bad it is: a file that is not well formed is worst."""
    found = list(problems)
    closed = any(p.rule in {"not-well-formed", "undeclared-entity", "not-tei"} for p in found)
    columns = sum(p.line * 10_000 + p.column for p in found if closed)
    errors = sum(p.level is Level.ERROR for p in found)
    return closed, -columns if closed else errors, len(found)


def _apart(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems whose edits do not touch each other."""
    kept: list[Problem] = []
    taken: list[Edit] = []
    for problem in problems:
        if all(e.end <= t.start or e.start >= t.end for e in problem.edits for t in taken):
            kept.append(problem)
            taken += problem.edits
    return kept


def _applied(source: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file with edits carried out; nothing if it cannot be read as text."""
    text = text_of(source)
    if text is None:
        return b""
    mark, encoding = _encoding(source)
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError:
        return b""


def _encoding(source: bytes) -> tuple[bytes, str]:
    """Return the mark of order at the beginning of a file, and how the rest is encoded."""
    for mark, encoding in _BOMS.items():
        if source.startswith(mark):
            return mark, encoding
    return b"", encoding_of(source)


def text_of(source: bytes) -> str | None:
    """Return a file as text, without its mark of order; nothing if it cannot be decoded."""
    mark, encoding = _encoding(source)
    try:
        return source[len(mark) :].decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def same_text(before: bytes, after: bytes) -> bool:
    """Tell whether two files have the same text, to the letter; tags and attributes apart."""
    one, other = text_of(before), text_of(after)
    return one is not None and other is not None and plain(one) == plain(other)


def plain(text: str) -> str:
    """Return what is left of a file without its markup, character references resolved."""
    parts, at = [], 0
    for token in Markup(text).tokens:
        if token.kind == "stray":
            continue
        parts.append(_resolved(text[at : token.start]))
        if token.name == "<![CDATA[":
            parts.append(text[token.start + 9 : token.end - 3])
        at = token.end
    parts.append(_resolved(text[at:]))
    return _CONTROL.sub("", "".join(parts)).lstrip("\ufeff \t\r\n")


def _resolved(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        if found[1] or found[2]:
            return referred(found[0]) or found[0]
        return html5.get(f"{found[3]};", found[0])

    return _ENTITY.sub(character, text)
