"""What the pages of an edition promise, on the sample edition with its prose and without."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit import Document, parse
from toolkit.errors import StylesheetError
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet, compile_all, render_all

NAMES = sorted(path.stem for path in XSLT.glob("*.xsl"))
PAGES = [name for name in NAMES if name.endswith(".html")]
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = "//tei:text//*[(@ref or @corresp) and not(self::tei:ref)]"
GAPS = [f"g{size}" for size in range(1, 11)]
ONCE = ".//a[not(ancestor::details[contains(@class, 'context')])]/@href"
Outputs = dict[str, str]


@cache
def stylesheet(name: str) -> Stylesheet:
    """Compile a stylesheet once for all tests."""
    return Stylesheet(XSLT / f"{name}.xsl")


@pytest.fixture(params=["harbour", "harbour_withheld", "whitewood", "whitewood_woven"])
def edition(request: pytest.FixtureRequest) -> Document:
    """Return the sample edition and the chapter, each with its prose and without."""
    document = request.getfixturevalue(request.param)
    assert isinstance(document, Document)
    return document


@cache
def outputs(document: Document) -> Outputs:
    """Make everything that can be made of a document, refusing unknown elements."""
    asked = {"unknown": "fail", "version": "0.1.0"}
    return {name: stylesheet(name).render(document, asked) for name in NAMES}


@cache
def page(document: Document, name: str) -> html.HtmlElement:
    """Parse one page as a browser would."""
    return html.document_fromstring(outputs(document)[name])


def target(pointer: "etree._Element") -> str:
    """Return the id that a mention points to."""
    return (pointer.get("ref") or pointer.get("corresp") or "").removeprefix("#")


def mentions(document: Document) -> dict[str, str]:
    """Return the ids of the mentions on the reading page, and what they point to."""
    reading = page(document, "index.html")
    links = "//a[@id][contains(@href, '.html#')] | //*[@id]/a[@class = 'mark']"
    found = {}
    for link in reading.xpath(links):
        file, _, pointer = link.get("href").partition("#")
        if file != "chronology.html":
            found[link.get("id") or link.getparent().get("id")] = pointer
    return found


def reading_text(element: html.HtmlElement) -> str:
    """Return what of a block is the text itself: no notes, marks, corrections or measures."""
    added = ("mark", "corr", "speaker", *GAPS)
    for node in [*element.iter("sup"), *(n for c in added for n in element.find_class(c))]:
        node.drop_tree()
    return even(element.text_content())


def even(text: str) -> str:
    """Return a text with single spaces, without the brackets round what is supplied."""
    return " ".join(re.sub(r"[\[\]]", "", text).split())


def source_text(block: "etree._Element") -> str:
    """Return the words of a TEI block: no notes, corrections, gaps."""
    own = block.xpath(
        ".//text()[not(ancestor::tei:corr)][not(ancestor::tei:note[. != $block])]",
        namespaces={"tei": "http://www.tei-c.org/ns/1.0"},
        block=block,
    )
    return even("".join(str(text) for text in own))


def test_no_id_is_given_twice(edition: Document) -> None:
    """Each id names one element of its page."""
    for name in PAGES:
        counted: Counter[str] = Counter(page(edition, name).xpath("//@id"))
        assert [ident for ident, count in counted.items() if count > 1] == [], name


def test_every_link_arrives(edition: Document) -> None:
    """A link within the edition leads to an output and, with a fragment, to an element of it."""
    for name in PAGES:
        for href in page(edition, name).xpath("//a/@href"):
            if re.match(r"https?:", href):
                continue
            file, _, fragment = href.partition("#")
            assert (file or name) in NAMES, href
            assert not fragment or page(edition, file or name).xpath(
                "//*[@id = $id]", id=fragment
            ), href


def test_no_link_stands_within_a_link(edition: Document) -> None:
    """HTML forbids it, and browsers would tear the outer one apart."""
    for name in PAGES:
        depth = 0
        for tag in re.findall(r"<(/?)a[\s>]", outputs(edition)[name]):
            depth += -1 if tag else 1
            assert depth in (0, 1), name


def test_each_note_has_one_reference_and_one_way_back(edition: Document) -> None:
    """References, notes and ways back are as many as the TEI has notes, and lead to each other."""
    notes = edition.xpath("//tei:text//tei:note")
    reading = page(edition, "index.html")
    called = [a.get("href") for a in reading.xpath("//a[@role = 'doc-noteref']")]
    listed = ["#" + li.get("id") for li in reading.xpath("//*[@role = 'doc-endnotes']/ol/li")]
    back = [
        a.get("href")
        for a in reading.xpath("//*[@role = 'doc-endnotes']//a[@role = 'doc-backlink']")
    ]

    assert called == listed == ["#" + str(note.get(XML_ID)) for note in notes]
    assert back == [f"{href}-ref" for href in listed]


def test_every_mention_keeps_its_pointer(edition: Document) -> None:
    """The reading page holds each pointer once, under an id of its block and its ordinal."""
    pointers = [target(pointer) for pointer in edition.xpath(POINTERS)]
    shown = mentions(edition)

    assert Counter(shown.values()) == Counter(pointers)
    assert all(re.fullmatch(r"[\w-]+\.m\d+", ident) for ident in shown)


def test_an_index_shows_as_many_mentions_as_there_are_pointers(edition: Document) -> None:
    """Each entry leads to each of its mentions once, and to nothing else; contexts repeat it."""
    told = mentions(edition)
    shown: Counter[str] = Counter()
    for name in set(PAGES) - {"index.html", "chronology.html"}:
        for entry in page(edition, name).find_class("entry"):
            ids = [href.partition("#")[2] for href in entry.xpath(ONCE)]
            pointers = [told[ident] for ident in ids if ident in told]
            assert set(pointers) <= {str(entry.get("id"))}
            shown.update(pointers)

    assert shown == Counter(told.values())


def test_data_and_pages_agree(edition: Document) -> None:
    """The data knows the same entries and the same mentions as the pages."""
    entities = json.loads(outputs(edition)["entities.json"])["entities"]
    listed = [mention["id"] for entity in entities for mention in entity["mentions"]]

    assert sorted(listed) == sorted(mentions(edition))
    assert len(outputs(edition)["entities.csv"].splitlines()) == len(entities) + 1
    assert all(entity["address"].partition("#")[2] == entity["id"] for entity in entities)


def test_no_word_of_the_text_is_lost(edition: Document) -> None:
    """What the reading page and the plain text hold of a block is what the TEI holds."""
    reading = html.document_fromstring(outputs(edition)["index.html"])
    added = r" \[recte: [^]]*\]|\[… [^]]* …\]|\[\d+\]"
    plain = even(re.sub(added, "", outputs(edition)["edition.txt"]))
    for block in edition.xpath("//tei:body//tei:p[@n] | //tei:body//tei:quote"):
        shown = reading.xpath("//*[@id = $id]", id=str(block.get(XML_ID)))[0]
        prose = shown.find_class("prose") + shown.find_class("facts") or [shown]
        words = source_text(block)
        assert reading_text(prose[0]) == words
        assert words in plain


def test_the_page_is_the_text_and_nothing_else(edition: Document) -> None:
    """Letter for letter: the text, then its notes, less what the edition adds."""
    article = html.document_fromstring(outputs(edition)["index.html"]).find_class("text")[0]
    added = "aids guide number regest gloss supplied-heading notes-beside".split()
    for node in [n for c in added for n in article.find_class(c)]:
        node.drop_tree()
    for node in article.xpath(
        ".//h2[@id = 'notes-heading'] | .//template | .//a[@role = 'doc-backlink']"
    ):
        node.drop_tree()
    title, byline = (
        "/tei:TEI/tei:text/tei:front/tei:docTitle",
        "/tei:TEI/tei:text/tei:front/tei:byline",
    )
    order = [title, byline, "//tei:front/*[not(self::tei:docTitle or self::tei:byline)]"]
    order += ["/tei:TEI/tei:text/tei:body", "/tei:TEI/tei:text//tei:note"]
    words = [source_text(block) for path in order for block in edition.xpath(path)]

    assert "".join(reading_text(article).split()) == "".join("".join(words).split())


def test_withheld_prose_is_measured_and_summarised(harbour_withheld: Document) -> None:
    """Each gap tells its letters; each paragraph is led by its regest."""
    reading = page(harbour_withheld, "index.html")
    gaps = harbour_withheld.xpath("//tei:text//tei:gap[@reason = 'rights']")
    marks = [mark for size in GAPS for mark in reading.find_class(size)]
    told = [re.sub(r"\D", "", mark.text_content()) for mark in marks]

    assert sorted(told) == sorted(str(gap.get("quantity")) for gap in gaps)
    assert len(reading.find_class("regest")) == len(harbour_withheld.xpath("//tei:body//tei:p[@n]"))
    assert "teikit weave" in reading.text_content()


def test_whole_prose_has_its_regests_in_the_margin(harbour: Document) -> None:
    """With the prose in place a regest is a gloss, and nothing is said of withholding."""
    reading = page(harbour, "index.html")

    assert len(reading.find_class("gloss")) == len(harbour.xpath("//tei:body//tei:p[@n]"))
    assert reading.find_class("regest") == reading.find_class("gap") == reading.find_class("notice")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_asks_nobody(harbour: Document, name: str) -> None:
    """One heading, a language, a way past the navigation; no script, no style, no other host."""
    shown = page(harbour, name)

    assert shown.get("lang") == "en"
    assert len(shown.xpath("//h1")) == len(shown.xpath("//main[@id = 'content']")) == 1
    assert shown.xpath("//body/a[1]/@href") == ["#content"]
    assert len(shown.xpath("//nav//a[@aria-current = 'page']")) == 1
    assert shown.xpath("//style | //*[@style] | //img | //iframe") == []
    assert shown.xpath("//script[not(@src) and not(@type = 'application/ld+json')]") == []
    assert shown.xpath("//script[@src and not(@defer)]") == []
    for file in shown.xpath("//script/@src | //link[@rel = 'stylesheet']/@href"):
        assert (XSLT / "assets" / file).is_file() or file in NAMES
    assert "default-src 'none'" in shown.xpath("string(//meta[@http-equiv]/@content)")


def test_an_unknown_element_is_shown_or_stops_the_page(harbour: Document) -> None:
    """Strangers' elements keep their words; our own edition is built with unknown=fail."""
    strange = harbour.source.replace(b"<emph>eleven</emph>", b"<novel>eleven</novel>")
    document = parse(strange, Path("strange.xml"))

    assert '<span class="tei-novel">eleven</span>' in stylesheet("index.html").render(document)
    with pytest.raises(StylesheetError, match="no template for novel"):
        stylesheet("index.html").render(document, {"unknown": "fail"})


