"""Does the reading page do what it offers: notes, names, cards, citations, remembered choices?"""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

BOXES = "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.top, b.bottom, b.left, b.right]; })"


@pytest.mark.parametrize("pages", ["harbour_pages", "whitewood_pages"])
@pytest.mark.parametrize("width", [1040, 1440, 1900])
def test_side_notes_stand_beside_their_line(
    open_page: "Open", request: pytest.FixtureRequest, pages: str, width: int
) -> None:
    """No note above its line, none over another note, a summary or the text, none outside."""
    page = open_page(request.getfixturevalue(pages) / "index.html", width=width)
    notes = page.locator(".notes > li").evaluate_all(BOXES)
    calls = page.locator("sup a").evaluate_all(BOXES)
    beside = page.locator(".gloss").evaluate_all(BOXES)
    column = page.locator(".text > section").first.evaluate_all(BOXES)[0]

    assert len(notes) == len(calls) > 0
    assert all(note[0] >= call[0] - 12 for note, call in zip(notes, calls, strict=True))
    assert all(above[1] <= below[0] for above, below in pairwise(notes))
    assert all(note[2] >= column[3] and note[3] <= width for note in notes)
    assert not [n for n in notes for g in beside if n[0] < g[1] and g[0] < n[1]]


def test_a_note_opens_under_its_paragraph(open_page: "Open", harbour_pages: Path) -> None:
    """On a narrow screen a button opens the note below, and says so."""
    page = open_page(harbour_pages / "index.html", width=360)
    button = page.get_by_role("button", name="Note 1", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    inset = page.get_by_role("note", name="Note 1", exact=True)

    assert button.get_attribute("aria-expanded") == "true"
    assert "book of wrecks" in inset.inner_text()
    assert inset.evaluate("e => e.previousElementSibling.matches('.prose')")
    assert button.evaluate("e => e === document.activeElement")
    assert page.locator("[id]").evaluate_all(
        "all => new Set(all.map(e => e.id)).size === all.length"
    )
    page.keyboard.press("Enter")
    assert inset.count() == 0


def test_a_choice_of_view_is_remembered(open_page: "Open", harbour_pages: Path) -> None:
    """Notes at the end stay at the end when the page is opened again."""
    page = open_page(harbour_pages / "index.html")
    page.get_by_label("at the end").check()
    page.get_by_label("Places").uncheck()
    page.reload()
    page.locator("[data-notes]").wait_for()

    assert page.get_by_label("at the end").is_checked()
    assert (
        page.locator(".notes > li").first.evaluate("e => getComputedStyle(e).position") == "static"
    )
    style = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator(".prose a[href^=places]").first.evaluate(style) == "none"
    assert page.locator(".prose a[href^=persons]").first.evaluate(style) == "underline"
    assert page.get_by_label("All").evaluate("e => e.indeterminate")
    page.get_by_label("All").check()
    assert page.get_by_label("Places").is_checked()


def test_a_browser_that_forgets_still_reads(open_page: "Open", harbour_pages: Path) -> None:
    """Where storage is forbidden a choice holds as long as the page."""
    page = open_page(harbour_pages / "index.html")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    page.reload()
    page.locator("[data-notes=side]").wait_for()

    page.locator(".theme").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_preview_comes_by_pointer_and_by_focus_and_goes_with_escape(
    open_page: "Open", harbour_pages: Path
) -> None:
    """It stays while it is pointed at; Esc puts it away and the focus is where it was."""
    page = open_page(harbour_pages / "index.html")
    page.get_by_label("at the end").check()
    call = page.locator("#note-1-ref")
    call.hover()
    page.locator(".card").hover()
    page.wait_for_timeout(400)
    assert "book of wrecks" in page.locator(".card").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".card").count() == 0

    page.mouse.move(0, 0)
    page.locator("#p-mole .number").focus()
    page.keyboard.press("Tab")
    page.locator(".card").wait_for()
    link = page.evaluate("document.activeElement.id")
    page.keyboard.press("Tab")
    assert page.locator(".card :focus").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".card").count() == 0
    assert page.evaluate("document.activeElement.id") == link


def test_a_card_says_who_it_is(open_page: "Open", harbour_pages: Path) -> None:
    """Name, form in another script, dates, one line, identifiers, mentions."""
    page = open_page(harbour_pages / "index.html")
    page.locator(".prose a[href$=pers_veldt]").first.hover()
    card = page.locator(".card")
    card.wait_for()

    said = " ".join(card.inner_text().split())
    assert said.startswith(
        "Jonas Veldt Йонас Вельдт 2 March 1849 – 1911 (probable) Harbour master of Ostrana"
    )
    assert card.locator(".original").get_attribute("lang") == "ru"
    page.locator(".prose a[href$=pers_humboldt]").first.hover()
    card.locator("a[href='https://www.wikidata.org/wiki/Q6694']").wait_for()
    page.locator("#note-1 .mark").first.hover()
    card.get_by_text("The Customs House").wait_for()


