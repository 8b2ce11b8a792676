"""Which entries of different documents are the same, and how it is known.

An identifier that an authority gave joins them; so does a file that they come from. A name alone
joins them only where nothing speaks against it, and that is told.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from toolkit.joint.words import fold

AUTHORITY: Final = "authority"
FILE: Final = "file"
NAME: Final = "name"
_HOSTS: Final = re.compile(r"^(www\.|sws\.|dx\.)+")


class Documents(Iterable[int], Sized, Protocol):
    """The numbers of documents."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as one or more documents tell it."""

    number: int
    entry: Mapping[str, Any]
    documents: Documents
    """Those that hold it."""
    identifiers: frozenset[tuple[str, str]]
    """Each authority and what it numbered the entry."""


def told(number: int, entry: Mapping[str, Any], documents: Documents) -> Told:
    """Return an entry with what authorities have numbered it."""
    found = (identity(each.get("url")) for each in entry.get("identifiers") or ())
    return Told(number, entry, documents, frozenset(filter(None, found)))


@dataclass(frozen=True, slots=True)
class Match:
    """Entries of documents that are one."""

    members: Sequence[Told]
    rules: Sequence[str]
    """How it is known, the surest first; nothing for an entry of one document."""
    by_name: frozenset[int] = frozenset()
    """The numbers of those members that only their name joins to the others."""
    disputed: Sequence[str] = ()
    """The authorities whose identifiers contradict one another."""


def identity(address: str | None) -> tuple[str, str] | None:
    """Return an authority and its number for an entry, however the address is written.

    in: ``http://www.wikidata.org/entity/Q1``; out: ``("wikidata.org", "q1")``
    """
    split = urlsplit(address or "")
    if split.scheme not in {"http", "https"} or not split.netloc:
        return None
    host = _HOSTS.sub("", split.netloc.lower())
    steps = [step for step in split.path.split("/") if step]
    if host == "geonames.org":
        steps = steps[:1]
    elif host == "wikidata.org":
        steps = steps[-1:]
    rest = "/".join(steps).lower() + (f"?{split.query}" if split.query else "")
    return (host, rest) if rest else None


def match(every: Sequence[Told]) -> list[Match]:
    """Return all entries of documents, those that are one joined; in the order they came in."""
    sets = _Sets(every)
    sets.join(AUTHORITY, lambda one: one.identifiers)
    sets.join(FILE, lambda one: [s for s in [one.entry.get("source")] if s])
    strong = {one.number: sets.of(one) for one in every}
    for bearers in _namesakes(every, sets):
        sets.unite(bearers, NAME)
    groups: dict[int, list[Told]] = {}
    for one in every:
        groups.setdefault(sets.of(one), []).append(one)
    return [_matched(members, strong, sets) for members in groups.values()]


def _matched(members: Sequence[Told], strong: Mapping[int, int], sets: "_Sets") -> Match:
    rules = set(sets.rules.get(sets.of(members[0]), ()))
    if len(members) == 1 and len(members[0].documents) > 1:
        alone = members[0]
        rules.add(AUTHORITY if alone.identifiers else FILE if alone.entry.get("source") else NAME)
    weight: dict[int, int] = {}
    for one in members:
        core = strong[one.number]
        weight[core] = weight.get(core, 0) + len(one.documents)
    chief = max(weight, key=lambda core: weight[core])
    apart = frozenset(o.number for o in members if strong[o.number] != chief)
    order = [rule for rule in (AUTHORITY, FILE, NAME) if rule in rules]
    return Match(members, order, apart, sorted(_contradictions(members)))


class _Sets:
    """Entries that belong together: a forest in which every tree is one of them."""

    def __init__(self, every: Iterable[Told]) -> None:
        self._every = list(every)
        self._above = {one.number: one.number for one in self._every}
        self.rules: dict[int, set[str]] = {}

    def of(self, one: Told) -> int:
        """Return the number that stands for all that belong together."""
        return self._root(one.number)

    def _root(self, number: int) -> int:
        while (above := self._above[number]) != number:
            self._above[number] = number = self._above[above]
        return number

    def join(self, rule: str, signs: Callable[[Told], Iterable[Hashable]]) -> None:
        """Join entries of one kind that share a sign."""
        first: dict[Hashable, Told] = {}
        for one in self._every:
            for sign in signs(one):
                other = first.setdefault((one.entry["kind"], sign), one)
                if other is not one:
                    self.unite([other, one], rule)

    def unite(self, members: Sequence[Told], rule: str) -> None:
        """Join entries, and remember by which rule."""
        top = self._root(members[0].number)
        for one in members[1:]:
            root = self._root(one.number)
            if root != top:
                self._above[root] = top
                self.rules.setdefault(top, set()).update({rule}, self.rules.pop(root, ()))


def _namesakes(every: Sequence[Told], sets: _Sets) -> Iterator[list[Told]]:
    """Give the groups of entries that bear one name and that nothing keeps apart."""
    named: dict[Hashable, dict[int, list[Told]]] = {}
    for one in every:
        name = " ".join(re.findall(r"\w+", fold(one.entry.get("reference") or one.entry["label"])))
        if name:
            sign = (one.entry["kind"], name)
            named.setdefault(sign, {}).setdefault(sets.of(one), []).append(one)
    for bearers in named.values():
        if len(bearers) > 1:
            yield from _compatible(list(bearers.values()))


def _compatible(bearers: Sequence[list[Told]]) -> Iterator[list[Told]]:
    """Give those that may be one: not two of one document, nor two numbered differently."""
    holders: dict[int, int] = {}
    for members in bearers:
        for document in {d for one in members for d in one.documents}:
            holders[document] = holders.get(document, 0) + 1
    free = [m for m in bearers if all(holders[d] == 1 for one in m for d in one.documents)]
    if _contradictions([one for members in free for one in members]):
        free = [members for members in free if not any(one.identifiers for one in members)]
    if len(free) > 1:
        yield [one for members in free for one in members]


def _contradictions(members: Sequence[Told]) -> set[str]:
    """Return the authorities that have numbered entries differently."""
    numbers: dict[str, set[str]] = {}
    against: set[str] = set()
    for one in members:
        own: dict[str, set[str]] = {}
        for authority, number in one.identifiers:
            own.setdefault(authority, set()).add(number)
        for authority, given in own.items():
            known = numbers.setdefault(authority, given)
            if not known & given:
                against.add(authority)
            numbers[authority] = known | given
    return against
