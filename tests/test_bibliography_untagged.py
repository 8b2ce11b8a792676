"""Citations in which nobody has tagged a word: read by their words, with honest certainty."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from synthetic_notes import Writer
from test_bibliography_resolver import printed

from toolkit import Document, parse
from toolkit.bibliography import Certainty, Proposal, resolve
from toolkit.cli import main

SMITH = (
    "<biblStruct xml:id='smith'><monogr><author>John Smith</author><title>The Great Book</title>"
    "<imprint><pubPlace>London</pubPlace><publisher>P</publisher><date when='2001'/></imprint>"
    "</monogr></biblStruct>"
)
TWINS = (
    "<biblStruct xml:id='one'><monogr><author>Wern</author><title>Keys</title><imprint>"
    "<date when='2013'/></imprint></monogr></biblStruct>"
    "<biblStruct xml:id='two'><monogr><author>Wern</author><title>Oil</title><imprint>"
    "<date when='2013'/></imprint></monogr></biblStruct>"
)
NOTES = {
    "John Smith, <hi>The Great Book</hi> (London: P, 2001), 5.": "smith",
    "Ibid., 7.": "smith",
    "See Smith, <hi>Great Book</hi>, 9.": "smith",
    "Smith, Great Book, 9.": "smith",
    "Smith, op. cit., 12.": "smith",
    "Smith, 14.": "smith",
    "Smith 2001, 15.": "smith",
    "Smith, The Small Book, 4.": None,
    "Orr, <hi>The Great Book</hi>, 3.": None,
    "Orr, Tides, 3.": None,
}


def found(notes: str, works: str = SMITH) -> list[tuple[str, str | None, str]]:
    """Return what is proposed for the citations of a few notes."""
    return [(p.citation.text, p.target, str(p.certainty)) for p in resolve(printed(notes, works))]


def without_tags(source: str, *, bibl: bool) -> Document:
    """Return a document whose citations are bare words, in `bibl` or not even that."""
    root = etree.fromstring(source.encode())
    for element in root.iterfind(".//{*}text//{*}bibl"):
        text = "".join(element.itertext())
        del element[:]
        element.attrib.clear()
        element.text = text
    if not bibl:
        etree.strip_tags(root.find(".//{*}text"), "{*}bibl")
    return parse(etree.tostring(root), Path("bare.xml"))


def outcome(proposal: Proposal, truths: list[str | None]) -> str:
    if proposal.target in truths:
        return "right"
    return "silently wrong" if proposal.resolved else "doubtful"


@pytest.mark.parametrize("tags", ["<note><bibl>{}</bibl></note>", "<note>{}</note>"])
def test_a_citation_is_read_by_its_words(tags: str) -> None:
    notes = "".join(tags.format(note) for note in NOTES)

    proposed = [target for _, target, _ in found(notes)]

    assert proposed == list(NOTES.values())


@pytest.mark.parametrize("seed", [1937, *range(6)])
def test_of_invented_notes_without_a_tag_none_is_silently_wrong(seed: int) -> None:
    writer = Writer(seed)
    document = without_tags(writer.document(200), bibl=True)

    proposals = resolve(document)

    pairs = zip(proposals, writer.truths, strict=True)
    outcomes = Counter(outcome(proposal, [truth]) for proposal, truth in pairs)
    assert outcomes["silently wrong"] == 0
    assert outcomes["right"] > 10 * outcomes["doubtful"]


def test_nor_of_notes_in_which_no_citation_is_tagged() -> None:
    writer = Writer(1937)
    source = writer.document(200)
    tagged = resolve(without_tags(source, bibl=True))
    truths: dict[tuple[str, str], list[str | None]] = {}
    for proposal, truth in zip(tagged, writer.truths, strict=True):
        key = (proposal.citation.label, proposal.citation.text)
        truths.setdefault(key, []).append(truth)

    proposals = resolve(without_tags(source, bibl=False))

    outcomes = Counter(outcome(p, truths[p.citation.label, p.citation.text]) for p in proposals)
    assert outcomes["silently wrong"] == 0
    assert len(proposals) > 0.95 * len(writer.truths)
    assert Certainty.CERTAIN not in {p.certainty for p in proposals}


def test_prose_in_a_note_is_no_citation_and_leaves_what_stands_beside_it_in_doubt() -> None:
    notes = (
        "<note>Smith, who wrote in 1901, was kind.</note><note>The great book was lost.</note>"
        "<note>Smith, Great Book, 3; but others said that in the harbour it was never read.</note>"
    )

    proposed = found(notes)

    assert proposed == [("Smith, Great Book, 3", "smith", "doubtful")]


def test_resolve_says_that_no_citation_is_tagged(tmp_path: Path) -> None:
    path = tmp_path / "notes.xml"
    path.write_bytes(printed("<note>A remark.</note><note>Another.</note>").source)

    result = CliRunner().invoke(main, ["bibliography", "resolve", str(path)])

    assert "no citation is tagged in 2 notes; none reads like one" in result.stderr


PLAIN = {
    "a line break": ("as said (Smith,\n  2001)", ["Smith, 2001"]),
    "two authors over two lines": ("(Doe and\n  Smith, 2002)", ["Doe and Smith, 2002"]),
    "several years": ("(Wern, 1992, 2004)", ["Wern, 1992", "Wern, 2004"]),
    "letters": ("(Wern 2013a, b, p. 4)", ["Wern, 2013a", "Wern, 2013b"]),
    "a name set apart": ("(<hi>Smith</hi>, 2001)", ["Smith, 2001"]),
    "names before the year": ("Ward et Orr (2022) say", ["Ward et Orr (2022)"]),
    "a name of the bibliography": ("in Smith’s (2001, 5) view", ["Smith’s (2001, 5)"]),
    "a place before a year": ("in Riga (1920) and (Riga: Quay, 1920)", []),
}


@pytest.mark.parametrize("case", PLAIN)
def test_a_reference_by_author_and_year_is_found_however_it_is_laid_out(case: str) -> None:
    text, expected = PLAIN[case]

    assert [said for said, _, _ in found(text)] == expected


def test_letters_tell_works_of_one_year_apart() -> None:
    assert found("(Wern 2013a; Wern 2013b; Wern 2013c; Smith 2001a)", SMITH + TWINS) == [
        ("Wern 2013a", "one", "likely"),
        ("Wern 2013b", "two", "likely"),
        ("Wern 2013c", "one", "doubtful"),
        ("Smith 2001a", "smith", "doubtful"),
    ]


def test_the_maker_named_first_tells_two_works_of_the_same_makers_apart() -> None:
    works = "".join(
        f"<biblStruct xml:id='{ident}'><monogr><author>{one}</author><author>{two}</author>"
        "<title>Tides</title><imprint><date when='2013'/></imprint></monogr></biblStruct>"
        for ident, one, two in (("orr", "Orr", "Wern"), ("wern", "Wern", "Orr"))
    )

    assert found("(Wern and Orr 2013)", works) == [("Wern and Orr 2013", "wern", "likely")]
