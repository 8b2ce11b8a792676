"""What is said of an element that the scheme does not have."""

import re

from lxml.etree import QName, _Element

from toolkit.check import vocabulary
from toolkit.check.advice import Adviser
from toolkit.check.finding import Finding
from toolkit.check.mending import Mend
from toolkit.check.models import Models
from toolkit.check.wording import alone
from toolkit.habits import ways
from toolkit.odd.model import Element
from toolkit.reading.document import TEI

_RULE = "unknown-element"


class Strangers:
    """Explains the unknown elements of one document."""

    def __init__(self, models: Models, adviser: Adviser) -> None:
        self._models = models
        self._adviser = adviser

    def finding(self, node: _Element, expected: frozenset[str], parent: Element) -> Finding:
        """Return what is wrong with an element that the scheme does not have."""
        name = QName(node)
        if name.namespace is None:
            message = f"<{name.localname}> is in no namespace"
            advice = 'take out the xmlns="" that stands on it or above it'
            return Finding(node, _RULE, message, advice)
        known = self._models.schema.elements.get(name.localname)
        if known and name.namespace != known.namespace:
            message = f"<{known.tag}> is of the namespace {name.namespace}"
            advice = (
                f'the scheme has it in {known.namespace}: write xmlns="{known.namespace}" on it'
            )
            return Finding(node, _RULE, message, advice)
        if known:
            message = f"the scheme calls <{known.name}> <{known.tag}>"
            mend = Mend("rename", known.tag)
            return Finding(node, _RULE, message, f"write <{known.tag}>", mend=mend)
        return self._strange(node, expected, parent)

    def _strange(self, node: _Element, expected: frozenset[str], parent: Element) -> Finding:
        name = QName(node)
        similar = self._adviser.similar(name.localname, expected)
        tags = [self._models.tag(other) for other in similar[:2]]
        habit = self._adviser.habit(node, expected)
        advice = habit or (f"did you mean {' or '.join(tags)}?" if tags else "")
        otherwise = advice or self._adviser.expected(expected, parent.tag)
        if name.namespace != self._models.schema.namespace:
            message = f"<{name.localname}> is of another vocabulary, {name.namespace}"
            return Finding(node, _RULE, message, otherwise)
        if name.localname in vocabulary.elements() and not habit:
            message = f"TEI has <{name.localname}>, this scheme does not"
            return Finding(node, _RULE, message, otherwise)
        message = f"the scheme has no element <{name.localname}>"
        mend = self._mend(node, similar, expected)
        return Finding(node, _RULE, message, otherwise, mend=mend)

    def _mend(
        self, node: _Element, similar: tuple[str, ...], expected: frozenset[str]
    ) -> Mend | None:
        """Return how an element is to be called, if that is beyond doubt."""
        name = QName(node).localname
        if name in vocabulary.elements() or not similar or similar[0] not in expected:
            return None
        plain = [re.fullmatch(r"<\w+/?>", way) for way in ways(name, {}).values()]
        sure = len(plain) == 1 and plain[0] is not None
        every = {*self._models.schema.elements, *vocabulary.elements()}
        if QName(node).namespace == TEI and (sure or alone(name, similar[0], every)):
            return Mend("rename", self._models.schema.elements[similar[0]].tag)
        return None
