"""Notes that stand beside the text, in standOff, are called where what they are on ends; others stand in line."""

import csv
import json
import re
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from lxml import html

from toolkit import parse
from toolkit.bibliography.checking import check as check_citations
from toolkit.making.rendering import render
from toolkit.resources import XSLT

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Quay</title>
</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<standOff><note target="#p1">On a paragraph.</note><note target="#gone">On what is gone.</note>
<note xml:id="n1">Called.</note><noteGrp target="#c1"><note>On a cell.</note></noteGrp>
<note type="regest" target="#p1">Our summary.</note><listAnnotation><annotation target="#a1 #a2">
<note>On a range.</note></annotation><annotation target="#s1"><respStmt><resp>noted by</resp><name>Bo</name></respStmt>
<rs>A body alone.</rs></annotation><annotation target="#h1"><note><p>On a heading.</p><p xml:id="q">Twice.</p></note>
</annotation><annotation target="#d1"><note>On a division.</note></annotation></listAnnotation>
<note target="#q">On a note.</note></standOff>
<text><body><div xml:id="d1"><head xml:id="h1">Heading</head><p xml:id="p1">One <anchor xml:id="a1"/>two<anchor
xml:id="a2"/> <seg xml:id="s1">three</seg>.<ptr target="#n1"/><note>In place.</note></p><table><row>
<cell xml:id="c1">cell</cell></row></table><p>Said <note place="inline">in line</note> here.</p></div></body>
</text></TEI>"""
PLACES = [
    ("On a paragraph.", "p", "[1][2]"),
    ("On a cell.", "td", "cell[4]"),
    ("On a range.", "p", "two[5]"),
    ("A body alone.", "p", "three[6]"),
    ("On a heading.", "h2", "HEADING[7]"),
    ("On a division.", "p", "here.[8]"),
    ("On a note.", "p", "Twice.[9]"),
    ("Called.", "p", "[3]"),
]


NAMES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Quay</title>
</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson><person xml:id="ada"><persName>Ada</persName><note>Taught <persName ref="#ben">Ben</persName>.
</note></person><person xml:id="ben"><persName>Ben</persName></person></listPerson><listPlace><place xml:id="mole">
<placeName>The Mole</placeName></place></listPlace><listBibl type="works"><biblStruct xml:id="log">
<monogr><title>The Log</title><imprint/></monogr></biblStruct></listBibl>
<note type="regest" target="#p1"><persName ref="#ada">Ada</persName> waits.</note><note xml:id="n1" target="#p1">Here
<persName ref="#ada">Miss Quill</persName> met <persName ref="#ben">Holt</persName> in <date when="1911">1911</date>,
<bibl corresp="#log">Log, 4</bibl>, and <persName key="cat">the cat</persName>.</note><listAnnotation>
<annotation xml:id="a1" target="#p2"><respStmt><resp>by</resp><persName ref="#ben">B. H.</persName></respStmt>
<placeName ref="#mole">the mole</placeName></annotation></listAnnotation></standOff><text><body><div xml:id="d1">
<p xml:id="p1">She waited for <persName ref="#ben">him</persName>.</p><p xml:id="p2" n="2">It rained.</p></div></body>
</text></TEI>"""


@cache
def made(name: str, source: str = DOCUMENT) -> str:
    """Make one output of the document."""
    document = parse(source.encode(), Path("quay.xml"))
    outputs = render(document, (XSLT / f"{name}.xsl",), {"version": "1"}).outputs
    return outputs[Path(name).name].decode()


@pytest.mark.parametrize(("words", "place", "plain"), PLACES)
def test_a_note_beside_the_text_is_called_where_what_it_is_on_ends(
    words: str, place: str, plain: str
) -> None:
    page = html.document_fromstring(made("index.html"))
    (note,) = [li for li in page.xpath("//ol[@class = 'notes']/li") if words in li.text_content()]
    (back,) = note.xpath(".//a[@role = 'doc-backlink']/@href")
    call = page.get_element_by_id(back.removeprefix("#"))
    block = next(node for node in call.iterancestors() if node.tag in {"p", "h2", "td"})

    assert call.get("href") == f"#{note.get('id')}"
    assert block.tag == place
    number = call.text_content()
    assert re.search(rf"^\[{number}\] {words}", made("edition.txt"), re.MULTILINE)
    assert plain in made("edition.txt").replace("\n", " ")


def test_a_note_on_what_is_not_found_stands_in_a_list_of_its_own() -> None:
    page = html.document_fromstring(made("index.html"))
    (stray,) = page.xpath("//section[@role = 'doc-endnotes']/ul/li")

    assert stray.text_content().strip() == "On what is gone."
    assert stray.xpath(".//a") == []
    assert made("edition.txt").rstrip().endswith("\n\nOn what is gone.")


