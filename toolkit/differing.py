"""What changed in a file, as a diff that can be read even where a line is a whole chapter."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, unified_diff
from itertools import groupby
from pathlib import Path
from typing import Final

_WIDTH: Final = 160
_BESIDE: Final = 40
_PARTS: Final = re.compile(r"<[^<>]*>|[^<\s]+|\s+|<")


def difference(path: Path, before: str, after: str) -> str:
    """Return a diff; of a long line just the places that changed, with what stands beside them."""
    lines = unified_diff(
        before.splitlines(), after.splitlines(), str(path), str(path), "", "", 1, ""
    )
    return "".join(f"{line}\n" for line in _shortened(list(lines)))


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    heads, rest = lines[:2], lines[2:]
    yield from heads
    groups = [(sign, list(group)) for sign, group in groupby(rest, key=lambda line: line[:1])]
    at = 0
    while at < len(groups):
        sign, group = groups[at]
        following = groups[at + 1][1] if at + 1 < len(groups) and sign == "-" else []
        if following and following[0][0] == "+" and len(following) == len(group):
            pairs = [_excerpts(old[1:], new[1:]) for old, new in zip(group, following, strict=True)]
            yield from (f"-{old}" for old, _ in pairs)
            yield from (f"+{new}" for _, new in pairs)
            at += 2
        else:
            yield from (line if len(line) <= _WIDTH else f"{line[:_WIDTH]}…" for line in group)
            at += 1


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Return both lines, without what is the same and far from all that changed."""
    if max(len(old), len(new)) <= _WIDTH:
        return old, new
    one, other = _PARTS.findall(old), _PARTS.findall(new)
    changes = SequenceMatcher(None, one, other).get_opcodes()
    shown: tuple[list[str], list[str]] = ([], [])
    for number, (kind, a, b, c, d) in enumerate(changes):
        first = _BESIDE if number else 0
        last = _BESIDE if number < len(changes) - 1 else 0
        for parts, text in zip(shown, ("".join(one[a:b]), "".join(other[c:d])), strict=True):
            parts.append(_cut(text, first, last) if kind == "equal" else text)
    before, after = ("".join(parts) for parts in shown)
    return before, after


def _cut(text: str, first: int, last: int) -> str:
    """Return the beginning and the end of a text, with a mark for what is between."""
    if len(text) <= first + last:
        return text
    return f"{text[:first]}…{text[len(text) - last :]}"
