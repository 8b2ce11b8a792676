"""Pointers from one document of a build to another lead to the pages of that one."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt></fileDesc><encodingDesc><listPrefixDef>
<prefixDef ident="l" matchPattern="(\\w+)#(\\w+)" replacementPattern="../late/$1.xml#$2"/>
</listPrefixDef></encodingDesc></teiHeader><text><body><p xml:id="p1">{text}</p></body></text></TEI>"""
PEOPLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
<person xml:id="veldt"><persName>Jonas Veldt</persName></person></listPerson></standOff></TEI>"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    for name in ("early", "late"):
        (folder / name).mkdir(parents=True)
    (folder / "late" / "lamp oil.xml").write_text(DOCUMENT.format(title="Oil", text="Oil."))
    (folder / "late" / "reply.xml").write_text(DOCUMENT.format(title="Reply", text="Yes."))
    (folder / "people.xml").write_text(PEOPLE)
    return folder


def link(letters: Path, target: str) -> str:
    """Build with a pointer in a letter, and return where the page leads."""
    text = f'See <ref target="{target}">there</ref>.'
    (letters / "early" / "first.xml").write_text(DOCUMENT.format(title="First", text=text))
    return built_link(letters)


def built_link(letters: Path) -> str:
    out = letters.parent / "out"
    result = CliRunner().invoke(main, ["build", str(letters), "-o", str(out), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    page = (out / "early" / "first" / "index.html").read_text()
    found = re.search(r'<a [^>]*?href="([^"]*)"[^>]*>there<', page)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../late/reply.xml#p1", "../../late/reply/index.html#p1"),
        ("../late/reply.xml", "../../late/reply/index.html"),
        ("../late/lamp%20oil.xml#p1", "../../late/lamp%20oil/index.html#p1"),
        ("l:reply#p1", "../../late/reply/index.html#p1"),
        ("../people.xml#veldt", "../../people/persons.html#veldt"),
        ("../elsewhere.xml#p1", "../elsewhere.xml#p1"),
        ("https://example.org/reply.xml#p1", "https://example.org/reply.xml#p1"),
    ],
)
def test_a_pointer_leads_to_the_page_of_the_document_that_it_names(
    target: str, address: str, letters: Path
) -> None:
    assert link(letters, target) == address


def test_a_document_is_made_again_when_what_it_points_to_comes(letters: Path) -> None:
    before = link(letters, "../late/answer.xml#p1")
    (letters / "late" / "answer.xml").write_text(DOCUMENT.format(title="Answer", text="No."))

    after = built_link(letters)

    assert before == "../late/answer.xml#p1"
    assert after == "../../late/answer/index.html#p1"


def test_a_pointer_in_another_encoding_stops_nothing(letters: Path) -> None:
    text = DOCUMENT.format(title="Old", text='<ref target="../late/r\u00e9ponse.xml">there</ref>')
    path = letters / "early" / "first.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="ISO-8859-1"?>{text}'.encode("latin-1"))

    assert built_link(letters) == "../late/r\u00e9ponse.xml"


@pytest.mark.parametrize(
    ("bases", "target", "address"),
    [
        ("../late/", "reply.xml#p1", "../../late/reply/index.html#p1"),
        ("../ late/", "reply.xml#p1", "../../late/reply/index.html#p1"),
        ("../ late/x.xml", "../people.xml#veldt", "../../people/persons.html#veldt"),
        ("scans/", "one.jpg", "scans/one.jpg"),
        ("scans/", "#p1", "#p1"),
        ("scans/", "/one.jpg", "/one.jpg"),
        ("https://example.org letters/", "one.xml", "https://example.org/letters/one.xml"),
        ("https://example.org/a/b?c", "/d#e", "https://example.org/d#e"),
        ("https://example.org/", "mailto:a@b.c", "mailto:a@b.c"),
        ("javascript:alert(1)//", "x", ""),
        ("file:///etc/", "passwd", ""),
    ],
)
def test_a_pointer_is_seen_from_the_bases_above_it(
    bases: str, target: str, address: str, letters: Path
) -> None:
    outer, _, inner = bases.partition(" ")
    text = f'<seg xml:base="{inner}"><ref target="{target}">there</ref></seg>'
    whole = DOCUMENT.format(title="First", text=text).replace("<body", f'<body xml:base="{outer}"')
    (letters / "early" / "first.xml").write_text(whole)

    assert built_link(letters) == address


def test_a_picture_that_is_not_copied_is_led_to_from_its_base(letters: Path) -> None:
    text = '<seg xml:base="https://example.org/img/"><graphic url="mole.png"/></seg>'
    (letters / "early" / "first.xml").write_text(DOCUMENT.format(title="First", text=text))
    built_link(letters)
    page = (letters.parent / "out" / "early" / "first" / "index.html").read_text()

    assert 'href="https://example.org/img/mole.png"' in page
