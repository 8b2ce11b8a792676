"""Say what could stand in the place of what is wrong."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Final

from lxml.etree import QName, _Element, _ElementTree

from toolkit.check import vocabulary
from toolkit.check.companions import CONTAINERS, USUAL
from toolkit.check.models import Models
from toolkit.check.wording import closest, phrase
from toolkit.habits import ways
from toolkit.odd.language import ANY, TEXT
from toolkit.odd.model import Element
from toolkit.wordlists import ELEMENTS

# Elements that text is best wrapped in, in order of preference.
_WRAPPERS: Final = (
    "language change resp addrLine p item cell l term head bibl title titlePart pubPlace publisher"
    " persName placeName orgName author note"
).split()
# Those of them that their parent has once.
_SINGLE: Final = frozenset("head pubPlace publisher persName placeName orgName".split())
# Elements that hold words of all kinds.
_PROSE: Final = "p item cell head ab".split()
# What can stand in so few elements only is wrapped in one of them.
_FEW: Final = 4
_PARTS: Final = frozenset("TEI teiHeader text front body back".split())
_PARENTS: Final = 6
_SHOWN: Final = 8
_LIKE: Final = 0.75
_SHORT: Final = 4


class Adviser:
    """Gives advice in the light of one document: names it already uses come first."""

    def __init__(self, tree: _ElementTree, models: Models) -> None:
        self._tree = tree
        self._models = models

    @cached_property
    def _uses(self) -> Counter[str]:
        return Counter(QName(element).localname for element in self._tree.iter("*"))

    def names(self, names: Iterable[str]) -> str:
        """Return element names as a phrase: ``<p>, <list> or 3 more``."""
        ordered = sorted(set(names) - {TEXT, ANY}, key=self._order)
        shown = [self._models.tag(name) for name in ordered[:_SHOWN]]
        if TEXT in names:
            shown.insert(0, "text")
        if ANY in names:
            shown.append("an element of another vocabulary")
        return phrase([*shown, f"{len(ordered) - _SHOWN} more"] if ordered[_SHOWN:] else shown)

    def _order(self, name: str) -> tuple[bool, int, str]:
        """Put first what every document has, then what this one has most."""
        return name not in USUAL, -self._uses[name], name

    def homes(self, parents: Iterable[str]) -> str:
        """Return where an element may stand, if that is in few elements only."""
        ordered = sorted(parents, key=self._order)
        shown = [self._models.tag(name) for name in ordered]
        return f"it stands only in {phrase(shown)}" if 0 < len(shown) <= _PARENTS else ""

    def expected(self, names: frozenset[str], parent: str) -> str:
        """Return what may stand here, or that nothing may."""
        return f"here may stand {self.names(names)}" if names else f"here <{parent}> must end"

    def wrapper(
        self, symbols: tuple[str, ...], names: frozenset[str], sisters: Collection[str]
    ) -> str:
        """Return the advice to wrap something, if there is an element that editors wrap it in."""
        it = "it" if len(symbols) == 1 else "all of it"
        for name in self._wrappers(symbols, sisters):
            if name in names and self._models.takes(name, symbols):
                return f"wrap {it} in {self._models.tag(name)}"
        return ""

    def _wrappers(self, symbols: tuple[str, ...], sisters: Collection[str]) -> list[str]:
        """Return what might be wrapped round some pieces, the likeliest first."""
        if TEXT in symbols:
            only = list(sisters) if len(sisters) == 1 and _SINGLE.isdisjoint(sisters) else []
            return only + [n for n in _WRAPPERS if n not in _SINGLE or n not in sisters]
        homes = self._models.parents.get(symbols[0], [])
        few = homes if len(homes) <= _FEW and symbols[0] not in _PARTS else []
        return [*CONTAINERS.get(symbols[0], ()), *few, *_PROSE]

    def habit(self, node: _Element, names: frozenset[str]) -> str:
        """Return how TEI writes an element of HTML or the like, in the terms of the scheme."""
        own = QName(node).localname
        found = ways(own, {QName(k).localname: str(v) for k, v in node.attrib.items()})
        every = self._models.schema.elements
        for name in sorted(found, key=lambda n: (n not in names, n not in every)):
            if name in every:
                return f"write {_fitted(found[name], every[name])}"
            return f"TEI writes {found[name]}, which the scheme does not have; leave it out"
        return ""

    def similar(self, name: str, names: frozenset[str]) -> tuple[str, ...]:
        """Return the elements that were probably meant, the likeliest first."""
        here = [n for n in names if n not in {TEXT, ANY}]
        habit = [*ways(name, {}), *(ELEMENTS.get(name) or ELEMENTS.get(name.lower()) or ())]
        every = self._models.schema.elements
        known = [n for n in habit if n in every]
        if name in vocabulary.elements():  # spelt as it was meant
            return tuple(dict.fromkeys([n for n in known if n in here] or known))
        longer = sorted(n for n in here if _begins_alike(name, n, _SHORT))
        found = [closest(name, here, _LIKE), *longer]
        found += [n for n in known if n in here]
        found = [n for n in found if n] or [closest(name, every), *known]
        return tuple(dict.fromkeys(n for n in found if n))


def _fitted(way: str, element: Element) -> str:
    """Return a way to write an element without attributes and values that it does not have."""

    def kept(found: re.Match[str]) -> str:
        attribute = element.attributes.get(found[1])
        listed = {value for value, _ in attribute.values} if attribute else set()
        closed = attribute is None or (attribute.listed == "closed" and found[2] not in listed)
        return "" if closed else found[0]

    return re.sub(r' ([\w:]+)="([^"]*)"', kept, way)


def _begins_alike(name: str, other: str, shortest: int) -> bool:
    short, long = sorted((name.lower(), other.lower()), key=len)
    return len(short) >= shortest and long.startswith(short)
