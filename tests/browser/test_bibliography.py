"""The bibliography in a browser: it sorts, filters and changes its style; a short citation tells its work."""

from pathlib import Path

from conftest import Open

ENTRIES = "[...document.querySelectorAll('.work')].filter(e => e.checkVisibility()).map(e => e.id)"
SHORT = "#note-6 .citation:has(cite) > .mark"
FULL = "Tomas Ingram, The Customs House and Its Enemies (London: Quay Press, 2004)"


def test_the_list_sorts_and_filters(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "bibliography.html")
    wern, ingram, small_ports, nair_holt = (
        "bibl_wern_1998",
        "bibl_ingram_2004",
        "bibl_small_ports_2019",
        "bibl_nair_holt_2011",
    )

    assert page.evaluate(ENTRIES) == [wern, ingram, small_ports, nair_holt]
    page.get_by_label("Sort by").select_option("date")
    assert page.evaluate(ENTRIES) == [wern, ingram, nair_holt, small_ports]
    page.get_by_label("Filter").fill("keeps light")
    assert page.evaluate(ENTRIES) == [nair_holt]


def test_groups_stay_under_any_order_and_notes_and_places_are_found(
    harbour_pages: Path, open_page: Open
) -> None:
    page = open_page(harbour_pages / "bibliography.html")
    grouped = "[...document.querySelectorAll('.group.kind')].map(g => [...g.querySelectorAll('.work')].map(e => e.id).sort())"
    before = page.evaluate(grouped)

    page.get_by_label("Sort by").select_option("date")
    after = page.evaluate(grouped)
    note = page.locator("#bibl_ingram_2004 .citing a").first.inner_text()
    page.get_by_label("Filter").fill(note)
    by_note = page.evaluate(ENTRIES)
    page.get_by_label("Filter").fill("london")

    assert after == before
    assert "bibl_ingram_2004" in by_note
    assert page.evaluate(ENTRIES) == ["bibl_ingram_2004", "bibl_small_ports_2019"]


def test_the_chosen_style_is_remembered(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "bibliography.html")
    page.get_by_label("Chicago, author–date").check()

    page.reload()

    assert page.get_by_label("Chicago, author–date").is_checked()


def test_the_archives_sort_and_filter(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "archives.html")
    shown = ENTRIES.replace(".work", ".unit")
    given = page.evaluate(shown)

    page.get_by_label("Sort by").select_option("mentions")
    sorted_by_mentions = page.evaluate(shown)
    page.get_by_label("Sort by").select_option("name")
    page.get_by_label("Filter").fill("op. 2 minutes")

    assert set(sorted_by_mentions) == set(given)
    assert page.evaluate(shown) == ["osa_4_2_17"]
    assert page.locator(".opis > li:visible").count() == 1


def test_the_style_changes_without_scripts(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "bibliography.html", java_script_enabled=False)
    entry = page.locator("#bibl_ingram_2004")

    assert "Ingram, Tomas. The Customs House" in entry.inner_text()
    page.get_by_label("Chicago, author–date").check()

    assert "Ingram, Tomas. 2004. The Customs House" in entry.inner_text()
    assert "Ingram, Tomas. The Customs House" not in entry.inner_text()


def test_a_short_citation_tells_its_work_without_scripts(
    harbour_pages: Path, open_page: Open
) -> None:
    page = open_page(harbour_pages / "index.html", java_script_enabled=False)
    mark = page.locator(SHORT)

    assert mark.get_attribute("title") == FULL
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    shown = mark.evaluate("e => getComputedStyle(e, '::after').content")

    assert FULL in shown


def test_a_short_citation_tells_its_work_in_its_card(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "index.html")
    page.locator("[data-notes]").wait_for()

    page.locator(SHORT).hover()

    page.locator(".card").get_by_text(FULL).wait_for()
    assert page.locator(SHORT).get_attribute("title") is None


def test_on_a_phone_the_full_form_follows_a_short_citation_in_the_unfolded_note(
    harbour_pages: Path, open_page: Open
) -> None:
    page = open_page(harbour_pages / "index.html", width=360, has_touch=True)
    page.locator("[data-notes='below']").wait_for()

    page.locator("#note-6-ref").click()

    mark = page.locator("#note-6-here .citation:has(cite) > .mark")
    after = mark.evaluate(
        "e => [getComputedStyle(e, '::after').display, getComputedStyle(e, '::after').content]"
    )
    assert after[0] == "block"
    assert FULL in after[1]
