"""Where things stand in a picture: coordinates are computed here, the stylesheets draw.

A page that draws gets its coordinates as a parameter, ``map-drawing``, an XML fragment. They are
computed from another output of the edition, so what a place or a person is, only XSLT knows.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from toolkit.resources import OVERLAY

# The page that draws, and the output that says what it has to draw.
SOURCES: Final = {"map.html": "places.geojson", "network.html": "network.json"}


def together(stylesheets: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Return the stylesheets in groups: before a page that draws comes what it draws from."""
    found = ((sheet, _source(sheet, stylesheets)) for sheet in stylesheets)
    sources = {sheet: source for sheet, source in found if source}
    led = set(sources.values())
    return [
        (source, sheet) if (source := sources.get(sheet)) else (sheet,)
        for sheet in stylesheets
        if sheet not in led
    ]


def drawing(page: str, outputs: Mapping[str, bytes]) -> dict[str, str]:
    """Return the coordinates for a page, as a parameter; nothing if it does not draw."""
    source = outputs.get(SOURCES.get(page, ""))
    if source is None:
        return {}
    import json

    data = json.loads(source)
    if page == "map.html":
        from toolkit.drawing.maps import draw_map

        return {"map-drawing": draw_map(data)}
    from toolkit.drawing.network import draw_network

    return {"network-drawing": draw_network(data)}


def _source(sheet: Path, others: Sequence[Path]) -> Path | None:
    """Return the stylesheet whose output a page is drawn from.

    It lies beside the page's, or is among the others; where the page's is the toolkit's, with an
    edition's laid over it, so is it.
    """
    name = SOURCES.get(sheet.stem)
    source = sheet.with_name(f"{name}.xsl") if name else None
    laid_over = (sheet.parent / OVERLAY).is_file()
    known = source and (source.is_file() or source in others or laid_over)
    return source if known else None
