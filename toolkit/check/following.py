"""Whether a problem only follows from another one, so that mending that mends both."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from lxml.etree import QName, _Element

from toolkit.bibliography.folding import words
from toolkit.check.broken import UNNUMBERED, Broken, is_division, is_small
from toolkit.check.subject import QUOTED, points, target
from toolkit.check.survey import survey
from toolkit.check.wording import closest
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document

_NUMBERS: Final = frozenset(("paragraph-numbered", "note-numbered"))
_ENTRIES: Final = frozenset(
    "person place org event bibl biblStruct choice corr relatedItem item citeStructure".split()
)
# What is said of an element that is not what it was meant to be.
_CONSEQUENCES: Final = frozenset(
    "unknown-attribute missing-attribute stray-text incomplete-element".split()
)
_NAMES: Final = tuple(f"{{*}}{n}" for n in "persName placeName orgName eventName title".split())
_ORPHANS: Final = frozenset(
    "entry-without-mention orphan-work paragraph-without-regest block-without-digest"
    " note-not-called".split()
)
_SHORT: Final = 3
_LIKE: Final = 0.8
# Beyond so many problems nobody asks which follows from which, and likenesses take long to find.
_MANY: Final = 60
_LARGE: Final = 8


class Context:
    """What the problems of one document say of each other."""

    def __init__(self, found: Mapping[str, Sequence[Problem]], document: Document) -> None:
        self._broken = Broken(found, document)

    def follows(self, problem: Problem) -> bool:
        """Tell whether a problem is only the consequence of broken grammar."""
        if points(problem) and self._is_to_be_named(target(problem)):
            return True
        if not any((self._broken.grammar, self._broken.nameless, self._broken.twice)):
            return self._broken.begun and problem.rule in _NUMBERS and self._is_miscounted(problem)
        element = self._broken.element(problem)
        if problem in self._broken.grammar:
            inside = problem.rule in _CONSEQUENCES or "is no value of <" in problem.message
            consequence = inside and ("misplaced-element", problem.path) in self._broken.ways
            return consequence or self._is_in_a_double(problem, element)
        numbered = problem.rule in _NUMBERS and self._is_miscounted(problem)
        language = problem.rule == "language-declared" and self._broken.languages_wrong
        unnamed = (
            problem.rule == "untagged-name"
            and ("unknown-element", problem.path) in self._broken.ways
        )
        if numbered or language or unnamed or (problem.line, problem.column) in self._broken.places:
            return True
        if points(problem):
            return self._points_to_spoilt(target(problem))
        left = problem.rule == "prose-left" and self._breaks_within(problem.path)
        return left or self._is_about(problem, element)

    def _is_miscounted(self, problem: Problem) -> bool:
        """Tell whether a number is wrong only because something before it has none, or is lost."""
        first = UNNUMBERED in problem.message and not self._broken.nameless
        return self._broken.uncounted or (self._broken.begun and not first)

    def _is_in_a_double(self, problem: Problem, element: _Element | None) -> bool:
        """Tell whether something stands in an element of which one too many is there."""
        if element is None or not self._broken.doubles:
            return False
        within = [element] if problem.rule == "duplicate-id" else []
        return not self._broken.doubles.isdisjoint([*within, *element.iterancestors()])

    def _is_to_be_named(self, name: str) -> bool:
        """Tell whether an element will have an identifier once another problem is solved."""
        if name in self._broken.renamed:
            return True
        return any(word in self._named for word in words(name) if len(word) > _SHORT)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words in the names of entries that have no identifier."""
        names = (e.itertext() for entry in self._broken.unnamed for e in entry.iter(*_NAMES))
        return frozenset(word for name in names for word in words("".join(map(str, name))))

    def _points_to_spoilt(self, name: str) -> bool:
        """Tell whether the identifier is missing because its element is wrong."""
        if (
            name.startswith(self._broken.nameless)
            and name not in survey(self._broken.document).identifiers
        ):
            return True
        return name in self._broken.spoilt or bool(closest(name, self._broken.spoilt_ids, _LIKE))

    def _is_about(self, problem: Problem, element: _Element | None) -> bool:
        """Tell whether a rule speaks of what is misplaced, or of an entry that is broken inside."""
        if element is None:
            return False
        if self._is_in_misplaced(element):
            return True
        if problem in self._broken.ruled and element in self._broken.holders:
            return True
        if problem.rule == "rule-failed":
            near = (element, *element.iterancestors(), *element.iterchildren("*"))
            return not self._broken.wrong.isdisjoint(near)
        if problem not in self._broken.ruled:
            return False
        entry = QName(element).localname in _ENTRIES and element in self._broken.above
        return entry or (is_small(element) and ("stray-text", problem.path) in self._broken.ways)

    def _breaks_within(self, path: str) -> bool:
        """Tell whether the element of this path breaks the grammar, or holds what does."""
        return any(f"{way}/".startswith(f"{path}/") for _, way in self._broken.ways)

    def _is_in_misplaced(self, element: _Element) -> bool:
        """Tell whether rules mean nothing here; in a division they mean something to words."""
        misplaced = (e for e in element.iterancestors() if e in self._broken.misplaced)
        return any(not is_division(e) or not is_small(element) for e in misplaced)

    def is_orphan_of(self, problem: Problem, real: Sequence[Problem]) -> bool:
        """Tell whether nothing mentions an entry only because a mention of it is wrong."""
        if problem.rule not in _ORPHANS or len(real) > _MANY:
            return False
        name = target(problem)
        mine = _words(survey(self._broken.document).identifiers.get(name))
        for other in real:
            element = self._broken.element(other)
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