def test_pages_made_by_one_stylesheet_are_those_that_each_makes_alone(harbour: Document) -> None:
    paths = sorted(XSLT.glob("*.xsl"))

    joined = {sheet.path: sheet.render(harbour) for sheet in compile_all(paths)}

    assert joined == {path: Stylesheet(path).render(harbour) for path in paths}


def test_pages_made_in_one_run_are_those_that_each_makes_alone(edition: Document) -> None:
    sheets = compile_all(sorted(XSLT.glob("*.xsl")))

    together = {made.path: made.text for made in render_all(sheets, edition, {"version": "1"})}

    alone = {sheet.path: sheet.render(edition, {"version": "1"}) for sheet in sheets}
    assert together == alone
    few = render_all(sheets[3:1:-1], edition, {"version": "1"})
    assert [(made.path, made.text) for made in few] == [
        (sheet.path, alone[sheet.path]) for sheet in sheets[3:1:-1]
    ]


def test_of_pages_made_in_one_run_that_which_stops_is_named(tmp_path: Path) -> None:
    head = (
        "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        " xpath-default-namespace='http://www.tei-c.org/ns/1.0'>"
    )
    rule = "<xsl:template match='{}'><xsl:message terminate='yes'>no ships</xsl:message></xsl:template>"
    over = tmp_path / "edition.xsl"
    over.write_text(f"{head}{rule.format('body')}</xsl:stylesheet>", encoding="utf-8")
    sheets = compile_all([tmp_path / "edition.txt.xsl", tmp_path / "index.html.xsl"])
    source = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>Ice</p></body></text></TEI>"
    document = parse(source.encode(), Path("letter.xml"))

    with pytest.raises(StylesheetError, match=r"index\.html\.xsl: no ships"):
        list(render_all(sheets, document, {}))


