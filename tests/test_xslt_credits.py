"""How an edition is cited: its own title, the names of those who made it, and nothing besides."""

from pathlib import Path

import pytest
from lxml import html

from toolkit import parse
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

SMALL = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>{title}</titleStmt>
  {edition}<publicationStmt>{published}</publicationStmt></fileDesc></teiHeader>
  <text><body><p xml:id="p-1" n="1">Snow.</p></body></text></TEI>"""


def reading_page(
    title: str, edition: str = "", published: str = "<p/>", **asked: str
) -> html.HtmlElement:
    source = SMALL.format(title=title, edition=edition, published=published).encode()
    stylesheet = Stylesheet(XSLT / "index.html.xsl")
    return html.document_fromstring(stylesheet.render(parse(source, Path("s.xml")), asked))


def foot(page: html.HtmlElement) -> str:
    return str(page.xpath("string(//footer/p)")).partition(" How to cite")[0]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (
            (
                "<author><persName><forename>Ada</forename> <surname>Moor</surname></persName>"
                '<idno type="gnd">7</idno></author>'
            ),
            "Ada Moor",
        ),
        (
            (
                "<author><persName><surname>Moor</surname><forename>Ada</forename></persName>"
                "<affiliation>Keeper</affiliation><email>a@b.c</email></author>"
            ),
            "Ada Moor",
        ),
        (
            "<author><name><surname>van Moor</surname>, <forename>Ada</forename></name></author>",
            "Ada van Moor",
        ),
        (
            (
                '<author><persName xml:lang="en"><roleName>Dr</roleName> Ada Moor</persName>'
                '<persName xml:lang="ru">Ада Моор</persName></author>'
            ),
            "Ada Moor",
        ),
        ("<author>Ada Moor, <affiliation>Keeper</affiliation></author>", "Ada Moor"),
        ("<author>Moor, Ada</author>", "Moor, Ada"),
        (
            "<author><orgName>The Guild</orgName><idno>9</idno></author><author/>",
            "The Guild",
        ),
    ],
)
def test_an_author_is_cited_by_name_alone(author: str, name: str) -> None:
    page = reading_page(f"<title>Fog</title>{author}")

    assert foot(page) == f"{name}, Fog."
    assert page.xpath("//p[@class = 'byline']")[0].text == name
    assert page.xpath("//template//@data-author") == [name]
    assert page.xpath("//meta[@name = 'DC.creator']/@content") == [name]


def test_what_is_empty_leaves_no_comma() -> None:
    page = reading_page(
        "<title>Fog</title><author/><respStmt><resp>by</resp><name/></respStmt>",
        '<editionStmt><edition n=""/></editionStmt>',
        "<publisher/><date/>",
    )

    assert foot(page) == "Fog."


@pytest.mark.parametrize(
    "titles",
    [
        '<title level="s">Letters</title><title level="a">To Veldt</title>',
        '<title level="a">1893</title><title type="main">To Veldt</title>',
        '<title>To Veldt</title><title type="sub">A letter</title>',
    ],
)
def test_a_letter_is_headed_by_its_own_title(titles: str) -> None:
    page = reading_page(titles)

    assert page.xpath("//h1")[0].text == "To Veldt"
    assert page.xpath("//title")[0].text == "To Veldt"


def test_links_and_citations_have_the_address_of_the_header_or_of_the_configuration() -> None:
    said = '<publisher/><idno type="URL">https://example.org/fog</idno>'
    header = reading_page("<title>Fog</title>", published=said)
    configured = reading_page("<title>Fog</title>", address="https://example.org/mole/")
    neither = reading_page("<title>Fog</title>")

    for page, expected in [
        (header, ["https://example.org/fog"]),
        (configured, ["https://example.org/mole/"]),
        (neither, []),
    ]:
        assert page.xpath("//template//@data-home") == expected
        assert page.xpath("//meta[@property = 'og:url']/@content") == expected
        assert page.xpath("//link[@rel = 'canonical']/@href") == expected
