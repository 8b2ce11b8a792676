"""Where a document breaks its grammar, and its rules, as the problems found tell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.subject import target
from toolkit.check.survey import survey
from toolkit.problems import Problem
from toolkit.reading.document import TEI, Document, Position

GRAMMAR: Final = ("relaxng", "xsd")
_DIVISIONS: Final = frozenset("TEI text group front body back div".split())
_MIXED: Final = _DIVISIONS | {"p", "note", "teiHeader", "standOff"}
UNNUMBERED: Final = 'the number of this paragraph is ""'
_COUNTED: Final = (f"{{{TEI}}}p", f"{{{TEI}}}note")
_RENAMED: Final = re.compile(r'write xml:id="([^"]+)"')
_LACKING: Final = re.compile(r"> lacks <(\w+)>")
# Beyond so many problems nobody asks which follows from which, and likenesses take long to find.
_MANY: Final = 60


def _named(problem: Problem) -> str:
    """Return how the identifier begins that a block should have."""
    tag = problem.message.split()[1]
    return {"div": "sec", "titlePart": "title"}.get(tag, tag)


class Broken:
    """What the problems of one document say of its elements."""

    def __init__(self, found: Mapping[str, Sequence[Problem]], document: Document) -> None:
        self.document = document
        self.grammar = frozenset(p for name in GRAMMAR for p in found.get(name, ()))
        self.places = {(p.line, p.column): p for p in self.grammar}
        self.ruled = frozenset(found.get("schematron", ()))
        nameless = [p for p in self.ruled if p.rule == "block-with-id"]
        lacking = [n for p in self.grammar for n in _LACKING.findall(p.message)]
        self.nameless = tuple(f"{name}-" for name in [*map(_named, nameless), *lacking])
        self.twice = frozenset(p for ps in found.values() for p in ps if p.rule == "duplicate-id")
        self.renamed = frozenset(n for p in self.ruled for n in _RENAMED.findall(p.advice))

    @cached_property
    def elements(self) -> dict[tuple[int, int], _Element]:
        """The elements by their places."""
        position = self.document.position
        return {position(element): element for element in self.document.tree.iter("*")}

    def element(self, problem: Problem) -> _Element | None:
        """Return the element of a problem."""
        return self.elements.get(Position(problem.line, problem.column))

    def of(self, problems: Iterable[Problem]) -> frozenset[_Element]:
        """Return the elements of problems."""
        found = (self.element(problem) for problem in problems)
        return frozenset(element for element in found if element is not None)

    @cached_property
    def wrong(self) -> frozenset[_Element]:
        """The elements that break the grammar."""
        return self.of(self.grammar)

    @cached_property
    def above(self) -> frozenset[_Element]:
        """The elements in which the grammar is broken."""
        return frozenset(e for wrong in self.wrong for e in wrong.iterancestors())

    @cached_property
    def misplaced(self) -> frozenset[_Element]:
        """The elements in whose place no rule can be trusted: their order means little."""
        found = self.of(p for p in self.grammar if p.rule == "misplaced-element")
        return frozenset(e for e in found if not _stands_among_divisions(e))

    @cached_property
    def holders(self) -> frozenset[_Element]:
        """The elements that hold what they must not, but for those that hold much else."""
        rules = {"misplaced-element", "unknown-element"}
        found = self.of(p for p in self.grammar if p.rule in rules)
        return frozenset(e for one in found if (e := one.getparent()) is not None and is_small(e))

    @cached_property
    def ways(self) -> frozenset[tuple[str, str]]:
        """What breaks the grammar, by the rule and the way to the element."""
        return frozenset((p.rule, p.path) for p in self.grammar)

    @cached_property
    def uncounted(self) -> bool:
        """Whether something that is numbered, or holds what is, is not where it should be."""
        return any(e.get("n") or next(e.iter(*_COUNTED), None) is not None for e in self.wrong)

    @cached_property
    def begun(self) -> bool:
        """Whether something to be numbered is new, or not in its place."""
        new = self.of(p for p in self.ruled if p.rule == "block-with-id")
        unnumbered = any(UNNUMBERED in p.message or p.rule == "note-in-text" for p in self.ruled)
        return unnumbered or any(e.tag in _COUNTED and not e.get("n") for e in new)

    @cached_property
    def languages_wrong(self) -> bool:
        """Whether what is wrong is a declaration of a language."""
        return any(str(e.tag).endswith(("}language", "}langUsage")) for e in self.wrong)

    @cached_property
    def spoilt(self) -> frozenset[str]:
        """All values of attributes of elements that break the grammar."""
        return frozenset(str(v) for e in self.wrong for v in e.attrib.values())

    @cached_property
    def spoilt_ids(self) -> list[str]:
        """Identifiers that are not what they should be."""
        rules = {"wrong-value", "unknown-attribute", "unknown-element"}
        wrong = self.of(p for p in self.grammar if p.rule in rules)
        found = [str(v) for e in wrong for k, v in e.attrib.items() if str(k).endswith("id")]
        return found if len(found) < _MANY else []

    @cached_property
    def doubles(self) -> frozenset[_Element]:
        """The elements of which one too many is there."""
        return self.of(p for p in self.grammar if p.advice.startswith("keep one"))

    @cached_property
    def unnamed(self) -> frozenset[_Element]:
        """The entries that have no identifier."""
        nameless = self.of(p for p in self.ruled if "has no identifier" in p.message)
        known = survey(self.document).identifiers
        first = {known[name] for p in self.twice if (name := target(p)) in known}
        return nameless | self.of(self.twice) | first


def is_division(element: _Element) -> bool:
    """Tell whether an element is a division, of whatever level."""
    return QName(element).localname in _DIVISIONS


def _stands_among_divisions(element: _Element) -> bool:
    parent = element.getparent()
    return is_division(element) and (parent is None or is_division(parent))


def is_small(element: _Element) -> bool:
    """Tell whether an element holds so little that what is wrong in it may be all of it."""
    return QName(element).localname not in _MIXED