WORDS = [
    ("one<lb/>two three<lb break='no'/>four", "one two threefour"),
    ("<choice><abbr>dns</abbr><expan>dominus</expan></choice> Ada", "dns [dominus] Ada"),
    ("<app><lem>keel</lem><rdg>hull</rdg></app> of oak", "keel hull of oak"),
    ("a <corr>mended</corr> net", "a mended net"),
]


@pytest.mark.parametrize(("markup", "words"), WORDS)
def test_words_are_parted_in_the_text_and_in_the_search(markup: str, words: str) -> None:
    body = f'<text><body><p xml:id="p-1">{markup}</p></body></text>'
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{body}</TEI>'
    document = parse(source.encode(), Path("letter.xml"))

    for name in ("edition.txt", "search-index.js"):
        assert words in stylesheet(name).render(document), name


def test_a_break_of_lines_parts_the_words_of_a_heading() -> None:
    body = "<body><div><head>Of<lb/>Ships</head><p>Ice.</p></div><div><head>Ice</head></div></body>"
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>{body}</text></TEI>'
    document = parse(source.encode(), Path("letter.xml"))

    assert "OF SHIPS" in stylesheet("edition.txt").render(document)
    assert "Of Ships" in stylesheet("search-index.js").render(document)
    assert ">Of Ships<" in stylesheet("index.html").render(document)


