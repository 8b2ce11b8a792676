"""What a run of checks is told either has an effect or is refused: nothing is ignored in silence."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material import HARBOUR

from toolkit.cli import main

RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" defaultPhase="final">
<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
<phase id="final"><active pattern="b"/></phase><phase id="proof"><active pattern="a"/></phase>
<pattern id="a"><rule context="tei:body"><report test="true()" id="first">a</report></rule></pattern>
<pattern id="b"><rule context="tei:body"><report test="true()" id="second">b</report></rule></pattern>
</schema>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.xml").write_bytes(HARBOUR.read_bytes())
    (tmp_path / "b.xml").write_bytes(HARBOUR.read_bytes())
    (tmp_path / "rules.sch").write_text(RULES)
    (tmp_path / "other.sch").write_text(RULES.replace("proof", "early").replace("first", "third"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def teikit(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_phase_that_no_schema_has_is_refused_once_with_those_there_are(folder: Path) -> None:
    result = teikit("--schema", "rules.sch", "--phase", "prof", "a.xml", "b.xml")

    said = 'teikit: rules.sch: has no phase "prof"; give proof or final, or #ALL\n'
    assert result.exit_code == 2
    assert result.stderr.count(said) == 1


def test_a_schema_without_the_phase_that_another_has_is_applied_whole(folder: Path) -> None:
    schemas = ("--schema", "rules.sch", "--schema", "other.sch")

    result = teikit(*schemas, "--phase", "proof", "a.xml")

    assert [f"[{rule}]" in result.stdout for rule in ("first", "third", "second")] == [True] * 3


def test_the_phase_that_a_schema_has_by_default_can_be_asked_for(folder: Path) -> None:
    result = teikit("--schema", "rules.sch", "--phase", "#DEFAULT", "a.xml")

    assert ("[first]" in result.stdout, "[second]" in result.stdout) == (False, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--phase", "proof"], 'has no phase "proof", nor any other; check without a phase'),
        (["--base", "nope.xml"], "nope.xml: no such file"),
        (["--base", "."], ".: is a folder; name a file"),
        (["--schema", "rules.sch", "--base", "a.xml"], "--base is for an ODD"),
        (["--diff", "--format", "json"], "--format has no effect with --diff"),
        (["--diff", "--write-baseline", "k"], "--write-baseline has no effect with --diff"),
        (["--write-baseline", "k", "--format", "full"], "--format has no effect"),
    ],
)
def test_an_option_without_effect_is_refused(arguments: list[str], said: str, folder: Path) -> None:
    result = teikit(*arguments, "a.xml")

    assert (result.exit_code, said in result.stderr) == (2, True), result.output


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ('[rules]\nuntaged-name = "off"', 'toml:2: [rules] names "untaged-name", which is no rule; did'),
        ('schemas = ["rules.sch"]\n[rules]\nfirsst = "off"', 'did you mean "first"?'),
        ('strict = true\nschemas = ["nope.odd"]', 'toml:2: "schemas" names'),
        ('schemas = ["nope.odd"]\n[rules]\nx = "off"', "nope.odd: no such file"),
        ('base = "nope.xml"', 'toml:1: "base" names'),
        ('\nbaseline = "nope.json"', 'toml:2: "baseline" names'),
    ],
)  # fmt: skip
def test_a_choice_without_effect_is_refused(choices: str, said: str, folder: Path) -> None:
    (folder / "edition.toml").write_text(choices)

    result = teikit("a.xml")

    assert (result.exit_code, said in result.stderr) == (2, True), result.output


def test_a_level_for_a_rule_that_only_a_document_may_bring_is_told(folder: Path) -> None:
    (folder / "edition.toml").write_text('[rules]\nhouse-style-7 = "off"')

    result = teikit("a.xml")

    assert (result.exit_code, result.stderr.count("house-style-7")) == (0, 1)
