"""Problems in SARIF 2.1.0, which code hosts and editors read."""

import json
import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from toolkit.problems import Edit, Level, Problem

_LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),
    failures: Mapping[Path, str] = MappingProxyType({}),
    unnamed: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
) -> str:
    """Return a log with one run: the rules, the documents, a result for each problem."""
    rules = sorted({problem.rule for problem in problems})
    driver = {
        "name": "teikit",
        "version": version("teikit"),
        "rules": [_rule(rule) for rule in rules],
    }
    notes = [_not_checked(path, reason) for path, reason in failures.items()]
    invocation: dict[str, object] = {"executionSuccessful": not notes}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation | ({"toolExecutionNotifications": notes} if notes else {})],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(path)} for path in documents],
        "results": [_result(problem, rules) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _not_checked(path: Path, reason: str) -> dict[str, object]:
    place = {"physicalLocation": {"artifactLocation": _location(path)}}
    return {"level": "error", "message": {"text": reason}, "locations": [place]}


def _rule(rule: str) -> dict[str, object]:
    """Return a rule with its guideline; one of a project's own schema has just its name."""
    from toolkit.guidelines import sections

    section = sections().get(rule)
    if section is None:
        return {"id": rule, "shortDescription": {"text": rule}}
    return {
        "id": rule,
        "shortDescription": {"text": section.title},
        "fullDescription": {"text": section.summary},
        "help": {"text": section.text},
    }


def _location(path: Path) -> dict[str, str]:
    return {"uri": quote(os.fsencode(path.as_posix()), safe="/:")}


def _result(problem: Problem, rules: Sequence[str]) -> dict[str, object]:
    said = f"{problem.message}; {problem.advice}" if problem.advice else problem.message
    place: dict[str, object] = {
        "artifactLocation": _location(problem.file),
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    where: dict[str, object] = {"physicalLocation": place}
    if problem.path:
        where["logicalLocations"] = [{"fullyQualifiedName": problem.path, "kind": "element"}]
    told = f"{problem.rule} {problem.path} {problem.message}"
    print_ = sha256(told.encode(errors="surrogateescape")).hexdigest()[:32]
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": _LEVELS[problem.level],
        "message": {"text": said},
        "locations": [where],
        "partialFingerprints": {"teikit/v1": print_},
    }
    return result | ({"fixes": [_fix(problem)]} if problem.edits else {})


def _fix(problem: Problem) -> dict[str, object]:
    change = {
        "artifactLocation": _location(problem.file),
        "replacements": [_replacement(edit) for edit in problem.edits],
    }
    return {"description": {"text": problem.advice}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, object]:
    region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
