"""What stands between the letters of a block: stretches known or suspected, or pages turned."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, Protocol

from toolkit.prose.copies import Copy, Span
from toolkit.prose.pieces import Block

# How many readings of one gap are tried.
_READINGS: Final = 64
# So many letters of a block are no chance find in the middle of a line.
_TELLING: Final = 12
# So many letters a page may have: what stands between two parts of a block is no longer.
_PAGE_LETTERS: Final = 8_000


class Steps(Protocol):
    """A way to step over what is no text of a block."""

    most: int
    """How often a block may be interrupted."""
    here: int
    """How many readings of a piece are tried from one place."""
    limit: int
    """How many are tried in search of one block."""

    def starts(self, block: Block) -> Iterator[int]:
        """Yield the places where a block may begin, the likeliest first."""

    def part(self, start: int, end: int) -> bool:
        """Tell whether something may stand between the letters of ``start:end``."""

    def take(self, at: int, count: int, *, more: bool) -> Iterator[tuple[Span, ...]]:
        """Yield the ways to take so many letters from a place on, with interruptions if `more`."""


class Cuts:
    """Stretches of a copy that may have to be left out, none overlapping another."""

    most = 1_000_000
    here = 4_000
    limit = 200_000

    def __init__(self, copy: Copy, spans: Iterable[Span], *, anywhere: bool) -> None:
        """Sort the stretches, and drop those that begin inside another.

        `anywhere` is whether a block may begin in the middle of a line.
        """
        self._copy, self._anywhere, self.near = copy, anywhere, 0
        self._spans: list[Span] = []
        for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
            if not self._spans or span.start >= self._spans[-1].end:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def starts(self, block: Block) -> Iterator[int]:
        """Yield where the block before ended, then every line and word.

        Before anything was found, each may begin in the middle of a line; later no short one.
        """
        at = near = self.near
        yield at
        while span := self._within(at, at + 1):
            at = span.end
            yield at
        yield from (line for line in self._copy.lines if line > near)
        yield from (line for line in self._copy.lines if line <= near)
        if near == 0 or (self._anywhere and block.length >= _TELLING):
            free = [word for word in self._copy.words if not self._covers(word)]
            yield from (word for word in free if word > near)
            yield from (word for word in free if word <= near)

    def part(self, start: int, end: int) -> bool:
        """Tell whether a stretch begins in ``start:end``."""
        return self._within(start, end) is not None

    def take(self, at: int, count: int, *, more: bool) -> Iterator[tuple[Span, ...]]:
        """Yield the ways to take letters with stretches left out or not."""
        return islice(self._take(at, count), _READINGS if more else 1)

    def _within(self, start: int, end: int) -> Span | None:
        """Return the first stretch that begins in ``start:end``."""
        n = bisect_left(self._starts, start)
        return self._spans[n] if n < len(self._spans) and self._starts[n] < end else None

    def _covers(self, at: int) -> bool:
        """Tell whether a place is in a stretch, its beginning apart."""
        n = bisect_left(self._starts, at)
        return n > 0 and at < self._spans[n - 1].end

    def _take(self, at: int, count: int) -> Iterator[tuple[Span, ...]]:
        span = self._within(at, at + count)
        if span is None:
            if at + count <= len(self._copy.stream):
                yield (Span(at, at + count),)
            return
        head = (Span(at, span.start),) if span.start > at else ()
        for rest in self._take(span.end, count - (span.start - at)):
            yield (*head, *rest)
        kept = min(span.end - at, count)
        if kept == count:
            yield (Span(at, at + count),)
        else:
            for rest in self._take(at + kept, count - kept):
                yield (Span(at, at + kept), *rest)


class Leaps:
    """Leaps from one line to another, over the foot of a page and the head or body of the next.

    Neither what stands there nor where it begins and ends need be known.
    """

    def __init__(self, copy: Copy, window: Span, ahead: int, most: int, limit: int) -> None:
        """Leap within a window of the stream, so often at most.

        Args:
            copy: the reader's copy.
            window: from the end of what stands before the block to what stands after it.
            ahead: how many letters of other blocks may stand before it.
            most: how often a block may be interrupted.
            limit: how many readings of a piece are tried.
        """
        self.here = self.limit = limit
        self.most, self._last = most, window.start + ahead + _PAGE_LETTERS
        self._end, self._likely = window.end, window.start + ahead * 9 // 10
        first, end = bisect_right(copy.lines, window.start), bisect_left(copy.lines, window.end)
        self._lines = sorted({window.start, *copy.lines[first:end]})

    def starts(self, block: Block) -> Iterator[int]:
        """Yield the lines that leave room for what may stand before, then the others."""
        fit = min(self._last, self._end - block.length)
        fitting = [line for line in self._lines if line <= fit]
        return iter(sorted(fitting, key=lambda line: line < self._likely))

    def part(self, start: int, end: int) -> bool:
        """Tell whether a line begins after the first letter of ``start:end``."""
        n = bisect_right(self._lines, start)
        return n < len(self._lines) and self._lines[n] < end

    def take(self, at: int, count: int, *, more: bool) -> Iterator[tuple[Span, ...]]:
        """Yield the letters as they stand, then with one leap from each line to each other."""
        if at + count <= self._end:
            yield (Span(at, at + count),)
        if not more:
            return
        first, end = bisect_left(self._lines, at), bisect_left(self._lines, at + count)
        for n in range(first, end):
            before = self._lines[n] - at
            head = (Span(at, at + before),) if before else ()
            reach = min(at + before + _PAGE_LETTERS, self._end - (count - before))
            for line in self._lines[n + 1 : bisect_right(self._lines, reach)]:
                yield (*head, Span(line, line + count - before))
