"""The land and the lakes in a frame, as SVG paths: they take long to draw, so they are kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from toolkit.cache.glimpsed import Glimpsed
from toolkit.drawing.frames import Frame
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
from toolkit.drawing.land import Ring, coasts, lakes, sources

_DENSE: Final = 2.0
_FEWEST: Final = 2
# What is wider than so many degrees shows the whole globe: nothing lies far from it.
_MOST: Final = 270.0
# So many frames are kept in memory.
_MANY: Final = 64
_known: dict[str, list[str]] = {}


def outlines(frame: Frame, least: int) -> list[str]:
    """Return the data of two paths, land and lakes, without rings whose text is shorter."""
    if not (files := sources()):
        return ["", ""]
    key = _key(frame, least)
    if key not in _known:
        if len(_known) >= _MANY:
            _known.clear()
        _known[key] = _kept(frame, least, Glimpsed("land", files, key))
    return _known[key]


def _key(frame: Frame, least: int) -> str:
    projection = frame.projection
    how = type(projection).__name__, vars(projection)
    return repr((how, frame.corner, frame.scale, frame.area, frame.window, least))


def _kept(frame: Frame, least: int, kept: Glimpsed) -> list[str]:
    """Return the paths from the user's cache, or draw and keep them."""
    found = kept.read()
    if isinstance(found, list):
        return found
    window = frame.window
    paths = [_drawn(frame, coasts(window, least)), _drawn(frame, lakes(window, least))]
    kept.write(paths, [*sources(), *Path(__file__).parent.glob("*.py")])
    return paths


def _drawn(frame: Frame, rings: Sequence[Ring]) -> str:
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
