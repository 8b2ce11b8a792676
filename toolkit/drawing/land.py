"""The outlines of the land and of its lakes: Natural Earth's, in the public domain.

They come with the package azimlib (extra ``teikit[map]``), as they were published, at
1 : 50,000,000; only its data is read. Land only: today's borders are wrong for other times.
"""

import json
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from toolkit.drawing.geometry import Window

Ring = Sequence[Sequence[float]]
Parts = dict[tuple[float, ...], Ring]

_PACKAGE: Final = "azimlib"
_LAYERS: Final = ("coastlines", "lakes")
_POINT: Final = re.compile(r"\[(-?[\d.]+), ?(-?[\d.]+)\]")
# A ring is taken to reach no farther than this, in degrees, from points so many letters apart.
_SAMPLE: Final = 1_500
_NEAR: Final = 12.0


def credit() -> str:
    """Return whose outlines they are; nothing where they are not installed."""
    return "Natural Earth" if _folder() else ""


def coasts(window: Window, least: int = 0) -> list[Ring]:
    """Return the coasts that may touch a window, but no ring whose text is shorter."""
    return _stitch(_lines("coastlines", window, least))


def lakes(window: Window, least: int = 0) -> list[Ring]:
    """Return the shores of the lakes that may touch a window."""
    return _lines("lakes", window, least)


def sources() -> list[Path]:
    """Return the files that hold the outlines; none where they are not installed."""
    folder = _folder()
    return [folder / f"{layer}.geojson.gz" for layer in _LAYERS] if folder else []


@cache
def _folder() -> Path | None:
    # importlib.util takes longer to load than a look into each place
    found = (Path(place, _PACKAGE, "data") for place in sys.path)
    return next((data for data in found if (data / "coastlines.geojson.gz").is_file()), None)


@cache
def _features(layer: str) -> tuple[str, ...]:
    """Return the text of each feature's coordinates."""
    folder = _folder()
    if folder is None:
        return ()
    import gzip

    text = gzip.decompress((folder / f"{layer}.geojson.gz").read_bytes()).decode()
    return tuple(part for part in text.split('"coordinates"')[1:])


def _lines(layer: str, window: Window, least: int) -> list[Ring]:
    wide = window.grown(_NEAR)
    found: list[Ring] = []
    for text in _features(layer):
        if len(text) >= least and _may_touch(wide, text):
            found += _flat(_parsed(text))
    return found


def _may_touch(window: Window, text: str) -> bool:
    """Tell whether a ring comes near a window, by some of its points: to parse all is slow."""
    for start in range(0, len(text), _SAMPLE):
        if found := _POINT.search(text, start):
            x, y = float(found[1]), float(found[2])
            if window.bottom <= y <= window.top and any(
                window.left <= x + turn <= window.right for turn in (-360, 0, 360)
            ):
                return True
    return False


@cache
def _parsed(text: str) -> object:
    """Return the coordinates that a text begins with; what follows them is left."""
    return json.JSONDecoder().raw_decode(text, text.index("["))[0]


def _flat(coordinates: object) -> list[Ring]:
    """Return the lines of any geometry; their points stay the lists that they are."""
    if not isinstance(coordinates, list) or not coordinates:
        return []
    if isinstance(coordinates[0][0], (int, float)):
        return [coordinates]
    return [line for part in coordinates for line in _flat(part)]


def _stitch(lines: list[Ring]) -> list[Ring]:
    """Join coasts that are given in parts, end to end; the last gap is closed straight."""
    rings = [line for line in lines if line[0] == line[-1]]
    parts = {tuple(line[0]): line for line in lines if line[0] != line[-1]}
    while parts:
        _, part = parts.popitem()
        line = list(part)
        while tuple(line[-1]) in parts:
            line += parts.pop(tuple(line[-1]))[1:]
        if line[0] != line[-1] and (before := _ending(parts, line[0])) is not None:
            parts[before] = [*parts[before], *line[1:]]
        else:
            rings.append(line)
    return rings


def _ending(parts: "Parts", at: Sequence[float]) -> "tuple[float, ...] | None":
    return next((start for start, line in parts.items() if line[-1] == at), None)
