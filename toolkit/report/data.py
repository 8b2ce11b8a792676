"""Problems as JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from toolkit.problems import Problem


def as_json(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),
    failures: Mapping[Path, str] = MappingProxyType({}),
) -> str:
    """Return an object with ``problems``, a list of objects with the fields of `Problem`.

    It has ``documents``, those that were checked, and ``not_checked``, if there are any.
    """
    found: dict[str, object] = {"problems": [problem.as_dict() for problem in problems]}
    if documents:
        found["documents"] = [path.as_posix() for path in documents]
    if failures:
        found["not_checked"] = [
            {"file": path.as_posix(), "reason": reason} for path, reason in failures.items()
        ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
