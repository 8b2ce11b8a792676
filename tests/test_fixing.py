"""Safe fixes: problems only go down, no letter of the text changes, nothing is written halfway."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from material import HARBOUR, HOUSE

from toolkit.check import check
from toolkit.cli import main
from toolkit.differing import difference
from toolkit.errors import ProblemsFound
from toolkit.fixing import fix, plain, same_text
from toolkit.problems import Problem
from toolkit.reading.document import parse

MISTAKES = Path(__file__).parent / "mistakes"
# Mistakes that can be mended without asking anybody.
FIXABLE = """ampersand ampersand-in-value attribute-misspelt attribute-of-p4 attribute-wrong-case
attributes-without-space date-in-words date-without-zeros element-lower-case element-misspelt
element-wrong-case encoding-untrue end-tag-slash-last end-tag-wrong-case entity-of-html
language-of-three-letters less-than note-id-wrong note-number-wrong paragraph-number-wrong
pointer-in-capitals pointer-two-signs pointer-without-hash pointers-with-comma
required-element-misspelt tag-name-parted typographic-quotes value-not-in-list value-without-quotes
version-of-xml xml-declaration-late""".split()


def judge(source: bytes) -> list[Problem]:
    try:
        return check(parse(source, Path("a.xml")), settings=HOUSE)
    except ProblemsFound as found:
        return list(found.problems)


@pytest.mark.parametrize("name", FIXABLE)
def test_a_safe_fix_solves_the_problem_and_leaves_the_text(name: str) -> None:
    source = (MISTAKES / f"{name}.xml").read_bytes()

    mended = fix(source, judge)

    assert judge(mended.source) == []
    assert len(mended.mended) == 1
    assert same_text(source, mended.source)


@pytest.mark.parametrize("path", sorted(MISTAKES.glob("*.xml")), ids=lambda p: p.stem)
def test_no_fix_changes_text_or_makes_matters_worse(path: Path) -> None:
    source = path.read_bytes()

    mended = fix(source, judge)

    assert same_text(source, mended.source)
    assert len(judge(mended.source)) <= len(judge(source))
    assert bool(mended.mended) == (path.stem in FIXABLE)


DAMAGES: list[Callable[[str, random.Random], str]] = [
    lambda text, r: _one(text, r, "persName ref", "persname ref"),
    lambda text, r: _one(text, r, ' ref="#', ' reff="#'),
    lambda text, r: _one(text, r, ' ref="#', ' ref="'),
    lambda text, r: _one(text, r, "</persName>", "</persname>"),
    lambda text, r: _one(text, r, 'type="main"', 'type="mian"'),
    lambda text, r: _one(text, r, " and ", " & "),
    lambda text, r: _one(text, r, 'xml:id="', 'id="'),
    lambda text, r: _one(text, r, ' n="1', " n=“1"),
    lambda text, r: _one(text, r, 'when="18', 'when="8'),
    lambda text, r: _one(text, r, "<p ", "<para "),
    lambda text, r: _one(text, r, 'xml:lang="', 'xml:lang="eng'),
    lambda text, r: _one(text, r, "</p>", ""),
    lambda text, r: _one(text, r, ' n="', ' n="9'),
    lambda text, r: _one(text, r, "<date ", "<Date "),
]


def _one(text: str, dice: random.Random, old: str, new: str) -> str:
    """Replace one occurrence, whichever the dice say."""
    parts = text.split(old)
    if len(parts) == 1:
        return text
    at = dice.randrange(1, len(parts))
    return old.join(parts[:at]) + new + old.join(parts[at:])


def test_damaged_documents_only_get_better_and_keep_every_word() -> None:
    text = HARBOUR.read_text(encoding="utf-8")
    better = 0

    for seed in range(20):
        dice = random.Random(seed)
        damaged = text
        for damage in dice.sample(DAMAGES, 3):
            damaged = damage(damaged, dice)
        source = damaged.encode()
        mended = fix(source, judge)
        assert plain(damaged) == plain(mended.source.decode()), seed
        before, after = judge(source), judge(mended.source)
        closed = {"not-well-formed", "undeclared-entity"}
        assert len(after) <= len(before) or {p.rule for p in before} & closed, seed
        better += bool(mended.mended)

    assert better > 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_file_keeps_its_encoding_and_its_line_ends(encoding: str) -> None:
    text = (MISTAKES / "attribute-misspelt.xml").read_text(encoding="utf-8")
    declared = "utf-8" if encoding == "utf-8-sig" else encoding.removesuffix("-le")
    text = text.replace('encoding="UTF-8"', f'encoding="{declared}"').replace("\n", "\r\n")
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    source = mark + text.encode(encoding)

    mended = fix(source, judge)

    assert mended.source == mark + text.replace("reff=", "ref=").encode(encoding)


def test_the_command_shows_first_and_writes_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    source = (MISTAKES / "attribute-misspelt.xml").read_bytes()
    path.write_bytes(source)

    shown = CliRunner().invoke(main, ["check", "--diff", str(path)])

    assert path.read_bytes() == source
    assert shown.exit_code == 1
    assert '-        <p xml:id="p-return" n="4">She came back with <persName reff=' in shown.stdout

    done = CliRunner().invoke(main, ["check", "--fix", str(path)])

    assert done.exit_code == 0
    assert "mended:" in done.stderr
    assert path.read_bytes() == source.replace(b"reff=", b"ref=")
    assert [p.name for p in tmp_path.iterdir()] == ["letter.xml"]
    assert CliRunner().invoke(main, ["check", "--diff", str(path)]).exit_code == 0


def test_a_diff_shows_of_a_long_line_only_what_changed_and_what_is_beside() -> None:
    words = "<p>" + "a word " * 60
    before = (
        f"<a/>\n{words}<persname>Holt</persname> and{words}<date when='1899'/>{words}</p>\n<b/>\n"
    )
    after = before.replace("persname", "persName").replace("'", '"')

    lines = difference(Path("a.xml"), before, after).splitlines()

    assert lines[3:5] == [" <a/>", *[line for line in lines if line.startswith("-…")]]
    assert max(map(len, lines)) < 260
    for line, name, quote in ((lines[4], "persname", "'"), (lines[5], "persName", '"')):
        assert f"a word <{name}>Holt</{name}> and<p>a word" in line
        assert f"a word <date when={quote}1899{quote}/><p>a word" in line


def test_a_diff_of_short_lines_is_whole() -> None:
    said = difference(Path("a.xml"), "<a>\n<b/>\n</a>\n", "<a>\n<c/>\n</a>\n")

    assert said == "--- a.xml\n+++ a.xml\n@@ -1,3 +1,3 @@\n <a>\n-<b/>\n+<c/>\n </a>\n"


def test_standard_input_cannot_be_mended() -> None:
    result = CliRunner().invoke(main, ["check", "--fix", "-"], input="<TEI/>")

    assert result.exit_code == 2
    assert "name a file" in result.stderr
