"""One slip put into the published edition is one problem: what follows from it is not told."""

from pathlib import Path

import pytest
from material import WHITEWOOD

from toolkit.check import Settings, check
from toolkit.errors import ProblemsFound
from toolkit.problems import Problem
from toolkit.reading.document import parse

TEXT = WHITEWOOD.read_text("utf-8")
P = '<p xml:id="p-no-plot" n="2">'
# What stands in the edition, what a slip makes of it, where the problem is, its name, its mend.
SLIPS = [
    (P, P.replace("xml:id", "id"), "<p id", "<p> has no attribute @id", "write xml:id="),
    (P, P.replace("xml:id", "xmlid"), "<p xmlid", "<p> has no attribute @xmlid", "write xml:id="),
    (P, P.replace("xml:id", "xml:ID"), "<p xml:ID", "no attribute @xml:ID", "write xml:id="),
    (P, '<p n="2">', '<p n="2">', "this p has no identifier", "give it an @xml:id"),
    (P, f"<p>New.</p>{P}", "<p>", "this p has no identifier", "give it an @xml:id"),
    (P, f"{P}<div><p>x</p></div>", "<div><p>x", "<div> may not stand in <p>", "end <p> before it"),
    ("<sic>there</sic>", "<sic>there</sic><sic>a</sic>", "<sic>a", "<sic> may not stand at this point", "keep one"),
    ('<person xml:id="pers_kirov">', '<person xml:id="pers_stalin">', '<person xml:id="pers_stalin">\n        <persName type="main">Iosif', '"pers_stalin" is used already', "another xml:id"),
    ("<pubPlace>Aldershot</pubPlace>", "Aldershot", "Aldershot", "text stands directly in <imprint>", "wrap it in <pubPlace>"),
    ('<persName ref="#pers_stalin">Iosif', '<persName ref="#pers_stalin">>Iosif', ">Iosif", "a second > stands behind the tag of <persName>", "take it out"),
    ('<placeName ref="#place_smolny">', 'the old <placeName ref="#place_smolny">', "the old", 'words stand in "p-kirov-to-first-trial" beside the gaps', "take them out"),
    ("Sergei Kirov</persName>", "Sergei Kirov </persName>", '<persName type="main">Sergei Kirov', "a space stands inside the tag persName", "put it outside"),
    (P, f'<note place="end" n="5" xml:id="note-x">x</note>{P}', "<note", "this <note> stands beside the paragraphs", "move it into the paragraph"),
    ('<placeName ref="#place_smolny">', '<author>x</author> <placeName ref="#place_smolny">', "<author>x", "<author> may not stand in <p>", ""),
    ("<term>Great Terror</term>", "Great Terror", "Great Terror", "text stands directly in <keywords>", "wrap it in <term>"),
    ('<head xml:id="head-1920s"><date from="1920" to="1929">The 1920s</date>: dangers in peacetime</head>\n', "", '<p xml:id="p-encirclement"', 'the block "head-1920s" is missing before this <p>', "put it back with its xml:id"),
]  # fmt: skip


LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
  <text><body><p>Then.</p><lg><l>One</l></lg><figure><graphic url="a.png"/></figure></body></text>
</TEI>
"""
# Likewise for a document of all of TEI.
SLIPS_OF_TEI = [
    ('url="a.png"', 'target="a.png"', "<graphic", "no attribute @target", "did you mean @url?"),
    ("<p>Then.", "<p><div><p>x</p></div>Then.", "<div>", "<div> may not stand in <p>", "end <p> before it"),
    ("<p>Then.", "<p><head>x</head>Then.", "<head>", "<head> may not stand in <p>", "move it before the <p>"),
    ("<p>Then.", "<p><item>x</item>Then.", "<item>", "<item> may not stand in <p>", "wrap it in <list>"),
    ("Then.", "<choice><sic>Than</sic></choice>", "<choice>", "<choice> lacks <corr>", "add <corr>"),
    ("Then.", '<date when="1911-1914">x</date>', "<date", "is not allowed", 'from="1911" to="1914"'),
    ("Then.", '<space quantity="1char"/>', "<space", "is not allowed", "write a number"),
    ("<sourceDesc><p>x</p>", "<sourceDesc><listBibl><item>x</item></listBibl>", "<item>", "may not stand in <listBibl>", "did you mean <bibl>?"),
    ("</figure>", "</figure><div><title>One</title><p>x</p></div>", "<title>One", "<title> may not stand in <div>", "did you mean <head>?"),
    ("<publicationStmt>", "<publicationStmt><publisher>x</publisher>", "<p>x</p></pub", "<p> may not stand at this point", "here may stand <"),
    ("<p>Then.", "<p><teiHeader/>Then.", "<teiHeader/>", "<teiHeader> may not stand in <p>", "move it out"),
    ("Then.", "<address>Oslo</address>", "Oslo", "text stands directly in <address>", "wrap it in <addrLine>"),
    ("<l>One</l>", "<line>One</line>", "<line>", "<line> may not stand in <lg>", "did you mean <l>?"),
]  # fmt: skip


def problems_of(text: str, settings: Settings | None = None) -> list[Problem]:
    try:
        return check(parse(text.encode(), WHITEWOOD), settings=settings)
    except ProblemsFound as found:
        return list(found.problems)


def place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize(
    ("right", "slip", "at", "says", "advises"), SLIPS, ids=[slip[1][:50] for slip in SLIPS]
)
def test_a_slip_in_the_edition_is_one_problem(
    right: str, slip: str, at: str, says: str, advises: str
) -> None:
    text = TEXT.replace(right, slip, 1)

    (problem,) = problems_of(text)

    start = min(TEXT.index(right), text.rindex(at))
    assert (problem.line, problem.column) == place(text, text.index(at, start))
    assert says in problem.message
    assert advises in problem.advice


@pytest.mark.parametrize("case", SLIPS_OF_TEI, ids=[slip[1][:50] for slip in SLIPS_OF_TEI])
def test_a_slip_in_a_document_of_all_of_tei_is_one_problem(
    case: tuple[str, ...], shared: Path
) -> None:
    right, slip, at, says, advises = case
    text = LETTER.replace(right, slip)

    (problem,) = problems_of(text, Settings((shared / "tei" / "p5subset.xml",)))

    assert (problem.line, problem.column) == place(text, text.index(at))
    assert says in problem.message
    assert advises in problem.advice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('n="5" xml:id="note-5"', 'n="6" xml:id="note-6"'),
        ('xml:id="p-no-plot" n="2"', 'xml:id="p-dossier-theory" n="3"'),
    ],
)
def test_two_numbers_that_have_changed_places_are_one_problem(one: str, other: str) -> None:
    first, second = (
        part.partition(' n="' if part[0] == "x" else 'n="')[2][0] for part in (one, other)
    )
    text = TEXT.replace(one, one.replace(f'n="{first}"', f'n="{second}"'))
    text = text.replace(other, other.replace(f'n="{second}"', f'n="{first}"'))

    (problem,) = problems_of(text)

    assert f'is "{second}", and that of line' in problem.message
    assert problem.advice.startswith("exchange the two")
    assert sorted(edit.text for edit in problem.edits) == [f'"{first}"', f'"{second}"']
