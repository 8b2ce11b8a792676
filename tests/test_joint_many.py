"""Entries that very many documents mention: pages stay small, totals stay true, data has them all."""

import csv
import json
from pathlib import Path

import pytest
from lxml import html

from toolkit.joint.holding import Holding, Mentioned
from toolkit.joint.mentions import MENTIONS
from toolkit.joint.pages import Task, make_pages
from toolkit.joint.store import Store
from toolkit.making.build import with_version
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import joint

DOCUMENTS = 130
ADA = {
    "id": "ada", "kind": "person", "type": None, "label": "Ada Holm", "sort": "Holm, Ada", "life": None,
    "variants": [], "forms": [], "identifiers": [], "dates": [], "address": "persons.html#ada",
}  # fmt: skip


def mentioned_by(number: int) -> int:
    """Return how often a document mentions the entry: the later, the more often."""
    return number // 10


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Joint pages of many letters, of which the first ten only list the entry."""
    out = tmp_path_factory.mktemp("out")
    with Store(out) as store:
        for number in range(DOCUMENTS):
            about = json.dumps({"title": f"Letter {number}"})
            held = [Mentioned("person", json.dumps(ADA), mentioned_by(number))]
            folder = "=sum" if number == 0 else f"letter{number:03}"
            store.put(f"{folder}.xml", folder, "", Holding(about, held))
    sheets = [s for s in joint(XSLT) if s.stem in {"persons.html", "entities.json", "entities.csv"}]
    make_pages(Task(out, sheets, with_version({}), [], {}, table=True))
    return out


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_a_page_names_the_documents_that_mention_an_entry_most(out: Path) -> None:
    (entry,) = html.parse(out / "persons.html").getroot().cssselect("article.entry")

    *named, more = entry.cssselect("ul.holders li")

    first = named[0].xpath("string(a)")
    assert (len(named), first, named[-1].xpath("string(a)")) == (100, "Letter 30", "Letter 129")
    assert more.xpath("string()") == "20 more (CSV)"
    assert more.xpath("a/@href") == [MENTIONS]


def test_totals_are_those_of_all_documents(out: Path) -> None:
    total = sum(map(mentioned_by, range(DOCUMENTS)))

    page = html.parse(out / "persons.html").getroot()
    (entry,) = page.cssselect("article.entry")

    assert (entry.get("data-documents"), entry.get("data-mentions")) == ("120", str(total))
    assert f"{total} mentions in 130 documents" in page.cssselect("header .tally")[0].text_content()
    assert entry.xpath("string(.//summary)") == f"{total} mentions in 120 documents"
    (row,) = rows(out / "entities.csv")
    assert (row["documents"], row["mentions"]) == ("120", str(total))


def test_data_tells_how_many_documents_it_leaves_out(out: Path) -> None:
    (entry,) = json.loads((out / "entities.json").read_text(encoding="utf-8"))["entities"]

    assert entry["inDocuments"] == 120
    assert len(entry["documents"]) + entry["unlisted"] == DOCUMENTS


def test_the_table_has_every_document(out: Path) -> None:
    found = rows(out / MENTIONS)

    assert [int(row["mentions"]) for row in found] == [mentioned_by(n) for n in range(DOCUMENTS)]
    assert found[1] == {
        "id": "ada", "document": "letter001", "address": "persons.html#ada", "mentions": "0", "by name": "",
    }  # fmt: skip


def test_the_table_has_no_formulas(out: Path) -> None:
    assert rows(out / MENTIONS)[0]["document"] == "'=sum"
