"""The house is in order: sizes, names, documentation that cannot lag."""

import re
from pathlib import Path

import pytest

from toolkit.cli import COMMANDS

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "toolkit").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith('"""')
    assert len(text.splitlines()) <= 200
    assert path.stem not in {"utils", "helpers", "common", "core", "misc"}


@pytest.mark.parametrize("name", [c for c in COMMANDS if c != "completion"])
def test_the_readme_shows_every_command(name: str) -> None:
    assert f"teikit {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_links_in_the_documents_arrive() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert "://" in target or (document.parent / target).exists(), f"{document}: {target}"


def test_only_the_engine_knows_saxon() -> None:
    users = [
        p.name
        for p in MODULES
        if re.search(r"^\s*(from|import) saxonche", p.read_text(), re.MULTILINE)
    ]

    assert users == ["engine.py"]


def test_nothing_below_the_commands_prints_or_exits() -> None:
    below = [
        p for p in MODULES if "commands" not in p.parts and p.name not in {"cli.py", "__main__.py"}
    ]
    loud = [
        p.name for p in below if re.search(r"^\s*(print\(|sys\.exit)", p.read_text(), re.MULTILINE)
    ]

    assert loud == []
