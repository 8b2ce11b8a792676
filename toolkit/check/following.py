"""Whether a problem only follows from another one, so that mending that mends both."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from lxml.etree import QName, _Element

from toolkit.bibliography.folding import words
from toolkit.check.subject import QUOTED, points, target
from toolkit.check.survey import survey
from toolkit.check.wording import closest
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document, Position

GRAMMAR: Final = ("relaxng", "xsd")
_NUMBERS: Final = frozenset(("paragraph-numbered", "note-numbered"))
_ENTRIES: Final = frozenset(
    "person place org event bibl biblStruct choice corr relatedItem item citeStructure".split()
)
_DIVISIONS: Final = frozenset("TEI text group front body back div".split())
# What is said of an element that is not what it was meant to be.
_CONSEQUENCES: Final = {f"{k}-attribute" for k in ("unknown", "missing")} | {"stray-text"}
_NAMES: Final = tuple(f"{{*}}{n}" for n in "persName placeName orgName eventName title".split())
_COUNTED: Final = (f"{{{TEI}}}p", f"{{{TEI}}}note")
_ORPHANS: Final = frozenset(
    "entry-without-mention orphan-work paragraph-without-regest block-without-digest"
    " note-not-called".split()
)
_RENAMED: Final = re.compile(r'write xml:id="([^"]+)"')
_LACKING: Final = re.compile(r"> lacks <(\w+)>")
_SHORT: Final = 3
_LIKE: Final = 0.8
# Beyond so many problems nobody asks which follows from which, and likenesses take long to find.
_MANY: Final = 60
_LARGE: Final = 8


def _named(problem: Problem) -> str:
    """Return how the identifier begins that a block should have."""
    tag = problem.message.split()[1]
    return {"div": "sec", "titlePart": "title"}.get(tag, tag)


class Context:
    """What the problems of one document say of each other."""

    def __init__(self, found: Mapping[str, Sequence[Problem]], document: Document) -> None:
        self._document = document
        self._grammar = frozenset(p for name in GRAMMAR for p in found.get(name, ()))
        self._broken = {(p.line, p.column): p for p in self._grammar}
        self._ruled = frozenset(found.get("schematron", ()))
        nameless = [p for p in self._ruled if p.rule == "block-with-id"]
        lacking = [n for p in self._grammar for n in _LACKING.findall(p.message)]
        self._nameless = tuple(f"{name}-" for name in [*map(_named, nameless), *lacking])
        self._renamed = frozenset(n for p in self._ruled for n in _RENAMED.findall(p.advice))

    @cached_property
    def _elements(self) -> dict[tuple[int, int], _Element]:
        position = self._document.position
        return {position(element): element for element in self._document.tree.iter("*")}

    def _element(self, problem: Problem) -> _Element | None:
        return self._elements.get(Position(problem.line, problem.column))

    def _of(self, problems: Iterable[Problem]) -> frozenset[_Element]:
        found = (self._element(problem) for problem in problems)
        return frozenset(element for element in found if element is not None)

    @cached_property
    def _wrong(self) -> frozenset[_Element]:
        """The elements that break the grammar."""
        return self._of(self._grammar)

    @cached_property
    def _above(self) -> frozenset[_Element]:
        """The elements in which the grammar is broken."""
        return frozenset(e for wrong in self._wrong for e in wrong.iterancestors())

    @cached_property
    def _misplaced(self) -> frozenset[_Element]:
        """The elements in whose place no rule can be trusted: where a division is means little."""
        found = self._of(p for p in self._grammar if p.rule == "misplaced-element")
        return frozenset(e for e in found if QName(e).localname not in _DIVISIONS)

    @cached_property
    def _ways(self) -> frozenset[tuple[str, str]]:
        """What breaks the grammar, by the rule and the way to the element."""
        return frozenset((p.rule, p.path) for p in self._grammar)

    @cached_property
    def _uncounted(self) -> bool:
        """Whether something that is numbered, or holds what is, is not where it should be."""
        return any(e.get("n") or next(e.iter(*_COUNTED), None) is not None for e in self._wrong)

    @cached_property
    def _languages_wrong(self) -> bool:
        return any(str(e.tag).endswith(("}language", "}langUsage")) for e in self._wrong)

    @cached_property
    def _spoilt(self) -> frozenset[str]:
        """All values of attributes of elements that break the grammar."""
        return frozenset(str(v) for e in self._wrong for v in e.attrib.values())

    @cached_property
    def _spoilt_ids(self) -> list[str]:
        """Identifiers that are not what they should be."""
        rules = {"wrong-value", "unknown-attribute", "unknown-element"}
        wrong = self._of(p for p in self._grammar if p.rule in rules)
        found = [str(v) for e in wrong for k, v in e.attrib.items() if str(k).endswith("id")]
        return found if len(found) < _MANY else []

    def follows(self, problem: Problem) -> bool:
        """Tell whether a problem is only the consequence of broken grammar."""
        if points(problem) and self._is_to_be_named(target(problem)):
            return True
        if not self._grammar and not self._nameless:
            return False
        element = self._element(problem)
        if problem in self._grammar:
            inside = problem.rule in _CONSEQUENCES or "is no value of <" in problem.message
            consequence = inside and ("misplaced-element", problem.path) in self._ways
            return consequence or self._is_in_a_double(problem, element)
        numbered = problem.rule in _NUMBERS and self._uncounted
        language = problem.rule == "language-declared" and self._languages_wrong
        unnamed = (
            problem.rule == "untagged-name" and ("unknown-element", problem.path) in self._ways
        )
        if numbered or language or unnamed or (problem.line, problem.column) in self._broken:
            return True
        if points(problem):
            return self._points_to_spoilt(target(problem))
        return self._is_about(problem, element)

    def _is_in_a_double(self, problem: Problem, element: _Element | None) -> bool:
        """Tell whether something stands in an element of which one too many is there."""
        if element is None or not self._doubles:
            return False
        within = [element] if problem.rule == "duplicate-id" else []
        return not self._doubles.isdisjoint([*within, *element.iterancestors()])

    @cached_property
    def _doubles(self) -> frozenset[_Element]:
        return self._of(p for p in self._grammar if p.advice.startswith("keep one"))

    def _is_to_be_named(self, name: str) -> bool:
        """Tell whether an element will have an identifier once another problem is solved."""
        if name in self._renamed:
            return True
        parts = frozenset(word for word in words(name) if len(word) > _SHORT)
        names = (e.itertext() for entry in self._unnamed for e in entry.iter(*_NAMES))
        return any(not parts.isdisjoint(words("".join(map(str, name)))) for name in names)

    @cached_property
    def _unnamed(self) -> frozenset[_Element]:
        """The entries that have no identifier."""
        twice = (p for p in self._grammar if p.rule == "duplicate-id")
        return self._of([*(p for p in self._ruled if "has no identifier" in p.message), *twice])

    def _points_to_spoilt(self, name: str) -> bool:
        """Tell whether the identifier is missing because its element is wrong."""
        if name.startswith(self._nameless) and name not in survey(self._document).identifiers:
            return True
        return name in self._spoilt or bool(closest(name, self._spoilt_ids, _LIKE))

    def _is_about(self, problem: Problem, element: _Element | None) -> bool:
        """Tell whether a rule speaks of what is misplaced, or of an entry that is broken inside."""
        if element is None:
            return False
        if any(ancestor in self._misplaced for ancestor in element.iterancestors()):
            return True
        entry = QName(element).localname in _ENTRIES and problem in self._ruled
        return entry and (element in self._above or ("stray-text", problem.path) in self._ways)

    def is_orphan_of(self, problem: Problem, real: Sequence[Problem]) -> bool:
        """Tell whether nothing mentions an entry only because a mention of it is wrong."""
        if problem.rule not in _ORPHANS or len(real) > _MANY:
            return False
        name = target(problem)
        mine = _words(survey(self._document).identifiers.get(name))
        for other in real:
            element = self._element(other)
            if other.rule in _ORPHANS:
                continue
            values = [str(v) for v in element.attrib.values()] if element is not None else []
            named = [w.lstrip("#") for v in values for w in v.split()]
            if closest(name, [*named, *QUOTED.findall(other.message)], _LIKE):
                return True
            if other.level is Level.ERROR and _words(element) & mine:
                return True
        return False


def _words(element: _Element | None) -> frozenset[str]:
    """Return the words in an element, unless it is so large that it names everybody."""
    if element is None or len(element) > _LARGE:
        return frozenset()
    text = " ".join(str(text) for text in element.itertext())
    return frozenset(word for word in words(text) if len(word) >= _SHORT)
