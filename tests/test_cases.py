"""Every rule has small documents that keep it and small documents that break it, and it alone."""

import re
from pathlib import Path

import pytest
from material import scheme_for

from toolkit.check import check
from toolkit.errors import ProblemsFound
from toolkit.odd import compile_odd
from toolkit.problems import Problem
from toolkit.reading.document import load
from toolkit.resources import SCHEMA

CASES = Path(__file__).parent / "cases"
EVERY = sorted(CASES.glob("*/*.xml"))


def problems_of(path: Path) -> list[Problem]:
    try:
        return check(load(path), settings=scheme_for(path))
    except ProblemsFound as found:
        return list(found.problems)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_document_breaks_just_the_rules_it_names_and_each_once(path: Path) -> None:
    expected = re.findall(rb"<\?expect ([\w-]+)\?>", path.read_bytes())

    found = problems_of(path)

    assert [problem.rule.encode() for problem in found] == expected
    assert all(problem.message and problem.advice for problem in found)


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_a_rule_has_a_good_document_and_a_bad_one_that_names_it(folder: Path) -> None:
    assert list(folder.glob("good*.xml"))
    bad = list(folder.glob("bad*.xml"))
    assert bad
    assert all(f"<?expect {folder.name}?>" in path.read_text() for path in bad)


def test_every_rule_of_the_scheme_has_cases() -> None:
    rules = {rule.ident for rule in compile_odd(SCHEMA / "edition.odd").rules} - {"keys"}

    assert rules <= {folder.name for folder in CASES.iterdir()}
