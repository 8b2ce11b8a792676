"""Prepare content models for XML Schema, which must know each child without looking ahead."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Child,
    Choice,
    Empty,
    Interleave,
    Model,
    Repeat,
    Sequence,
    Text,
)


def without_text(model: Model) -> tuple[Model, bool]:
    """Return an unfolded model without its text, and whether it had any."""
    match model:
        case Text():
            return Empty(), True
        case Sequence(items):
            inner, mixed = _each(items)
            return sequence(inner), mixed
        case Interleave(items):
            inner, mixed = _each(items)
            return interleave(inner), mixed
        case Choice(items):
            inner, mixed = _each(items)
            return choice(inner), mixed
        case Repeat(item, least, most):
            only, mixed = without_text(item)
            return repeat(only, least, most), mixed
        case _:
            return model, False


def _each(items: Iterable[Model]) -> tuple[list[Model], bool]:
    pairs = [without_text(item) for item in items]
    return [model for model, _ in pairs], any(mixed for _, mixed in pairs)


def particles(model: Model) -> list[Model]:
    """Return the elements of a model, each once, in the order of their first appearance."""
    match model:
        case Child() | AnyElement():
            return [model]
        case Sequence(items) | Choice(items) | Interleave(items):
            return list(dict.fromkeys(found for item in items for found in particles(item)))
        case Repeat(item):
            return particles(item)
        case _:
            return []


def deterministic(model: Model) -> bool:
    """Whether no two particles of one name ever compete for the next child."""
    nodes = _nodes(model)
    if any(isinstance(part, Interleave) for part in nodes):
        return False
    if _names_each_once(nodes):
        return True
    positions = _Positions()
    ends = positions.visit(model)
    return not any(map(positions.clash, [ends.first, *positions.follow]))


def _names_each_once(nodes: Iterable[Model]) -> bool:
    """Tell whether a model names elements only, and each in one place."""
    seen: set[str] = set()
    for node in nodes:
        match node:
            case Child(name) if name not in seen:
                seen.add(name)
            case Repeat(_, 0 | 1, most) if most in {1, UNBOUNDED}:
                pass
            case Child() | AnyElement() | Repeat():
                return False
    return True


def _nodes(model: Model) -> list[Model]:
    match model:
        case Sequence(items) | Choice(items) | Interleave(items):
            return [model, *(node for item in items for node in _nodes(item))]
        case Repeat(item):
            return [model, *_nodes(item)]
        case _:
            return [model]


@dataclass(frozen=True, slots=True)
class _Ends:
    nullable: bool
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()


@dataclass
class _Positions:
    """Glushkov's positions of a model: the name at each, and which may come next."""

    names: list[str] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)

    def visit(self, model: Model) -> _Ends:
        match model:
            case Child(name):
                return self._position(name)
            case AnyElement(_, _, known):
                return self._position("*" if known else "*elsewhere")
            case Sequence(items):
                return self._chain([self.visit(item) for item in items])
            case Choice(items):
                ends = [self.visit(item) for item in items]
                first = frozenset[int]().union(*(end.first for end in ends))
                last = frozenset[int]().union(*(end.last for end in ends))
                return _Ends(any(end.nullable for end in ends), first, last)
            case Repeat(item, least, most):
                return self._repeat(item, least, most)
            case _:
                return _Ends(nullable=True)

    def clash(self, positions: Iterable[int]) -> bool:
        names = [self.names[position] for position in positions]
        wild = names.count("*elsewhere") + names.count("*")
        return len(names) != len(set(names)) or wild > 1 or ("*" in names and len(names) > 1)

    def _position(self, name: str) -> _Ends:
        self.names.append(name)
        self.follow.append(set())
        here = frozenset((len(self.names) - 1,))
        return _Ends(nullable=False, first=here, last=here)

    def _chain(self, ends: list[_Ends]) -> _Ends:
        whole = _Ends(nullable=True)
        for end in ends:
            self._join(whole.last, end.first)
            first = whole.first | end.first if whole.nullable else whole.first
            last = whole.last | end.last if end.nullable else end.last
            whole = _Ends(whole.nullable and end.nullable, first, last)
        return whole

    def _repeat(self, item: Model, least: int, most: float) -> _Ends:
        needed = min(least, 2)  # what holds of two copies holds of any number
        copies = max(needed, 1) if most == UNBOUNDED else needed + min(int(most) - least, 2)
        ends = [self.visit(item) for _ in range(copies)]
        optional = [
            _Ends(end.nullable or at >= needed, end.first, end.last) for at, end in enumerate(ends)
        ]
        whole = self._chain(optional)
        if most == UNBOUNDED:
            self._join(ends[-1].last, ends[-1].first)
        return _Ends(whole.nullable or least == 0, whole.first, whole.last)

    def _join(self, before: Iterable[int], after: Iterable[int]) -> None:
        for position in before:
            self.follow[position].update(after)
