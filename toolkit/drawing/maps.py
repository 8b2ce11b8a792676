"""A map of the places of an edition: where most of them lie and, in a second one, the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt
from typing import Any, Final

from toolkit.drawing.frames import Frame, near_frame, split, wide_frame
from toolkit.drawing.geometry import (
    Point,
    Window,
    around,
    clip,
    densify,
    path,
    simplify,
    thin,
    without_far,
)
from toolkit.drawing.labels import Label, Spot, place
from toolkit.drawing.land import Ring, coasts, credit, lakes

_TYPE: Final = 25.0
_RADIUS: Final = (5.5, 13.0)
_REGION: Final = 17.0
_STEPS: Final = (1, 2, 5, 10, 20, 30)
_LINES: Final = 7
_DENSE: Final = 2.0
# So many letters has the shortest ring that the map of the world shows.
_LEAST: Final = 2_500
_FEWEST: Final = 2
# What is wider than so many degrees shows the whole globe: nothing lies far from it.
_MOST: Final = 270.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has coordinates."""

    ident: str
    at: Point
    label: str
    mentions: int
    sign: str
    """How it is drawn: as a point, as a point in doubt, as a region."""


def draw_map(data: dict[str, Any]) -> str:
    """Return a map as XML, from the places as GeoJSON; nothing if none has coordinates."""
    places = [_place(feature) for feature in data["features"] if feature["geometry"]]
    if not places:
        return ""
    places.sort(key=lambda place: (-place.mentions, place.ident))
    inner, outer = split([place.at for place in places])
    near = [place for place in places if place.at in inner]
    views = _view("near", near_frame(inner), near, [])
    if outer:
        far = [place for place in places if place.at in outer]
        views += _view("wide", wide_frame([*inner, *outer]), far, near, near_frame(inner))
    return f'<drawing credit="{credit()}">{views}</drawing>'


def _place(feature: dict[str, Any]) -> Place:
    told = feature["properties"]
    east, north = feature["geometry"]["coordinates"]
    return Place(feature["id"], (east, north), told["label"], told["mentions"], _sign(told))


def _sign(told: dict[str, Any]) -> str:
    if told["kind"] == "region":
        return "area"
    return "doubt" if told["certainty"] not in {None, "", "high"} else "point"


def _view(
    name: str,
    frame: Frame,
    named: Sequence[Place],
    plain: Sequence[Place],
    inset: Frame | None = None,
) -> str:
    most = max([place.mentions for place in (*named, *plain)] or [1])
    spots = [_spot(place, frame, most) for place in named]
    labels = {label.ident: label for label in place(spots, _TYPE, frame.area.grown(-6))}
    signs = {place.ident: place.sign for place in named}
    points = "".join(_point(spot, labels[spot.ident], signs[spot.ident]) for spot in spots)
    dots = "".join(_dot(frame.to_page(place.at)) for place in plain)
    marked = f'<inset d="{_outline(inset, frame)}"/>' if inset else ""
    return (
        f'<view id="{name}" width="{frame.area.right:.0f}" height="{frame.area.top:.0f}">'
        f'<land d="{_land(frame, coasts(frame.window, _LEAST if inset else 0))}"/>'
        f'<water d="{_land(frame, lakes(frame.window, _LEAST if inset else 0))}"/>'
        f'<graticule d="{_graticule(frame)}"/>{marked}{dots}{points}</view>'
    )


def _spot(place: Place, frame: Frame, most: int) -> Spot:
    least, largest = _RADIUS
    radius = least + (largest - least) * sqrt(place.mentions / max(most, 1))
    return Spot(
        place.ident,
        frame.to_page(place.at),
        _REGION if place.sign == "area" else radius,
        place.label,
    )


def _point(spot: Spot, label: Label, sign: str) -> str:
    leader = ""
    if label.leader:
        leader = f' lx="{label.leader[0]:.0f}" ly="{label.leader[1]:.0f}"'
    return (
        f'<point ref="{escape(spot.ident)}" sign="{sign}"'
        f' x="{spot.at[0]:.0f}" y="{spot.at[1]:.0f}" r="{spot.radius:.1f}" anchor="{label.anchor}"'
        f' tx="{label.at[0]:.0f}" ty="{label.at[1]:.0f}"{leader}/>'
    )


def _dot(at: Point) -> str:
    return f'<dot x="{at[0]:.0f}" y="{at[1]:.0f}"/>'


def _land(frame: Frame, rings: Sequence[Ring]) -> str:
    """Return the part of closed lines that a frame shows."""
    return path(_visible(frame, rings), closed=True)


def _visible(frame: Frame, rings: Sequence[Ring]) -> Iterator[list[Point]]:
    window = frame.window
    fine = 3.0 * (window.right - window.left) / frame.area.right
    for ring in rings:
        near = without_far(ring, window) if window.right - window.left < _MOST else ring
        whole = _unwound(thin(near, fine), frame.projection.middle)
        box = around(whole)
        for turn in (-360, 0, 360):
            if not Window(box.left + turn, box.bottom, box.right + turn, box.top).overlaps(window):
                continue
            cut = clip([(x + turn, y) for x, y in whole], window)
            if len(cut) > _FEWEST:
                flat = frame.line_to_page(densify(cut, _DENSE))
                if _large(flat):
                    yield simplify([*flat, flat[0]], 1.0)


def _unwound(ring: Sequence[Point], middle: float) -> list[Point]:
    """Return a line without the leap where the map of the world is cut."""
    turn = -360 * round((ring[0][0] - middle) / 360)
    told, before = [], ring[0][0]
    for x, y in ring:
        if abs(x - before) > 180:  # noqa: PLR2004 -- half a turn
            turn += 360 if x < before else -360
        told.append((x + turn, y))
        before = x
    return told


def _large(line: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(xs) - min(xs) + max(ys) - min(ys) > 6  # noqa: PLR2004 -- units of the page


def _graticule(frame: Frame) -> str:
    """Return meridians and parallels at a round distance."""
    window = frame.window
    wide = max(window.right - window.left, 1.6 * (window.top - window.bottom))
    step = next((step for step in _STEPS if wide / step <= 2 * _LINES), _STEPS[-1])
    lines = [
        frame.line_to_page((x, y) for y in _range(window.bottom, window.top, _DENSE))
        for x in _range(_first(window.left, step), window.right, step)
    ] + [
        frame.line_to_page((x, y) for x in _range(window.left, window.right, _DENSE))
        for y in _range(_first(window.bottom, step), window.top, step)
    ]
    return path([simplify(line, 0.6) for line in lines], closed=False)


def _first(start: float, step: int) -> float:
    return -(-start // step) * step


def _range(start: float, end: float, step: float) -> list[float]:
    count = int((end - start) // step)
    return [start + number * step for number in range(count + 1)] + [end]


def _outline(inner: Frame, frame: Frame) -> str:
    """Return the frame of one map as it lies in another."""
    box = inner.area
    corners = [
        (box.left, box.bottom),
        (box.right, box.bottom),
        (box.right, box.top),
        (box.left, box.top),
    ]
    line = [
        frame.to_page(inner.to_globe(point))
        for point in densify(corners, (box.right - box.left) / 16)
    ]
    return path([line], closed=True)
