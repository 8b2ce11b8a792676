"""Whatever TEI a document is, its text is on the page and in the plain text, to the letter."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

import pytest
from fidelity import differences, page_words, plain_words
from kinds import NS, kinds
from lxml import etree, html
from odd_kinds import odd_kinds
from reading_order import Source

from toolkit import Document, ProblemsFound, load, parse
from toolkit.check.vocabulary import elements as tei_elements
from toolkit.making.rendering import render
from toolkit.reading.including import include
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets

KINDS = kinds() | odd_kinds()
PARAMETERS = {"version": "1"}
SHEETS = (XSLT / "index.html.xsl", XSLT / "edition.txt.xsl")
# What is no text, or makes other text none; and what is read in an order of its own.
OUT_OF_PLACE = frozenset("TEI teiCorpus teiHeader annotation binaryObject choice front".split())
# Elements that hold words, and those that may not stand among them.
PHRASING = "p span i em cite sup small code h1 h2 h3 h4 h5 h6".split()
BLOCKS = "div p ul ol dl table section article figure blockquote h1 h2 h3 h4 h5 h6".split()


@cache
def outputs(name: str) -> dict[str, str]:
    """Make every output of one of our documents."""
    made = render(document(name), tuple(stylesheets(XSLT)), PARAMETERS)
    return {file: content.decode() for file, content in made.outputs.items()}


def document(name: str) -> Document:
    """Return one of our documents."""
    return parse(KINDS[name], Path(f"{name}.xml"))


def lost(document: Document, page: str, plain: str) -> list[str]:
    """Return in what page and plain text differ from the words of a document."""
    source = Source(document.tree)
    found = {
        "page": differences(source.page(), page_words(page)),
        "plain text": differences(source.lines(), plain_words(plain)),
    }
    return [f"{where}: {said}" for where, all_said in found.items() for said in all_said]


@pytest.mark.parametrize("name", KINDS)
def test_no_word_is_lost_joined_or_out_of_order(name: str) -> None:
    assert lost(document(name), outputs(name)["index.html"], outputs(name)["edition.txt"]) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_html_whatever_the_document_nests(name: str) -> None:
    page = html.document_fromstring(outputs(name)["index.html"])
    source = outputs(name)["index.html"]

    misplaced = [f"{node.tag} in {up.tag}" for node, up in within(page, BLOCKS, PHRASING)]
    in_lists = page.xpath(
        "//ul/*[not(self::li)] | //ol/*[not(self::li)] | //tr/*[not(self::td or self::th)]"
    )
    ids = page.xpath("//@id")

    assert misplaced == []
    assert in_lists == []
    assert len(ids) == len(set(ids))
    assert not re.search(r"<script(?! defer| type=\"application/ld)", source)
    assert "javascript:" not in source


def within(
    page: html.HtmlElement, inner: list[str], outer: list[str]
) -> Iterator[tuple[html.HtmlElement, html.HtmlElement]]:
    for node in page.iter(*inner):
        for up in node.iterancestors(*outer):
            yield node, up


@pytest.mark.parametrize("name", ["notes that are pointed to", "notes that point"])
def test_notes_that_stand_apart_are_called_from_where_they_point(name: str) -> None:
    page = html.document_fromstring(outputs(name)["index.html"])
    (paragraph,) = page.xpath("//p[starts-with(., 'One')]")
    called = paragraph.xpath(".//a[@role = 'doc-noteref']")
    notes = [page.get_element_by_id(a.get("href").removeprefix("#")) for a in called]

    assert [" ".join(note.text_content().split())[:6] for note in notes] == ["First.", "Second"]
    assert [note.xpath(".//a[@role = 'doc-backlink']/@href")[0] for note in notes] == [
        f"#{a.get('id')}" for a in called
    ]


def test_every_document_of_the_corpus_gives_its_text_or_one_reason(shared: Path) -> None:
    """Each is refused with a place and a rule, or no letter of it is lost."""
    wrong = {}
    for path in sorted((shared / "corpus").rglob("*")):
        if not path.is_file() or path.suffix not in {".xml", ".tei", ".odd"}:
            continue
        try:
            found, _ = include(load(path))
        except ProblemsFound as refused:
            if len({problem.rule for problem in refused.problems}) != 1:
                wrong[path] = [str(problem) for problem in refused.problems]
            continue
        made = render(found, SHEETS, PARAMETERS).outputs
        if said := lost(found, made["index.html"].decode(), made["edition.txt"].decode()):
            wrong[path] = said

    assert wrong == {}


@pytest.mark.parametrize("seed", range(12))
def test_no_element_loses_or_joins_words_wherever_it_stands(seed: int) -> None:
    """All that TEI has, valid or not, with no space between words and tags but now and then."""
    chance = Random(seed)
    names = sorted(tei_elements() - OUT_OF_PLACE)
    words = (f"w{number:04d}w" for number in count(1))

    def element(depth: int) -> str:
        name = chance.choice(names)
        parts = [
            next(words) + chance.choice(["", " "]) + (element(depth - 1) if depth else "")
            for _ in range(chance.randint(1, 3))
        ]
        return f"<{name}>{''.join(parts)}</{name}>"

    body = "".join(element(4) for _ in range(30))
    source = f"<TEI {NS}><text><body>{body}</body></text></TEI>".encode()
    made = render(parse(source, Path("any.xml")), SHEETS, PARAMETERS).outputs

    assert lost(parse(source, Path("any.xml")), *(made[s.stem].decode() for s in SHEETS)) == []


@pytest.mark.parametrize("around", ["text", "text><body", "text><body><p", "text><body><div><head"])
@pytest.mark.parametrize("name", ["item", "titlePart", "body"])
def test_what_stands_outside_its_usual_parents_is_joined_to_no_neighbour(
    name: str, around: str
) -> None:
    start, end = f"<{name}>", f"</{name}>"
    inner = f"<p>one</p>{start}two{end}{start}three{end}<hi>four</hi>{start}five{end}six"
    ends = "".join(f"</{tag}>" for tag in reversed(around.split("><")))
    source = f"<TEI {NS}><{around}>{inner}{ends}</TEI>".encode()
    given = parse(source, Path("any.xml"))

    made = render(given, SHEETS, PARAMETERS).outputs

    assert lost(given, *(made[sheet.stem].decode() for sheet in SHEETS)) == []


def test_outputs_come_however_a_document_is_put_together() -> None:
    """Parts of every kind in the places of others, twice, or missing: no stylesheet stops."""
    chance = Random(1)
    whole = [etree.fromstring(source) for source in KINDS.values()]
    parts = [part for tree in whole for part in tree.iter("*")]
    sheets = tuple(stylesheets(XSLT))
    for _ in range(60):
        tree = deepcopy(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            place = chance.choice(list(tree.iter("*")))
            above = place.getparent()
            part = deepcopy(chance.choice([*parts, place]))
            if above is None or chance.random() < 0.5:
                place.insert(chance.randint(0, len(place)), part)
            elif chance.random() < 0.5:
                above.replace(place, part)
            else:
                above.remove(place)

        made = render(parse(etree.tostring(tree), Path("mixed.xml")), sheets, PARAMETERS)

        assert made.outputs.keys() == {sheet.stem for sheet in sheets}
