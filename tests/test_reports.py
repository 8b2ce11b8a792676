"""Reports for people and machines, known problems, levels, and the explanation of every rule."""

import ast
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from material import HARBOUR, HOUSE

from toolkit.cli import main
from toolkit.guidelines import sections
from toolkit.odd import compile_odd
from toolkit.problems import Edit, Level, Problem
from toolkit.report import FORMATS
from toolkit.resources import SCHEMA

ROOT = Path(__file__).parent.parent
MISTAKES = Path(__file__).parent / "mistakes"
WRONG = MISTAKES / "attribute-misspelt.xml"
NAMED = {"RULE", "_RULE", "DANGLING", "PREFIX"}
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")


def teikit(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def teikit_check(*arguments: object) -> Result:
    """Check by the house scheme, which the documents of mistakes do not name."""
    return teikit("check", "--schema", HOUSE.schemas[0], *arguments)


def test_text_is_one_line_for_each_problem() -> None:
    result = teikit_check(WRONG)

    assert result.stdout == (
        f"{WRONG}:69:55: error [unknown-attribute] <persName> has no attribute @reff;"
        ' did you mean @ref? write ref="#pers_holt"\n'
    )


def test_full_shows_the_line_and_marks_what_is_wrong() -> None:
    lines = teikit_check("--format", "full", WRONG).stdout.splitlines()

    mark = lines[3].index("^")
    assert lines[2][mark:].startswith('reff="#pers_holt"')
    assert lines[3].count("^") == len('reff="#pers_holt"')
    assert lines[-1].endswith("teikit explain unknown-attribute")


@pytest.mark.parametrize("path", sorted(MISTAKES.glob("*.xml"))[::6], ids=lambda p: p.stem)
def test_full_marks_something_in_every_kind_of_mistake(path: Path) -> None:
    lines = teikit_check("--format", "full", path).stdout.splitlines()

    assert set(lines[3].partition("|")[2].strip()) == {"^"}
    assert all(len(line) < 130 for line in lines[1:4])


def test_wide_letters_do_not_move_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "wide.xml"
    path.write_text(WRONG.read_text(encoding="utf-8").replace("She came", "漢字 came"))

    lines = teikit_check("--format", "full", path).stdout.splitlines()

    assert lines[3].index("^") == lines[2].index("reff=") + 2


def test_sarif_has_rules_results_places_and_fixes() -> None:
    log = json.loads(teikit_check("--format", "sarif", WRONG).stdout)

    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    section = sections()["unknown-attribute"]
    assert rule == {
        "id": result["ruleId"],
        "shortDescription": {"text": section.title},
        "fullDescription": {"text": section.summary},
        "help": {"text": section.text},
    }
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 69, "startColumn": 55}
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    start = replacement["deletedRegion"]["charOffset"]
    assert WRONG.read_text(encoding="utf-8")[start : start + 4] == "reff"


def test_sarif_follows_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(teikit_check("--format", "sarif", *MISTAKES.glob("a*.xml")).stdout)
    place = {"type": "object", "required": ["physicalLocation"]}
    result = {"type": "object", "required": ["ruleId", "level", "message", "locations"], "properties": {"level": {"enum": ["error", "warning", "note"]}, "locations": {"type": "array", "items": place}}}  # fmt: skip

    jsonschema.validate(log["runs"][0]["results"], {"type": "array", "minItems": 5, "items": result})  # fmt: skip


def test_junit_has_a_test_for_each_document() -> None:
    result = teikit_check("--format", "junit", HARBOUR, WRONG)

    root = etree.fromstring(result.stdout.encode())
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    assert [case.get("name") for case in root.iter("testcase")] == [str(HARBOUR), str(WRONG)]
    (failure,) = root.iter("failure")
    assert failure.get("type") == "unknown-attribute"


def test_github_annotations_escape_what_they_must() -> None:
    problem = Problem(Path("a,b.xml"), 2, 3, "r", "100 %\nof it", "mend", level=Level.INFO)

    said = FORMATS["github"]([problem], [])

    assert said == "::notice file=a%2Cb.xml,line=2,col=3,title=r::100 %25%0Aof it; mend\n"


def test_json_says_which_problems_can_be_fixed() -> None:
    (problem,) = json.loads(teikit_check("--format", "json", WRONG).stdout)["problems"]

    assert problem["fixable"] is True
    assert Problem(Path("a"), 1, 1, "r", "m", edits=(Edit(1, 2, "x"),)) == Problem(Path("a"), 1, 1, "r", "m")  # fmt: skip


def test_many_documents_are_summed_up() -> None:
    result = teikit_check(HARBOUR, WRONG, MISTAKES / "ampersand.xml")

    assert result.stderr.strip() == "3 documents checked: 1 passed, 2 with errors"


def test_a_baseline_leaves_only_what_is_new(tmp_path: Path) -> None:
    known, letter = tmp_path / "known.json", tmp_path / "letter.xml"
    text = WRONG.read_text(encoding="utf-8")
    letter.write_text(text, encoding="utf-8")

    assert teikit_check("--write-baseline", known, letter).exit_code == 0
    old = teikit_check("--baseline", known, letter)
    letter.write_text("\n".join(text.split("\n", 1)).replace("<body>", "<body>\n\n").replace("<date when", "<date whem"))  # fmt: skip
    new = teikit_check("--baseline", known, letter)

    assert (old.stdout, old.exit_code) == ("", 0)
    assert new.exit_code == 1
    assert "whem" in new.stdout
    assert "reff" not in new.stdout


