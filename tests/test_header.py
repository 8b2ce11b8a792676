"""What a header tells of a text stands at the end of its page, and every word of it."""

from pathlib import Path

import pytest
from lxml import html

from toolkit import Document, parse
from toolkit.making.rendering import render
from toolkit.resources import XSLT

LETTER = """<correspDesc>
<correspAction type="sent"><persName ref="#ada">Ada Quill</persName><settlement>Riga</settlement><date when="1881-11-04"/></correspAction>
<correspAction type="received"><persName ref="#bo"/></correspAction>
<correspContext><ref type="prev" target="first.xml">Her first letter</ref></correspContext>
<note>Lost until 1990.</note></correspDesc>"""
PERSONS = """<particDesc><listPerson><person xml:id="ada"><persName>Ada Quill</persName></person>
<person xml:id="bo"><persName>Bo Wern</persName></person></listPerson></particDesc>"""
MANUSCRIPT = """<msDesc><msIdentifier><settlement>Riga</settlement><repository>Harbour Archive</repository>
<idno>Ms. 12</idno><altIdentifier><idno>old 7</idno></altIdentifier></msIdentifier>
<msContents><msItem><locus>1r</locus><title>On lamps</title></msItem></msContents>
<physDesc><objectDesc><supportDesc><extent>One leaf <note>cut</note>
<dimensions unit="mm"><height>200</height></dimensions></extent></supportDesc></objectDesc>
<handDesc><handNote>One hand.</handNote><handNote>Another.</handNote></handDesc></physDesc>
<msPart><msIdentifier><idno>Ms. 12a</idno></msIdentifier><p>A slip.</p></msPart></msDesc>"""


def about(source: str = "", profile: str = "", lang: str = "en") -> "html.HtmlElement":
    """Return what the page of a text says at its end."""
    document: Document = parse(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>A letter</title></titleStmt><sourceDesc>{source}</sourceDesc></fileDesc>
        <profileDesc>{profile}</profileDesc></teiHeader>
        <text><body><p>Ice.</p></body></text></TEI>""".encode(),
        Path("letter.xml"),
    )
    made = render(document, (XSLT / "index.html.xsl",), {"version": "1", "lang": lang})
    assert made.unknown == {}
    return html.fromstring(made.outputs["index.html"].decode()).xpath("//section[@class='about']")[
        0
    ]


def lines(shown: "html.HtmlElement", path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in shown.xpath(path)]


def test_it_is_told_who_wrote_to_whom() -> None:
    shown = about(profile=LETTER + PERSONS)

    assert lines(shown, "div[h3 = 'Correspondence']/p") == [
        "Sent: Ada Quill, Riga, 4 November 1881",
        "Received: Bo Wern",
        "Context: Her first letter",
        "Note: Lost until 1990.",
    ]
    assert shown.xpath("div/p/a/@href") == ["persons.html#ada", "persons.html#bo", "first.xml"]


def test_a_manuscript_is_named_and_described_part_by_part() -> None:
    shown = about(MANUSCRIPT)

    assert lines(shown, "div[h3 = 'Sources']/details/summary") == [
        "Manuscript: Riga, Harbour Archive, Ms. 12"
    ]
    assert lines(shown, "div/details/p") == [
        "Also: old 7",
        "Contents: 1r, On lamps",
        "Extent: One leaf (cut) 200",
        "Hands: One hand. Another.",
    ]
    assert lines(shown, "div/details/details/*") == ["Part: Ms. 12a", "A slip."]


def test_a_source_in_words_and_an_abstract_are_given_as_they_are() -> None:
    shown = about(
        "<p>From the print.</p><bibl><title>Ice</title>, 1902</bibl>",
        "<abstract><p>Of ice.</p><p>Of lamps.</p></abstract>",
    )

    assert lines(shown, "div[h3 = 'Abstract']/p") == ["Of ice.", "Of lamps."]
    assert lines(shown, "div[h3 = 'Sources']/p") == ["From the print.", "Ice, 1902"]


@pytest.mark.parametrize(
    ("lang", "label"), [("de", "Hände:"), ("fr", "Mains :"), ("ru", "Почерки:")]
)
def test_the_parts_are_called_in_the_language_of_the_interface(lang: str, label: str) -> None:
    assert f"{label} One hand. Another." in lines(about(MANUSCRIPT, lang=lang), ".//details/p")


def test_a_header_without_these_says_nothing_of_them() -> None:
    assert about().xpath("div | details") == []
