"""What somebody left in a folder that we write to, or says in place of us, does no harm."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import write_letter, write_letters

from toolkit import errors
from toolkit.cli import main
from toolkit.commands import checking
from toolkit.corpora.journal import Journal

CHECK = checking._check_one
MORE = "<p>The bush burns; lamps last, late and later.</p>"


def build(letters: Path) -> tuple[int, str]:
    out = letters.parent / "out"
    result = CliRunner().invoke(main, ["build", str(letters), "-o", str(out), "--jobs", "1"])
    return result.exit_code, result.output


@pytest.mark.parametrize("name", [".teikit.jsonl", ".teikit.sqlite", "index.html"])
def test_a_link_or_a_pipe_in_the_place_of_our_files_is_replaced(tmp_path: Path, name: str) -> None:
    letters = write_letters(tmp_path / "letters")
    other, ours = tmp_path / "other.txt", tmp_path / "out" / name
    other.write_text("kept")
    ours.parent.mkdir()
    ours.symlink_to(other)
    linked = build(letters)
    ours.unlink()
    os.mkfifo(ours)

    piped = build(letters)

    assert (linked[0], piped[0], other.read_text()) == (0, 0, "kept")
    assert ours.is_file()


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        json.dumps({"document": 5, "outputs": {}}),
        json.dumps({"document": "a", "outputs": {}, "origin": ["a", "b", 5]}),
        json.dumps({"document": "a", "outputs": {"a\0b": ["k", 1, 2], "../x": ["k", 1, 2]}}),
    ],
)
def test_a_journal_that_is_none_of_ours_is_not_believed(tmp_path: Path, line: str) -> None:
    (tmp_path / ".teikit.jsonl").write_bytes(b"\xff\n" + line.encode() + b"\n")

    journal = Journal(tmp_path)

    assert journal.left("a", tmp_path, []) == []
    assert journal.whole("a", "a") is None
    assert all(isinstance(name, str) for name in journal.gone([]))


def test_a_memory_with_other_tables_is_begun_anew(tmp_path: Path) -> None:
    letters = write_letters(tmp_path / "letters")
    (tmp_path / "out").mkdir()
    base = sqlite3.connect(tmp_path / "out" / ".teikit.sqlite")
    base.executescript("CREATE TABLE documents (path); PRAGMA user_version = 2;")
    base.close()

    assert build(letters)[0] == 0


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The joint outputs of the changed letters, made without a memory."""
    letters = write_letters(tmp_path_factory.mktemp("anew") / "letters")
    write_letter(letters, "early/first", MORE)
    build(letters)
    return joint_outputs(letters.parent / "out")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET about = '['",
        "UPDATE documents SET digests = '5'",
        "UPDATE documents SET folder = '../..' WHERE path LIKE '%first%'",
        "UPDATE documents SET length = 'x'",
        "UPDATE documents SET about = CAST(x'7bff7d' AS TEXT)",
        "UPDATE told SET entry = '{}' WHERE number = (SELECT min(number) FROM told)",
        "UPDATE mentioned SET mentions = 'x'",
        "UPDATE mentioned SET document = document + 90",
        "UPDATE words SET shard = '../../x' WHERE shard = 'la'",
        "UPDATE words SET held = 'a\":alert(1)//' WHERE shard = 'bu'",
        "UPDATE words SET document = document + 90",
    ],
)
def test_a_memory_that_holds_what_no_run_left_is_begun_anew(
    tmp_path: Path, change: str, anew: dict[str, bytes]
) -> None:
    letters, out = write_letters(tmp_path / "letters"), tmp_path / "out"
    build(letters)
    write_letter(letters, "early/first", MORE)
    with sqlite3.connect(out / ".teikit.sqlite") as base:
        base.execute(change)
    base.close()

    code, said = build(letters)

    assert (code, "Traceback" in said) == (0, False)
    assert joint_outputs(out) == anew
    assert not (tmp_path / "x.js").exists()


def joint_outputs(out: Path) -> dict[str, bytes]:
    found = [*out.glob("[!.]*.*"), *(out / "search-words").iterdir()]
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


def test_an_output_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    letters = write_letters(tmp_path / "letters")
    (tmp_path / "out").symlink_to("out")

    code, said = build(letters)

    assert (code, said.startswith("teikit: ")) == (2, True)


