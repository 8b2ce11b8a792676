"""Content models and values as languages over symbols that mean the same in every schema."""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count
from math import inf

from toolkit.odd.algebra import choice, interleave, repeat, sequence, unfold
from toolkit.odd.language import after, may_end, starts
from toolkit.odd.model import (
    TEI,
    AnyElement,
    Child,
    Choice,
    Datatype,
    Empty,
    Interleave,
    ListOf,
    Literal,
    Model,
    Never,
    Repeat,
    Schema,
    Sequence,
    Text,
)
from toolkit.odd.values import values
from toolkit.odd.wildcards import spelled_out

INFINITE = inf
Word = tuple[str, ...]
Cost = Callable[[str], float]


def _one(symbol: str) -> float:  # noqa: ARG001 -- every symbol costs the same
    return 1


def symbolic(model: Model, schema: Schema) -> Model:  # noqa: PLR0911 -- one case a kind
    """Return a content model over symbols that mean the same in every schema."""
    match unfold(model, schema.groups):
        case Child(name):
            element = schema.elements[name]
            return Child(element.tag if element.namespace == TEI else element.qname)
        case AnyElement(require, exclude):
            return AnyElement(require, exclude)
        case Sequence(items):
            return sequence(symbolic(item, schema) for item in items)
        case Interleave(items):
            return interleave(symbolic(item, schema) for item in items)
        case Choice(items):
            return choice(symbolic(item, schema) for item in items)
        case Repeat(item, least, most):
            return repeat(symbolic(item, schema), least, most)
        case Datatype() | Literal() | ListOf() as value:
            return value_symbols(value)
        case other:
            return other


def value_symbols(model: Model) -> Model:  # noqa: PLR0911 -- one case a kind
    """Return a value model over symbols; what a datatype beside it takes anyway says nothing."""
    match model:
        case Text():
            return Child("any text")
        case Literal(""):
            return Empty()
        case Literal(value):
            return Child(f'"{value}"')
        case Datatype(name, facets):
            limits = "".join(f" {facet}={value}" for facet, value in sorted(facets))
            return Child(name + limits)
        case Choice(items):
            wide = [item for item in items if isinstance(item, Datatype | Text)]
            return choice(
                value_symbols(item)
                for item in items
                if not isinstance(item, Literal)
                or not any(values(w).accept(item.value) for w in wide)
            )
        case Sequence(items):
            return sequence(map(value_symbols, items))
        case ListOf(item, least, most):
            return repeat(value_symbols(item), least, most)
        case other:
            return other


def escape(ours: Model, theirs: Model, cost: Cost = _one) -> Word | None:
    """Return the least word of one model that the other does not accept, or nothing."""
    if ours == theirs:
        return None
    order = count()
    first, second = spelled_out(ours, theirs)
    mine, other = alike(first, second, cost)
    return _search([(0.0, next(order), mine, other, ())], order, cost)


def _search(
    queue: list[tuple[float, int, Model, Model, Word]], order: Iterator[int], cost: Cost
) -> Word | None:
    seen = set()
    while queue:
        paid, _, mine, other, word = heappop(queue)
        if (mine, other) in seen:
            continue
        seen.add((mine, other))
        if may_end(mine) and not may_end(other):
            return word
        for symbol in sorted(starts(mine)):
            rest = after(mine, symbol)
            if not isinstance(rest, Never) and (price := cost(symbol)) < INFINITE:
                step = (paid + price, next(order), rest, after(other, symbol), (*word, symbol))
                heappush(queue, step)
    return None


def alike(ours: Model, theirs: Model, cost: Cost = _one) -> tuple[Model, Model]:
    """Return two models with one symbol for all those that always stand in the same places."""
    kept = frozenset(min(group, key=lambda n: (cost(n), n)) for group in classes(ours, theirs))
    return only(ours, kept), only(theirs, kept)


def classes(*models: Model) -> list[list[str]]:
    """Return the symbols of some models; those that stand in all the same places together."""
    places: dict[str, list[int]] = {}
    for number, names in enumerate(place for model in models for place in _places(model)):
        for name in names:
            places.setdefault(name, []).append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for name, found in places.items():
        groups.setdefault(tuple(found), []).append(name)
    return list(groups.values())


def _places(model: Model) -> Iterator[list[str]]:
    """Give the names that stand at each place of a model; a choice of names is one place."""
    match model:
        case Child(name):
            yield [name]
        case Choice(items):
            yield [item.name for item in items if isinstance(item, Child)]
            for item in items:
                if not isinstance(item, Child):
                    yield from _places(item)
        case Sequence(items) | Interleave(items):
            for item in items:
                yield from _places(item)
        case Repeat(item):
            yield from _places(item)


def only(model: Model, names: frozenset[str]) -> Model:
    """Return a model with no other symbols than these in its choices."""
    match model:
        case Choice(items):
            fewer = (only(i, names) for i in items if not isinstance(i, Child) or i.name in names)
            return choice(fewer)
        case Sequence(items):
            return sequence(only(item, names) for item in items)
        case Interleave(items):
            return interleave(only(item, names) for item in items)
        case Repeat(item, least, most):
            return repeat(only(item, names), least, most)
        case _:
            return model
