"""Which part of the globe a map shows: most of the places large, all of them small."""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from toolkit.drawing.geometry import Point, Window, around
from toolkit.drawing.projections import EqualEarth, Projection, for_region

_WIDTH: Final = 1600.0
_SHAPES: Final = (1.35, 1.9)
_WIDE_SHAPES: Final = (1.9, 2.9)
_GLOBE: Final = 6371.0
# A place lies apart if it is this far from the middle of the others, and twice as far as the last.
_APART: Final = 3000.0
_LEAP: Final = 2.0
# No map shows less than so many kilometres; so much of its width is margin.
_LEAST: Final = 700.0
_MARGIN: Final = 0.09


class Frame(NamedTuple):
    """A projection, and the rectangle of it that is drawn."""

    projection: Projection
    corner: Point
    scale: float
    area: Window
    window: Window
    """The longitudes and latitudes that may be seen, with a margin."""

    def to_page(self, point: Point) -> Point:
        """Return where longitude and latitude lie on the page."""
        return self.line_to_page([point])[0]

    def line_to_page(self, points: Iterable[Point]) -> list[Point]:
        """Return where the points of a line lie on the page."""
        to_plane, middle = self.projection.to_plane, self.projection.middle
        (left, top), scale = self.corner, self.scale
        plane = [to_plane((x - 360 * round((x - middle) / 360), y)) for x, y in points]
        return [((x - left) * scale, (y - top) * scale) for x, y in plane]

    def to_globe(self, point: Point) -> Point:
        """Return longitude and latitude of a point of the page."""
        x, y = point[0] / self.scale + self.corner[0], point[1] / self.scale + self.corner[1]
        return self.projection.to_globe((x, y))


def split(points: Sequence[Point]) -> tuple[list[Point], list[Point]]:
    """Return the places that lie together and those that lie far from them."""
    middle = (_middle([x for x, _ in points]), _median([y for _, y in points]))
    ordered = sorted(points, key=lambda point: (_distance(middle, point), point))
    for number in range((len(ordered) + 1) // 2, len(ordered)):
        last, here = _distance(middle, ordered[number - 1]), _distance(middle, ordered[number])
        if here > _APART and here > _LEAP * last:
            return ordered[:number], ordered[number:]
    return ordered, []


def near_frame(points: Sequence[Point]) -> Frame:
    """Return the frame of a region."""
    points = _together(points)
    box = around(points).grown(2)
    projection = for_region(box.left, max(box.bottom, -85), box.right, min(box.top, 85))
    return _frame(projection, points, _SHAPES, _LEAST / _GLOBE)


def wide_frame(points: Sequence[Point]) -> Frame:
    """Return the frame of a map of the world, or of as much of it as is needed."""
    points = _together(points)
    box = around(points)
    return _frame(EqualEarth((box.left + box.right) / 2), points, _WIDE_SHAPES, 1.2)


def _middle(longitudes: Sequence[float]) -> float:
    """Return the median of longitudes, counted from the emptiest meridian."""
    start = _emptiest(longitudes)
    turned = _median([(longitude - start) % 360 for longitude in longitudes]) + start
    return (turned + 180) % 360 - 180


def _median(numbers: Sequence[float]) -> float:
    return sorted(numbers)[len(numbers) // 2]


def _emptiest(longitudes: Sequence[float]) -> float:
    """Return the meridian east of the widest gap between longitudes."""
    ordered = sorted(set(longitudes))
    gaps = [
        ((after - before) % 360 or 360.0, after)
        for before, after in zip(ordered, [*ordered[1:], ordered[0]], strict=True)
    ]
    return max(gaps)[1]


def _together(points: Sequence[Point]) -> list[Point]:
    """Return places with longitudes that run on over the edge of the map."""
    start = _emptiest([x for x, _ in points])
    turned = [((x - start) % 360 + start, y) for x, y in points]
    middle = sum(x for x, _ in turned) / len(turned)
    turn = 360 * round(middle / 360)
    return [(x - turn, y) for x, y in turned]


def _distance(one: Point, other: Point) -> float:
    """Return the kilometres between two points of the globe."""
    south, north = radians(one[1]), radians(other[1])
    east = radians(other[0] - one[0]) / 2
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east) ** 2
    return 2 * _GLOBE * asin(sqrt(min(half, 1)))


def _frame(projection: Projection, points: Sequence[Point], shapes: Point, least: float) -> Frame:
    box = around(projection.to_plane(point) for point in points)
    wide, high = max(box.right - box.left, least), max(box.top - box.bottom, least / shapes[1])
    wide, high = wide * (1 + 2 * _MARGIN), high * (1 + 2.5 * _MARGIN)
    wide, high = max(wide, high * shapes[0]), max(high, wide / shapes[1])
    top = max((box.bottom + box.top - high) / 2, -projection.height)
    high = min(top + high, projection.height) - top
    corner = ((box.left + box.right - wide) / 2, top)
    scale = _WIDTH / wide
    area = Window(0, 0, _WIDTH, round(high * scale))
    return Frame(projection, corner, scale, area, _window(projection, corner, (wide, high)))


def _window(projection: Projection, corner: Point, size: Point) -> Window:
    """Return the longitudes and latitudes inside a rectangle of the plane."""
    steps = [step / 12 for step in range(13)]
    seen = [
        projection.to_globe((corner[0] + size[0] * across, corner[1] + size[1] * down))
        for across in steps
        for down in steps
    ]
    box = around(seen).grown(3)
    middle = projection.middle
    return Window(
        max(box.left, middle - 180),
        max(box.bottom, -89),
        min(box.right, middle + 180),
        min(box.top, 89),
    )
