"""Whether a document keeps the rules that a grammar cannot hold."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.cache.kept import Kept
from toolkit.check.finding import Finding, problems
from toolkit.check.mending import Mend
from toolkit.check.nodes import node_place
from toolkit.check.rulefiles import complete
from toolkit.check.survey import split
from toolkit.errors import SchemaError, StylesheetError
from toolkit.odd.runnable import runnable, transpile
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document
from toolkit.resources import SCHEMA
from toolkit.xsl.transform import Stylesheet

_ROLES: Final = {
    "warning": Level.WARNING,
    "warn": Level.WARNING,
    "info": Level.INFO,
    "information": Level.INFO,
}
# Advice that can be followed as it stands.
_SURE: Final = re.compile(r'write ([\w:.\-]+)="([^"<>&]*)"')


def check(document: Document) -> Iterator[Problem]:
    """Give every rule that is broken, at the element that breaks it."""
    yield from problems(document, _findings(document, _rules().render(document)))


def check_foreign(
    document: Document, schema: Path, base: Path | None, phase: str
) -> Iterator[Problem]:
    """Give every rule of another project's schema that is broken.

    Raises:
        SchemaError: the schema cannot be read.
        StylesheetError: a rule cannot be compiled.
    """
    from toolkit.processes.worker import say

    say(f"in the rules of {schema}")
    rules = _foreign(schema, base, schema.stat().st_mtime_ns, phase)
    report = rules.render(document) if rules else None
    say("")
    if report is not None:
        yield from problems(document, _findings(document, report))


@cache
def _rules() -> Stylesheet:
    return Stylesheet(SCHEMA / "edition.sch.xsl")


@cache
def _foreign(schema: Path, base: Path | None, changed: int, phase: str) -> Stylesheet | None:  # noqa: ARG001 -- a change makes it compile again
    """Return the rules of a schema, or nothing if it has none."""
    text = _transpiled(schema, base, phase)
    if not text:
        return None
    return runnable(text, schema, phase, lambda: complete(schema, base, marked=True))


def _transpiled(schema: Path, base: Path | None, phase: str) -> str:
    """Return the rules of a schema as a stylesheet; nothing if it has none."""
    kept = Kept("rules", [schema, base] if base else [schema], phase)
    text = kept.read()
    if not isinstance(text, str):
        with kept.making():
            rules = complete(schema, base)
        try:
            text = transpile(rules, schema, phase) if rules else ""
        except StylesheetError as error:
            raise SchemaError(schema, f"its Schematron cannot be run: {error.reason}") from error
        kept.write(text)
    return text


def _findings(document: Document, said: str) -> Iterator[Finding]:
    report = etree.fromstring(said.encode())
    elements = list(document.tree.iter("*")) if len(report) else []
    for problem in report.iterchildren("problem"):
        words = " ".join(split(problem.text or ""))
        message, _, advice = words.partition("; ")
        more = [" ".join(split(node.text or "")) for node in problem]
        sure = _SURE.match(advice)
        element, step = elements[int(problem.get("at") or 1) - 1], problem.get("node", "")
        yield Finding(
            element,
            problem.get("rule", "") or "schematron",
            message or "a rule of the project is broken",
            "; ".join(part for part in (advice, *more) if part),
            _ROLES.get(problem.get("role", "").lower(), Level.ERROR),
            Mend("value", sure[1], sure[2]) if sure else None,
            node_place(document, element, step) if step else None,
        )
    yield from _failed(elements, report)


def _failed(elements: Sequence[_Element], report: _Element) -> Iterator[Finding]:
    """Give rules that could not be evaluated, each once."""
    seen = set()
    for failure in report.iterchildren("failed"):
        rule = failure.get("rule", "") or "schematron"
        if rule not in seen:
            seen.add(rule)
            reason = " ".join((failure.text or "").split())
            message = f'the rule "{rule}" cannot be applied here: {reason}'
            advice = "mend the other problems of this element first, or correct the rule"
            element = elements[int(failure.get("at") or 1) - 1]
            yield Finding(element, "rule-failed", message, advice, Level.WARNING)