def test_a_solved_problem_of_the_baseline_is_told(tmp_path: Path) -> None:
    known, letter = tmp_path / "known.json", tmp_path / "letter.xml"
    letter.write_bytes(WRONG.read_bytes())
    teikit_check("--write-baseline", known, letter)
    teikit_check("--fix", letter)

    assert "1 known problem is solved" in teikit_check("--baseline", known, letter).stderr


def test_with_a_baseline_only_what_was_checked_and_is_new_is_summed_up(tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    letters = [tmp_path / f"{name}.xml" for name in "abc"]
    for letter in letters:
        letter.write_bytes(WRONG.read_bytes())
    written = teikit_check("--write-baseline", known, *letters)

    result = teikit_check("--baseline", known, *letters[:2])

    assert written.stderr.endswith(f"3 problems written to {known}\n")
    assert result.stderr == "2 documents checked: 0 passed, 2 with known errors alone\n"


def test_a_baseline_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("[]")

    for name in ("known.json", "nowhere.json"):
        result = teikit_check("--baseline", tmp_path / name, HARBOUR)
        assert result.exit_code == 2
        assert name in result.stderr


def test_the_project_file_sets_levels_schemas_and_baseline(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xml"
    letter.write_bytes(WRONG.read_bytes())
    project = tmp_path / "edition.toml"

    project.write_text('[rules]\nunknown-attribute = "warning"\n')
    assert teikit_check(letter).exit_code == 0
    project.write_text('[rules]\nunknown-attribute = "of"\n')
    wrong = teikit_check(letter)
    project.write_text('schemas = ["mine.rng"]\n')
    (tmp_path / "mine.rng").write_bytes((SCHEMA / "edition.rng").read_bytes())
    other = teikit_check(letter)

    assert (wrong.exit_code, "edition.toml:2:" in wrong.stderr) == (2, True)
    assert "unknown-attribute" in other.stdout


def used_rules() -> set[str]:
    """Return the rules that the toolkit's own code reports, found in its syntax."""
    found = set()
    for path in (ROOT / "toolkit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"Finding": 1, "Problem": 3}.get(node.func.id)
                values = node.args[place : place + 1] if place else []
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                values = [node.value] if node.target.id in NAMED and node.value else []
            found |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}  # fmt: skip
    return {rule for rule in found if KEBAB.fullmatch(rule)} - {"teikit", "r"}


def test_every_rule_of_reports_is_explained() -> None:
    rules = {rule.ident for rule in compile_odd(SCHEMA / "edition.odd").rules} - {"keys"}
    cases = {folder.name for folder in (ROOT / "tests" / "cases").iterdir()}

    assert len(used_rules()) > 30
    assert used_rules() | rules | cases <= set(sections())


def test_explain_prints_the_section_with_its_example() -> None:
    result = teikit("explain", "person-known")

    assert result.exit_code == 0
    assert result.stdout.startswith("Persons [person-known]\n======")
    assert '    <p xml:id="p-solvay" n="1"><persName ref="#pers_curie">' in result.stdout


def test_explain_lists_all_rules_and_asks_what_was_meant() -> None:
    listed = teikit("explain")
    wrong = teikit("explain", "dangling-ponter")

    assert len(listed.stdout.splitlines()) == len(sections())
    assert wrong.exit_code == 2
    said = 'no rule is called "dangling-ponter"; did you mean "dangling-pointer"? teikit explain'
    assert wrong.stderr == f"teikit: {said} lists all\n"


def test_the_list_of_rules_does_not_end_at_an_abbreviation() -> None:
    assert sections()["ambiguous-ibid"].summary.startswith(
        "It is not certain which work an Ibid. means"
    )


def test_a_rule_of_a_project_has_its_name_in_sarif() -> None:
    problem = Problem(Path("a.xml"), 1, 1, "house-style-7", "m")

    log = json.loads(FORMATS["sarif"]([problem], []))

    rule = {"id": "house-style-7", "shortDescription": {"text": "house-style-7"}}
    assert log["runs"][0]["tool"]["driver"]["rules"] == [rule]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("junit", 'tests="2" failures="0" errors="1"'),
        ("junit", '<error type="not-checked" message="gone.xml: no such file"/>'),
        ("sarif", '"executionSuccessful": false'),
        ("sarif", '"text": "gone.xml: no such file"'),
        ("json", '"reason": "gone.xml: no such file"'),
        ("github", "::error file=gone.xml,title=not checked::gone.xml: no such file"),
    ],
)
def test_no_report_is_green_over_a_document_that_was_not_checked(form: str, said: str) -> None:
    result = teikit_check("--keep-going", "--format", form, "gone.xml", HARBOUR)

    assert result.exit_code == 2
    assert said in result.stdout
    assert result.stderr.splitlines()[-1] == "teikit: gone.xml: no such file"


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_a_report_is_in_utf8_whatever_a_file_is_called(form: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong\udcff.xml"
    path.write_bytes(WRONG.read_bytes())

    result = teikit("check", "--format", form, path)

    assert result.exit_code == 1
    assert "wrong%FF.xml" in result.stdout or "wrong\N{REPLACEMENT CHARACTER}.xml" in result.stdout


def test_problems_of_a_file_with_an_odd_name_can_be_known(tmp_path: Path) -> None:
    path, known = tmp_path / "wrong\udcff.xml", tmp_path / "known.json"
    path.write_bytes(WRONG.read_bytes())
    teikit("check", "--write-baseline", known, path)

    result = teikit("check", "--baseline", known, path)

    assert (result.exit_code, result.stdout) == (0, "")
