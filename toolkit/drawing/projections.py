"""From the globe to the plane, true in area: a cone for a region, Equal Earth for the world."""

from math import asin, atan2, cos, degrees, hypot, inf, radians, sin, sqrt
from typing import Final, Protocol

from toolkit.drawing.geometry import Point

# Šavrič, Patterson and Jenny 2018.
_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = sqrt(3) / 2
# A cone nearer to a cylinder than this is drawn as a cylinder.
_FLAT: Final = 0.08


class Projection(Protocol):
    """A way to the plane and back; x grows to the east, y to the south, in radii of the globe."""

    @property
    def middle(self) -> float:
        """The meridian that stands upright."""

    @property
    def height(self) -> float:
        """How far from the middle the plane may reach, up and down."""

    def to_plane(self, point: Point) -> Point:
        """Project longitude and latitude, in degrees; the longitude is not brought into a turn."""

    def to_globe(self, point: Point) -> Point:
        """Return longitude and latitude of a point of the plane, in degrees."""


class Conic:
    """Albers's equal-area cone that touches two parallels."""

    def __init__(self, middle: float, south: float, north: float) -> None:
        """Lay a cone through two parallels."""
        self.middle, self.height = middle, inf
        low, high = radians(south), radians(north)
        self._n = (sin(low) + sin(high)) / 2
        self._c = cos(low) ** 2 + 2 * self._n * sin(low)
        self._pole = sqrt(self._c) / self._n

    def to_plane(self, point: Point) -> Point:
        """Project longitude and latitude."""
        radius = sqrt(max(self._c - 2 * self._n * sin(radians(point[1])), 0)) / self._n
        angle = self._n * radians(point[0] - self.middle)
        return radius * sin(angle), radius * cos(angle) - self._pole

    def to_globe(self, point: Point) -> Point:
        """Return longitude and latitude."""
        x, y = point[0], point[1] + self._pole
        sign = 1 if self._n > 0 else -1
        radius = hypot(x, y)
        height = (self._c - (radius * self._n) ** 2) / (2 * self._n)
        angle = atan2(sign * x, sign * y) / self._n
        return self.middle + degrees(angle), degrees(asin(max(-1, min(1, height))))


class Cylindric:
    """An equal-area cylinder, for regions on both sides of the equator."""

    def __init__(self, middle: float, true: float) -> None:
        """Lay a cylinder through the parallel `true` and its mirror image."""
        self._width = cos(radians(true))
        self.middle, self.height = middle, 1 / self._width

    def to_plane(self, point: Point) -> Point:
        """Project longitude and latitude."""
        x = radians(point[0] - self.middle) * self._width
        return x, -sin(radians(point[1])) / self._width

    def to_globe(self, point: Point) -> Point:
        """Return longitude and latitude."""
        height = max(-1, min(1, -point[1] * self._width))
        return self.middle + degrees(point[0] / self._width), degrees(asin(height))


class EqualEarth:
    """The world, its edges round."""

    def __init__(self, middle: float) -> None:
        """Put a meridian in the middle."""
        self.middle, self.height = middle, 1.3173

    def to_plane(self, point: Point) -> Point:
        """Project longitude and latitude."""
        angle = asin(_M * sin(radians(point[1])))
        width, height = _equal_earth(angle)
        return radians(point[0] - self.middle) * cos(angle) / (_M * width), -height

    def to_globe(self, point: Point) -> Point:
        """Return longitude and latitude."""
        angle = -point[1] / _A[0]
        for _ in range(12):
            width, height = _equal_earth(angle)
            angle -= (height + point[1]) / width
        longitude = degrees(_M * point[0] * _equal_earth(angle)[0] / cos(angle))
        return self.middle + longitude, degrees(asin(max(-1, min(1, sin(angle) / _M))))


def _equal_earth(angle: float) -> tuple[float, float]:
    """Return the polynomial of the height and its slope."""
    square = angle * angle
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    return slope, angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


def for_region(west: float, south: float, east: float, north: float) -> Projection:
    """Return the projection that distorts a region least."""
    middle, sixth = (west + east) / 2, (north - south) / 6
    low, high = south + sixth, north - sixth
    if abs(sin(radians(low)) + sin(radians(high))) / 2 < _FLAT:
        return Cylindric(middle, max(abs(low), abs(high)) / 2)
    return Conic(middle, low, high)
