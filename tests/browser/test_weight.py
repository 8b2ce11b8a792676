"""What does the reading page cost: bytes, requests, time, restlessness?"""

import re
from html import escape
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

LIMIT = 250_000
LATE = 1.5
TEXT_BLOCKS = (
    "//main//*[self::p or self::h1 or self::h2 or self::h3 or self::summary or self::label]"
)
SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; })).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400); })"""
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  const e = list.getEntries().find(e => e.name === 'first-contentful-paint'); if (e) done(e.startTime); })
  .observe({type: 'paint', buffered: true}))"""


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


@pytest.mark.parametrize("pages", ["whitewood_pages", "woven_pages"])
def test_the_first_paint_is_not_late(
    browser: "Browser", request: pytest.FixtureRequest, pages: str, tmp_path: Path
) -> None:
    """At most one and a half times as late as the bare text, and as the same page undressed.

    The pages take turns and their medians count; a busy machine gets more turns, for it may be
    busier in one page's turn than in another's.
    """
    reading = request.getfixturevalue(pages) / "index.html"
    bare = [undressed(reading, tmp_path), only_text(reading, tmp_path)]
    took: dict[Path, list[float]] = {file: [] for file in (reading, *bare)}

    for turn in range(36):
        for file, times in took.items():
            times.append(first_paint(browser, file))
        late = median(took[reading]) / min(median(took[file]) for file in bare)
        if turn >= 8 and late <= LATE:
            break

    assert late <= LATE


def undressed(reading: Path, folder: Path) -> Path:
    """Write a page again without its styles and scripts."""
    shown = html.document_fromstring(reading.read_bytes())
    for extra in shown.xpath("//link | //meta[@http-equiv] | //script"):
        extra.drop_tree()
    file = folder / "undressed.html"
    file.write_bytes(b"<!DOCTYPE html>" + html.tostring(shown, encoding="utf-8"))
    return file


def only_text(reading: Path, folder: Path) -> Path:
    """Write the text of a page as plain paragraphs."""
    shown = html.document_fromstring(reading.read_bytes())
    words = [block.text_content() for block in shown.xpath(TEXT_BLOCKS)]
    file = folder / "text.html"
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in words)
    file.write_text(
        f'<!DOCTYPE html><meta charset="UTF-8"><title>Text</title>{paragraphs}', "utf-8"
    )
    return file


def first_paint(browser: "Browser", file: Path) -> float:
    """Open a page in a window of its own; return when it first shows something."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    took = float(page.evaluate(PAINTED))
    context.close()
    return took
