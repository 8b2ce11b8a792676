"""Which of the problems found are the mistakes themselves, and which only follow from them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.pointers import DANGLING
from toolkit.check.survey import survey
from toolkit.check.wording import closest
from toolkit.document import TEI, Document, Position
from toolkit.problems import Level, Problem

GRAMMAR: Final = ("relaxng", "xsd")
_QUOTED: Final = re.compile(r'"([^"]*)"')
_POINTING: Final = re.compile(r"(-known|-target|^dangling-pointer)$")
_POINTER: Final = re.compile(r'@\w+ points to "')
_NUMBERS: Final = frozenset(("paragraph-numbered", "note-numbered"))
_ENTRIES: Final = frozenset(
    "person place org event bibl biblStruct choice corr relatedItem item citeStructure".split()
)
_COUNTED: Final = (f"{{{TEI}}}p", f"{{{TEI}}}note")
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
        self._grammar = frozenset(grammar)
        self._moved = {(p.line, p.column) for p in grammar if p.rule == "misplaced-element"}
        self._ruled = frozenset(found.get("schematron", ()))
        self._broken = {(p.line, p.column): p for p in grammar}
        self._nameless = any(p.rule == "block-with-id" for p in found.get("schematron", ()))
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
        if problem in self._grammar:
            moved = (problem.line, problem.column) in self._moved
            return moved and problem.rule in {"unknown-attribute", "missing-attribute"}
        if here is not None:
            return True
        if problem.rule == "language-declared" and self._languages_broken:
            return True
        if self._is_about(problem):
            return True
        if self._misplaced:
            element = self._elements.get(Position(problem.line, problem.column))
            above = element.iterancestors() if element is not None else ()
            if any(ancestor in self._misplaced for ancestor in above):
                return True
        if problem.rule in _NUMBERS:
            return any(self._is_numbered(place) for place in self._broken)
        if _points(problem):
            name = _target(problem)
            if self._nameless and name not in survey(self._document).identifiers:
                return True
            return name in self._spoilt or bool(closest(name, self._spoilt_ids, _LIKE))
        return False

    def _is_numbered(self, place: tuple[int, int]) -> bool:
        element = self._elements.get(Position(*place))
        if element is None:
            return False
        return bool(element.get("n")) or next(element.iter(*_COUNTED), None) is not None

    @cached_property
    def _languages_broken(self) -> bool:
        return any(str(e.tag).endswith(("}language", "}langUsage")) for e in self._wrong)

    def _is_about(self, problem: Problem) -> bool:
        """Tell whether a rule speaks of an entry or citation in which the grammar is broken."""
        if problem not in self._ruled or not self._wrong or _points(problem):
            return False
        element = self._elements.get(Position(problem.line, problem.column))
        if element is None or QName(element).localname not in _ENTRIES:
            return False
        return any(element in wrong.iterancestors() for wrong in self._wrong)

    @cached_property
    def _wrong(self) -> list[_Element]:
        """The elements that break the grammar."""
        found = [self._elements.get(Position(*place)) for place in self._broken]
        return [element for element in found if element is not None]

    @cached_property
    def _misplaced(self) -> frozenset[_Element]:
        """The elements in whose place the rules cannot be trusted."""
        found = [self._elements.get(Position(*place)) for place in self._moved]
        return frozenset(element for element in found if element is not None)

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


def _points(problem: Problem) -> bool:
    return bool(_POINTING.search(problem.rule)) or bool(_POINTER.match(problem.message))


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
        shared = _points(problem) or problem.rule.startswith("language-")
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
