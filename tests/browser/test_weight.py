"""What does the reading page cost: bytes, requests, time, restlessness?"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

LIMIT = 250_000
SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; })).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400); })"""
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  const e = list.getEntries().find(e => e.name === 'first-contentful-paint'); if (e) done(e.startTime); })
  .observe({type: 'paint', buffered: true}))"""


def test_the_woven_page_is_light(open_page: "Open", woven_pages: Path) -> None:
    """With its styles and scripts, and the data of its cards, which come later."""
    asked: list[str] = []
    page = open_page(woven_pages / "index.html")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state()
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
    for file in sorted(harbour_pages.glob("*.html")):
        asked: list[str] = []
        page = open_page(file)
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.reload()
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


def test_the_first_paint_is_not_late(
    browser: "Browser", whitewood_pages: Path, tmp_path: Path
) -> None:
    """At most one and a half times as late as a bare page of the same text."""
    shown = html.document_fromstring((whitewood_pages / "index.html").read_bytes())
    for extra in shown.xpath("//head/* | //template | //fieldset"):
        extra.drop_tree()
    words = "".join(f"<p>{' '.join(p.text_content().split())}" for p in shown.xpath("//p | //li"))
    bare = tmp_path / "bare.html"
    bare.write_text(f"<!DOCTYPE html><meta charset=UTF-8><title>x</title>{words}", encoding="utf-8")

    def painted(file: Path) -> float:
        context = browser.new_context()
        page = context.new_page()
        page.goto(file.as_uri())
        took = float(page.evaluate(PAINTED))
        context.close()
        return took

    painted(bare)
    ratios = min(painted(whitewood_pages / "index.html") for _ in range(6)) / min(
        painted(bare) for _ in range(6)
    )

    assert ratios <= 1.5
