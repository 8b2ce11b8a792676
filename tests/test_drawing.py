"""Places on the plane, labels that do not collide, and what is drawn where nothing is installed."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from toolkit import Document
from toolkit.drawing import drawing, land, outlines, together
from toolkit.drawing.frames import near_frame, split
from toolkit.drawing.geometry import Window, clip, simplify
from toolkit.drawing.labels import Spot, overlap, place
from toolkit.drawing.projections import Cylindric, EqualEarth, Projection, for_region
from toolkit.making.rendering import render
from toolkit.resources import XSLT

RIGA, LONDON, MOSCOW, BOSTON, SUVA, APIA = (
    (24.1, 56.9),
    (-0.1, 51.5),
    (37.6, 55.8),
    (-71.1, 42.4),
    (178.4, -18.1),
    (-171.8, -13.8),
)


def feature(ident: str, at: tuple[float, float] | None, **told: object) -> dict[str, object]:
    properties = {
        "label": ident.title(),
        "mentions": 1,
        "kind": "point",
        "certainty": "high",
    } | told
    return {"id": ident, "geometry": at and {"coordinates": list(at)}, "properties": properties}


def drawn(*features: dict[str, object]) -> "etree._Element":
    parameter = drawing("map.html", {"places.geojson": json.dumps({"features": features}).encode()})
    return etree.fromstring(parameter["map-drawing"])


@pytest.mark.parametrize(
    "projection",
    [for_region(0, 45, 40, 65), for_region(100, -40, 150, -10), Cylindric(20, 10), EqualEarth(11)],
)
@pytest.mark.parametrize("point", [(12.5, 41.9), (37.6, 55.8), (110.0, -33.5)])
def test_the_way_to_the_plane_leads_back(
    projection: Projection, point: tuple[float, float]
) -> None:
    assert projection.to_globe(projection.to_plane(point)) == pytest.approx(point, abs=1e-6)


def test_places_far_from_the_others_are_set_apart() -> None:
    assert split([RIGA, LONDON, MOSCOW, BOSTON]) == ([RIGA, MOSCOW, LONDON], [BOSTON])
    assert split([RIGA, LONDON])[1] == split([RIGA])[1] == []


def test_a_frame_holds_its_places_over_the_edge_of_the_map() -> None:
    frame = near_frame([SUVA, APIA])
    xs = [frame.to_page(place)[0] for place in (SUVA, APIA)]

    assert all(0 < x < frame.area.right for x in xs)
    assert xs == sorted(xs)


def test_a_line_is_cut_to_a_window_and_keeps_its_bends() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]

    assert set(clip(square, Window(1, 1, 9, 9))) == {(1, 1), (4, 1), (4, 4), (1, 4)}
    assert clip(square, Window(5, 5, 9, 9)) == []
    assert simplify([(0, 0), (1, 0.01), (2, 0), (3, 2)], 0.1) == [(0, 0), (2, 0), (3, 2)]


def test_no_label_lies_on_another_or_on_a_point() -> None:
    spots = [
        Spot(str(n), (500 + 22 * (n % 4), 300 + 18 * (n // 4)), 6, f"Place no. {n}")
        for n in range(16)
    ]
    labels = place(spots, 20, Window(0, 0, 1000, 600))

    assert [label.ident for label in labels] == [spot.ident for spot in spots]
    assert all(not overlap(a.box, b.box) for a, b in combinations(labels, 2))


def test_a_map_shows_each_place_once_and_the_same_each_time() -> None:
    features = [
        feature("riga", RIGA),
        feature("london", LONDON),
        feature("moscow", MOSCOW),
        feature("boston", BOSTON),
    ]
    root = drawn(*features, feature("somewhere", None), feature("poland", (20, 52), kind="region"))

    assert sorted(root.xpath("//point/@ref")) == ["boston", "london", "moscow", "poland", "riga"]
    assert root.xpath("//point[@sign = 'area']/@ref") == ["poland"]
    assert root.xpath("//view/@id") == ["near", "wide"]
    assert etree.tostring(drawn(*features)) == etree.tostring(drawn(*features))
    assert drawing("map.html", {"places.geojson": b'{"features": []}'}) == {"map-drawing": ""}


def test_the_land_is_where_it_is() -> None:
    pytest.importorskip("azimlib", reason="needs the extra teikit[map]")
    root = drawn(feature("riga", RIGA), feature("london", LONDON))

    assert root.get("credit") == "Natural Earth"
    assert root.xpath("string-length(//land/@d)") > 5000


def test_the_outlines_of_a_frame_are_drawn_once_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("azimlib", reason="needs the extra teikit[map]")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(outlines, "_known", {})
    first = etree.tostring(drawn(feature("riga", RIGA), feature("london", LONDON)))

    (kept,) = (tmp_path / "teikit").glob("land-*.json")
    monkeypatch.setattr(outlines, "_known", {})
    monkeypatch.setattr(outlines, "_drawn", lambda *_: "M0,0")
    assert etree.tostring(drawn(feature("riga", RIGA), feature("london", LONDON))) == first

    kept.write_text("broken")
    monkeypatch.setattr(outlines, "_known", {})
    anew = drawn(feature("riga", RIGA), feature("london", LONDON))
    assert anew.xpath("//land/@d") == ["M0,0"]


def test_without_outlines_a_map_has_its_places_and_a_graticule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(land, "_folder", lambda: None)
    land._features.cache_clear()
    root = drawn(feature("riga", RIGA), feature("london", LONDON))
    land._features.cache_clear()

    assert root.get("credit") == ""
    assert root.xpath("//land/@d") == [""]
    assert root.xpath("//graticule/@d")[0]
    assert len(root.xpath("//point")) == 2


@pytest.mark.parametrize("name", ["map.html", "network.html"])
def test_a_page_is_drawn_from_what_lies_beside_it(harbour: Document, name: str) -> None:
    made = render(harbour, (XSLT / f"{name}.xsl",), {})

    assert set(made.outputs) == {name}
    assert b'class="picture" role="img"' in made.outputs[name]


def test_a_source_stays_with_the_page_that_is_drawn_from_it() -> None:
    sheets = [XSLT / f"{name}.xsl" for name in ("index.html", "map.html", "places.geojson")]

    assert together(sheets) == [(sheets[0],), (sheets[2], sheets[1])]
    assert together([Path("own/map.html.xsl")]) == [(Path("own/map.html.xsl"),)]


def test_persons_named_together_more_often_stand_nearer() -> None:
    nodes = [{"id": i, "label": i, "mentions": 1} for i in "abcd"]
    links = [
        {"source": a, "target": b, "paragraphs": n, "notes": 0}
        for a, b, n in (("a", "b", 6), ("b", "c", 1), ("c", "d", 1))
    ]
    data = json.dumps({"nodes": nodes, "links": links}).encode()
    root = etree.fromstring(drawing("network.html", {"network.json": data})["network-drawing"])
    at = {p.get("ref"): complex(float(p.get("x")), float(p.get("y"))) for p in root.iter("point")}

    assert abs(at["a"] - at["b"]) < abs(at["b"] - at["c"]) < abs(at["a"] - at["d"])
    assert len(root.findall(".//line")) == 3


def test_an_edition_that_lays_its_own_over_our_stylesheets_keeps_its_pictures(
    tmp_path: Path,
) -> None:
    empty = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'
    (tmp_path / "edition.xsl").write_text(empty)
    own = tmp_path / "map.html.xsl"

    laid_over = together([tmp_path / "network.html.xsl"])
    own.write_text(empty)
    replaced = together([own, tmp_path / "places.geojson.xsl"])

    assert laid_over == [(tmp_path / "network.json.xsl", tmp_path / "network.html.xsl")]
    assert replaced == [(tmp_path / "places.geojson.xsl", own)]
