"""Find a block of the edition in a copy: facts and lengths lead, the digest decides."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from toolkit.prose.copies import Copy, Span
from toolkit.prose.folding import digest, fold_letters
from toolkit.prose.pieces import Block, Callout, Fixed, Gap, Piece, Run

# How far a search goes: readings of one gap, steps from one place, steps for one block.
_READINGS: Final = 64
_STEPS_HERE: Final = 4_000
_STEPS: Final = 200_000
# So many letters of a block are no chance find in the middle of a line.
_TELLING: Final = 12


@dataclass(frozen=True, slots=True)
class Match:
    """Where a block stands in the copy's stream, and the stretches that fill each of its gaps."""

    start: int
    end: int
    gaps: tuple[tuple[Span, ...], ...]


class Cuts:
    """Stretches of a copy that may have to be left out, none overlapping another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the stretches, and drop those that begin inside another."""
        self._spans: list[Span] = []
        for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
            if not self._spans or span.start >= self._spans[-1].end:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> Span | None:
        """Return the first stretch that begins in ``start:end``."""
        n = bisect_left(self._starts, start)
        return self._spans[n] if n < len(self._spans) and self._starts[n] < end else None

    def covers(self, at: int) -> bool:
        """Tell whether a place is in a stretch, its beginning apart."""
        n = bisect_left(self._starts, at)
        return n > 0 and at < self._spans[n - 1].end


@dataclass(frozen=True, slots=True)
class _State:
    """How far a block has been followed: the letters it has so far, and what fills its gaps."""

    at: int
    letters: tuple[str, ...] = ()
    gaps: tuple[tuple[Span, ...], ...] = ()


def find(block: Block, wanted: str, copy: Copy, near: int, cut: Cuts) -> Match | None:
    """Return where a block stands, or None if no place of the copy has its digest.

    Args:
        block: the block, its prose withheld.
        wanted: its digest of letters and digits.
        copy: the reader's copy.
        near: where in the stream the block before it ended.
        cut: stretches that may have to be left out, in order.
    """
    left = _STEPS
    skips, forms = _opening(block.pieces)
    reach = max(skips) + max(map(len, forms))
    for start in _starts(block, copy, near, cut):
        if not cut.within(start, start + reach) and not any(
            copy.stream.startswith(forms, start + skip) for skip in skips
        ):
            continue
        for state in islice(_follow(block.pieces, copy, start, cut), _STEPS_HERE):
            left -= 1
            if state and digest("".join(state.letters)) == wanted:
                return Match(start, state.at, state.gaps)
        if left <= 0:
            return None
    return None


def _starts(block: Block, copy: Copy, near: int, cut: Cuts) -> Iterator[int]:
    """Yield the places where a block may begin: the likeliest first, then every line and word.

    A short block begins in the middle of a line only before anything else was found.
    """
    at = near
    yield at
    while span := cut.within(at, at + 1):
        at = span.end
        yield at
    yield from (line for line in copy.lines if line > near)
    yield from (line for line in copy.lines if line <= near)
    if near == 0 or block.length >= _TELLING:
        free = [word for word in copy.words if not cut.covers(word)]
        yield from (word for word in free if word > near)
        yield from (word for word in free if word <= near)


def _opening(pieces: Sequence[Piece]) -> tuple[frozenset[int], tuple[str, ...]]:
    """Return how many letters may stand before the first known text of a block, and its forms.

    in:  Callout("12"), Gap(30, …), Fixed("Riga")
    out: {30, 32}, ("riga",)
    """
    skips = frozenset({0})
    for piece in pieces:
        match piece:
            case Gap():
                skips = frozenset(skip + piece.quantity for skip in skips)
            case Callout():
                skips |= {skip + len(fold_letters(piece.number)) for skip in skips}
            case Fixed() | Run():
                if forms := _forms(piece):
                    return skips, forms
    return skips, ("",)


def _forms(piece: Fixed | Run) -> tuple[str, ...]:
    """Return the letters of known text: as printed, then as a choice has them."""
    printed = fold_letters(piece.text)
    other = fold_letters(piece.other or "") if isinstance(piece, Fixed) else ""
    return tuple(dict.fromkeys((printed, other or printed))) if printed else ()


def _follow(pieces: Sequence[Piece], copy: Copy, start: int, cut: Cuts) -> Iterator[_State | None]:
    """Yield every way to read the pieces from a place on, depth first; None for a mere step."""
    stack = [(0, _State(start))]
    while stack:
        done, state = stack.pop()
        yield state if done == len(pieces) else None
        if done == len(pieces):
            continue
        further = list(_read(pieces[done], copy, state, cut))
        stack.extend((done + 1, after) for after in reversed(further))


def _read(piece: Piece, copy: Copy, state: _State, cut: Cuts) -> Iterator[_State]:
    match piece:
        case Gap():
            for spans in islice(_take(copy, state.at, piece.quantity, cut), _READINGS):
                letters = "".join(copy.stream[s.start : s.end] for s in spans)
                end = spans[-1].end
                yield _State(end, (*state.letters, letters), (*state.gaps, spans))
        case Callout():
            number = fold_letters(piece.number)
            for spans in _take(copy, state.at, len(number), cut) if number else ():
                if "".join(copy.stream[s.start : s.end] for s in spans) == number:
                    yield _State(spans[-1].end, state.letters, state.gaps)
            yield state
        case Fixed() | Run():
            yield from _read_fixed(piece, copy, state, cut)


def _read_fixed(piece: Fixed | Run, copy: Copy, state: _State, cut: Cuts) -> Iterator[_State]:
    """Read known text; where a choice stands, the copy may have either form."""
    forms = _forms(piece)
    if not forms:
        yield state
    for form in forms:
        for spans in islice(_take(copy, state.at, len(form), cut), _READINGS):
            if "".join(copy.stream[s.start : s.end] for s in spans) == form:
                yield _State(spans[-1].end, (*state.letters, forms[0]), state.gaps)


def _take(copy: Copy, at: int, count: int, cut: Cuts) -> Iterator[tuple[Span, ...]]:
    """Yield the ways to take so many letters from a place on, with stretches left out or not."""
    span = cut.within(at, at + count)
    if span is None:
        if at + count <= len(copy.stream):
            yield (Span(at, at + count),)
        return
    head = (Span(at, span.start),) if span.start > at else ()
    for rest in _take(copy, span.end, count - (span.start - at), cut):
        yield (*head, *rest)
    kept = min(span.end - at, count)
    if kept == count:
        yield (Span(at, at + count),)
    else:
        for rest in _take(copy, at + kept, count - kept, cut):
            yield (Span(at, at + kept), *rest)
