"""The bibliography and the interventions as pages: every citation listed, and a plain list without scripts."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import html
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse
from toolkit.bibliography import resolve
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

EDITIONS = {"harbour": HARBOUR, "whitewood": WHITEWOOD}
# Words that two languages share.
ALIKE = {"", "Interventions", "Archives", "Style"}
SHORT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>{text}</div></body>
  <back><listBibl><bibl xml:id="moor"><author>Moor, Ines</author>. <title>Fog</title>. <date>1988</date>.</bibl>
  <bibl/></listBibl></back></text></TEI>"""
every_edition = pytest.mark.parametrize("edition", EDITIONS)


def made(name: str, document: Document, language: str = "en") -> str:
    return Stylesheet(XSLT / name).render(document, {"lang": language})


def short(name: str, text: str) -> html.HtmlElement:
    """Return the page of a small document: one work in a bibliography at its end, and a text."""
    source = SHORT.format(text=text).encode()
    return html.document_fromstring(made(name, parse(source, Path("short.xml"))))


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
    cited = shown.xpath("//ul[@class = 'citing']/li[contains(., ' l. ') or contains(., ' ll. ')]/a")
    assert len(cited) == len(leaves)


@every_edition
@pytest.mark.parametrize("name", ["bibliography", "archives"])
def test_each_citation_stands_in_its_context_under_its_section(edition: str, name: str) -> None:
    shown = page(f"{name}.html.xsl", edition)

    for entry in shown.xpath("//*[contains(@class, 'entry')][.//ul[@class = 'citing']]"):
        places = entry.xpath(".//ul[@class = 'citing']//a/@href")
        (context,) = entry.find_class("context")
        lines = context.xpath("h4/following-sibling::ul//a[@class = 'line']")
        passages = context.xpath(".//p[@class = 'gist']/a[position() > 1]")
        assert sorted(a.get("href") for a in [*lines, *passages]) == sorted(places)
        assert all(line.xpath("string(.//mark)") for line in lines)


@every_edition
@pytest.mark.parametrize("name", ["bibliography", "archives"])
def test_works_and_archives_can_be_filtered_sorted_and_downloaded(edition: str, name: str) -> None:
    shown = page(f"{name}.html.xsl", edition)

    assert shown.xpath("//p[@class = 'data']/a/@href") == ["entities.csv", "entities.json"]
    assert shown.xpath("//form[contains(@class, 'filter')]//input")
    assert "mentions" in shown.xpath("//form//option/@value")
    assert shown.xpath("//script/@src")[-1] == "finding.js"
    entries = shown.xpath("//main//*[contains(@class, 'entry')]")
    assert all(entry.get("data-mentions") for entry in entries)


def test_letters_lead_to_the_first_work_and_to_each_archive() -> None:
    works = page("bibliography.html.xsl", "whitewood")
    archives = page("archives.html.xsl", "whitewood")

    (letters,) = works.xpath("//nav[@aria-label = 'Literature, A–Z']")
    said = [way.text for way in letters.xpath(".//a")]
    assert said == sorted(said)
    for way in letters.xpath(".//a"):
        (entry,) = works.xpath("//article[@id = $id]", id=way.get("href")[1:])
        assert entry.xpath("string(.//h3)").strip("‘“").upper().startswith(way.text)
    assert [a.text for a in archives.xpath("//nav[@class = 'jump']//a")] == [
        "Russian State Archive of Socio-Political History",
        "Russian State Military Archive",
    ]


def test_a_file_is_headed_by_its_whole_reference() -> None:
    (unit,) = page("archives.html.xsl", "harbour").xpath("//li[@id = 'osa_4_2_17']")

    assert unit.xpath("string(span[@class = 'headword'])") == (
        "Ostrana State Archive, f. 4, op. 2, d. 17"
    )


