"""What is wrong with a document, where, and what to do about it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from toolkit.check import pointers, relaxng, schematron, xsd
from toolkit.check.pointers import DANGLING
from toolkit.check.scheme import foreign_schema
from toolkit.document import Document
from toolkit.problems import Level, Problem

__all__ = ["CHECKS", "check"]

CHECKS: dict[str, Callable[[Document], Iterable[Problem]]] = {
    "relaxng": relaxng.check,
    "xsd": xsd.check,
    "pointers": pointers.check,
    "schematron": schematron.check,
}


def check(document: Document, names: Sequence[str] = tuple(CHECKS)) -> list[Problem]:
    """Return the problems of a document in the order of the text; one mistake is one problem.

    What may follow from another problem waits until that is solved: broken rules of an
    element that breaks the grammar, and warnings while there are errors.
    """
    foreign = foreign_schema(document)
    if foreign:
        return [*_unknown_scheme(document, foreign), *pointers.check(document)]
    found = {name: list(CHECKS[name](document)) for name in names}
    broken = {(p.line, p.column) for name in ("relaxng", "xsd") for p in found.get(name, [])}
    rules = [p for p in found.pop("schematron", []) if (p.line, p.column) not in broken]
    every = {problem for problems in (*found.values(), rules) for problem in problems}
    errors = {problem for problem in every if problem.level is Level.ERROR}
    return list(_without_echoes(sorted(errors or every)))


def _without_echoes(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out a dangling pointer that a rule at the same place quotes; keep what was meant."""
    for _, group in groupby(problems, key=lambda problem: (problem.line, problem.column)):
        here = list(group)
        dangling = {p.message.split('"')[1]: p for p in here if p.rule == DANGLING}
        rules = [p for p in here if p.rule != DANGLING]
        for problem in rules:
            echoes = [target for target in dangling if target in problem.message.split('"')]
            hint = dangling.pop(echoes[0]).advice if echoes else ""
            yield replace(problem, advice=hint) if hint.startswith("did you mean") else problem
        yield from dangling.values()


def _unknown_scheme(document: Document, schema: str) -> Iterator[Problem]:
    message = f"the document names the schema {schema}, which the toolkit does not apply"
    advice = "only pointers and identifiers were checked"
    yield Problem(document.path, 1, 1, "foreign-schema", message, advice, level=Level.WARNING)
