"""The command: what it prints, where, and the exit code."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material import HARBOUR

from toolkit.cli import COMMANDS, main

WORKS = Path(__file__).parent / "bibliography" / "harbour.bib"
NOT_WELL_FORMED = '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <text><body></text></TEI>'


def teikit(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xml"
    path.write_text(NOT_WELL_FORMED, encoding="utf-8")
    return path


def test_a_clean_document_says_nothing_and_exits_0() -> None:
    result = teikit("check", HARBOUR)

    assert (result.output, result.exit_code) == ("", 0)


def test_a_document_that_is_not_well_formed_is_a_problem_with_a_place(broken: Path) -> None:
    result = teikit("check", broken)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{broken}:2:")
    assert "[not-well-formed]" in result.stdout


def test_json_is_an_object_with_a_list_of_problems(broken: Path) -> None:
    result = teikit("check", "--format", "json", broken)

    (problem,) = json.loads(result.stdout)["problems"]
    assert {"file", "line", "column", "level", "rule", "message", "advice", "path"} <= set(problem)
    assert (problem["line"], problem["rule"], problem["level"]) == (2, "not-well-formed", "error")


def test_a_missing_file_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    result = teikit("check", tmp_path / "nowhere.xml")

    assert result.exit_code == 2
    assert result.stderr.strip().splitlines() == [
        f"teikit: {tmp_path / 'nowhere.xml'}: no such file"
    ]


def test_2_wins_over_1_and_the_other_files_are_checked_all_the_same(
    broken: Path, tmp_path: Path
) -> None:
    result = teikit("check", tmp_path / "nowhere.xml", broken)

    assert result.exit_code == 2
    assert "[not-well-formed]" in result.stdout


def test_standard_input_is_a_dash() -> None:
    result = teikit("check", "-", stdin=HARBOUR.read_bytes())

    assert (result.output, result.exit_code) == ("", 0)


@pytest.mark.parametrize("arguments", [["chek"], ["check"], ["check", "--no-such", "x"], ["weave"]])
def test_an_unusable_command_line_exits_2(arguments: list[str]) -> None:
    result = teikit(*arguments)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    result = teikit(name, "--help")

    assert result.exit_code == 0
    assert f"\n    teikit {name}" in result.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str) -> None:
    assert "teikit" in teikit("completion", shell).stdout


def test_withhold_and_weave_go_there_and_back(harbour_copy: str, tmp_path: Path) -> None:
    public, copy, full = tmp_path / "public.xml", tmp_path / "copy.txt", tmp_path / "full.xml"
    copy.write_text(harbour_copy, encoding="utf-8")

    assert teikit("withhold", HARBOUR, "-o", public).exit_code == 0
    woven = teikit("weave", public, copy, "-o", full)
    assert woven.exit_code == 0
    assert re.fullmatch(r"\d+ blocks woven, \d+ verified\n", woven.stderr)
    assert teikit("withhold", full, "-o", "-").stdout_bytes == public.read_bytes()


def test_a_copy_that_differs_writes_nothing_and_exits_1(harbour_copy: str, tmp_path: Path) -> None:
    public, copy, full = tmp_path / "public.xml", tmp_path / "copy.txt", tmp_path / "full.xml"
    teikit("withhold", HARBOUR, "-o", public)
    copy.write_text(harbour_copy.replace("harbour", "airport"), encoding="utf-8")

    result = teikit("weave", public, copy, "-o", full)

    assert result.exit_code == 1
    assert "[copy-differs]" in result.stderr
    assert not full.exists()


def test_an_unreadable_copy_exits_2(tmp_path: Path) -> None:
    public = tmp_path / "public.xml"
    teikit("withhold", HARBOUR, "-o", public)

    result = teikit("weave", public, tmp_path / "nowhere.pdf", "-o", tmp_path / "full.xml")

    assert result.exit_code == 2
    assert "nowhere.pdf" in result.stderr


@pytest.mark.parametrize("command", ["weave", "build"])
def test_prose_is_not_written_where_git_would_publish_it(
    command: str, harbour_copy: str, tmp_path: Path
) -> None:
    public, copy = tmp_path / "public.xml", tmp_path / "copy.txt"
    teikit("withhold", HARBOUR, "-o", public)
    copy.write_text(harbour_copy, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    target = tmp_path / "published"

    if command == "weave":
        result = teikit("weave", public, copy, "-o", target / "full.xml")
    else:
        result = teikit("build", public, "--source", copy, "-o", target)

    assert result.exit_code == 2
    assert "git" in result.stderr
    assert not target.exists()


def test_prose_may_be_written_where_git_ignores_it(harbour_copy: str, tmp_path: Path) -> None:
    public, copy = tmp_path / "public.xml", tmp_path / "copy.txt"
    teikit("withhold", HARBOUR, "-o", public)
    copy.write_text(harbour_copy, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("build/\n", encoding="utf-8")

    result = teikit("build", public, "--source", copy, "-o", tmp_path / "build")

    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "build" / "public" / "index.html").is_file()


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from toolkit.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('saxonche', 'xmlschema', 'pypdfium2', 'rich') if m in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "-o"],
        ["withhold", "-o"],
        ["odd", "build", "-o"],
        ["odd", "trim", "-o"],
        ["bibliography", "add", "-o"],
    ],
)
def test_each_command_that_writes_makes_missing_folders_and_its_help_says_so(
    arguments: list[str], tmp_path: Path
) -> None:
    *command, option = arguments
    odd = str(Path(__file__).parents[1] / "schema" / "edition.odd")
    given = {
        "build": [str(HARBOUR)],
        "withhold": [str(HARBOUR)],
        "odd build": [odd],
        "odd trim": [odd, str(HARBOUR)],
        "bibliography add": [str(WORKS), "--to", str(HARBOUR)],
    }[" ".join(command)]
    target = tmp_path / "not" / "yet" / "there"

    done = teikit(*command, *given, option, str(target))
    told = " ".join(teikit(*command, "--help").output.split())

    assert done.exit_code == 0, done.output
    assert target.exists()
    assert "made if missing" in told or "missing folders are made" in told


def test_a_build_tells_how_many_references_have_no_tagged_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p/></body>'
        "<back>\n<listBibl><bibl><title>Fog</title></bibl>\n<bibl>Orr, Ice</bibl></listBibl></back></text></TEI>"
    )
    said = (
        f"{path}:3:1: warning [untagged-reference] 1 of 2 references have no tagged title; in the "
        "exports each is one title, with all its words; tag author, title and date in bibl, to "
        "have them as fields of their own\n"
    )

    alone = teikit("build", str(path), "-o", str(tmp_path / "one"))
    among = teikit("build", str(tmp_path), "-o", str(tmp_path / "many"))

    assert alone.stderr == said
    assert said in among.stderr


def test_a_build_tells_which_words_of_a_partly_tagged_reference_no_export_has(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p/></body><back><listBibl>'
        "<bibl><author>Orr</author>, and <author>Wern</author>. <title>Ice</title>.</bibl>\n"
        "<bibl><title>Fog</title>, Read at the Congress.</bibl></listBibl></back></text></TEI>"
    )

    told = teikit("build", str(path), "-o", str(tmp_path / "one")).stderr

    assert told == (
        f"{path}:2:1: warning [untagged-reference] 1 of 2 references have untagged words beside their "
        "title, which the exports do not have; the first: “Read at the Congress”; tag them: publisher, "
        "pubPlace, date, biblScope; what is no field, as note\n"
    )
