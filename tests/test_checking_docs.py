"""What the pages on checking say works as pasted."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from material import HARBOUR

from toolkit.cli import main
from toolkit.configuration import read
from toolkit.resources import SCHEMA

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
COMMANDS = sorted({
    match[1].split("#")[0].split(" > ")[0].strip()
    for match in re.finditer(r"^(?: {4}| *- (?:run: )?)(teikit (?:check|explain) .*)$", PAGE, re.MULTILINE)
})  # fmt: skip
HOOKS = re.findall(r"^  entry: (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as the page has it."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "schema").mkdir()
    (tmp_path / "tei" / "letters.xml").write_bytes(HARBOUR.read_bytes())
    for suffix in ("odd", "rng", "sch"):
        text = (SCHEMA / f"edition.{suffix}").read_text(encoding="utf-8")
        text = text.replace("<pattern ", '<phase id="proof"/><pattern ', 1)
        (tmp_path / "schema" / f"letters.{suffix}").write_text(text, encoding="utf-8")
    (tmp_path / "p5subset.xml").write_bytes((SCHEMA / "edition.odd").read_bytes())
    (tmp_path / "known-problems.json").write_text('{"version": 1, "problems": []}')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_works(command: str, project: Path) -> None:
    result = CliRunner().invoke(main, shlex.split(command)[1:])

    assert (result.exit_code, result.exception) == (0, None), result.output


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) > 10


def test_the_project_file_of_the_page_is_understood(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(# edition.toml.*?)```", PAGE, re.DOTALL)
    (tmp_path / "edition.toml").write_text(text)

    choices = read(tmp_path / "edition.toml")

    assert choices.rules == {"untagged-name": "info", "words-joined": "error"}
    assert choices.schemas == (tmp_path / "schema" / "letters.odd",)


@pytest.mark.parametrize("entry", HOOKS)
def test_the_hooks_run(entry: str, project: Path) -> None:
    result = CliRunner().invoke(main, [*shlex.split(entry)[1:], "tei/letters.xml"])

    assert result.exit_code == 0
    assert len(HOOKS) == 2


def test_the_recipes_of_the_page_check_wherever_teikit_is_installed() -> None:
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    recipes = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    installed = [line for recipe in recipes for line in re.findall("pip install .*", recipe)]
    (hook,) = (recipe for recipe in recipes if "repos:" in recipe)

    assert set(installed) == {"pip install tools/teikit-*.whl"}
    assert "repo: local" in hook
    assert "language: system" in hook
    assert "entry: teikit check\n" in hook
