"""A map of the places of an edition: where most of them lie and, in a second one, the others."""

from collections.abc import Sequence
from math import sqrt
from typing import Any, Final, NamedTuple

from toolkit.drawing.frames import Frame, near_frame, split, wide_frame
from toolkit.drawing.geometry import Point, densify, path, simplify
from toolkit.drawing.labels import Label, Spot, place
from toolkit.drawing.land import credit
from toolkit.drawing.outlines import outlines

_TYPE: Final = 25.0
_RADIUS: Final = (5.5, 13.0)
_REGION: Final = 17.0
_STEPS: Final = (1, 2, 5, 10, 20, 30)
_LINES: Final = 7
_DENSE: Final = 2.0
# So many letters has the shortest ring that the map of the world shows.
_LEAST: Final = 2_500


class Place(NamedTuple):
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
    land, water = outlines(frame, _LEAST if inset else 0)
    marked = f'<inset d="{_outline(inset, frame)}"/>' if inset else ""
    return (
        f'<view id="{name}" width="{frame.area.right:.0f}" height="{frame.area.top:.0f}">'
        f'<land d="{land}"/><water d="{water}"/>'
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
        f'<point ref="{spot.ref}" sign="{sign}"'
        f' x="{spot.at[0]:.0f}" y="{spot.at[1]:.0f}" r="{spot.radius:.1f}" anchor="{label.anchor}"'
        f' tx="{label.at[0]:.0f}" ty="{label.at[1]:.0f}"{leader}/>'
    )


def _dot(at: Point) -> str:
    return f'<dot x="{at[0]:.0f}" y="{at[1]:.0f}"/>'


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
