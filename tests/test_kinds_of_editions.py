"""What editors of inscriptions, papyri, corpora, dictionaries and recordings look for in a page."""

from pathlib import Path

import pytest
from kinds import NS
from lxml import html

from toolkit import parse
from toolkit.making.rendering import render
from toolkit.resources import XSLT

SHEETS = tuple(XSLT / f"{name}.xsl" for name in ("index.html", "edition.txt", "search-index.js"))


def made(source: str) -> dict[str, str]:
    """Return the reading page, the plain text and the words for searching of a document."""
    outputs = render(parse(source.encode(), Path("any.xml")), SHEETS, {"version": "1"}).outputs
    return {file: content.decode() for file, content in outputs.items()}


def body(content: str) -> dict[str, str]:
    return made(f"<TEI {NS}>{_headed('Any')}<text><body>{content}</body></text></TEI>")


def words(page: str, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in html.fromstring(page).xpath(path)]


@pytest.mark.parametrize(
    ("division", "named"),
    [
        ('<div type="edition">', "Edition"),
        ('<div type="textpart" subtype="book" n="2">', "Book 2"),
        ('<div type="debateSection">', "Debate section"),
        ('<div type="textpart" n="r">', "Section r"),
        ('<div type="x-17" n="3">', "Section 3"),
    ],
)
def test_a_section_without_heading_is_named_by_its_kind(division: str, named: str) -> None:
    page = body(f"{division}<p>Salt.</p></div>")["index.html"]

    assert words(page, "//h2[@class = 'supplied-heading']") == [named]


@pytest.mark.parametrize("mark", ["lb", "pb", "cb"])
def test_a_break_that_parts_no_word_parts_none_whatever_space_is_around(mark: str) -> None:
    outputs = body(f'<ab>the har\n  <{mark} break="no"/>\n  bour <{mark}/> lights</ab>')

    assert "the harbour lights" in outputs["edition.txt"]
    assert "the harbour lights" in outputs["search-index.js"]


@pytest.mark.parametrize("name", ["subst", "mod"])
def test_what_was_deleted_is_told_from_what_stands_and_parts_of_a_change_touch(name: str) -> None:
    outputs = body(f"<p>kal<{name}>\n <del>o</del>\n <add>e</add>\n</{name}>nd</p>")

    assert "kal⟦o⟧end" in outputs["edition.txt"]
    assert words(outputs["index.html"], "//article/p") == ["kaloend"]


def test_both_forms_of_a_choice_are_words_of_their_own_for_searching() -> None:
    outputs = body("<p>a <choice><reg>harbour</reg><orig>harbor</orig></choice> light</p>")

    assert "[harbour] harbor light" in outputs["search-index.js"]


def test_each_reading_listed_apart_stands_in_its_line_with_its_place() -> None:
    apart = """<listApp><app loc="3"><lem>tide</lem><note>Doubtful.</note></app>
        <app loc="7"><lem>ebb</lem></app></listApp>"""
    outputs = body(f"<p>tide</p><div type='apparatus'>{apart}</div>")

    assert "\n3  tide[1]\n" in outputs["edition.txt"]
    assert "\n7  ebb\n" in outputs["edition.txt"]
    assert words(outputs["index.html"], "//div[@class='listApp']/div[2]") == ["7 ebb"]


def test_the_numbers_of_senses_are_shown() -> None:
    senses = '<sense n="1"><def>a wall</def></sense><sense n="2"><def>a road</def></sense>'
    page = body(f"<entry><form><orth>kai</orth></form>{senses}</entry>")["index.html"]

    assert words(page, "//div[@class = 'sense']") == ["1 a wall", "2 a road"]


@pytest.mark.parametrize("name", ["g", "vocal", "kinesic", "incident"])
def test_a_sign_or_sound_without_words_is_told_by_its_kind(name: str) -> None:
    page = body(f'<p>so <{name} type="laughter"/> it goes</p>')["index.html"]

    assert words(page, "//article/p") == ["so (laughter) it goes"]


