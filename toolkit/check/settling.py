"""Which of the problems found are the mistakes themselves, each said once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from lxml.etree import QName

from toolkit.check.following import Context
from toolkit.check.pointers import DANGLING
from toolkit.check.subject import QUOTED, points, target
from toolkit.check.survey import survey
from toolkit.check.wording import revealed
from toolkit.problems import Problem
from toolkit.reading.document import Document, where

_LINES: Final = 3
_NUMBERS: Final = re.compile(r'number of this \w+ is "(\d+)"; write n="(\d+)"')
# What is said of a pointer that arrives, but not where it should, and what to do.
_OTHER: Final = ", which is no "
_CORRECT: Final = "correct it or add"
# What the notes before a citation tell is said in place of what the scheme says.
_SAYS_MORE: Final = {
    "unresolved-citation": "citation-without-work",
    "orphan-work": "entry-without-mention",
}


def settle(found: Mapping[str, Sequence[Problem]], document: Document) -> list[Problem]:
    """Return the mistakes of a document, each once, in the order of the text."""
    every = sorted({_met(p, document) for problems in found.values() for p in problems})
    if len(every) < 2:  # noqa: PLR2004 -- one problem follows from no other
        return [_revealed(problem) for problem in every]
    context = Context(found, document)
    real = [problem for problem in every if not context.follows(problem)]
    real = [problem for problem in real if not context.is_orphan_of(problem, real)]
    dangling = {target(p): p for p in found.get("pointers", ()) if p.rule == DANGLING}
    settled = _grouped(_exchanged(_one_each(real, dangling, document)))
    return sorted(map(_revealed, settled))


def _met(problem: Problem, document: Document) -> Problem:
    """Return the problem of a pointer to an entry of another kind with what it meets there."""
    if not (points(problem) and _OTHER in problem.message and problem.advice.startswith(_CORRECT)):
        return problem
    entry = survey(document).identifiers.get(target(problem))
    if entry is None:
        return problem
    line = document.position(entry).line
    met = f"correct it or the tag: it meets the <{QName(entry).localname}> of line {line}"
    return replace(problem, advice=met)


def _one_each(
    problems: Sequence[Problem], dangling: Mapping[str, Problem], document: Document
) -> Iterator[Problem]:
    """Give the rule where a rule and the pointer check say the same, with the better advice."""
    places = defaultdict(list)
    for problem in problems:
        places[problem.line, problem.column].append(problem)
    for here in places.values():
        quoted = {n for p in here if p.rule != DANGLING for n in QUOTED.findall(p.message)}
        unusual = any(p.rule == "language-tag" for p in here)
        for problem in _told_best(here):
            name = target(problem)
            if problem.rule == DANGLING:
                if f"#{name}" not in quoted and name not in quoted:
                    yield problem
            elif problem.rule != "language-declared" or not unusual:
                yield _located(_advised(problem, dangling.get(name)), document)


def _told_best(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Give the problems of one place; of two rules for one fault the one that says more."""
    levels = {problem.rule: problem.level for problem in problems}
    said = {_SAYS_MORE[rule] for rule in levels if rule in _SAYS_MORE}
    for problem in problems:
        if problem.rule not in said:
            rule = _SAYS_MORE.get(problem.rule, problem.rule)
            yield replace(problem, level=levels.get(rule, problem.level))


def _advised(problem: Problem, hint: Problem | None) -> Problem:
    """Return a problem with the advice of another, if that knows what was meant."""
    if (
        hint is None
        or "@xml:id=" in problem.message
        or not hint.advice.startswith(("did", "write"))
    ):
        return problem
    return replace(problem, advice=hint.advice, edits=hint.edits)


def _located(problem: Problem, document: Document) -> Problem:
    """Return the problem of a block of the text that is gone at the place where it stood."""
    if problem.rule != "digest-target" or problem.advice.startswith("did"):
        return problem
    known = survey(document).identifiers
    targets = [e.get("target", "").removeprefix("#") for e in survey(document).named("span")]
    name = target(problem)
    after = targets[targets.index(name) :] if name in targets else []
    block = next((known[other] for other in after if other in known), None)
    if block is None:
        return problem
    line, column = document.position(block)
    tag = QName(block).localname
    message = f'the block "{name}" is missing before this <{tag}>: its digests are still there'
    advice = "put it back with its xml:id, or take its digests out if it is meant to go"
    found = replace(problem, line=line, column=column, path=where(block))
    return replace(found, message=message, advice=advice)


def _exchanged(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give two numbers that have changed places as one problem, at the first of them."""
    waiting: dict[tuple[str, str, str], Problem] = {}
    found = {}
    for problem in problems:
        numbers = _NUMBERS.search(f"{problem.message}; {problem.advice}")
        found[problem] = problem
        if not numbers:
            continue
        first = waiting.pop((problem.rule, numbers[2], numbers[1]), None)
        if first is None:
            waiting[problem.rule, numbers[1], numbers[2]] = problem
            continue
        del found[problem]
        message = f"{first.message}, and that of line {problem.line} is {numbers[1]}"
        advice = f"exchange the two: {first.advice}"
        edits = (*first.edits, *problem.edits)
        found[first] = replace(first, message=message, advice=advice, edits=edits)
    yield from found.values()


def _revealed(problem: Problem) -> Problem:
    """Return a problem with the numbers of the characters in a name that nobody sees."""
    named = points(problem) or problem.rule.startswith(("unknown-", "wrong-value"))
    shown = revealed(problem.message)
    if not named or shown == problem.message:
        return problem
    hidden = ", ".join(dict.fromkeys(re.findall(r"\[(U\+\w+)\]", shown)))
    advice = f"delete {hidden}, which nobody sees; {revealed(problem.advice)}"
    return replace(problem, message=shown, advice=advice)


def _grouped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give once what is wrong in several places for one reason, with the lines of the others."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        language = problem.rule.startswith("language-")
        key: object = (target(problem), language) if language or points(problem) else problem
        groups.setdefault(key, []).append(problem)
    for group in groups.values():
        first = group[0]
        if len(group) == 1 or any(p.edits for p in group):
            yield from group
        else:
            lines = ", ".join(str(p.line) for p in group[1 : _LINES + 1])
            more = "…" if len(group) > _LINES + 1 else ""
            yield replace(first, message=f"{first.message} (so on line {lines}{more})")
