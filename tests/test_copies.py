"""Copies as readers hold them: PDFs set in other layouts than the source."""

import html
import re
from pathlib import Path

import pytest
from material import WHITEWOOD

from toolkit import Document, load, parse, read_copy, weave, withhold
from toolkit.prose.pieces import Block, Callout, Fixed, Run
from toolkit.prose.scanning import scan

A4 = '@page { size: A4; margin: 25mm } body { font: 11pt "DejaVu Serif" } sup { font-size: 60% }'
A5 = """
@page { size: A5; margin: 18mm 15mm; @top-center { content: "The running head of this book" }
        @bottom-center { content: counter(page) } }
@page :left { @top-center { content: "An author's name" } }
body { font: 10pt "DejaVu Serif"; hyphens: auto; text-align: justify }
p { margin: 0; text-indent: 1em } sup { font-size: 60% }
"""


def curly(text: str) -> str:
    """Set with curly quotes, ligatures and long dashes."""
    text = re.sub(r"(^|[\s(\[–])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r'(^|[\s(\[–])"', r"\1“", text).replace('"', "”").replace(" - ", " — ")
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def set_block(block: Block, *, quotes: bool) -> str:
    parts = []
    for n, piece in enumerate(block.pieces):
        if isinstance(piece, Callout):
            first = n == 0 and block.in_note
            parts.append(
                f"{piece.number}. "
                if first and not quotes
                else f"<sup>{piece.number}</sup> "
                if first
                else f"<sup>{piece.number}</sup>"
            )
        elif isinstance(piece, Fixed | Run):
            parts.append(html.escape(curly(piece.text) if quotes else piece.text, quote=False))
    return f"<p>{''.join(parts)}</p>"


def typeset(document: Document, style: str, path: Path, *, quotes: bool) -> Path:
    from weasyprint import HTML

    blocks = sorted(scan(document), key=lambda block: block.in_note)
    body = "\n".join(set_block(block, quotes=quotes) for block in blocks)
    HTML(string=f'<html lang="en"><style>{style}</style><body>{body}</body></html>').write_pdf(path)
    return path


def test_the_chapter_on_one_single_line_weaves_as_it_does_in_paragraphs(
    chapter: Path, tmp_path: Path
) -> None:
    public, line = load(WHITEWOOD), tmp_path / "line.txt"
    line.write_text(" ".join(chapter.read_text(encoding="utf-8").split()), encoding="utf-8")

    woven = weave(public, read_copy(line))

    assert woven.verified == len(scan(public))
    assert woven.source == weave(public, read_copy(chapter)).source


LAYOUTS = [
    pytest.param(A4, True, id="A4, curly quotes, ligatures"),
    pytest.param(A5, False, id="A5, hyphenated, running heads, page numbers"),
]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("style", "quotes"), LAYOUTS)
def test_a_pdf_of_the_sample_edition_weaves(
    style: str, quotes: bool, harbour: Document, harbour_withheld: Document, tmp_path: Path
) -> None:
    copy = read_copy(typeset(harbour, style, tmp_path / "copy.pdf", quotes=quotes))

    woven = weave(harbour_withheld, copy)

    assert withhold(parse(woven.source, harbour.path)) == harbour_withheld.source


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("style", "quotes"), LAYOUTS)
def test_a_pdf_of_the_chapter_weaves_in_every_block(
    style: str, quotes: bool, chapter: Path, tmp_path: Path
) -> None:
    public = load(WHITEWOOD)
    full = parse(weave(public, read_copy(chapter)).source, WHITEWOOD)
    copy = read_copy(typeset(full, style, tmp_path / "copy.pdf", quotes=quotes))

    woven = weave(public, copy)

    assert woven.problems == ()
    assert withhold(parse(woven.source, WHITEWOOD)) == public.source
    if not quotes:
        assert woven.source == full.source
