"""Where things stand in a picture: coordinates are computed here, the stylesheets draw.

A page that draws gets its coordinates as the parameter ``drawing``, an XML fragment. They are
computed from another output of the edition, so what a place or a person is, only XSLT knows.
"""

from typing import Final

# The page that draws, and the output that says what it has to draw.
SOURCES: Final = {"map.html": "places.geojson", "network.html": "network.json"}


def drawing(page: str, data: bytes) -> str:
    """Return the coordinates for a page as XML; nothing where there is nothing to draw."""
    import json

    if page == "map.html":
        from toolkit.drawing.maps import draw_map

        return draw_map(json.loads(data))
    from toolkit.drawing.network import draw_network

    return draw_network(json.loads(data))
