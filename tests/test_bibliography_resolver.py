"""Which work each citation is to: the chapter against its hand-made encoding, and invented notes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from material import WHITEWOOD
from synthetic_notes import Writer

from toolkit import Document, load, parse
from toolkit.bibliography import Certainty, Proposal, check, compare, resolve

HAND = ("corresp", "subtype", "cert", "type")


def untyped(document: Document, *, names: bool) -> Document:
    """Return a document whose citations say no more than what is printed."""
    root = etree.fromstring(document.source)
    for bibl in root.iterfind(".//{*}text//{*}bibl"):
        for name in HAND:
            bibl.attrib.pop(name, None)
        for element in bibl.iter() if not names else ():
            element.attrib.pop("ref", None)
    return parse(etree.tostring(root, encoding="utf-8"), document.path)


def printed(notes: str, works: str = "") -> Document:
    """Return a document of a few notes and works."""
    books = (
        "<biblStruct xml:id='moor'><monogr><author>Ines Moor</author><title>Fog: A History</title>"
        "<imprint><publisher>Quay</publisher><date when='1988'/></imprint></monogr></biblStruct>"
        "<biblStruct xml:id='lund'><analytic><author>Per Lund</author><title>Long Quays</title>"
        "</analytic><monogr><title level='j'>Notes</title><imprint><date when='1999'/>"
        "<biblScope unit='page' from='10' to='30'/></imprint></monogr></biblStruct>"
    )
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listBibl type="works">'
        f"{books}{works}</listBibl></standOff><text><body><p>{notes}</p></body></text></TEI>"
    )
    return parse(text.encode(), Path("notes.xml"))


MOOR = "<bibl><author>Ines Moor</author>, <title>Fog</title> (<publisher>Quay</publisher>, <date>1988</date>)</bibl>"
LUND = "<bibl><author>Lund</author>, <title>Long Quays</title></bibl>"
IBID = "<bibl>Ibid., <citedRange from='25' to='25'>25</citedRange></bibl>"


def last(notes: str, works: str = "") -> Proposal:
    return resolve(printed(notes, works))[-1]


@pytest.mark.parametrize("names", [True, False], ids=["persons pointed to", "names alone"])
def test_the_chapter_is_resolved_as_it_was_by_hand(names: bool) -> None:
    chapter = load(WHITEWOOD)
    by_hand = [proposal.citation.encoded for proposal in resolve(chapter)]

    proposals = resolve(untyped(chapter, names=names))

    wrong = [
        (p.citation.label, p.citation.text, p.target, hand)
        for p, hand in zip(proposals, by_hand, strict=True)
        if p.resolved and (p.target,) != hand
    ]
    assert wrong == []
    assert len(proposals) == 101
    # Note 60: "Ibid." after a note that cites two works. The last is meant, as the page shows.
    assert [p.citation.label for p in proposals if not p.resolved] == ["note 60"]


def test_of_two_hundred_invented_notes_none_is_silently_wrong() -> None:
    writer = Writer(seed=1937)
    document = parse(writer.document(200).encode(), Path("synthetic.xml"))

    proposals = resolve(document)

    found = Counter(_outcome(p, truth) for p, truth in zip(proposals, writer.truths, strict=True))
    assert found["silently wrong"] == 0
    assert found["right"] > 4 * found["doubtful but right"]


@pytest.mark.parametrize("seed", range(12))
def test_nor_are_those_of_other_writers(seed: int) -> None:
    writer = Writer(seed)
    document = parse(writer.document(200).encode(), Path("synthetic.xml"))

    outcomes = list(_wrong(resolve(document), writer.truths))

    assert outcomes == []


def _outcome(proposal: Proposal, truth: str | None) -> str:
    if not proposal.resolved:
        return "doubtful but right" if proposal.target == truth else "doubtful"
    return "right" if proposal.target == truth else "silently wrong"


def _wrong(proposals: list[Proposal], truths: list[str | None]) -> Iterator[str]:
    for proposal, truth in zip(proposals, truths, strict=True):
        if _outcome(proposal, truth) == "silently wrong":
            yield f"{proposal.citation.label} {proposal.citation.text}: {proposal.target}, not {truth}"


CASES = {
    "ibid after one work": (f"<note>{MOOR}</note><note>{IBID}</note>", "moor", "certain"),
    "ibid after a chain": (
        f"<note>{MOOR}</note><note>{IBID}</note><note>{IBID}</note>",
        "moor",
        "certain",
    ),
    "ibid after two works": (f"<note>{LUND}; {MOOR}</note><note>{IBID}</note>", "moor", "doubtful"),
    "ibid after one work cited twice": (
        f"<note>{MOOR}; {MOOR}</note><note>{IBID}</note>",
        "moor",
        "certain",
    ),
    "ibid after a note without a citation": (
        f"<note>{MOOR}</note><note>Rain.</note><note>{IBID}</note>",
        "moor",
        "doubtful",
    ),
    "ibid in the same note": (f"<note>{LUND}; {MOOR}; {IBID}</note>", "moor", "certain"),
    "ibid with a page the article does not have": (
        f"<note>{LUND}</note><note>{IBID.replace('25', '99')}</note>",
        "lund",
        "doubtful",
    ),
    "a bare page": (
        f"<note>{MOOR}, and <bibl><citedRange>12</citedRange></bibl></note>",
        "moor",
        "certain",
    ),
    "a bare page alone in its note": (
        f"<note>{MOOR}</note><note><bibl><citedRange>12</citedRange></bibl></note>",
        "moor",
        "doubtful",
    ),
    "author alone": (f"<note>{MOOR}</note><note><bibl><author>Moor</author>, 7</bibl></note>", "moor", "certain"),
    "a year that differs": (
        f"<note>{MOOR.replace('1988', '1989')}</note>",
        "moor",
        "doubtful",
    ),
    "a slip in the title": (
        f"<note>{LUND.replace('Long Quays', 'Long Qauys')}</note>",
        "lund",
        "likely",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_reference_is_resolved_as_far_as_it_can_be(case: str) -> None:
    notes, target, certainty = CASES[case]

    found = last(notes)

    assert (found.target, str(found.certainty)) == (target, certainty)


def test_an_author_with_two_works_cited_is_in_doubt_and_the_other_is_named() -> None:
    second = (
        "<biblStruct xml:id='moor2'><monogr><author>Ines Moor</author><title>Ice</title>"
        "<imprint><date when='1992'/></imprint></monogr></biblStruct>"
    )
    ice = "<bibl><author>Moor</author>, <title>Ice</title></bibl>"

    found = last(
        f"<note>{MOOR}</note><note>{ice}</note><note><bibl><author>Moor</author>, 3</bibl></note>",
        second,
    )

    assert (found.target, found.certainty, found.rivals) == ("moor2", Certainty.DOUBTFUL, ("moor",))


def test_a_work_that_the_bibliography_lacks_is_not_guessed() -> None:
    found = last("<note><bibl><author>Orr</author>, <title>Tides</title></bibl></note>")

    assert found.target is None
    assert found.reason == "no work of the bibliography fits it"


def test_a_reference_by_author_and_year_is_resolved_and_compared_with_its_pointer() -> None:
    text = """As <ref type="bibl" target="#lund">Moor 1988</ref> and <ref type="bibl">Orr</ref> say;
      but (<ref type="bibl" target="#moor">1988</ref>) is no question."""

    found = {p.citation.text: (p.target, p.differs) for p in resolve(printed(text))}

    assert found == {"Moor 1988": ("moor", True), "Orr": (None, False)}


CHECKED = (
    "<note n='1'>{first}</note><note n='2'>{second}</note>"
    "<note n='3'><bibl corresp='#lund' subtype='full'>Lund 1999</bibl></note>"
)
FULL = MOOR.replace("<bibl>", "<bibl corresp='#moor' subtype='full'>")
SHORT = "<bibl corresp='#moor' subtype='short'><author>Moor</author>, <title>Fog</title></bibl>"
TWO = FULL + "; " + LUND.replace("<bibl>", "<bibl corresp='#lund' subtype='full'>")
SAME = IBID.replace("<bibl>", "<bibl corresp='#lund' subtype='ibid'>")
RULES = {
    "unresolved-citation": (FULL, IBID),
    "ambiguous-ibid": (TWO, SAME),
    "short-before-full": (SHORT, FULL),
    "orphan-work": ("Nothing.", "Nothing."),
    "": (FULL, SHORT),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_encoding_is_held_to_what_can_be_known(rule: str) -> None:
    first, second = RULES[rule]

    problems = list(check(printed(CHECKED.format(first=first, second=second))))

    assert {problem.rule for problem in problems} == ({rule} if rule else set())
    assert all(problem.advice and problem.path for problem in problems)


def test_an_ibid_in_doubt_is_accepted_with_a_word_on_how_sure_it_is() -> None:
    notes = CHECKED.format(first=TWO, second=SAME.replace("<bibl", "<bibl cert='high'"))

    assert list(check(printed(notes))) == []


def test_a_document_that_does_not_encode_citations_is_not_held_to_it() -> None:
    assert list(check(printed(f"<note>{MOOR}</note>"))) == []


def test_citations_that_contradict_one_another_are_found() -> None:
    chapter = load(WHITEWOOD)

    found = [problem.message for problem in compare(chapter)]

    # Every unit that the editors hold in doubt is found by its numbers alone.
    for entry in chapter.xpath("//tei:listBibl/tei:bibl[@type='archival'][@cert]"):
        fond, opis = (entry.findtext(f"{{*}}idno[@type='{level}']") for level in ("fond", "opis"))
        assert any(f"f. {fond}, op." in said or f"almost {opis}," in said for said in found)
    assert any("Woodrow Wilson Center Press" in message for message in found)
    # The rest is one fond beside another, which is no slip: 33987 and 33988 both exist.
    assert len(found) == 6
