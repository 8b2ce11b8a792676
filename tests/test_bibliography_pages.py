"""The bibliography and the interventions as pages: every citation listed, and a plain list without scripts."""

from pathlib import Path

import pytest
from lxml import html
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load
from toolkit.resources import XSLT
from toolkit.transform import Stylesheet

EDITIONS = {"harbour": HARBOUR, "whitewood": WHITEWOOD}
every_edition = pytest.mark.parametrize("edition", EDITIONS)


def made(name: str, document: Document) -> str:
    return Stylesheet(XSLT / name).render(document)


def page(name: str, edition: str) -> html.HtmlElement:
    return html.document_fromstring(made(name, load(EDITIONS[edition])))


@every_edition
def test_each_work_lists_every_citation_with_its_note(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("bibliography.html.xsl", edition)

    for work in document.xpath("//tei:listBibl[@type='works']/tei:biblStruct"):
        ident = work.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        (entry,) = shown.xpath("//article[@id = $id]", id=ident)
        cited = document.xpath(f"//tei:text//tei:bibl[@corresp='#{ident}']")
        assert len(entry.xpath(".//ul[@class = 'citing']//a")) == len(cited)
        assert entry.get("data-cited") == str(len(cited))


@every_edition
def test_each_work_stands_in_two_styles_and_can_be_picked_up(edition: str) -> None:
    shown = page("bibliography.html.xsl", edition)

    for entry in shown.xpath("//article[contains(@class, 'work')]"):
        first, second = entry.find_class("reference")
        assert first.text_content().endswith(".")
        assert second.getparent().tag == "details"
        (coins,) = entry.find_class("Z3988")
        assert coins.get("title", "").startswith("ctx_ver=Z39.88-2004&rft_val_fmt=")


@every_edition
def test_the_archives_are_a_tree_with_the_leaves_cited(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("archives.html.xsl", edition)

    units = document.xpath("//tei:listBibl/tei:bibl[@type='archival']")
    assert len(shown.xpath("//ul[@class = 'branch fond']//ul//ul/li[@id]")) == len(units)
    leaves = document.xpath("//tei:text//tei:bibl[@type='archival'][tei:citedRange]")
    assert len(shown.xpath("//li[contains(., ' l. ') or contains(., ' ll. ')]/a")) == len(leaves)


@every_edition
def test_every_correction_is_told_with_its_place(edition: str) -> None:
    document = load(EDITIONS[edition])
    shown = page("interventions.html.xsl", edition)

    choices = document.xpath("//tei:text//tei:choice[tei:sic][tei:corr]")
    rows = shown.xpath("//table[@class = 'interventions']/tbody/tr")
    assert len(rows) == len(choices)
    assert all(row.xpath(".//a[starts-with(@href, 'index.html#')]") for row in rows)
    doubtful = document.xpath("//tei:text//tei:bibl[@cert='low' or @cert='medium']")
    assert len(shown.xpath("//dl[@class = 'doubts']/dt")) >= len(doubtful)


@pytest.mark.parametrize(
    "article",
    [
        "ADHO+dh2016/xml/243.xml",
        "TEIC+atop/Documentation/papers/TEI_2022_Newcastle/jTEI_submission_revised.xml",
        "OpenEdition+tei.openedition/docs/source/_static/files/oj-ejrieps-9683-out.xml",
    ],
)
def test_other_projects_have_their_page_too(article: str, shared: Path) -> None:
    document = load(shared / "corpus" / article)

    shown = html.document_fromstring(made("bibliography.html.xsl", document))

    references = document.xpath("//tei:text//tei:listBibl/tei:bibl")
    assert len(shown.xpath("//article")) == len(references)
