"""What does the reading page cost: bytes, requests, time, restlessness?"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

LIMIT = 250_000
FIRST = 16_000
SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; })).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400); })"""


def test_the_woven_page_is_light(open_page: "Open", woven_pages: Path) -> None:
    """With its styles and scripts, and the data of its cards, which come when a reader first does something."""
    asked: list[str] = []
    page = open_page(woven_pages / "index.html")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator("[data-notes]").wait_for()
    opening = {Path(url.split("#")[0].removeprefix("file://")) for url in asked}
    page.mouse.move(500, 500)
    page.wait_for_timeout(200)
    every = {Path(url.split("#")[0].removeprefix("file://")) for url in asked}

    assert woven_pages / "cards.js" in every - opening
    assert sum(path.stat().st_size for path in every) <= LIMIT


def test_nothing_is_asked_of_others_and_nothing_blocks(
    open_page: "Open", harbour_pages: Path
) -> None:
    """Every address that a page asks for lies beside it; every script is deferred."""
    page = open_page(harbour_pages / "index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for file in sorted(harbour_pages.glob("*.html")):
        page.goto(file.as_uri())
        assert {str(Path(url.removeprefix("file://")).parent) for url in asked} == {
            str(harbour_pages)
        }
        scripts = html.document_fromstring(file.read_bytes()).xpath("//script[@src]")
        assert all(script.get("defer") is not None for script in scripts)
        assert not re.search(r"<script(?![^>]*(src|ld\+json))", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("fragment", ["", "#note-3"])
def test_nothing_moves(
    open_page: "Open", harbour_pages: Path, whitewood_pages: Path, width: int, fragment: str
) -> None:
    """No layout shift while a page comes up."""
    for pages in (harbour_pages, whitewood_pages):
        page = open_page(pages / "index.html", fragment, width=width)
        assert page.evaluate(SHIFTS) == 0


def test_the_opening_is_shown_before_the_text_is_read(woven_pages: Path) -> None:
    """A style sheet behind the first paragraph makes the browser stop there and paint: see ``bench/paint.py``."""
    source = (woven_pages / "index.html").read_text(encoding="utf-8")
    start = source.partition('<link rel="stylesheet" href="print.css">')[0]

    assert "</h1>" in start
    assert start.count('class="paragraph"') == 1
    assert len(start) <= FIRST


def test_the_first_paint_waits_for_one_style_sheet(woven_pages: Path) -> None:
    """It holds what all pages wear, what the reading page wears, and the edition's own at the end."""
    page = html.document_fromstring((woven_pages / "index.html").read_bytes())
    [sheet] = page.xpath("//head/link[@rel='stylesheet']/@href")
    style = (woven_pages / sheet).read_text(encoding="utf-8")

    assert "@import" not in style
    for part in ("edition.css", "reading.css", "theme.css"):
        assert (woven_pages / part).read_text(encoding="utf-8") in style
    assert style.rstrip().endswith((woven_pages / "theme.css").read_text(encoding="utf-8").rstrip())
