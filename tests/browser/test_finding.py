"""Does the search find what grep finds, from a disk and from a server; do filters and tables obey?"""

import functools
import http.server
import re
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from toolkit import Document
from toolkit.making.build import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree
    from playwright.sync_api import Page

    Open = Callable[..., Page]

XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
AROUND: Final = {"text", "front", "body", "back", "div", "titlePage", "docTitle", "group", "TEI"}
WOVEN: Final = Path(__file__).parent.parent.parent / "build" / "search"
OUTPUTS: Final = ["search.html", "search-index.js"]


@pytest.fixture(scope="session")
def woven_search(whitewood_woven: Document) -> Path:
    """The search of the chapter with its prose, where git does not see it."""
    shutil.rmtree(WOVEN, ignore_errors=True)
    return build(whitewood_woven, WOVEN, outputs=OUTPUTS)[0].parent


@pytest.fixture
def server(harbour_pages: Path) -> Iterator[str]:
    """Serve the pages of the sample edition."""
    handler = functools.partial(_Quiet, directory=str(harbour_pages))
    with _Server(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64  # a page asks for more files at once than 5


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's name
        """Say nothing."""

    def send_head(self):  # noqa: ANN202 -- the base's type
        """Have an icon to give, which browsers ask for by themselves."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return None
        return super().send_head()


def name(element: "etree._Element") -> str:
    return str(element.tag).rpartition("}")[2]


def fold(text: str) -> str:
    parted = unicodedata.normalize("NFD", text)
    return "".join(c for c in parted if not unicodedata.combining(c)).lower().replace("’", "'")


def texts(document: Document) -> dict[str, str]:
    """Return the words of each block by the id that the reading page gives it."""
    found: dict[str, str] = {}
    for text in document.tree.xpath(
        "//*[local-name() = 'text']//text() | //*[local-name() = 'gap']"
    ):
        gap = not isinstance(text, str)
        parent = text if gap else text.getparent()
        line = [parent, *parent.iterancestors()]
        if not gap and text.is_tail:
            line = line[1:]
        if any(name(e) == "corr" for e in line) or not any(name(e) == "text" for e in line):
            continue
        notes = [e for e in line if name(e) == "note"]
        block = notes[0] if notes else [e for e in line if name(e) not in AROUND][-1:] or None
        if isinstance(block, list):
            block = block[0]
        if block is not None and (
            ident := next(
                (i for e in [block, *block.iterancestors()] if (i := e.get(XML_ID))), None
            )
        ):
            found[ident] = found.get(ident, "") + ("[…]" if gap else text)
    return {ident: " ".join(fold(text).split()) for ident, text in found.items()}


def queries(document: Document) -> list[str]:
    """Return twenty queries from all over a text: words, beginnings of words, phrases, pairs."""
    words = [w for text in texts(document).values() for w in re.findall(r"[^\W\d_]{5,}", text)]
    lines = [
        m
        for t in texts(document).values()
        for m in re.findall(r"(?=\b([^\W\d_]{3,} [^\W\d_]{3,})\b)", t)
    ]
    some = [words[len(words) * n // 8] for n in range(8)]
    starts = [words[len(words) * n // 6 + 3][:4].upper() for n in range(6)]
    phrases = [f'"{lines[len(lines) * n // 4 + 1]}"' for n in range(4)]
    pairs = [" ".join(lines[len(lines) * n // 2 + 5].split()[::-1]) for n in range(2)]
    return some + starts + phrases + pairs


def grep(document: Document, query: str) -> set[str]:
    """Return the ids of the blocks in which regular expressions find a query."""
    if query.startswith('"'):
        patterns = [r"(?<!\w)" + r"[^\w…]+".join(query.strip('"').split()) + r"(?!\w)"]
    else:
        patterns = [r"(?<!\w)" + word for word in fold(query).split()]
    return {
        ident
        for ident, text in texts(document).items()
        if all(re.search(pattern, text) for pattern in patterns)
    }


def found(page: "Page", query: str) -> set[str]:
    """Return the ids of what the search shows for a query."""
    page.locator("#words").fill(query)
    page.wait_for_function(
        "q => new URLSearchParams(location.hash.slice(1)).get('q') === q", arg=query
    )
    while page.locator(".results > button").count():
        page.locator(".results > button").click()
    hrefs = page.locator(".results li > a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    return {href.partition("#")[2] for href in hrefs}


def without_summaries(page: "Page") -> "Page":
    page.locator('.seek [value="summary"]').uncheck()
    return page


def test_twenty_queries_find_what_grep_finds(
    open_page: "Open", harbour: Document, harbour_pages: Path
) -> None:
    page = without_summaries(open_page(harbour_pages / "search.html"))
    asked = queries(harbour)

    assert len(asked) == 20
    assert {q: found(page, q) for q in asked} == {q: grep(harbour, q) for q in asked}
    assert all(grep(harbour, q) for q in asked)


def test_twenty_queries_of_the_chapter_find_what_grep_finds(
    open_page: "Open", whitewood_woven: Document, woven_search: Path
) -> None:
    page = without_summaries(open_page(woven_search / "search.html"))
    asked = queries(whitewood_woven)
    differing = [n for n, q in enumerate(asked) if found(page, q) != grep(whitewood_woven, q)]

    assert differing == []


def test_what_is_withheld_is_not_searched_and_that_is_said(
    open_page: "Open", harbour_withheld: Document, withheld_pages: Path
) -> None:
    page = without_summaries(open_page(withheld_pages / "search.html"))
    asked = queries(harbour_withheld)
    letters = sum(
        int(g.get("quantity"))
        for g in harbour_withheld.xpath("//tei:text//tei:gap[@reason='rights']")
    )

    assert {q: found(page, q) for q in asked} == {q: grep(harbour_withheld, q) for q in asked}
    assert f"{letters:,} letters" in page.locator(".withheld-scope").inner_text()


def test_a_server_makes_no_difference(
    open_page: "Open", server: str, harbour_pages: Path, harbour: Document
) -> None:
    page = without_summaries(open_page(harbour_pages / "search.html"))
    page.goto(f"{server}/search.html")
    page = without_summaries(page)

    assert found(page, "leskova") == grep(harbour, "leskova") != set()


def test_what_is_found_is_called_by_its_kind(open_page: "Open", harbour_pages: Path) -> None:
    """A title is no heading, and one is called one."""
    page = without_summaries(open_page(harbour_pages / "search.html"))
    page.locator("#words").fill("lamps mole")
    title = page.locator(".results a").first
    title.get_by_text("title line", exact=True).wait_for()

    assert title.locator("xpath=..").locator("p").inner_text().startswith("Lamps on the Mole:")


def test_an_entry_narrows_what_is_found_to_where_it_is_named(
    open_page: "Open", harbour: Document, harbour_pages: Path
) -> None:
    page = open_page(harbour_pages / "search.html")
    page.locator('.facets [data-kind="person"] summary').click()
    page.locator('.facets [data-kind="person"] label', has_text="Marta Leskova").click()
    named = {
        next(
            e.get(XML_ID)
            for e in m.iterancestors()
            if name(e) in {"p", "note", "head", "quote"} and e.get(XML_ID)
        )
        for m in harbour.xpath("//tei:text//*[@ref = '#pers_leskova']")
    }

    shown = page.locator(".results li > a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert set(shown) == named


def test_a_name_in_another_script_leads_to_its_entry(
    open_page: "Open", harbour_pages: Path
) -> None:
    page = open_page(harbour_pages / "search.html")
    page.locator("#words").fill("лескова")

    assert page.locator(".entries a").get_attribute("href") == "persons.html#pers_leskova"


def test_a_search_has_an_address(open_page: "Open", harbour_pages: Path) -> None:
    page = open_page(harbour_pages / "search.html", "#q=leskova&e=pers_veldt")

    assert page.locator("#words").input_value() == "leskova"
    assert page.locator(".facets :checked").count() == 1


def test_without_scripts_the_search_points_to_the_indexes(
    open_page: "Open", harbour_pages: Path
) -> None:
    page = open_page(harbour_pages / "search.html", java_script_enabled=False)

    assert page.locator("main a[href='persons.html']").is_visible()
    assert not page.locator(".seek").is_visible()


def test_an_index_is_filtered_and_sorted(open_page: "Open", harbour_pages: Path) -> None:
    page = open_page(harbour_pages / "persons.html")
    entries = page.locator(".entry:not([hidden]) .headword")
    everyone = entries.all_inner_texts()
    page.locator(".filter input").fill("леск")
    assert entries.all_inner_texts() == ["Leskova, Marta"]
    page.locator(".filter input").fill("")
    page.locator(".filter select").select_option("mentions")
    counts = page.locator(".entry").evaluate_all("all => all.map(e => Number(e.dataset.mentions))")
    assert counts == sorted(counts, reverse=True)
    page.locator(".filter select").select_option("name")
    assert entries.all_inner_texts() == everyone


def test_a_table_is_sorted_by_its_columns(open_page: "Open", harbour_pages: Path) -> None:
    page = open_page(harbour_pages / "map.html")
    latitudes = page.locator(".sortable tbody td:nth-child(2)")
    given = [float(text) for text in latitudes.all_inner_texts() if text]
    page.locator(".sortable thead button", has_text="Latitude").click()

    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert [float(text) for text in latitudes.all_inner_texts() if text] == sorted(given)


@pytest.mark.parametrize("file", ["map.html", "network.html", "chronology.html"])
def test_no_label_of_a_picture_lies_on_another(
    open_page: "Open", whitewood_pages: Path, file: str
) -> None:
    page = open_page(whitewood_pages / file)
    boxes = page.locator(".picture").evaluate_all(
        "all => all.map(p => [...p.querySelectorAll('g text')].map(t => { const b = t.getBoundingClientRect();"
        " return [b.left, b.top + 2, b.right, b.bottom - 2, t.textContent]; }))"
    )
    crowded = [
        (a[4], b[4])
        for picture in boxes
        for n, a in enumerate(picture)
        for b in picture[n + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert crowded == []
