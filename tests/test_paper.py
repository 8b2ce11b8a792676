"""The edition on paper: every footnote with its callout, tags, bookmarks, fonts, the same bytes."""

import ctypes
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from click.testing import CliRunner
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse
from toolkit.cli import main
from toolkit.making.paper import Paper, make_paper
from toolkit.prose import read_copy, weave, withhold

pytest.importorskip("weasyprint", reason="teikit[pdf] is not installed", exc_type=ImportError)


@cache
def printed(name: str, copy: Path | None = None) -> Paper:
    """Return an edition as PDF; laying one out takes seconds, so each is made once."""
    document = load(HARBOUR if "harbour" in name else WHITEWOOD)
    if name == "harbour-withheld":
        document = parse(withhold(document), HARBOUR)
    if copy:
        document = parse(weave(document, read_copy(copy)).source, WHITEWOOD)
    return make_paper(document)


@pytest.fixture(params=["harbour", "harbour-withheld", "whitewood", "whitewood-woven"])
def paper(request: pytest.FixtureRequest) -> Paper:
    """Both editions, with their prose and without."""
    woven = request.param == "whitewood-woven"
    return printed(request.param, request.getfixturevalue("chapter") if woven else None)


def destinations(pdf: pypdfium2.PdfDocument) -> dict[str, int]:
    """Return the page of every named place in a PDF."""
    found = {}
    for number in range(pdfium.FPDF_CountNamedDests(pdf)):
        length = ctypes.c_long()
        pdfium.FPDF_GetNamedDest(pdf, number, None, length)
        name = ctypes.create_string_buffer(length.value)
        place = pdfium.FPDF_GetNamedDest(pdf, number, name, length)
        found[name.raw.decode("utf-16le").rstrip("\0")] = pdfium.FPDFDest_GetDestPageIndex(
            pdf, place
        )
    return found


def language(pdf: pypdfium2.PdfDocument) -> str:
    """Return the language that a PDF says it is in."""
    size = pdfium.FPDFCatalog_GetLanguage(pdf, None, 0)
    said = (pdfium.FPDF_WCHAR * size)()
    pdfium.FPDFCatalog_GetLanguage(pdf, said, size)
    return bytes(said).decode("utf-16le").partition("\0")[0]


def streams(pdf: bytes) -> Iterator[bytes]:
    """Return the compressed streams of a PDF."""
    for start in re.finditer(rb"stream\n", pdf):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(pdf[start.end() :])


def tags(element: Any) -> Iterator[str]:
    """Return the tags of an element of the structure, and of all that stand in it."""
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    name = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, name, size)
    yield name.raw.decode("utf-16le").rstrip("\0")
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from tags(child)