def test_a_name_can_be_followed(open_page: "Open", harbour_pages: Path) -> None:
    """All mentions are marked, a strip shows where they stand, arrows lead from one to the next."""
    page = open_page(harbour_pages / "index.html")
    page.mouse.move(300, 300)
    page.locator(".tools option[value=pers_veldt]").wait_for(state="attached")
    count = page.locator(".text a[href$=pers_veldt]").count()
    page.get_by_label("Follow a name").select_option("pers_veldt")

    assert page.locator(".followed").count() == page.locator(".strip i").count() == count > 2
    page.get_by_role("status").get_by_text(f"1 / {count}", exact=True).wait_for()
    page.get_by_role("button", name="Next mention").click()
    here = page.locator(".here.followed")
    page.get_by_role("status").get_by_text(f"2 / {count}", exact=True).wait_for()
    assert here.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }"
    )
    page.get_by_role("button", name="Close").click()
    assert page.locator(".followed, .strip, .followed-bar").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "persons.html#pers_veldt"


FOCUS = "document.activeElement.ariaLabel || document.activeElement.id"


def test_a_name_is_followed_from_the_list_by_keyboard(
    open_page: "Open", harbour_pages: Path
) -> None:
    """The bar comes next after the list; its buttons keep the focus; Esc leads to the mention that was reached."""
    page = open_page(harbour_pages / "index.html")
    page.keyboard.press("Tab")
    page.locator(".tools option[value=pers_veldt]").wait_for(state="attached")
    names = page.locator(".follow select")
    names.focus()
    names.select_option("pers_veldt")
    assert names.evaluate("e => e === document.activeElement")
    focused = []
    for key in ("Tab", "Tab", "Tab", "Enter", "Shift+Tab", "Enter", "Tab", "Enter"):
        page.keyboard.press(key)
        focused.append(page.evaluate(FOCUS))
    page.get_by_role("status").get_by_text("2 /").wait_for()
    reached = page.locator(".here.followed").get_attribute("id")
    page.keyboard.press("Escape")

    assert focused[1:] == [
        *["Previous mention", "Next mention", "Next mention"],
        *["Previous mention", "Previous mention", "Next mention", "Next mention"],
    ]
    assert page.locator(".followed, .strip, .followed-bar").count() == 0
    assert page.evaluate("document.activeElement.closest('[id]').id") == reached


def test_a_name_is_followed_from_its_card_by_keyboard(
    open_page: "Open", harbour_pages: Path
) -> None:
    """What marks all mentions hands the focus over to the bar."""
    page = open_page(harbour_pages / "index.html")
    link = page.locator(".prose a[href$=pers_veldt]").first
    page.locator("#p-mole .number").focus()
    page.keyboard.press("Tab")
    link.focus()
    page.locator(".card .mark-all").focus()
    page.keyboard.press("Enter")
    handed = page.evaluate(FOCUS)
    page.keyboard.press("Escape")

    assert handed == "Next mention"
    assert page.locator(".followed-bar").count() == 0
    assert link.evaluate("e => e === document.activeElement")


def test_a_paragraph_can_be_cited(open_page: "Open", harbour_pages: Path) -> None:
    """Link, citation and quotation are copied; they name paragraph, version and address."""
    page = open_page(
        harbour_pages / "index.html", permissions=["clipboard-read", "clipboard-write"]
    )
    number = page.get_by_role("link", name="Paragraph 1", exact=True)
    copied = {}
    number.click()
    for what in ("link", "citation", "quotation"):
        page.get_by_role("button", name=f"Copy {what}").click()
        page.get_by_role("status").get_by_text("Copied").wait_for()
        copied[what] = page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")

    home = "https://example.org/harbour/#p-mole"
    assert copied["link"] == home
    assert copied["citation"].startswith("Edda Marlow, Lamps on the Mole, digital edition by")
    assert copied["citation"].endswith(f"version 1.0, 22 November 2026, ¶ 1. {home}")
    assert copied["quotation"].startswith("“Nobody who came to Ostrana")
    assert copied["quotation"].endswith(
        f"find the stones by themselves’.” (Edda Marlow, ¶ 1) {home}"
    )
    assert page.locator(".copy").count() == 0
    assert number.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [("#p-mole.m1", "p-mole.m1"), ("#p-mole.m99", "p-mole"), ("#note-1", "note-1")],
)
def test_an_address_leads_somewhere(
    open_page: "Open", harbour_pages: Path, fragment: str, shown: str
) -> None:
    """A mention that went away leads to its paragraph; what is addressed is on the screen."""
    page = open_page(harbour_pages / "index.html", fragment)
    page.wait_for_timeout(100)

    assert page.locator(":target").get_attribute("id") == shown
    assert page.locator(":target").evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }"
    )


def test_light_and_dark_by_switch(open_page: "Open", harbour_pages: Path) -> None:
    """The switch turns the colours round on every page, and the choice is kept."""
    page = open_page(harbour_pages / "persons.html", color_scheme="light")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    switch = page.get_by_role("button", name="Dark colours")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    dark = page.evaluate(colour)
    assert switch.get_attribute("aria-pressed") == "true"
    page.goto((harbour_pages / "index.html").as_uri())

    assert light != dark == page.evaluate(colour)
    assert switch.get_attribute("aria-pressed") == "true"


def test_the_switch_gives_the_colours_back_to_the_system(
    open_page: "Open", harbour_pages: Path
) -> None:
    """Turned to what the system has, the page goes with the system from then on, and the switch says so."""
    page = open_page(harbour_pages / "persons.html", color_scheme="light")
    switch = page.get_by_role("button", name="Dark colours")
    switch.click()
    switch.click()
    assert page.locator("html").get_attribute("data-theme") is None
    page.emulate_media(color_scheme="dark")
    page.locator(".theme[aria-pressed=true]").wait_for()
    page.reload()

    assert switch.get_attribute("aria-pressed") == "true"
    assert page.locator("html").get_attribute("data-theme") is None
