"""Words with their reading above them, formulas, and titles that have no page of their own."""

import pytest
from kinds import NS
from lxml import html
from test_kinds_of_editions import body, made, words


def test_how_a_word_is_said_stands_above_it_and_in_brackets() -> None:
    outputs = body("<p>a <ruby>\n <rb>kai</rb>\n <rt>kye</rt>\n</ruby> here</p>")

    assert "<ruby><span>kai</span><rp>(</rp><rt>kye</rt><rp>)</rp></ruby>" in outputs["index.html"]
    assert "a kai[kye] here" in outputs["edition.txt"]


def test_who_wrote_and_when_stand_apart_on_a_title_without_page() -> None:
    title = "<docTitle><titlePart>Kai</titlePart></docTitle><docAuthor>Ada</docAuthor> <docDate>1901</docDate>"
    outputs = made(f"<TEI {NS}><text><front>{title}</front><body><p>x</p></body></text></TEI>")

    assert words(outputs["index.html"], "//header/p") == ["Ada", "1901"]
    assert outputs["edition.txt"].startswith("Kai\n\nAda\n\n1901\n\n")


def test_a_formula_is_drawn_and_neither_leads_nor_acts() -> None:
    math = """<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" onclick="a()">
        <mfrac><mi href="https://a.b">x</mi><mfenced><mn>1</mn><mn>2</mn></mfenced></mfrac>
        <maction actiontype="toggle"><mtext>or</mtext></maction></math>"""
    (drawn,) = html.fromstring(body(f"<p><formula>{math}</formula></p>")["index.html"]).xpath(
        "//*[local-name() = 'math']"
    )

    assert [node.tag for node in drawn.iter()] == (
        "math mfrac mi mrow mo mn mo mn mo mrow mtext".split()
    )
    assert "".join(drawn.text_content().split()) == "x(1,2)or"
    assert {name for node in drawn.iter() for name in node.attrib} <= {"display", "class", "xmlns"}


@pytest.mark.parametrize("name", ["u", "post"])
def test_what_somebody_says_or_writes_stands_under_a_name(name: str) -> None:
    people = '<listPerson><person xml:id="a"><persName>Ada</persName></person></listPerson>'
    said = f'<{name} who="#a">Well.</{name}><{name} who="#nobody">No.</{name}>'
    page = made(
        f"<TEI {NS}><standOff>{people}</standOff><text><body><div>{said}</div></body></text></TEI>"
    )["index.html"]

    assert words(page, f"//div[@class = '{name}']") == ["Ada: Well.", "nobody: No."]
    assert html.fromstring(page).xpath("//span[@class = 'who added']/a/@href") == ["persons.html#a"]


def test_a_reading_apart_leads_to_the_line_that_it_is_on() -> None:
    line = '<l n="7"><anchor xml:id="a1"/>tide<anchor xml:id="a2"/></l>'
    apart = '<listApp><app from="#a1" to="#a2"><lem>tide</lem></app></listApp>'
    page = html.fromstring(body(f"{line}{apart}")["index.html"])

    assert page.xpath("normalize-space(//a[@href = '#a1'])") == "7"
