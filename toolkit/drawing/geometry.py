"""Lines in the plane: cut to a window, freed of needless points, written as an SVG path."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final, NamedTuple

Point = tuple[float, float]
_LEFT, _RIGHT, _BELOW, _ABOVE = 0, 1, 2, 3
_LEAST_RING: Final = 4
_PASSED: Final = 8
_STRETCH: Final = 64


class Window(NamedTuple):
    """A rectangle, its sides parallel to the axes."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Window") -> bool:
        """Tell whether two rectangles share a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: "Window") -> bool:
        """Tell whether another rectangle lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def grown(self, by: float) -> "Window":
        """Return the rectangle with a margin on every side."""
        return Window(self.left - by, self.bottom - by, self.right + by, self.top + by)


def around(points: Iterable[Point]) -> Window:
    """Return the smallest rectangle that holds all points."""
    xs, ys = zip(*points, strict=True)
    return Window(min(xs), min(ys), max(xs), max(ys))


def clip(ring: Sequence[Point], window: Window) -> list[Point]:
    """Return a closed line cut to a window (Sutherland and Hodgman)."""
    kept = list(ring)
    for side in (_LEFT, _RIGHT, _BELOW, _ABOVE):
        kept = list(_cut(kept, side, window[(0, 2, 1, 3)[side]])) if kept else kept
    return kept


def _cut(ring: Sequence[Point], side: int, at: float) -> Iterator[Point]:
    axis = 0 if side in {_LEFT, _RIGHT} else 1
    sign = 1 if side in {_LEFT, _BELOW} else -1
    before = ring[-1]
    before_in = sign * (before[axis] - at) >= 0
    for point in ring:
        inside = sign * (point[axis] - at) >= 0
        if inside != before_in:
            share = (at - before[axis]) / (point[axis] - before[axis])
            across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (at, across) if axis == 0 else (across, at)
        if inside:
            yield point
        before, before_in = point, inside


def without_far(ring: Sequence[Sequence[float]], window: Window) -> list[Point]:
    """Return a ring of the globe in which stretches that lie wholly on one side are one step."""
    kept: list[Point] = []
    for start in range(0, len(ring), _STRETCH):
        stretch = ring[start : start + _STRETCH]
        xs, ys = zip(*stretch, strict=True)
        left, right = min(xs), max(xs)
        near = any(left + t <= window.right and right + t >= window.left for t in (-360, 0, 360))
        if near and min(ys) <= window.top and max(ys) >= window.bottom:
            kept += zip(xs, ys, strict=True)
        else:
            kept += ((xs[0], ys[0]), (xs[-1], ys[-1]))
    return kept


def thin(line: Sequence[Sequence[float]], least: float) -> list[Point]:
    """Return a closed line without points that hardly leave the last: quick, before `simplify`."""
    x, y = line[0]
    kept = [(x, y)]
    for point in line:
        if abs(point[0] - x) + abs(point[1] - y) > least:
            x, y = point
            kept.append((x, y))
    return kept


def densify(line: Sequence[Point], step: float) -> Iterator[Point]:
    """Yield the points of a closed line, and others between them where they are far apart."""
    before = line[-1]
    for point in line:
        parts = ceil(max(abs(point[0] - before[0]), abs(point[1] - before[1])) / step)
        for part in range(1, parts):
            share = part / parts
            yield (
                before[0] + share * (point[0] - before[0]),
                before[1] + share * (point[1] - before[1]),
            )
        yield point
        before = point


def simplify(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without points that hardly bend it, never without many in a row."""
    kept, passed = [line[0]], []
    for point in line[1:-1]:
        passed.append(point)
        if len(passed) > _PASSED or _bends(kept[-1], point, passed[:-1], tolerance):
            kept.append(passed[-2] if len(passed) > 1 else point)
            passed = [point]
    return [*kept, *passed[-1:], line[-1]]


def _bends(start: Point, end: Point, passed: Sequence[Point], tolerance: float) -> bool:
    ax, ay = start
    dx, dy = end[0] - ax, end[1] - ay
    most = tolerance * tolerance * (dx * dx + dy * dy)
    for x, y in passed:  # noqa: SIM110 -- the innermost loop: any() is slower
        if (dx * (y - ay) - dy * (x - ax)) ** 2 > most:
            return True
    return False


def path(lines: Iterable[Sequence[Point]], *, closed: bool) -> str:
    """Return lines as the data of an SVG path, in whole units, each step from the last point."""
    return "".join(_path(line, closed=closed) for line in lines)


def _path(line: Sequence[Point], *, closed: bool) -> str:
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b]
    if not steps or (closed and len(steps) < _LEAST_RING - 1):
        return ""
    told = "".join(f"{x}{'' if y < 0 else ','}{y} " for x, y in steps)
    compact = told.rstrip().replace(" -", "-")
    return f"M{whole[0][0]},{whole[0][1]}l{compact}{'z' if closed else ''}"