DEBATE = """<div type="debateSection"><note type="speaker">The <name>Chair</name></note><u who="#c">
    <seg><s><w>Please</w> <w join="right">sit</w> <pc join="left">,</pc> <name><w join="right">Ada</w></name>
    <pc>!</pc><linkGrp type="UD-SYN"><link target="#a #b"/></linkGrp></s> <s><w>Now</w></s></seg>
    <note>Noise.</note><seg><s><w>Well</w></s></seg><vocal><desc>coughs</desc></vocal></u></div>"""


def test_a_debate_is_read_in_its_order_each_part_of_a_speech_in_its_line() -> None:
    lines = [line for line in body(DEBATE)["edition.txt"].splitlines() if line]

    assert lines == ["Any", "The Chair", "Please sit, Ada! Now", "Noise.", "Well", "[coughs]"]


def test_a_debate_is_shown_so_and_links_of_words_are_no_gaps_in_our_templates() -> None:
    page = body(DEBATE)["index.html"]

    assert words(page, "//section/div[@class = 'note']") == ["The Chair"]
    assert words(page, "//div[@class = 'u']/*") == [
        "c:",
        "Please sit, Ada! Now",
        "Noise.",
        "Well",
        "(coughs)",
    ]
    assert "linkGrp" not in page


def test_words_of_a_sentence_that_is_tokens_are_found_together() -> None:
    assert "Please sit, Ada! Now" in body(DEBATE)["search-index.js"]


def test_a_note_among_speeches_that_is_called_stands_with_the_notes() -> None:
    spoken = """<div><u who="#c">So <ref target="#n1">he said</ref>.</u><note xml:id="n1">Did he?</note></div>"""

    assert body(spoken)["edition.txt"].endswith("NOTES\n\n[1] Did he?\n\n")


def test_an_address_does_not_touch_the_range_behind_it() -> None:
    cited = '<bibl><ptr target="bib:Quill1901"/><citedRange>2</citedRange></bibl>'

    assert words(body(f"<p>See {cited}.</p>")["index.html"], "//article/p") == [
        "See bib:Quill1901 2."
    ]


def test_a_heading_that_capitals_would_change_stays_as_it_is() -> None:
    headed = "".join(
        f"<div><head>{head}</head><p>x</p></div>" for head in ("Kai", "Straße", "ἡμῶν")
    )
    plain = body(headed)["edition.txt"]

    assert [head in plain for head in ("KAI", "Straße", "ἡμῶν")] == [True] * 3


def test_the_documents_of_a_corpus_are_listed_and_headed_after_its_own_title() -> None:
    outputs = made(
        f"<teiCorpus {NS}>{_headed('Letters')}{_letter('One')}{_letter('Two')}</teiCorpus>"
    )
    page = html.fromstring(outputs["index.html"])
    listed = page.xpath("//nav[@class = 'contents']//a[. = 'One' or . = 'Two']/@href")

    assert words(outputs["index.html"], "//main//h1") == ["Letters", "One", "Two"]
    assert [page.get_element_by_id(to[1:]).xpath(".//h1")[0].text for to in listed] == [
        "One",
        "Two",
    ]
    assert outputs["edition.txt"].split() == "Letters One of One Two of Two".split()


def _headed(title: str) -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader>"
    )


def _letter(title: str) -> str:
    return f"<TEI>{_headed(title)}<text><body><p>of {title}</p></body></text></TEI>"


def test_nothing_is_said_of_notes_and_numbers_where_there_are_none() -> None:
    bare, full = body("<p>x</p>")["index.html"], body('<p n="1">x<note>y</note></p>')["index.html"]

    assert [said in bare for said in ("Notes</h2>", "in the margin names")] == [False] * 2
    assert [said in full for said in ("Notes</h2>", "in the margin names")] == [True] * 2
