"""What a problem is about, as its message has it."""

import re
from typing import Final

from toolkit.problems import Problem

QUOTED: Final = re.compile(r'"([^"]*)"')
_POINTING: Final = re.compile(r"(-known|-target|^dangling-pointer)$")
_POINTER: Final = re.compile(r'@\w+ points to "')


def points(problem: Problem) -> bool:
    """Tell whether a problem is that something points to the wrong place."""
    return bool(_POINTING.search(problem.rule)) or bool(_POINTER.match(problem.message))


def target(problem: Problem) -> str:
    """Return the identifier that a problem is about, or nothing."""
    found = QUOTED.search(problem.message)
    return found[1].removeprefix("#") if found else ""
