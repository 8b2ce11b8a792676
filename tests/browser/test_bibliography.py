"""The bibliography in a browser: it sorts and filters."""

from pathlib import Path

from conftest import Open

ENTRIES = (
    "[...document.querySelectorAll('#literature ~ .entry')].filter(e => !e.hidden).map(e => e.id)"
)


def test_the_list_sorts_and_filters(harbour_pages: Path, open_page: Open) -> None:
    page = open_page(harbour_pages / "bibliography.html")
    ingram, small_ports, nair_holt = (
        "bibl_ingram_2004",
        "bibl_small_ports_2019",
        "bibl_nair_holt_2011",
    )

    assert page.evaluate(ENTRIES) == [ingram, small_ports, nair_holt]
    page.get_by_label("Sort by").select_option("year")
    assert page.evaluate(ENTRIES) == [ingram, nair_holt, small_ports]
    page.get_by_label("Find").fill("keeps light")
    assert page.evaluate(ENTRIES) == [nair_holt]
