"""Problems as JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from toolkit.problems import Problem

NO_SCHEME: Final = (
    "no scheme is named, so only what holds of all TEI was checked: names of elements and"
    " attributes, identifiers, pointers, dates, languages, notes, spaces; name one with xml-model"
    " in the document, schemas in edition.toml, or --schema"
)


def as_json(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),
    failures: Mapping[Path, str] = MappingProxyType({}),
    unnamed: Sequence[Path] = (),
) -> str:
    """Return an object with ``problems``, a list of objects with the fields of `Problem`.

    It has ``documents``, those that were checked, ``not_checked``, and ``no_scheme``, those of
    the documents for which none is named and what that means, if there are any.
    """
    found: dict[str, object] = {"problems": [problem.as_dict() for problem in problems]}
    if documents:
        found["documents"] = [path.as_posix() for path in documents]
    if failures:
        found["not_checked"] = [
            {"file": path.as_posix(), "reason": reason} for path, reason in failures.items()
        ]
    if unnamed:
        files = [path.as_posix() for path in unnamed]
        found["no_scheme"] = {"files": files, "reason": NO_SCHEME}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