def test_a_title_in_the_header_and_lines_of_a_transcription_are_found() -> None:
    header = "<fileDesc><titleStmt><title>Ice log</title></titleStmt></fileDesc>"
    lines = "<surface><zone><line>Ice at noon</line></zone></surface>"
    source = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f"{header}</teiHeader><sourceDoc>{lines}</sourceDoc></TEI>"
    )
    document = parse(source.encode(), Path("log.xml"))

    found = stylesheet("search-index.js").render(document)
    assert '"sections":["Text","Title page"]' in found
    assert '["","title","",1,"Ice log",[]],["","paragraph","",0,"Ice at noon",[]]' in found


def test_a_correction_is_found_beside_its_slip_and_a_name_keeps_its_parts_apart() -> None:
    name = "<persName><forename>Ada</forename><surname>Lee</surname></persName>"
    slip = "<choice><sic>Haro</sic><corr>Harbour</corr></choice>"
    body = f'<text><body><p xml:id="p-1">{slip} of {name}</p></body></text>'
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{body}</TEI>'
    document = parse(source.encode(), Path("letter.xml"))

    assert "Haro [Harbour] of" in stylesheet("search-index.js").render(document)
    assert "Haro [recte: Harbour] of Ada Lee" in stylesheet("edition.txt").render(document)


def test_how_words_look_takes_no_class_that_the_pages_use_themselves() -> None:
    body = '<text><body><p><hi rend="italic mark tools">Ice</hi></p></body></text>'
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{body}</TEI>'

    page = stylesheet("index.html").render(parse(source.encode(), Path("letter.xml")))

    assert '<span class="hi italic rend-mark rend-tools">Ice</span>' in page


def test_what_was_left_empty_between_words_parts_them() -> None:
    text = (
        '<text><body><p xml:id="p-1">Es<space unit="chars" quantity="1"/>stehen</p></body></text>'
    )
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'
    document = parse(source.encode(), Path("letter.xml"))

    for name in ("index.html", "edition.txt", "search-index.js"):
        page = re.sub("<[^>]*>", "", stylesheet(name).render(document))
        assert "Es stehen" in page


def test_a_work_that_is_listed_in_the_back_leads_to_the_bibliography() -> None:
    back = '<back><listBibl><bibl xml:id="play">The Play</bibl></listBibl></back>'
    words = '<p><title ref="#play">the play</title></p>'
    source = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{words}</body>{back}</text></TEI>'
    )
    document = parse(source.encode(), Path("play.xml"))

    assert 'href="bibliography.html#play"' in stylesheet("index.html").render(document)
    assert 'id="play"' in stylesheet("bibliography.html").render(document)
