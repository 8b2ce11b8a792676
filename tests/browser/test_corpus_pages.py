"""Do the joint pages of a corpus work for everybody, from a disk: catalogue, indexes, search?"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from small_corpus import write_letter, write_letters
from test_access import violations

from toolkit.cli import main
from toolkit.joint.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

ANSWERED = "() => document.querySelector('[role=status]').textContent !== ''"
ODD = ["Łódź", "Noël", "Straße", "Ὀδυσσεύς", "Йонас", "œuvre", "smørrebrød", "灯台"]
ODD += ["ﬁſh", "Lei\N{SOFT HYPHEN}ne"]


@pytest.fixture(scope="session")
def joint_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The joint pages of the small corpus."""
    folder = tmp_path_factory.mktemp("joint")
    letters = write_letters(folder / "letters")
    write_letter(letters, "late/fourth", f"<p>{' '.join(ODD)}</p>")
    (letters / "late" / "broken.xml").write_text("<TEI")
    result = CliRunner().invoke(main, ["build", str(letters), "-o", str(folder / "out")])
    assert result.exit_code == 1, result.output
    return folder / "out"


@pytest.mark.parametrize("name", ["index.html", "persons.html", "places.html", "search.html"])
def test_axe_finds_nothing_in_the_joint_pages(
    open_page: "Open", joint_pages: Path, name: str, axe: str
) -> None:
    page = open_page(joint_pages / name, "#q=lamp")
    page.evaluate(axe)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            found[scheme, width] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert {key: value for key, value in found.items() if value} == {}


def test_the_catalogue_is_filtered_and_sorted(open_page: "Open", joint_pages: Path) -> None:
    page = open_page(joint_pages / "index.html")
    titles = page.locator("tbody tr:not([hidden]) th")

    page.locator(".filter input").fill("rohr phare")
    assert titles.all_inner_texts() == ["Le phare d’Ostrana"]
    page.locator(".filter input").fill("")
    page.locator("thead button", has_text="Date").click()
    dates = page.locator("tbody .date").all_inner_texts()
    assert [date[-4:] for date in dates] == ["1883", "1882", "1881", "1881"]


def test_a_joint_index_is_sorted_by_the_number_of_documents(
    open_page: "Open", joint_pages: Path
) -> None:
    page = open_page(joint_pages / "persons.html")

    page.locator(".filter select").select_option("documents")

    counts = page.locator(".entry").evaluate_all("all => all.map(e => Number(e.dataset.documents))")
    assert counts == [3, 2, 1]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("lamp oil", {"Oil for the lamp"}),
        ("LAMP", {"The lamp is lit", "Oil for the lamp", "Le phare d’Ostrana"}),
        ('"lamp"', {"The lamp is lit", "Oil for the lamp"}),
        ("hiver eteint", {"Le phare d’Ostrana"}),
        ("осе", {"Два письма"}),
        ("lamp осень", set()),
    ],
)
def test_the_joint_search_finds_the_documents_that_hold_all_words(
    open_page: "Open", joint_pages: Path, query: str, titles: set[str]
) -> None:
    page = open_page(joint_pages / "search.html")

    page.locator("#words").fill(query)
    page.wait_for_function(ANSWERED)

    assert set(page.locator(".results li > a").all_inner_texts()) == titles


def test_what_the_joint_search_finds_leads_to_the_search_of_the_document(
    open_page: "Open", joint_pages: Path
) -> None:
    page = open_page(joint_pages / "search.html", "#q=lamp+oil")

    page.locator(".results li > a").click()
    page.locator(".results mark").first.wait_for()

    assert page.url.endswith("early/second/search.html#q=lamp+oil")
    assert page.locator(".results mark").all_inner_texts() == ["Oil", "lamp", "Lamp", "oil"]


@pytest.mark.parametrize("word", ODD)
def test_a_word_is_found_however_its_letters_are_written(
    open_page: "Open", joint_pages: Path, word: str
) -> None:
    for typed in (word, word.upper(), fold(word)):
        page = open_page(joint_pages / "search.html")
        page.locator("#words").fill(typed)
        page.wait_for_function(ANSWERED)

        assert page.locator(".results li > a").all_inner_texts() == ["Два письма"]


def test_without_scripts_the_catalogue_is_a_list_and_the_search_leads_to_the_indexes(
    open_page: "Open", joint_pages: Path
) -> None:
    catalogue = open_page(joint_pages / "index.html", java_script_enabled=False)
    assert catalogue.locator("tbody tr").count() == 4
    assert catalogue.locator(".missing").inner_text().endswith("broken.xml")
    assert not catalogue.locator(".filter").is_visible()

    search = open_page(joint_pages / "search.html", java_script_enabled=False)
    assert search.locator("main a[href='persons.html']").is_visible()