@pytest.mark.parametrize("command", ["epub", "pdf"])
def test_a_book_is_not_written_over_its_document(tmp_path: Path, command: str) -> None:
    file = next(write_letters(tmp_path / "letters").rglob("*.xml"))
    before = file.read_bytes()

    result = CliRunner().invoke(main, [command, str(file), "-o", str(file)])

    assert (result.exit_code, file.read_bytes() == before) == (2, True)
    assert "name another file" in result.output


def stumbling(path: Path, *rest: object, **more: object) -> checking.Checked:
    if path.name == "stumble.xml":
        raise KeyError(path.name)
    return CHECK(path, *rest, **more)  # type: ignore[arg-type]


def test_what_nobody_foresaw_costs_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = write_letters(tmp_path / "letters")
    (letters / "stumble.xml").write_text("<x/>")
    monkeypatch.setattr(checking, "_check_one", stumbling)

    result = CliRunner().invoke(main, ["check", "--jobs", "1", str(letters)])

    assert result.exit_code == errors.FAILED
    assert "stumble.xml: KeyError: 'stumble.xml'; this is a mistake of teikit" in result.output
    assert "1 not checked" in result.output


RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}<pattern><rule context="*">
  <assert test="true()">x</assert></rule></pattern></schema>"""


@pytest.mark.parametrize(
    "part",
    [
        '<xsl:include href="{}"/>',
        "<xsl:key name='k' match='x' use='1' use-when=\"doc-available('{}')\"/>",
        "<xsl:key name='k' match='x' use='1' _use-when='{{1}}'/>",
    ],
)
def test_rules_read_no_file_while_they_are_compiled(tmp_path: Path, part: str) -> None:
    rules, file = tmp_path / "rules.sch", min(write_letters(tmp_path / "letters").rglob("*.xml"))
    rules.write_text(RULES.format(part.format(file.as_uri())))

    result = CliRunner().invoke(main, ["check", "--schema", str(rules), str(file)])

    assert (result.exit_code, "rules.sch: line 2: " in result.output) == (2, True)


def test_a_link_among_the_styles_does_not_publish_what_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    assets, file = tmp_path / "my" / "assets", tmp_path / "a.xml"
    assets.mkdir(parents=True)
    (assets / "theme.css").symlink_to(tmp_path / "secret.txt")
    (assets.parent / "edition.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'
    )
    file.write_bytes(min(write_letters(tmp_path / "letters").rglob("*.xml")).read_bytes())
    folders = ["--xslt", str(assets.parent), "-o", str(tmp_path / "out")]

    result = CliRunner().invoke(main, ["build", *folders, str(file)])

    assert (result.exit_code, "theme.css: leads out of" in result.output) == (2, True)


@pytest.mark.parametrize("name", ["a.txt.xsl", "pipe.rng"])
def test_a_pipe_is_no_stylesheet_and_no_grammar(tmp_path: Path, name: str) -> None:
    file = min(write_letters(tmp_path / "letters").rglob("*.xml"))
    (tmp_path / "my").mkdir()
    os.mkfifo(tmp_path / "my" / name)
    grammar = tmp_path / "my" / "a.rng"
    grammar.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="pipe.rng"/></grammar>'
    )
    command = ["odd", "diff", str(grammar), str(grammar)]
    if name.endswith(".xsl"):
        command = ["build", "--xslt", str(tmp_path / "my"), "-o", str(tmp_path / "o"), str(file)]

    result = CliRunner().invoke(main, command)

    assert (result.exit_code, "is not a file" in result.output) == (2, True)


def test_an_element_of_an_odd_has_a_name_that_xml_takes(tmp_path: Path) -> None:
    odd = tmp_path / "a.odd"
    odd.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="s" start="a"><elementSpec '
        'ident="a" mode="add"><altIdent>../x</altIdent><content><textNode/></content>'
        "</elementSpec></schemaSpec></TEI>"
    )

    result = CliRunner().invoke(main, ["odd", "build", str(odd), "-o", str(tmp_path / "out")])

    assert (result.exit_code, '"../x" is no name of an element' in result.output) == (2, True)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_run_whose_streams_are_closed_does_its_work(tmp_path: Path, closed: str) -> None:
    letters = write_letters(tmp_path / "letters")
    command = f'"{sys.executable}" -m toolkit build "{letters}" -o "{tmp_path / "out"}" {closed}'

    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, text=True)

    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (tmp_path / "out" / "index.html").read_text().startswith("<!DOCTYPE HTML>")
