"""The bibliography and the interventions as pages: every citation listed, and a plain list without scripts."""

from pathlib import Path

import pytest
from lxml import html
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse
from toolkit.resources import XSLT
from toolkit.transform import Stylesheet

EDITIONS = {"harbour": HARBOUR, "whitewood": WHITEWOOD}
# Words that two languages share.
ALIKE = {"", "Interventions", "Archives", "Style"}
every_edition = pytest.mark.parametrize("edition", EDITIONS)


def made(name: str, document: Document, language: str = "en") -> str:
    return Stylesheet(XSLT / name).render(document, {"lang": language})


def short(name: str, text: str) -> html.HtmlElement:
    """Return the page of a small document: one work in a bibliography at its end, and a text."""
    source = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>{text}</div></body>
      <back><listBibl><bibl xml:id="moor"><author>Moor, Ines</author>. <title>Fog</title>. <date>1988</date>.</bibl>
      <bibl/></listBibl></back></text></TEI>"""
    return html.document_fromstring(made(name, parse(source.encode(), Path("short.xml"))))


def page(name: str, edition: str) -> html.HtmlElement:
    return html.document_fromstring(made(name, load(EDITIONS[edition])))


@every_edition
def test_each_work_lists_every_citation_with_its_note(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("bibliography.html.xsl", edition)

    for work in document.xpath("//tei:listBibl[@type='works']/tei:biblStruct"):
        ident = work.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        (entry,) = shown.xpath("//article[@id = $id]", id=ident)
        cited = document.xpath(f"//tei:text//tei:bibl[@corresp='#{ident}']")
        assert len(entry.xpath(".//ul[@class = 'citing']//a")) == len(cited)
        assert entry.get("data-mentions") == str(len(cited))


@every_edition
def test_each_work_stands_in_two_styles_and_can_be_picked_up(edition: str) -> None:
    shown = page("bibliography.html.xsl", edition)

    for entry in shown.xpath("//article[contains(@class, 'work')]"):
        first, second = entry.find_class("reference")
        assert first.text_content().endswith(".")
        assert second.get("class") == "reference dated"
        (coins,) = entry.find_class("Z3988")
        assert coins.get("title", "").startswith("ctx_ver=Z39.88-2004&rft_val_fmt=")


@every_edition
def test_the_archives_are_a_tree_with_the_leaves_cited(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("archives.html.xsl", edition)

    units = document.xpath("//tei:listBibl/tei:bibl[@type='archival']")
    assert len(shown.xpath("//ul[@class = 'branch fond']//ul//ul/li[@id]")) == len(units)
    leaves = document.xpath("//tei:text//tei:bibl[@type='archival'][tei:citedRange]")
    assert len(shown.xpath("//li[contains(., ' l. ') or contains(., ' ll. ')]/a")) == len(leaves)


@every_edition
def test_every_correction_is_told_with_its_place(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("interventions.html.xsl", edition)

    choices = document.xpath("//tei:text//tei:choice[tei:sic][tei:corr]")
    rows = shown.xpath("//table[@class = 'interventions']/tbody/tr")
    assert len(rows) == len(choices)
    assert all(row.xpath(".//a[starts-with(@href, 'index.html#')]") for row in rows)
    doubtful = document.xpath("//tei:text//tei:bibl[@cert='low' or @cert='medium']")
    assert len(shown.xpath("//dl[@class = 'doubts']/dt")) >= len(doubtful)


@pytest.mark.parametrize(
    "article",
    [
        "ADHO+dh2016/xml/243.xml",
        "TEIC+atop/Documentation/papers/TEI_2022_Newcastle/jTEI_submission_revised.xml",
        "OpenEdition+tei.openedition/docs/source/_static/files/oj-ejrieps-9683-out.xml",
    ],
)
def test_other_projects_have_their_page_too(article: str, shared: Path) -> None:
    document = load(shared / "corpus" / article)

    shown = html.document_fromstring(made("bibliography.html.xsl", document))

    references = document.xpath("//tei:text//tei:listBibl/tei:bibl")
    assert len(shown.xpath("//article")) == len(references)
    cited = document.xpath("//tei:text//tei:ref[@type='bibl'][starts-with(@target, '#')]")
    assert len(shown.xpath("//ul[@class = 'citing']//a")) == len(cited)


@pytest.mark.parametrize("name", ["bibliography", "archives", "interventions"])
@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_no_word_of_the_interface_is_left_in_english(
    name: str, language: str, harbour: Document
) -> None:
    own = html.document_fromstring(made(f"{name}.html.xsl", harbour, language))
    english = html.document_fromstring(made(f"{name}.html.xsl", harbour))

    words = "(//h1 | //h2 | //legend | //label | //th | //p[@class='tally'])/text()"
    for said, same in zip(own.xpath(words), english.xpath(words), strict=True):
        assert said != same or said.strip(" ,.") in ALIKE


def test_a_reference_to_an_entry_at_the_end_of_the_text_is_a_citation() -> None:
    cited = '<p>So she says (<ref type="bibl" target="#moor">Moor 1988</ref>).</p>'

    (link,) = short("bibliography.html.xsl", cited).xpath("//ul[@class = 'citing']//a")
    (reference,) = short("index.html.xsl", cited).xpath("//main//a[. = 'Moor 1988']")

    assert link.get("href") == f"index.html#{reference.get('id')}"
    assert reference.get("href") == "#moor"
    assert reference.get("title") == "Moor, Ines. Fog. 1988."


def test_a_citation_that_points_at_no_entry_is_listed_with_its_place() -> None:
    text = """<head>Weather</head><p>Rain.<note n="7"><bibl>Ibid., 51</bibl>; <bibl corresp="#moor">Moor</bibl>;
      <bibl corresp="https://example.org/fog">Elsewhere</bibl></note> <bibl corresp="#gone">Ice, 3</bibl> <ref type="bibl" target="#gone">Orr 1900</ref></p>"""

    shown = short("bibliography.html.xsl", text)
    listed = [
        " ".join(item.text_content().split()) for item in shown.xpath("//*[@class='unresolved']/li")
    ]

    assert listed == ["n. 7 Ibid., 51", "Weather Ice, 3", "Weather Orr 1900"]
    reading = short("index.html.xsl", text)
    places = [way.partition("#")[2] for way in shown.xpath("//*[@class='unresolved']//a/@href")]
    assert [reading.get_element_by_id(place).text_content() for place in places] == [
        "Ibid., 51",
        "Ice, 3",
        "Orr 1900",
    ]


def test_a_document_in_which_all_is_resolved_has_no_such_list(harbour: Document) -> None:
    assert 'id="unresolved"' not in made("bibliography.html.xsl", harbour)


def test_a_script_in_the_place_of_an_address_is_no_address() -> None:
    wrong = '<p><ref target="#moor">Moor</ref></p></div></body><back><listBibl><bibl xml:id="orr"><title>Ice</title> <idno type="URI">javascript:alert(1)</idno></bibl></listBibl></back></text><text><body><div>'

    shown = short("bibliography.html.xsl", wrong)

    assert [a for a in shown.xpath("//@href") if a.startswith("javascript")] == []
