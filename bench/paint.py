"""When the reading page first shows something, and when its bare text does."""

import shutil
from html import escape
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from lxml import html

from bench.documents import CHAPTER
from bench.measuring import Cost
from bench.table import Row
from toolkit import load
from toolkit.making.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TEXT_BLOCKS = (
    "//main//*[self::p or self::h1 or self::h2 or self::h3 or self::summary or self::label]"
)
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  const e = list.getEntries().find(e => e.name === 'first-contentful-paint');
  if (e) done(e.startTime); })
  .observe({type: 'paint', buffered: true}))"""


def first_paints(work: Path, times: int) -> list[Row]:
    """Open the pages in turn, in a browser, and compare the medians."""
    from playwright.sync_api import sync_playwright

    reading = build(load(CHAPTER), work / "paint")[0].parent / "index.html"
    pages = {
        "the reading page": reading,
        "the same undressed": undressed(reading, work),
        "its bare text": only_text(reading, work),
    }
    took: dict[str, list[float]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for _ in range(times):
            for name, file in pages.items():
                took[name].append(first_paint(browser, file) / 1000)
        browser.close()
    costs = {name: Cost(median(found), 0, 0) for name, found in took.items()}
    return [Row("first paint", name, cost, "its bare text", costs) for name, cost in costs.items()]


def undressed(reading: Path, folder: Path) -> Path:
    """Write a page again without its styles and scripts."""
    shown = html.document_fromstring(reading.read_bytes())
    for extra in shown.xpath("//link | //meta[@http-equiv] | //script"):
        extra.drop_tree()
    file = folder / "undressed.html"
    file.write_bytes(b"<!DOCTYPE html>" + html.tostring(shown, encoding="utf-8"))
    return file


def only_text(reading: Path, folder: Path) -> Path:
    """Write the text of a page as plain paragraphs, in letters of the same size."""
    shown = html.document_fromstring(reading.read_bytes())
    words = [block.text_content() for block in shown.xpath(TEXT_BLOCKS)]
    file = folder / "text.html"
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in words)
    file.write_text(
        '<!DOCTYPE html><meta charset="UTF-8"><title>Text</title>'
        f'<body style="font-size: 1.25rem">{paragraphs}',
        "utf-8",
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