def page_tags(page: pypdfium2.PdfPage) -> list[str]:
    """Return the tags of a page."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    roots = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, number) for number in range(count)]
    return [tag for root in roots for tag in tags(root)]


def test_every_footnote_stands_on_the_page_that_calls_it(paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(paper.pdf)
    where = destinations(pdf)
    calls = {name.removesuffix("-ref"): page for name, page in where.items() if "-ref" in name}

    assert len(calls) in {6, 72}
    assert {note: where[note] for note in calls} == calls
    assert paper.strayed == ()


def test_the_number_of_every_note_is_printed_twice_on_its_page(paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(paper.pdf)
    for name, page in destinations(pdf).items():
        if found := re.fullmatch(r"note-(\d+)", name):
            text = pdf[page].get_textpage().get_text_range()
            assert len(re.findall(rf"(?<!\d){found[1]}(?!\d)", text)) >= 2, name


def test_no_glyph_is_missing_and_every_font_is_embedded(paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(paper.pdf)
    fonts = [
        pdfium.FPDFTextObj_GetFont(text)
        for page in pdf
        for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
    ]

    assert paper.missing == ""
    assert fonts
    assert all(pdfium.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)


def test_cyrillic_and_diacritics_are_text(harbour: Document) -> None:
    pdf = pypdfium2.PdfDocument(printed("harbour").pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)

    assert "Марта Лескова" in text
    assert "Острана" in text


def test_it_is_tagged(paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(paper.pdf)
    every = [tag for page in pdf for tag in page_tags(page)]

    assert pdfium.FPDFCatalog_IsTagged(pdf)
    assert every.count("Note") in {6, 72}
    assert every.count("H1") == 1
    assert {"H2", "P", "Link", "BlockQuote", "L", "LI"} <= set(every)


def test_every_note_has_a_tag_of_its_own_on_its_page() -> None:
    pdf = pypdfium2.PdfDocument(printed("whitewood").pdf)
    where = destinations(pdf)
    for number, page in enumerate(pdf):
        notes = [name for name in where if re.fullmatch(r"note-\d+", name)]
        assert page_tags(page).count("Note") == sum(where[name] == number for name in notes)


def test_it_says_what_it_is() -> None:
    pdf = pypdfium2.PdfDocument(printed("harbour").pdf)
    said = pdf.get_metadata_dict()

    assert said["Title"] == "Lamps on the Mole"
    assert said["Author"] == "Edda Marlow"
    assert said["ModDate"].startswith("D:20261122")
    assert language(pdf) == "en"
    assert any(b'pdfuaid:part="1"' in stream for stream in streams(printed("harbour").pdf))


def test_bookmarks_lead_to_sections_and_registers() -> None:
    pdf = pypdfium2.PdfDocument(printed("harbour").pdf)
    titles = [bookmark.get_title() for bookmark in pdf.get_toc()]

    assert titles[1:4] == ["Introduction", "The ice winter", "Who keeps the light?"]
    assert {"About this edition", "Persons", "Places", "Works"} <= set(titles)


def test_bookmarks_speak_the_language_of_the_interface(harbour: Document) -> None:
    pdf = pypdfium2.PdfDocument(make_paper(harbour, {"lang": "de"}).pdf)
    titles = {bookmark.get_title() for bookmark in pdf.get_toc()}

    assert {"Über diese Edition", "Personen", "Orte", "Werke"} <= titles


def test_the_words_of_the_text_are_all_there(harbour: Document) -> None:
    pdf = pypdfium2.PdfDocument(printed("harbour").pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    letters = "".join(filter(str.isalpha, text))
    for paragraph in harbour.xpath("//tei:body//tei:p[@n]"):
        words = "".join(paragraph.xpath("text()")[0].split()[:6])
        assert "".join(filter(str.isalpha, words)) in letters


def test_it_is_the_same_at_every_run() -> None:
    assert make_paper(load(HARBOUR)).pdf == printed("harbour").pdf


def test_the_command_writes_a_pdf(tmp_path: Path) -> None:
    target = tmp_path / "harbour.pdf"
    result = CliRunner().invoke(main, ["pdf", str(HARBOUR), "-o", str(target)])

    assert result.exit_code == 0, result.output
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert "pages" in result.stderr


@pytest.mark.parametrize("command", ["pdf", "epub"])
def test_prose_is_not_written_where_git_would_publish_it(tmp_path: Path, command: str) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    target = tmp_path / f"harbour.{command}"
    result = CliRunner().invoke(main, [command, str(HARBOUR), "-o", str(target)])

    assert result.exit_code == 2
    assert "copyright" in result.stderr
    assert not target.exists()


@pytest.mark.parametrize(
    ("failure", "advice"),
    [
        ("raise ImportError", "pip install 'teikit[pdf]'"),
        ("raise OSError('libpango')", "apt install libpango-1.0-0"),
    ],
)
def test_without_the_engine_it_says_what_to_install(
    tmp_path: Path, failure: str, advice: str
) -> None:
    (tmp_path / "weasyprint.py").write_text(failure, encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from toolkit.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "pdf", str(HARBOUR), "-o", str(tmp_path / "x.pdf")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert advice in result.stderr
