"""What an entry is called in the registers, however it is named."""

from pathlib import Path

import pytest
from kinds import NS
from lxml import html

from toolkit import load, parse
from toolkit.making.rendering import render
from toolkit.reading.gathering import whole
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


def test_what_a_prefix_makes_an_address_on_the_web_is_that(tmp_path: Path) -> None:
    """So names that say one authority in two ways are one, and links lead where they mean."""
    declared = (
        '<prefixDef ident="gnd" matchPattern="([0-9]+)" replacementPattern="https://a.b/$1"/>'
    )
    header = f"<teiHeader><encodingDesc><listPrefixDef>{declared}</listPrefixDef></encodingDesc></teiHeader>"
    named = '<persName ref="gnd:7">Ada</persName> <persName ref="https://a.b/7">Ada</persName>'
    path = tmp_path / "a.xml"
    path.write_text(
        f'<TEI {NS}>{header}<text><body><p>{named} <ref target="gnd:8">bo</ref> '
        '<ref target="nil:8 #x">x</ref></p></body></text></TEI>'
    )

    found, problems = whole(load(path))

    assert found.tree.xpath("//@ref") == ["https://a.b/7"] * 2
    assert found.tree.xpath("//@target") == ["https://a.b/8", "nil:8 #x"]
    assert problems == []