def test_an_annotation_that_only_points_says_where_to_in_the_plain_text_too() -> None:
    pointing = (
        '<annotation target="#a1"><ptr target="https://example.org/1"/></annotation>'
        '<annotation target="#gone"><respStmt><resp>by</resp><name>Bo</name></respStmt>\n'
        '<ptr target="https://example.org/2"/></annotation></listAnnotation>'
    )
    source = DOCUMENT.replace("</listAnnotation>", pointing)

    plain = render(
        parse(source.encode(), Path("quay.xml")), (XSLT / "edition.txt.xsl",), {}
    ).outputs

    lines = plain["edition.txt"].decode().splitlines()
    assert "[9] https://example.org/1" in lines
    assert lines[-2:] == ["https://example.org/2", ""]


def test_a_note_in_line_is_read_where_it_stands() -> None:
    page = html.document_fromstring(made("index.html"))
    (paragraph,) = page.xpath("//p[starts-with(., 'Said')]")

    assert paragraph.text_content().startswith("Said in line here.")
    assert "Said in line here." in made("edition.txt")
    assert "in line" not in page.xpath("string(//section[@role = 'doc-endnotes'])")


@pytest.mark.parametrize("name", ["paper/paper.html", "epub/text.xhtml", "search-index.js"])
def test_notes_beside_the_text_are_in_every_form_of_it(name: str) -> None:
    words = " ".join(re.sub("<[^>]+>", " ", made(name)).split())

    assert [note for note, *_ in PLACES if note not in words and note != "A body alone."] == []
    assert "On what is gone." in words


def test_names_in_notes_beside_the_text_are_mentions_and_those_of_summaries_and_entries_are_none() -> None:  # fmt: skip
    entities = json.loads(made("entities.json", NAMES))["entities"]

    assert {entity["id"]: [m["id"] for m in entity["mentions"]] for entity in entities} == {
        "ada": ["n1.m1"],
        "ben": ["p1.m1", "n1.m2"],
        "mole": ["a1.m1"],
        "log": ["n1.m3"],
        "unlisted-cat": ["n1.m4"],
    }
    (there,) = [m for entity in entities for m in entity["mentions"] if m["id"] == "a1.m1"]
    assert (there["paragraph"], there["section"], there["block"]) == ("2", "d1", "a1")


def test_all_that_is_made_of_mentions_agrees_on_those_in_notes_beside_the_text() -> None:
    table = list(csv.DictReader(StringIO(made("entities.csv", NAMES))))
    people = html.document_fromstring(made("persons.html", NAMES))
    found = json.loads(made("search-index.js", NAMES).removeprefix("var searched = ")[:-2])
    page = html.document_fromstring(made("index.html", NAMES))
    network = json.loads(made("network.json", NAMES))

    named = {block[0]: {found["entities"][n][1] for n in block[5]} for block in found["blocks"]}
    counted = {row["id"]: int(row["mentions"]) for row in table}
    assert counted == {"ada": 1, "ben": 2, "mole": 1, "log": 1, "cat": 1}
    assert people.xpath("//*[@id = 'ben']/@data-mentions") == ["2"]
    assert (named["n1"], named["a1"]) == ({"Ada", "Ben", "The Log"}, {"The Mole"})
    assert [(link["source"], link["target"], link["in"]) for link in network["links"]] == [
        ("ada", "ben", ["n1"])
    ]
    assert set(page.xpath("//a/@id")) >= {"n1.m1", "n1.m2", "n1.m3", "n1.m4", "n1.d1", "a1.m1"}
    assert "index.html#n1.d1" in made("chronology.html", NAMES)
    assert "index.html#n1.m3" in made("bibliography.html", NAMES)


@pytest.mark.parametrize(("kind", "cited"), [("", True), (' type="evidence"', False)])
def test_a_work_that_a_note_beside_the_text_cites_is_no_orphan(kind: str, *, cited: bool) -> None:
    source = NAMES.replace('<note xml:id="n1"', f'<note{kind} xml:id="n1"').replace(
        "She waited", '<note n="1"><bibl corresp="#chart">The Chart</bibl></note>She waited'
    )
    source = source.replace("</listBibl>", '<bibl xml:id="chart">The Chart</bibl></listBibl>')

    found = [p.message for p in check_citations(parse(source.encode(), Path("quay.xml")))]

    assert [cited for message in found if '"log"' in message] == ([] if cited else [False])
