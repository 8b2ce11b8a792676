"""Find a block of the edition in a copy: facts and lengths lead, the digest decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from toolkit.prose.copies import Copy, Span
from toolkit.prose.folding import digest, fold_letters
from toolkit.prose.pieces import Block, Callout, Fixed, Gap, Piece, Run
from toolkit.prose.stepping import Steps


@dataclass(frozen=True, slots=True)
class Match:
    """Where a block stands in the copy's stream, and the stretches that fill each of its gaps."""

    start: int
    end: int
    gaps: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """How far a block has been followed, and what it has so far.

    `left` is how often more it may be interrupted, `start` where its first letter stands.
    """

    at: int
    left: int
    start: int | None = None
    letters: tuple[str, ...] = ()
    gaps: tuple[tuple[Span, ...], ...] = ()


def find(block: Block, wanted: str, copy: Copy, steps: Steps) -> Match | None:
    """Return where a block stands, or None if no place of the copy has its digest.

    Args:
        block: the block, its prose withheld.
        wanted: its digest of letters and digits.
        copy: the reader's copy.
        steps: where it may begin, and what may have to be stepped over.
    """
    left = steps.limit
    skips, forms = _opening(block.pieces)
    reach = max(skips) + max(map(len, forms))
    for start in steps.starts(block):
        if not steps.part(start, start + reach) and not any(
            copy.stream.startswith(forms, start + skip) for skip in skips
        ):
            continue
        for state in islice(_follow(block.pieces, copy, start, steps), steps.here):
            left -= 1
            if state and digest("".join(state.letters)) == wanted:
                return Match(state.start or start, state.at, state.gaps)
        if left <= 0:
            return None
    return None


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


def _follow(
    pieces: Sequence[Piece], copy: Copy, start: int, steps: Steps
) -> Iterator[_State | None]:
    """Yield every way to read the pieces from a place on, depth first; None for a mere step."""
    stack = [(0, _State(start, steps.most))]
    while stack:
        done, state = stack.pop()
        yield state if done == len(pieces) else None
        if done == len(pieces):
            continue
        further = list(_read(pieces[done], copy, state, steps))
        stack.extend((done + 1, after) for after in reversed(further))


def _read(piece: Piece, copy: Copy, state: _State, steps: Steps) -> Iterator[_State]:
    match piece:
        case Gap():
            for spans, letters in _take(copy, state, piece.quantity, steps):
                yield _after(state, spans, letters, (spans,))
        case Callout():
            number = fold_letters(piece.number)
            for spans, letters in _take(copy, state, len(number), steps) if number else ():
                if letters == number:
                    yield _after(state, spans)
            yield state
        case Fixed() | Run():
            yield from _read_fixed(piece, copy, state, steps)


def _read_fixed(piece: Fixed | Run, copy: Copy, state: _State, steps: Steps) -> Iterator[_State]:
    """Read known text; where a choice stands, the copy may have either form."""
    forms = _forms(piece)
    if not forms:
        yield state
    for form in forms:
        for spans, letters in _take(copy, state, len(form), steps):
            if letters == form:
                yield _after(state, spans, forms[0])


def _take(
    copy: Copy, state: _State, count: int, steps: Steps
) -> Iterator[tuple[tuple[Span, ...], str]]:
    """Yield the ways to take so many letters, each with the letters taken."""
    for spans in steps.take(state.at, count, more=state.left > 0):
        first, *others = spans
        letters = copy.stream[first.start : first.end]
        yield spans, letters + "".join(copy.stream[s.start : s.end] for s in others)


def _after(
    state: _State,
    spans: tuple[Span, ...],
    letters: str = "",
    gaps: tuple[tuple[Span, ...], ...] = (),
) -> _State:
    """Return the state after a piece was read."""
    over = len(spans) - (spans[0].start == state.at)
    start = spans[0].start if state.start is None else state.start
    taken = (*state.letters, letters)
    return _State(spans[-1].end, state.left - over, start, taken, (*state.gaps, *gaps))
