"""A document for which no scheme is named is checked for what holds of all TEI, and that is said."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material import HOUSE

from toolkit.check import check
from toolkit.cli import main
from toolkit.problems import Problem
from toolkit.reading.document import parse

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
  <text><body><p>Then.</p><lg><l>One</l></lg></body></text>
</TEI>
"""
# What is TEI in one scheme or another.
SOUND = [
    "<u>Yes.</u>",
    '<persName ref="https://viaf.org/viaf/1">Ada</persName>',
    '<persName ref="people.xml#ada">Ada</persName>',
    '<persName key="zzz">Ada</persName>',
    '<persName ref="https://viaf.org/viaf/1 psn:ada">Ada</persName>',
    '<persName ref="https://viaf.org/viaf/1 people.xml#ada">Ada</persName>',
    '<formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></formula>',
    '<seg xmlns:my="http://example.org/" my:own="1">x</seg>',
]
# What no scheme makes right, and what is said of it.
WRONG = [
    ("<persname>Ada</persname>", "TEI has no element <persname>; did you mean <persName>?"),
    ("<i>Ada</i>", 'TEI has no element <i>; write <hi rend="italic">'),
    ('<hi xmlns="">Ada</hi>', "<hi> is in no namespace"),
    ('<hi id="a">Ada</hi>', "TEI has no attribute @id; did you mean @xml:id?"),
    ('<hi rendd="a">Ada</hi>', "TEI has no attribute @rendd; did you mean @rend?"),
    ('<hi xml:ID="a">Ada</hi>', "TEI has no attribute @xml:ID; did you mean @xml:id?"),
    ('<hi xml:id="1 a">Ada</hi>', '@xml:id="1 a" of <hi> is not allowed'),
    ('<hi corresp="#gone">Ada</hi>', '"#gone", but nothing has that xml:id'),
    ('<hi corresp="people.xml#gone">Ada</hi>', "nothing in people.xml has that xml:id"),
    ('<date when="1911-13">x</date>', '@when="1911-13" of <date> is no date'),
    ('<hi xml:lang="english">Ada</hi>', '"english" is no usual tag'),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    people = DOCUMENT.replace("Then.", '<persName xml:id="ada">Ada</persName>')
    (tmp_path / "people.xml").write_text(people)
    return tmp_path


def problems_of(content: str, folder: Path) -> list[Problem]:
    psn = '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="(.+)" replacementPattern="people.xml#$1"/></listPrefixDef></encodingDesc></teiHeader>'
    text = DOCUMENT.replace("Then.", content).replace("</teiHeader>", psn)
    return check(parse(text.encode(), folder / "a.xml"))


def teikit_check(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.mark.parametrize("content", SOUND)
def test_what_some_scheme_of_tei_has_is_no_problem(content: str, folder: Path) -> None:
    assert problems_of(content, folder) == []


@pytest.mark.parametrize(("content", "says"), WRONG, ids=[content for content, _ in WRONG])
def test_what_no_tei_has_is_one_problem(content: str, says: str, folder: Path) -> None:
    (problem,) = problems_of(content, folder)

    assert says in str(problem)


def test_that_no_scheme_is_named_is_one_line_with_the_ways_to_name_one(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.xml").write_text(DOCUMENT)

    result = teikit_check(folder)

    (said,) = [line for line in result.stderr.splitlines() if "no scheme is named" in line]
    assert f"{folder / 'a.xml'} and 3 more: " in said
    assert all(way in said for way in ("xml-model", "edition.toml", "--schema"))
    assert (result.exit_code, result.stdout) == (0, "")


def test_json_says_which_documents_name_no_scheme(folder: Path) -> None:
    found = json.loads(teikit_check("--format", "json", folder).stdout)

    assert found["no_scheme"]["files"] == [(folder / "people.xml").as_posix()]
    assert "no scheme is named" in found["no_scheme"]["reason"]


def test_nothing_is_said_where_a_scheme_is_named(folder: Path) -> None:
    (folder / "people.xml").write_text('<?xml-model href="edition.rng"?>' + DOCUMENT)
    (folder / "b.xml").write_text(DOCUMENT)

    named = teikit_check(folder / "people.xml")
    given = teikit_check("--schema", HOUSE.schemas[0], folder / "b.xml")

    assert "no scheme is named" not in named.stderr + given.stderr
    assert "<lg>" in named.stdout
    assert named.stdout.replace("people.xml", "b.xml").count("\n") == given.stdout.count("\n")
