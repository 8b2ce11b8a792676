"""Which of the problems found are the mistakes themselves, and which only follow from them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from lxml.etree import _Element

from toolkit.check.pointers import DANGLING
from toolkit.check.wording import closest
from toolkit.document import Document, Position
from toolkit.problems import Level, Problem

GRAMMAR: Final = ("relaxng", "xsd")
_QUOTED: Final = re.compile(r'"([^"]*)"')
_POINTING: Final = re.compile(r"(-known|-target|^dangling-pointer)$")
_NUMBERS: Final = frozenset(("paragraph-numbered", "note-numbered"))
_ORPHANS: Final = frozenset(
    ("entry-without-mention", "paragraph-without-regest", "block-without-digest", "note-not-called")
)
_WORD: Final = re.compile(r"\w{3,}")
_LIKE: Final = 0.8


def settle(found: Mapping[str, Sequence[Problem]], document: Document) -> list[Problem]:
    """Return the mistakes of a document, each once, in the order of the text."""
    every = {problem for problems in found.values() for problem in problems}
    if len(every) < 2:  # noqa: PLR2004 -- one problem follows from no other
        return sorted(every)
    return _Settling(found, document).settled(every)


class _Settling:
    """What is known about the problems of one document."""

    def __init__(self, found: Mapping[str, Sequence[Problem]], document: Document) -> None:
        self._document = document
        grammar = [p for name in GRAMMAR for p in found.get(name, ())]
        self._broken = {(p.line, p.column): p for p in grammar}
        self._dangling = {_target(p): p for p in found.get("pointers", ()) if p.rule == DANGLING}

    @cached_property
    def _elements(self) -> dict[Position, _Element]:
        position = self._document.position
        return {position(element): element for element in self._document.tree.iter("*")}

    def settled(self, every: Iterable[Problem]) -> list[Problem]:
        """Return the mistakes in order."""
        real = [problem for problem in sorted(every) if not self._follows(problem)]
        real = [problem for problem in real if not self._is_orphan_of(problem, real)]
        return list(_grouped(_one_each(real, self._dangling)))

    def _follows(self, problem: Problem) -> bool:
        """Tell whether a problem is only the consequence of broken grammar."""
        here = self._broken.get((problem.line, problem.column))
        if here is not None:
            return here.rule != problem.rule and problem not in self._broken.values()
        if problem.rule in _NUMBERS:
            return any(self._is_numbered(place) for place in self._broken)
        if _POINTING.search(problem.rule):
            name = _target(problem)
            return name in self._spoilt or bool(closest(name, self._spoilt_ids, _LIKE))
        return False

    def _is_numbered(self, place: tuple[int, int]) -> bool:
        element = self._elements.get(Position(*place))
        return element is not None and any(node.get("n") for node in (element, *element))

    @cached_property
    def _spoilt(self) -> frozenset[str]:
        """All values of attributes of elements that break the grammar."""
        found: set[str] = set()
        for place in self._broken:
            element = self._elements.get(Position(*place))
            if element is not None:
                found.update(str(value) for value in element.attrib.values())
        return frozenset(found)

    @cached_property
    def _spoilt_ids(self) -> list[str]:
        rules = {"wrong-value", "unknown-attribute", "unknown-element"}
        broken = [place for place, p in self._broken.items() if p.rule in rules]
        nodes = [self._elements.get(Position(*place)) for place in broken]
        return [
            str(v)
            for n in nodes
            if n is not None
            for k, v in n.attrib.items()
            if str(k).endswith("id")
        ]

    def _is_orphan_of(self, problem: Problem, real: Sequence[Problem]) -> bool:
        """Tell whether nothing mentions an entry only because a mention of it is wrong."""
        if problem.rule not in _ORPHANS:
            return False
        name = _target(problem)
        words = self._entry_words(name)
        for other in real:
            if other.rule in _ORPHANS:
                continue
            element = self._elements.get(Position(other.line, other.column))
            near = closest(name, self._pointed(element, other), _LIKE)
            if near or (
                element is not None and self._names(element) & words and other.level is Level.ERROR
            ):
                return True
        return False

    def _pointed(self, element: _Element | None, problem: Problem) -> list[str]:
        values = [str(v) for v in element.attrib.values()] if element is not None else []
        return [
            *(w.lstrip("#") for v in values for w in v.split()),
            *_QUOTED.findall(problem.message),
        ]

    def _entry_words(self, name: str) -> frozenset[str]:
        found = self._document.tree.xpath("//*[@xml:id=$name]", name=name)
        entry = found[0] if isinstance(found, list) and found else None
        if not isinstance(entry, _Element) or entry.getparent() is None:
            return frozenset()
        return self._names(entry)

    def _names(self, element: _Element) -> frozenset[str]:
        if len(element) > 8:  # noqa: PLR2004 -- a whole division, which names everybody
            return frozenset()
        return frozenset(_WORD.findall(" ".join(str(t) for t in element.itertext())))


def _target(problem: Problem) -> str:
    found = _QUOTED.search(problem.message)
    return found[1].removeprefix("#") if found else ""


def _one_each(problems: Sequence[Problem], dangling: Mapping[str, Problem]) -> Iterator[Problem]:
    """Give the rule where a rule and the pointer check say the same, with the better advice."""
    places = defaultdict(list)
    for problem in problems:
        places[problem.line, problem.column].append(problem)
    for here in places.values():
        rules = [p for p in here if p.rule != DANGLING]
        tags = {p.rule for p in rules}
        quoted = {name for p in rules for name in _QUOTED.findall(p.message)}
        for problem in here:
            if problem.rule == DANGLING:
                if f"#{_target(problem)}" not in quoted and _target(problem) not in quoted:
                    yield problem
            elif problem.rule != "language-declared" or "language-tag" not in tags:
                hint = dangling.get(_target(problem))
                told = hint is not None and hint.advice.startswith(("did", "write"))
                yield (
                    replace(problem, advice=hint.advice, edits=hint.edits)
                    if told and hint
                    else problem
                )


def _grouped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give once what is wrong in several places for one reason, with the number of places."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        shared = _POINTING.search(problem.rule) or problem.rule.startswith("language-")
        key: object = (
            (_target(problem), problem.rule.startswith("language-")) if shared else problem
        )
        groups.setdefault(key, []).append(problem)
    for group in groups.values():
        first = group[0]
        if len(group) == 1 or any(p.edits for p in group):
            yield from group
        else:
            lines = ", ".join(str(p.line) for p in group[1:4])
            more = "…" if len(group) > 4 else ""  # noqa: PLR2004
            yield replace(first, message=f"{first.message} (so on line {lines}{more})")