@every_edition
def test_every_correction_is_told_with_its_place(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("interventions.html.xsl", edition)

    choices = document.xpath("//tei:text//tei:choice[tei:sic][tei:corr]")
    rows = shown.xpath("//table[@class = 'interventions']/tbody/tr")
    assert len(rows) == len(choices)
    assert all(row.xpath(".//a[starts-with(@href, 'index.html#')]") for row in rows)
    doubtful = document.xpath("//tei:text//tei:bibl[@cert]")
    assert len(shown.xpath("//dl[@class = 'doubts']/dt")) >= len(doubtful)


def test_an_ibid_in_doubt_that_was_decided_is_told_with_its_reason() -> None:
    shown = page("interventions.html.xsl", "whitewood")

    (term,) = (dt for dt in shown.xpath("//dl[@class = 'doubts']/dt") if "Hagenloh" in dt.text)
    place, reason = term.xpath("following-sibling::*[position() < 3]")
    assert term.text_content() == "Hagenloh 2009 certain"
    assert place.text_content().startswith("n. 60")
    assert reason.text_content().startswith("The note before cites two works")


def test_each_cell_of_the_corrections_knows_the_head_of_its_column() -> None:
    table = page("interventions.html.xsl", "whitewood").xpath("//table")[0]

    heads = [head.text for head in table.iter("th")]
    rows = table.xpath("tbody/tr")
    assert heads == ["Printed", "Read", "How sure", "Evidence", "Where"]
    assert all([cell.get("data-head") for cell in row] == heads for row in rows)


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


def test_a_division_of_the_back_that_holds_references_is_a_bibliography() -> None:
    text = """<p>So <ref target="#ice">Orr</ref> (Orr 1900).</p></div></body><back><div type="bibliography"><head>Works</head>
      <bibl xml:id="ice"><author>Orr, Ada</author>. <title>Ice</title>. <date>1900</date>.</bibl></div></back></text><text><body><div>"""

    shown, reading = (short(f"{name}.html.xsl", text) for name in ("bibliography", "index"))
    (proposal,) = resolve(parse(SHORT.format(text=text).encode(), Path("short.xml")))

    assert [e.get("id") for e in shown.find_class("work")] == ["moor", "ice"]
    assert shown.find_class("unresolved") == []
    assert (proposal.citation.text, proposal.target) == ("Orr 1900", "ice")
    arrived = reading.get_element_by_id("ice")
    assert (arrived.tag, arrived.text_content()) == ("div", "Orr, Ada. Ice. 1900.")


def test_a_title_whose_language_nobody_stated_keeps_its_letters() -> None:
    german = "<p/></div></body><back><listBibl><bibl><title>Vom Eis auf dem Meer</title>, 1900</bibl></listBibl></back></text><text><body><div>"

    shown = short("bibliography.html.xsl", german)

    assert "Vom Eis auf dem Meer" in shown.text_content()


def test_a_citation_that_points_at_no_entry_is_listed_with_its_place() -> None:
    text = """<head>Weather</head><p>Rain.<note n="7"><bibl>Ibid., 51</bibl>; <bibl corresp="#moor">Moor</bibl>;
      <bibl corresp="https://example.org/fog">Elsewhere</bibl></note> <bibl corresp="#gone">Ice, 3</bibl> <ref type="bibl" target="#gone">Orr 1900</ref></p>"""

    shown = short("bibliography.html.xsl", text)
    listed = [
        " ".join(item.text_content().split()) for item in shown.xpath("//*[@class='unresolved']/li")
    ]

    assert listed == ["n. 7: Ibid., 51", "Weather, ¶ 1: Ice, 3", "Weather, ¶ 1: Orr 1900"]
    reading = short("index.html.xsl", text)
    places = [way.partition("#")[2] for way in shown.xpath("//*[@class='unresolved']//a/@href")]
    assert [reading.get_element_by_id(place).text_content() for place in places] == [
        "Ibid., 51",
        "Ice, 3",
        "Orr 1900",
    ]


@pytest.mark.parametrize(
    "article",
    [
        "lorem_ipsum_openedition.tei.xml",
        "oj-ejrieps-9683-out.xml",
    ],
)
def test_the_resolver_names_every_citation_that_the_page_lists_as_open(
    article: str, shared: Path
) -> None:
    folder = "corpus/OpenEdition+tei.openedition/docs/source/_static/files"
    document = load(shared / folder / article)

    shown = html.document_fromstring(made("bibliography.html.xsl", document))

    listed = [q.text_content() for q in shown.xpath("//*[@class='unresolved']/li/q")]
    assert set(listed) <= {p.citation.text for p in resolve(document) if not p.resolved}


def test_citations_tagged_in_running_text_are_resolved_too() -> None:
    text = """<p><bibl>Moor, Ines. Fog</bibl> <bibl><author>Moor</author>, <title>Fog</title></bibl></p>
      <quote>Rain.<bibl>Ice, 3</bibl></quote>"""

    found = resolve(parse(SHORT.format(text=text).encode(), Path("short.xml")))

    assert [(p.citation.label, p.citation.text, p.target) for p in found] == [
        ("p", "Moor, Ines. Fog", None),
        ("p", "Moor, Fog", "moor"),
        ("quote", "Ice, 3", None),
    ]


def test_works_of_one_year_are_told_apart_by_their_letters() -> None:
    text = """<p>(Orr 1900b) (Orr 1900c) <bibl><author>Wern</author>, <date>1901a</date></bibl></p></div></body><back><listBibl>
      <bibl xml:id="ice">Orr, Ada (1900a). Ice.</bibl><bibl xml:id="salt">Orr, Ada (1900b). Salt.</bibl>
      <bibl xml:id="oil"><author>Wern, Agata</author>, <title>Oil</title>, <date when="1901">1901a</date></bibl>
      <bibl xml:id="rope"><author>Wern, Agata</author>, <title>Rope</title>, <date when="1901">1901b</date></bibl>
      </listBibl></back></text><text><body><div>"""

    found = resolve(parse(SHORT.format(text=text).encode(), Path("short.xml")))

    assert [(p.citation.text, p.target, str(p.certainty)) for p in found] == [
        ("Orr 1900b", "salt", "certain"),
        ("Orr 1900c", None, "doubtful"),
        ("Wern, 1901a", "oil", "certain"),
    ]


def test_where_no_citation_is_tagged_the_page_says_so_once_and_how_to_list_them() -> None:
    said = "//p[@class = 'unmentioned']/text()"

    untagged = short("bibliography.html.xsl", "<p>So says Moor (1988).</p>")
    other = '<p><ref target="#ice">Orr</ref></p></div></body><back><listBibl><bibl xml:id="ice">Ice</bibl></listBibl></back></text><text><body><div>'
    tagged = short("bibliography.html.xsl", other).xpath(said)

    header = " ".join(untagged.find(".//main//header").text_content().split())
    assert "In this text no citation points at its work." in header
    assert "teikit bibliography resolve FILE" in header
    assert untagged.xpath(said) == []
    assert "mentions" not in untagged.find_class("tally")[0].text_content()
    assert tagged == ["Not cited in the text."]


def test_a_work_of_which_no_part_is_tagged_says_so_and_can_be_picked_up() -> None:
    printed = """<p/></div></body><back><listBibl><bibl xml:id="ice">Orr, Ada. Ice. 1900. <idno type="DOI">10.5/ice</idno></bibl></listBibl></back></text><text><body><div>"""

    shown = short("bibliography.html.xsl", printed)

    (told,) = (p for p in shown.find_class("exports") if "printed" in p.text_content())
    assert told.text_content().startswith("In 1 work no part (author, title, date) is tagged")
    coins = [parse_qs(e.get("title", "")) for e in shown.find_class("Z3988")]
    assert [each["rft_val_fmt"][0].rpartition(":")[2] for each in coins] == ["book", "dc"]
    assert coins[1]["rft.title"] == ["Orr, Ada. Ice. 1900. 10.5/ice"]
    assert coins[1]["rft_id"] == ["info:doi/10.5/ice"]


def test_sources_are_grouped_apart_from_studies_as_the_encoding_says() -> None:
    shown = page("bibliography.html.xsl", "whitewood")

    groups = {
        section.find("h2").get("id"): {entry.get("id") for entry in section.find_class("work")}
        for section in shown.find_class("group")
    }

    assert list(groups) == ["archives", "documents", "literature", "periodicals"]
    assert {"bibl_delo_1989", "bibl_stalin_works_4", "bibl_rve_4_2007"} <= groups["documents"]
    assert {"bibl_revisioning_2020", "bibl_figes_2008"} <= groups["literature"]
    holdings = [" ".join(li.text_content().split()) for li in shown.find_class("holdings")[0]]
    assert holdings[1] == "Russian State Military Archive: 17 files cited"


def test_what_a_shelf_mark_leaves_out_and_whence_it_is_taken_is_data_and_shown() -> None:
    shown = page("archives.html.xsl", "whitewood")

    kinds = {
        unit.get("id"): " ".join(kind.text_content().split())
        for unit in shown.find_class("unit")
        for kind in unit.find_class("reference-kind")
    }

    assert kinds["rgva_37837_21_52"] == "archive, fond from n. 46"
    assert kinds["rgva_9_29_16"] == "archive, fond, opis from n. 46"


def test_works_and_periodicals_are_counted_apart_and_archives_lead_to_their_page() -> None:
    shown = page("bibliography.html.xsl", "whitewood")

    (tally,) = shown.xpath("//header/p[@class = 'tally']")
    assert tally.text_content().startswith("56 works, 6 periodicals, ")
    ways = shown.xpath("//header/nav[@class = 'jump']//a")
    assert [shown.xpath("//*[@id = $id]", id=a.get("href")[1:]) != [] for a in ways] == [True] * 4
    led = shown.xpath("//ul[@class = 'holdings']//a/@href")
    assert led == ["archives.html#archive-1", "archives.html#archive-2"]


def test_an_edition_without_archives_says_so() -> None:
    assert short("bibliography.html.xsl", "<p/>").xpath("//main//a[@href = 'archives.html']") == []
    (tally,) = short("archives.html.xsl", "<p/>").find_class("tally")
    assert tally.text == "This edition lists no archival files."


def test_the_heads_of_entries_have_the_apostrophes_of_their_references() -> None:
    heads = page("bibliography.html.xsl", "whitewood").xpath("//h3[span[@class = 'headword']]")

    assert [head.text_content() for head in heads if "'" in head.text_content()] == []


def test_a_document_in_which_all_is_resolved_has_no_such_list(harbour: Document) -> None:
    assert 'id="unresolved"' not in made("bibliography.html.xsl", harbour)


def test_a_script_in_the_place_of_an_address_is_no_address() -> None:
    wrong = '<p><ref target="#moor">Moor</ref></p></div></body><back><listBibl><bibl xml:id="orr"><title>Ice</title> <idno type="URI">javascript:alert(1)</idno></bibl></listBibl></back></text><text><body><div>'

    shown = short("bibliography.html.xsl", wrong)

    assert [a for a in shown.xpath("//@href") if a.startswith("javascript")] == []
