"""What an entry is called in the registers, however it is named."""

from pathlib import Path

import pytest
from kinds import NS
from lxml import html

from toolkit import parse
from toolkit.making.rendering import render
from toolkit.resources import XSLT


def shown(places: str) -> list[str]:
    """Return the words of each entry in the register of places."""
    found = parse(
        f"<TEI {NS}><standOff><listPlace>{places}</listPlace></standOff></TEI>".encode(),
        Path("a.xml"),
    )
    page = render(found, (XSLT / "places.html.xsl",), {"version": "1"}).outputs["places.html"]
    return [
        " ".join(entry.text_content().split()).removesuffix("Not mentioned in the text.").strip()
        for entry in html.fromstring(page.decode()).xpath("//article")
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("<country>Fell</country><settlement>Quay</settlement>", "Quay"),
        ("<placeName/><location>by the pier</location>", "by the pier"),
        ("<note/>", "p1"),
    ],
)
def test_an_entry_without_a_name_is_called_by_what_else_it_says(names: str, words: str) -> None:
    assert shown(f'<place xml:id="p1">{names}</place>') == [words]


def test_every_other_name_of_an_entry_is_told_once() -> None:
    names = (
        "<placeName>Quay</placeName><placeName>Old Quay</placeName><placeName>Quay</placeName>"
        '<placeName type="official">Harbour</placeName>'
    )

    assert shown(f'<place xml:id="p1">{names}</place>') == ["QuayAlso Old Quay; Harbour"]


def test_a_name_in_another_language_that_stands_for_all_is_not_told_again() -> None:
    names = '<placeName xml:lang="cy">Cei</placeName><placeName xml:lang="la">Portus</placeName>'

    assert shown(f'<place xml:id="p1">{names}</place>') == ["Cei Portus"]
