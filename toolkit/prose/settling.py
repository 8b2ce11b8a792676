"""Read the prose of a block out of a copy: what is cut out of it, and which hyphens are real."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise
from typing import Final

from toolkit.prose.copies import Copy, Span
from toolkit.prose.folding import digest, fold_typography
from toolkit.prose.matching import Match
from toolkit.prose.pieces import Block, Fixed, Gap, Run

_ATTEMPTS: Final = 1 << 14
# A hyphen at a line's end, with what may stand between the two parts of the word.
_BROKEN: Final = re.compile(r"[-‐‑][ \t]*[\n\f]\s*")
# What XML does not allow.
_UNTRUSTED: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def settle(block: Block, match: Match, copy: Copy, wanted: str) -> tuple[list[str], bool]:
    """Return the prose of each gap, and whether the second digest is met.

    That digest settles which hyphens at line ends belong to the word.
    """
    raw = [_raw(copy, spans) for spans in match.gaps]
    broken = sum(len(_BROKEN.findall(text)) for text in raw)
    likely = _likely(raw, copy)
    for keep in islice(_ways(likely), _ATTEMPTS):
        prose = _joined(raw, keep)
        if digest(fold_typography(_whole(block, prose))) == wanted:
            return prose, True
        if not broken:
            break
    return _joined(raw, likely), False


def _raw(copy: Copy, spans: Sequence[Span]) -> str:
    """Return the copy's own text of a gap, what is cut out of it apart."""
    first, last = copy.places[spans[0].start], copy.places[spans[-1].end - 1] + 1
    parts, at = [], first
    for before, after in pairwise(spans):
        cut, on = copy.places[before.end - 1] + 1, copy.places[after.start]
        between = re.split(r"[\n\f]", copy.text[cut:on])
        parts.append(copy.text[at:cut] + between[0].rstrip())
        at = on - (len(between[-1].lstrip()) if len(between) > 1 else 0)
    return "\n".join([*parts, copy.text[at:last]])


def _likely(raw: Sequence[str], copy: Copy) -> tuple[bool, ...]:
    """Guess which hyphens at line ends belong to the word: those that it has elsewhere too."""
    guesses = []
    for text in raw:
        for found in _BROKEN.finditer(text):
            before = re.search(r"\w+$", text[: found.start()])
            after = re.match(r"\w+", text[found.end() :])
            word = f"{before[0] if before else ''}-{after[0] if after else ''}"
            guesses.append(word in copy.text)
    return tuple(guesses)


def _ways(likely: tuple[bool, ...]) -> Iterator[tuple[bool, ...]]:
    """Yield the ways to keep or drop each hyphen: the likely one first, then its neighbours."""
    numbers = range(len(likely))
    for flips in range(len(likely) + 1):
        for chosen in combinations(numbers, flips):
            yield tuple(kept != (n in chosen) for n, kept in enumerate(likely))


def _joined(raw: Sequence[str], keep: Sequence[bool]) -> list[str]:
    """Return each text on one line, its line-end hyphens kept or dropped in turn."""
    turns = iter(keep)
    lines = (_BROKEN.sub(lambda _: "-" if next(turns) else "", text) for text in raw)
    return [" ".join(_UNTRUSTED.sub("", line).split()) for line in lines]


def _whole(block: Block, prose: Sequence[str]) -> str:
    """Return the text of the block with its gaps filled."""
    fillings = iter(prose)
    parts = (
        next(fillings) if isinstance(piece, Gap) else piece.text
        for piece in block.pieces
        if isinstance(piece, Fixed | Run | Gap)
    )
    return "".join(parts)
