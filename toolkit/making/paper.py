"""The edition on paper: a tagged PDF, every footnote on the page that calls it."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import category

from lxml import html

from toolkit.errors import OutputError
from toolkit.making.build import with_version
from toolkit.making.rendering import render
from toolkit.making.tagging import tag_notes
from toolkit.reading.document import Document
from toolkit.resources import XSLT

if TYPE_CHECKING:
    import weasyprint

_SHEET: Final = XSLT / "paper" / "paper.html.xsl"
_STYLE: Final = XSLT / "paper" / "paper.css"
# What the registers at its end take to lay out is not spent on finding where its pages break.
_TEXT_ALONE: Final = ".register { display: none !important }"
_MOST_TRIALS: Final = 12
_BLOCKS: Final = (
    "//main//*[self::p or self::div or self::blockquote or self::ul or self::table]"
    "[@id][not(ancestor::*[@class='footnote'])]"
)
_LIBRARIES: Final = (
    "does not find the libraries that it sets text with; install Pango: on Debian and Ubuntu "
    "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0, on macOS brew install pango"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """An edition as PDF, and what is not right in it."""

    pdf: bytes = field(repr=False)
    pages: int
    strayed: tuple[str, ...]
    """The ids of the notes that could not be kept on the page that calls them."""
    missing: str
    """The characters that no font of this machine has."""


def make_paper(document: Document, parameters: Mapping[str, str] | None = None) -> Paper:
    """Return an edition as a PDF: tagged (PDF/UA-1), with bookmarks, the same at every run.

    Raises:
        OutputError: WeasyPrint, or a library that it needs, is not installed; or it fails.
        StylesheetError: the stylesheet stopped.
    """
    _engine(document.path)
    made = render(document, (_SHEET,), with_version(parameters))
    try:
        return _printed(made.outputs[_SHEET.stem])
    except Exception as error:
        reason = f"WeasyPrint cannot lay it out: {type(error).__name__}: {error}"
        raise OutputError(document.path, " ".join(reason.split())) from error


def _printed(page: bytes) -> Paper:
    laid_out, strayed = _lay_out(page.decode())
    identifier = hashlib.sha256(page + _STYLE.read_bytes()).digest()[:16]
    options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier}
    pdf = laid_out.write_pdf(finisher=tag_notes, **options)
    codes = {code for font in laid_out.fonts.values() for code in font.missing}
    shown = [char for char in map(chr, sorted(codes)) if category(char)[0] not in "CZ"]
    return Paper(pdf, len(laid_out.pages), strayed, "".join(shown))


def _engine(path: Path) -> None:
    """Load WeasyPrint, or say what to install."""
    try:
        import weasyprint
    except ImportError as error:
        reason = "a PDF needs WeasyPrint: pip install 'teikit[pdf]'"
        raise OutputError(path, reason) from error
    except OSError as error:
        raise OutputError(path, f"a PDF needs WeasyPrint, which {_LIBRARIES}") from error
    logging.getLogger(weasyprint.__name__).setLevel(logging.CRITICAL)


def _lay_out(page: str) -> "tuple[weasyprint.Document, tuple[str, ...]]":
    """Lay the pages out, and the notes that stand on another page than their callouts.

    WeasyPrint moves a note to the next page if that lets a paragraph after it begin on this
    one, whatever its policy is; then that paragraph has to begin on the next page.
    """
    tree = html.document_fromstring(page)
    notes = [str(found) for found in tree.xpath("//*[@class='footnote']/@id")]
    blocks = {str(found.get("id")): _with_heading(found) for found in tree.xpath(_BLOCKS)}
    moved: dict[str, None] = {}
    for _ in range(_MOST_TRIALS):
        tried = _render(page, [_TEXT_ALONE, *map(_begin_page, moved)])
        last = [_last_block(tried, note, blocks) for note in _strayed(tried, notes)]
        if not last or last[0] is None or last[0] in moved:
            break
        moved[last[0]] = None
    whole = _render(page, list(map(_begin_page, moved)))
    return whole, tuple(_strayed(whole, notes))


def _render(page: str, rules: list[str]) -> "weasyprint.Document":
    import weasyprint

    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    source = weasyprint.HTML(string=page, url_fetcher=nothing)
    sheets = [weasyprint.CSS(filename=_STYLE, url_fetcher=nothing)]
    if rules:
        sheets.append(weasyprint.CSS(string="\n".join(rules), url_fetcher=nothing))
    return source.render(stylesheets=sheets)


def _begin_page(block: str) -> str:
    """Return the rule that has a block begin a page."""
    name = block.replace("\\", "\\\\").replace('"', '\\"')
    return f'[id="{name}"] {{ break-before: page !important }}'


def _strayed(laid_out: "weasyprint.Document", notes: list[str]) -> list[str]:
    """Return the notes that stand on another page than their callouts."""
    where = {name: n for n, page in enumerate(laid_out.pages) for name in page.anchors}
    return [note for note in notes if where.get(note) != where.get(f"{note}-ref")]


def _last_block(
    laid_out: "weasyprint.Document", note: str, blocks: Mapping[str, str]
) -> str | None:
    """Return the block, or its heading, that begins last on the page that calls a note."""
    for page in laid_out.pages:
        if f"{note}-ref" in page.anchors:
            found = {name: place for name, place in page.anchors.items() if name in blocks}
            last = max(found, key=lambda name: found[name][1], default="")
            return blocks.get(last)
    return None


def _with_heading(block: "html.HtmlElement") -> str:
    """Return the id of a block, or of the heading that stands right above it."""
    above = block.getprevious()
    if above is not None and above.tag in {"h2", "h3", "h4", "h5", "h6"} and above.get("id"):
        return str(above.get("id"))
    return str(block.get("id"))
