"""Labels beside their points, so that none lies on another or on a point."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import cos, pi, sin
from typing import Final, NamedTuple

from toolkit.drawing.geometry import Point, Window

# Widths of letters in a book face, as parts of the size of the type.
_NARROW: Final = frozenset("iljtfrIJ.,;:'’‘()[]|! -")
_WIDE: Final = frozenset("mwMWЖШЩЮМФжшщюмф—–@")
_MARKS: Final = frozenset("&<>\"'")
_LEVELS: Final = (0.3, 0.52, 0.68, 0.86)
_GAP: Final = 5.0
_AROUND: Final = 16
# A label that finds no room beside its point is set so far off, with a line to it.
_AWAY: Final = (30.0, 55.0, 85.0, 120.0)
_HEIGHT: Final = 1.1
# As bad as hiding so many square units of others is a label outside the frame.
_OUTSIDE: Final = 1e6


class Spot(NamedTuple):
    """A point, how large it is drawn, and what it is called."""

    ident: str
    at: Point
    radius: float
    text: str

    @property
    def ref(self) -> str:
        """The identifier as an attribute has it; what can stand in an xml:id stands as it is."""
        if _MARKS.isdisjoint(self.ident):
            return self.ident
        from html import escape

        return escape(self.ident)


class Label(NamedTuple):
    """Where the text of a point goes, with a line to the point if that is far."""

    ident: str
    anchor: str
    at: Point
    box: Window
    leader: Point | None = None


@cache
def width(text: str, size: float) -> float:
    """Return how wide a text will be, roughly, on the large side."""
    return size * sum(_LEVELS[_level(letter)] for letter in text)


def _level(letter: str) -> int:
    if letter in _NARROW:
        return 0
    if letter in _WIDE:
        return 3
    return 2 if letter.isupper() else 1


def place(spots: Sequence[Spot], size: float, frame: Window) -> list[Label]:
    """Return a label for every point, the first points first served."""
    taken = [around(spot) for spot in spots]
    placed = []
    for number, spot in enumerate(spots):
        others = taken[:number] + taken[number + 1 :]
        label = _best(_candidates(spot, size), others, frame)
        placed.append(label)
        taken.append(label.box)
    return placed


def around(spot: Spot) -> Window:
    """Return the square that a point covers."""
    x, y = spot.at
    return Window(x, y, x, y).grown(spot.radius + 1)


def overlap(one: Window, other: Window) -> float:
    """Return the area that two rectangles share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(across, 0) * max(down, 0)


def _best(candidates: Iterator[Label], taken: Sequence[Window], frame: Window) -> Label:
    """Return the first label that hides nothing, or else the one that hides least."""
    second: list[tuple[float, int, Label]] = []
    for number, label in enumerate(candidates):
        hidden = sum(overlap(label.box, other) for other in taken)
        outside = not frame.holds(label.box)
        if not hidden and not outside:
            return label
        second.append((hidden + outside * _OUTSIDE, number, label))
    return min(second)[2]


def _candidates(spot: Spot, size: float) -> Iterator[Label]:
    (x, y), off = spot.at, spot.radius + _GAP
    drop = size * 0.34
    yield _label(spot, size, "start", (x + off, y + drop))
    yield _label(spot, size, "end", (x - off, y + drop))
    yield _label(spot, size, "middle", (x, y - off))
    yield _label(spot, size, "middle", (x, y + off + size * 0.75))
    for dy in (-0.6, 0.6):
        yield _label(spot, size, "start", (x + off * 0.8, y + drop + dy * (off + size / 2)))
        yield _label(spot, size, "end", (x - off * 0.8, y + drop + dy * (off + size / 2)))
    for away in _AWAY:
        for step in range(_AROUND):
            angle = 2 * pi * step / _AROUND
            dx, dy = cos(angle), sin(angle)
            anchor = "start" if dx >= 0 else "end"
            end = (x + away * dx, y + away * dy)
            at = (end[0] + (3 if dx >= 0 else -3), end[1] + drop)
            yield _label(spot, size, anchor, at, end)


def _label(spot: Spot, size: float, anchor: str, at: Point, leader: Point | None = None) -> Label:
    wide = width(spot.text, size)
    left = at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    top = at[1] - size * 0.85
    return Label(
        spot.ident, anchor, at, Window(left, top, left + wide, top + size * _HEIGHT), leader
    )
