"""Names that only have a key or the address of an authority get a register of their own."""

import json
from pathlib import Path

from click.testing import CliRunner
from lxml import html

from toolkit import Document, parse
from toolkit.cli import main
from toolkit.making.rendering import render
from toolkit.resources import XSLT

VIAF = "https://viaf.org/viaf/12"
FRAME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Log</title>'
    '</titleStmt></fileDesc></teiHeader><text><body><p xml:id="p-1">{}</p></body></text>{}</TEI>'
)
BO = '<standOff><listPerson><person xml:id="bo"><persName>Bo</persName>{}</person></listPerson></standOff>'


def document(body: str, after: str = BO.format("")) -> Document:
    return parse(FRAME.format(body, after).encode(), Path("log.xml"))


def page(found: Document, name: str) -> "html.HtmlElement":
    made = render(found, (XSLT / f"{name}.xsl",), {"version": "1"})
    return html.fromstring(made.outputs[name].decode())


def unlisted(shown: "html.HtmlElement") -> dict[str, tuple[str, list[str]]]:
    """Return what an index lists without an entry: by sign its label and its mentions' addresses."""
    entries = shown.xpath("//section[h2[@id = 'group-unlisted']]/article")
    return {
        entry.findtext("ul/li") or entry.findtext("ul/li/a"): (
            entry.findtext("h3/span"),
            entry.xpath(".//a[@class = 'line']/@href"),
        )
        for entry in entries
    }


def test_each_key_and_each_address_is_listed_once_as_it_is_mostly_called() -> None:
    ada = '<persName key="ada">{}</persName>'
    body = " ".join(map(ada.format, ("Miss Quill", "Ada", "Ada")))
    found = document(
        f'{body}, <persName ref="{VIAF}">Jo</persName> <persName ref="#bo">Bo</persName>'
    )

    index, text = page(found, "persons.html"), page(found, "index.html")

    assert unlisted(index) == {
        "ada": ("Ada", [f"index.html#p-1.m{n}" for n in (1, 2, 3)]),
        VIAF: ("Jo", ["index.html#p-1.m4"]),
    }
    assert index.xpath("//ul[@class = 'identifiers']//a/@href") == [VIAF]
    assert "have no entries" not in index.text_content()
    links = [text.get_element_by_id(f"p-1.m{n}").get("href") for n in (1, 4, 5)]
    assert [index.get_element_by_id(str(link).partition("#")[2]) is not None for link in links]
    assert links[2] == "persons.html#bo"


def test_each_kind_of_name_stands_in_its_index() -> None:
    body = (
        '<placeName key="riga">Riga</placeName> <orgName key="guild">Guild</orgName> '
        '<rs type="event" key="ice">the ice</rs> <rs type="organisation" key="club">a club</rs> '
        '<rs key="x">this</rs> <title key="y">Ice</title> <bibl key="z">Log</bibl> <ref key="q">it</ref>'
    )
    found = document(body)

    listed = {name: [*unlisted(page(found, f"{name}.html"))] for name in ("persons", "places")}
    listed |= {
        name: [*unlisted(page(found, f"{name}.html"))] for name in ("organisations", "events")
    }
    assert listed == {
        "persons": [],
        "places": ["riga"],
        "organisations": ["club", "guild"],
        "events": ["ice"],
    }


def test_no_address_that_runs_a_script_is_linked_to() -> None:
    shown = page(document('<persName ref="javascript:alert(1)">Ada</persName>'), "persons.html")

    assert [*unlisted(shown)] == ["javascript:alert(1)"]
    assert shown.xpath("//a[starts-with(@href, 'java')]") == []


def test_a_document_without_such_names_says_nothing_of_them() -> None:
    shown = page(
        document('<persName ref="#bo">Bo</persName> <persName>Jo</persName>'), "persons.html"
    )

    assert shown.xpath("//*[@id = 'group-unlisted']") == []


def test_documents_share_what_has_one_key_or_address(tmp_path: Path) -> None:
    """An entry of one document that has the address is what the others mean."""
    address = f'<persName ref="{VIAF}">Jo</persName>'
    key, idno = '<persName key="ada">{}</persName>', f'<idno type="viaf">{VIAF}</idno>'
    bodies = {
        "a": FRAME.format(key.format("Ada"), ""),
        "b": FRAME.format(key.format("Miss Quill") + address, ""),
        "c": FRAME.format('<persName ref="#bo">B</persName>', BO.format(idno)),
    }
    (tmp_path / "tei").mkdir()
    for name, text in bodies.items():
        (tmp_path / "tei" / f"{name}.xml").write_text(text)
    out = tmp_path / "out"

    done = CliRunner().invoke(main, ["build", str(tmp_path / "tei"), "-o", str(out)])

    assert done.exit_code == 0, done.output
    shown = html.fromstring((out / "persons.html").read_text())
    found = {e.findtext("h3/span"): e for e in shown.find_class("entry")}
    said = {label: e.xpath("string(p[@class = 'joined'])") for label, e in found.items()}
    assert said["Miss Quill"].startswith("Without an entry. Joined by the register")
    assert said["Bo"] == "Joined by a shared identifier."
    entities = json.loads((out / "b" / "entities.json").read_text())["entities"]
    assert [e["label"] for e in entities if e.get("listed") is False] == ["Jo", "Miss Quill"]
