"""The smallest documents of a schema: the least one, and the least that shows something."""

from collections.abc import Callable
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.algebra import is_value, unfold
from toolkit.odd.language import ANY, TEXT, after, may_end, starts
from toolkit.odd.model import Element, Model, Never, Schema
from toolkit.odd.sampling import sample
from toolkit.odd.symbols import Word, classes, only
from toolkit.odd.values import value_model

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
# An element is reached from a parent that has some content: how many elements that takes.
Way = tuple[float, str | None, Word]


class Smallest:
    """Knows for each element of a schema how few elements it needs, and how it is reached."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.models = {n: unfold(e.content, schema.groups) for n, e in schema.elements.items()}
        self._sizes: dict[str, float] = {TEXT: 0, ANY: 1}
        self._words: dict[str, Word] = {}
        changed = True
        while changed:  # some element has become smaller, so others may
            changed = sum(self._settle(name) for name in self.models) > 0

    def _settle(self, name: str) -> bool:
        word = () if is_value(self.models[name]) else self._cheapest(self.models[name])
        if word is None or self._cost(word) + 1 >= self._sizes.get(name, inf):
            return False
        self._sizes[name], self._words[name] = self._cost(word) + 1, word
        return True

    def size(self, name: str) -> float:
        """Return how many elements an element needs, itself counted; infinite if it cannot be."""
        return self._sizes.get(name, inf)

    def _cost(self, word: Word) -> float:
        return sum(map(self.size, word))

    def _cheapest(self, model: Model, through: str | None = None) -> Word | None:
        """Return the content of a model that needs the fewest elements, perhaps through one."""
        order = count()
        queue: list[tuple[float, int, Model, bool, Word]] = [(0, 0, model, through is None, ())]
        seen = set()
        while queue:
            cost, _, now, done, word = heappop(queue)
            if done and may_end(now):
                return word
            if (now, done) in seen:
                continue
            seen.add((now, done))
            for symbol in sorted(starts(now) - {TEXT}):
                following, size = after(now, symbol), 1 if symbol == through else self.size(symbol)
                if size < inf and not isinstance(following, Never):
                    reached = done or symbol == through
                    step = (cost + size, next(order), following, reached, (*word, symbol))
                    heappush(queue, step)
        return None

    @cached_property
    def ways(self) -> dict[str, Way]:
        """How each element is reached from a root with the fewest elements."""
        found: dict[str, Way] = {}
        queue: list[tuple[float, str, str | None, Word]] = [
            (0, name, None, ()) for name in self.schema.start
        ]
        while queue:
            cost, name, parent, word = heappop(queue)
            if name in found or name not in self.models:
                continue
            found[name] = (cost, parent, word)
            for child, content, size in self._onward(name):
                if child not in found:
                    heappush(queue, (cost + size, child, name, content))
        return found

    def _onward(self, name: str) -> list[tuple[str, Word, float]]:
        """Return the children an element may have, each with the least content that has it."""
        model, found = self.models[name], []
        groups = classes(model)
        for group in groups:
            kept = frozenset(min(g, key=self.size) for g in groups) | {group[0]}
            word = self._cheapest(only(model, kept), group[0])
            if word is None:
                continue
            at = word.index(group[0])
            for child in group:
                content = (*word[:at], child, *word[at + 1 :])
                found.append((child, content, self._cost(content) - self.size(child) + 1))
        return found

    def document(
        self, target: str, word: Word | None = None, mark: Callable[[_Element], None] | None = None
    ) -> _Element | None:
        """Return the least document that holds an element, with some content, and then marked."""
        if target not in self.ways:
            return None
        steps = [(target, self._words.get(target, ()) if word is None else word)]
        while (way := self.ways[steps[0][0]])[1] is not None:
            steps.insert(0, (way[1], way[2]))
        root = place = self._empty(steps[0][0])
        for at, (_, content) in enumerate(steps):
            onward = steps[at + 1][0] if at + 1 < len(steps) else None
            left = self._fill(place, content, onward)
            if left is None:
                break
            place = left
        if mark is not None:
            mark(place)
        return root

    def alone(self, name: str) -> _Element | None:
        """Return the least element of a name, by itself."""
        return self._least(name) if name in self._words else None

    def _fill(self, node: _Element, word: Word, onward: str | None) -> _Element | None:
        """Put content into an element; return the child that is left for others to fill."""
        left = None
        for symbol in word:
            if symbol == TEXT:
                if len(node):
                    node[-1].tail = "text"
                else:
                    node.text = "text"
            elif symbol == onward and left is None:
                left = self._empty(symbol)
                node.append(left)
            else:
                node.append(self._least(symbol))
        return left

    def _least(self, symbol: str) -> _Element:
        if symbol not in self.schema.elements:
            return etree.Element("anything" if symbol == ANY else symbol)
        node = self._empty(symbol)
        self._fill(node, self._words[symbol], None)
        return node

    def _empty(self, name: str) -> _Element:
        element = self.schema.elements[name]
        node = etree.Element(element.qname, nsmap={None: element.namespace})
        for attribute in least_attributes(element):
            value = sample(value_model(element.attributes[attribute])) or ""
            node.set(attribute.replace("xml:", _XML), value)
        if is_value(self.models[name]):
            node.text = sample(self.models[name])
        return node


def least_attributes(element: Element) -> list[str]:
    """Return the attributes that an element cannot be without; of rivals the first."""
    found: dict[str, str] = {}
    for attribute in element.attributes.values():
        if attribute.usage == "req":
            found.setdefault(attribute.rivals or attribute.name, attribute.name)
    return list(found.values())
