"""Problems as text for people and as JSON for machines."""

import json
from collections.abc import Sequence

from toolkit.problems import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """Return one line for each problem."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Return an object with ``problems``, a list of objects with the fields of `Problem`."""
    found = {"problems": [problem.as_dict() for problem in problems]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "json": as_json}
