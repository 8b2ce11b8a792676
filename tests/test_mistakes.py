"""What editors really do wrong: found, at its place, named, with the mend, and nothing else said."""

import re
from html import unescape
from pathlib import Path

import pytest
from material import HOUSE

from toolkit.check import check
from toolkit.errors import ProblemsFound
from toolkit.problems import Problem
from toolkit.reading.document import load

MISTAKES = sorted((Path(__file__).parent / "mistakes").glob("*.xml"))
_PART = re.compile(r'(\w+)="([^"]*)"')


def problems_of(path: Path) -> list[Problem]:
    try:
        return check(load(path), settings=HOUSE)
    except ProblemsFound as found:
        return list(found.problems)


def expected(path: Path) -> dict[str, str]:
    """Return what the instruction at the end of a file says must be found in it."""
    instruction = path.read_text(encoding="utf-8").rpartition("<?mistake")[2]
    return {name: unescape(value) for name, value in _PART.findall(instruction)}


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_found_once_at_its_place_with_its_name_and_its_mend(path: Path) -> None:
    wanted = expected(path)

    (problem,) = problems_of(path)

    place = (int(wanted["line"]), int(wanted["column"]))
    assert (problem.rule, (problem.line, problem.column)) == (wanted["rule"], place)
    assert wanted["says"] in problem.message
    assert wanted["advises"] in problem.advice


def test_there_are_many_kinds_of_mistakes() -> None:
    assert len(MISTAKES) >= 60
    assert len({expected(path)["rule"] for path in MISTAKES}) >= 25
