"""What somebody left in a folder that we write to, or says in place of us, does no harm."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import write_letters

from toolkit import errors
from toolkit.cli import main
from toolkit.commands import checking
from toolkit.corpora.journal import Journal

CHECK = checking._check_one


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
