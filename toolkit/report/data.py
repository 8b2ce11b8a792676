"""Problems as JSON."""

import json
from collections.abc import Sequence
from pathlib import Path

from toolkit.problems import Problem


def as_json(problems: Sequence[Problem], documents: Sequence[Path] = ()) -> str:
    """Return an object with ``problems``, a list of objects with the fields of `Problem`."""
    found: dict[str, object] = {"problems": [problem.as_dict() for problem in problems]}
    if documents:
        found["documents"] = [path.as_posix() for path in documents]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
