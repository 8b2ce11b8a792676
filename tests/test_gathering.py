"""Entries may stand in the document's header or back, or in other files of the edition."""

from pathlib import Path

import pytest
from lxml import html

from toolkit import Document, load, parse
from toolkit.making.rendering import render
from toolkit.reading.document import XML_ID
from toolkit.reading.gathering import read_whole, whole
from toolkit.resources import XSLT

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
PREFIX = (
    "<encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='(.+)'"
    " replacementPattern='registers/people.xml#$1'/></listPrefixDef></encodingDesc>"
)
FRAME = (
    f"<TEI {NS}><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc>{{header}}"
    "</teiHeader><text><body><p>{body}</p></body>{back}</text></TEI>"
)
PEOPLE = (
    f"<TEI {NS}><text><body><listPerson><person xml:id='ada'><persName>Ada Quill</persName>"
    "<note xml:id='n'>Pilot.</note></person><person xml:id='bo'><persName>Bo</persName></person>"
    "</listPerson></body></text></TEI>"
)
LISTED = "<listPerson><person xml:id='ada'><persName>Ada Quill</persName></person></listPerson>"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "edition"
    (folder / "registers").mkdir(parents=True)
    (folder / "registers" / "people.xml").write_text(PEOPLE)
    (folder / "registers" / "broken.xml").write_text("<person>")
    (tmp_path / "outside.xml").write_text(PEOPLE)
    return folder


def document(edition: Path, body: str, header: str = "", back: str = "") -> Document:
    path = edition / "a.xml"
    path.write_text(FRAME.format(body=body, header=header, back=back))
    return load(path)


def pages(found: Document) -> tuple[list[str], list[str]]:
    """Return the headings of the index of persons, and where the names of the text lead."""
    sheets = (XSLT / "index.html.xsl", XSLT / "persons.html.xsl")
    made = render(found, sheets, {"version": "1"}).outputs
    index = html.fromstring(made["persons.html"])
    text = html.fromstring(made["index.html"])
    headings = index.xpath("//article[@class = 'entry'][not(starts-with(@id, 'unlisted'))]/h3")
    links = text.xpath("//p/a[@id]/@href")
    return [" ".join(h.text_content().split()) for h in headings], list(links)


@pytest.mark.parametrize(
    ("pointer", "header", "sources"),
    [
        ("ref='registers/people.xml#ada'", "", ()),
        ("ref='psn:ada'", PREFIX, ()),
        ("ref='#ada'", "", ("registers/p*.xml",)),
        ("key='ada'", "", ("registers/p*.xml",)),
    ],
)
def test_an_entry_of_another_file_is_found_by_path_prefix_id_or_key(
    pointer: str, header: str, sources: tuple[str, ...], edition: Path
) -> None:
    found, problems = whole(
        document(edition, f"<persName {pointer}>Ada</persName>", header), edition, sources
    )

    assert problems == []
    assert pages(found) == (["Ada Quill"], ["persons.html#ada"])


def test_an_entry_is_sought_where_its_pointer_is_seen_from(edition: Path) -> None:
    body = "<persName xml:base='registers/' ref='people.xml#ada'>Ada</persName>"

    found, _ = whole(document(edition, body), edition)

    assert pages(found) == (["Ada Quill"], ["persons.html#ada"])


def test_an_entry_is_sought_in_every_file_that_its_prefix_may_stand_for(edition: Path) -> None:
    header = PREFIX.replace("people", "nowhere").replace("</listPrefixDef></encodingDesc>", "")
    header += PREFIX.partition("<listPrefixDef>")[2]

    found, _ = whole(document(edition, "<persName ref='psn:ada'>Ada</persName>", header), edition)

    assert pages(found) == (["Ada Quill"], ["persons.html#ada"])


def test_an_entry_remembers_from_which_register_it_comes(edition: Path) -> None:
    found, _ = whole(
        document(edition, "<persName ref='registers/people.xml#ada'>Ada</persName>"), edition
    )

    assert [e.get("copyOf") for e in found.xpath("//tei:person")] == ["registers/people.xml#ada"]


