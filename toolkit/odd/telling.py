"""A shortest document that one schema accepts and another refuses."""

from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.comparison import Difference, differences
from toolkit.odd.inclusion import foreign_value
from toolkit.odd.language import ANY
from toolkit.odd.model import TEI, Choice, Element, Literal, Model, Schema
from toolkit.odd.sampling import sample
from toolkit.odd.symbols import escape, symbolic
from toolkit.odd.values import value_model, values
from toolkit.odd.witness import Smallest

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def shortest(
    first: Schema, second: Schema, found: list[Difference] | None = None
) -> tuple[_Element | None, _Element | None]:
    """Return a shortest document that only the first schema accepts, and one for the second."""
    found = differences(first, second) if found is None else found
    return _Teller(first, second).least(found, 0), _Teller(second, first).least(found, 1)


class _Teller:
    """Finds documents that its own schema accepts and the other refuses."""

    def __init__(self, mine: Schema, other: Schema) -> None:
        self._mine, self._other = mine, other
        self._names = {element.qname: name for name, element in mine.elements.items()}
        self._others = {element.qname: element for element in other.elements.values()}

    def least(self, found: list[Difference], taker: int) -> _Element | None:
        """Return the smallest document that shows one of the differences."""
        own = [difference for difference in found if difference.taker == taker]
        if not own:
            return None
        smallest = Smallest(self._mine)
        reach = {d: self._reach(smallest, d) for d in own}
        best: tuple[float, _Element | None] = (float("inf"), None)
        for difference in sorted(own, key=lambda d: reach[d]):
            if reach[difference] >= best[0]:
                break
            document = self._document(smallest, difference)
            if document is not None:
                size = sum(1 + len(node.attrib) / 100 for node in document.iter("*"))
                best = min(best, (size, document), key=lambda pair: pair[0])
        return best[1]

    def _reach(self, smallest: Smallest, difference: Difference) -> float:
        way = smallest.ways.get(self._name(difference))
        return float("inf") if way is None else way[0] + 1

    def _name(self, difference: Difference) -> str:
        """Return the name that the element of a difference has in our schema."""
        element = self._mine.elements.get(difference.element)
        return element.name if element else self._names.get(difference.element, "")

    def _document(self, smallest: Smallest, difference: Difference) -> _Element | None:
        name = self._name(difference)
        element = self._mine.elements[name]
        if difference.attribute:
            return smallest.document(
                name, mark=lambda node: self._mark(node, element, difference.attribute)
            )
        if difference.reason != "may hold":
            return smallest.document(name)
        words = {
            element.tag if element.namespace == TEI else element.qname: own
            for own, element in self._mine.elements.items()
        }
        word = escape(
            symbolic(element.content, self._mine),
            symbolic(self._others[element.qname].content, self._other),
            lambda symbol: smallest.size(words.get(symbol, symbol if symbol == "#text" else ANY)),
        )
        return (
            None if word is None else smallest.document(name, tuple(words.get(s, s) for s in word))
        )

    def _mark(self, node: _Element, element: Element, name: str) -> None:
        """Give an element, or take from it, what the other schema minds about an attribute."""
        mine = element.attributes.get(name)
        other = self._others[element.qname].attributes.get(name)
        if mine is None:
            return
        model = value_model(mine)
        if other is None:
            node.set(name.replace("xml:", _XML), sample(model) or "")
        elif other.usage == "req" and mine.usage != "req":
            node.attrib.pop(name.replace("xml:", _XML), None)
        elif other.rivals and not mine.rivals:
            for rival in element.attributes.values():
                others = self._others[element.qname].attributes.get(rival.name)
                if others is not None and others.rivals == other.rivals:
                    node.set(rival.name.replace("xml:", _XML), sample(value_model(rival)) or "")
        else:
            node.set(name.replace("xml:", _XML), _value(model, value_model(other)) or "")


def _value(mine: Model, other: Model) -> str | None:
    """Return a value of one model that the other does not take."""
    items = mine.items if isinstance(mine, Choice) else (mine,)
    for item in items:
        if foreign_value(item, other) is None:
            continue
        value = item.value if isinstance(item, Literal) else sample(item)
        for guess in (value, "other", "1911", "a b", "#a", "http://a.a/", "x-1", "true", "0", "-1"):
            if guess is not None and values(mine).accept(guess) and not values(other).accept(guess):
                return guess
    return sample(mine)


def written(document: _Element) -> str:
    """Return a document as text, indented where it holds no text."""
    etree.indent(document)
    return etree.tostring(document, encoding="unicode")