@pytest.mark.parametrize(
    ("header", "back"),
    [
        (f"<profileDesc><particDesc>{LISTED}</particDesc></profileDesc>", ""),
        (f"<sourceDesc>{LISTED}</sourceDesc>", ""),
        ("", f"<back><div>{LISTED}</div></back>"),
    ],
)
def test_an_entry_may_stand_in_the_header_or_in_the_back(
    header: str, back: str, edition: Path
) -> None:
    found = document(edition, "<persName ref='#ada'>Ada</persName>", header, back)

    assert pages(found) == (["Ada Quill"], ["persons.html#ada"])


def test_a_key_names_an_entry_of_the_document(edition: Path) -> None:
    listed = f"<profileDesc><particDesc>{LISTED}</particDesc></profileDesc>"
    named = document(edition, "<persName key='ada'>Ada</persName>", listed)

    found, _ = whole(named)

    assert pages(found) == (["Ada Quill"], ["persons.html#ada"])


@pytest.mark.parametrize(
    "pointer",
    [
        "ref='http://viaf.org/viaf/1'",
        "key='unknown'",
        "ref='registers/people.xml#nobody'",
        "ref='registers/none.xml#ada'",
        "ref='http://[/people.xml#ada'",
        "ref='a%00b.xml#ada'",
        f"ref='{'a' * 300}.xml#ada'",
    ],
)
def test_a_pointer_that_leads_to_no_entry_stays_as_it_is(pointer: str, edition: Path) -> None:
    given = document(edition, f"<persName {pointer}>Ada</persName>")

    found, problems = whole(given, edition)

    assert found.source == given.source
    assert problems == []


@pytest.mark.parametrize(
    ("file", "reason"), [("../outside.xml", "lies outside"), ("registers/broken.xml", "not-well")]
)
def test_a_file_that_is_not_read_is_named_once(file: str, reason: str, edition: Path) -> None:
    names = f"<persName ref='{file}#ada'>Ada</persName>" * 2

    found, problems = whole(document(edition, names), edition)

    assert [reason in problem.message for problem in problems] == [True]
    assert pages(found)[0] == []


def test_entries_of_one_id_in_two_files_stay_apart(edition: Path) -> None:
    (edition / "registers" / "more.xml").write_text(PEOPLE.replace("Ada Quill", "Ada Other"))
    names = "".join(
        f"<persName ref='registers/{file}.xml#ada'>Ada</persName>" for file in ("people", "more")
    )

    found, _ = whole(document(edition, names), edition)

    ids = [e.get(XML_ID) for e in found.xpath("//tei:standOff//tei:person")]
    assert ids == ["ada", "more-ada"]
    assert len({e.get("ref") for e in found.xpath("//tei:persName[@ref]")}) == 2


def test_what_has_all_its_entries_is_read_as_it_is(edition: Path) -> None:
    """Nothing is parsed twice for those who need none of this."""
    path = document(edition, "plain").path

    assert read_whole(path, edition) == (path.read_bytes(), [])


def test_a_changed_register_changes_what_is_made_of_a_document(edition: Path) -> None:
    path = document(edition, "<persName ref='registers/people.xml#ada'>Ada</persName>").path
    before, _ = read_whole(path, edition)
    register = edition / "registers" / "people.xml"
    register.write_text(PEOPLE.replace("Pilot.", "A pilot of Riga."))

    after, _ = read_whole(path, edition)

    assert before != after
    assert b"A pilot of Riga." in parse(after, path).source


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|aa)*b", ".*.*.*.*.*b", "(x{1,9}){1,9}b"])
def test_a_pattern_that_searches_for_ever_is_not_followed(pattern: str, edition: Path) -> None:
    header = PREFIX.replace("(.+)", pattern)
    given = document(edition, f"<persName ref='psn:{'a' * 60}'>Ada</persName>", header)

    assert whole(given, edition)[0].source == given.source
