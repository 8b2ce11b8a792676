"""What a content model accepts, symbol by symbol.

The words of a model's language are sequences of child names and `TEXT`. Following one
symbol (Brzozowski's derivative) leaves the model of what may come next.
"""

from functools import cache

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.model import (
    AnyElement,
    Child,
    Choice,
    Empty,
    Interleave,
    Model,
    Never,
    Repeat,
    Sequence,
    Text,
)

TEXT = "#text"
ANY = "*"


@cache
def may_end(model: Model) -> bool:
    """Whether nothing more is needed."""
    match model:
        case Text() | Empty():
            return True
        case Sequence(items) | Interleave(items):
            return all(map(may_end, items))
        case Choice(items):
            return any(map(may_end, items))
        case Repeat(item, least):
            return least == 0 or may_end(item)
        case _:
            return False


@cache
def starts(model: Model) -> frozenset[str]:  # noqa: PLR0911 -- one case a kind
    """Return the symbols a word of the model may begin with."""
    match model:
        case Text():
            return frozenset((TEXT,))
        case Child(name):
            return frozenset((name,))
        case AnyElement():
            return frozenset((ANY,))
        case Choice(items) | Interleave(items):
            return frozenset().union(*map(starts, items))
        case Sequence(items):
            found: frozenset[str] = frozenset()
            for item in items:
                found |= starts(item)
                if not may_end(item):
                    break
            return found
        case Repeat(item):
            return starts(item)
        case _:
            return frozenset()


@cache
def after(model: Model, symbol: str) -> Model:  # noqa: PLR0911 -- one case a kind
    """Return what may follow once a symbol has been read; `Never` if it may not be read."""
    match model:
        case Text():
            return model if symbol == TEXT else Never()
        case Child(name):
            return Empty() if name == symbol else Never()
        case AnyElement():
            return Empty() if _admits(model, symbol) else Never()
        case Choice(items):
            fitting = [i for i in items if not isinstance(i, Child) or i.name == symbol]
            return choice(after(item, symbol) for item in fitting)
        case Sequence(items):
            return choice(_after_sequence(items, symbol))
        case Interleave(items):
            return choice(
                interleave((after(item, symbol), *items[:at], *items[at + 1 :]))
                for at, item in enumerate(items)
            )
        case Repeat(item, least, most):
            rest = repeat(item, max(least - 1, 0), most - 1)
            return sequence((after(item, symbol), rest))
        case _:
            return Never()


def _after_sequence(items: tuple[Model, ...], symbol: str) -> list[Model]:
    found = []
    for at, item in enumerate(items):
        found.append(sequence((after(item, symbol), *items[at + 1 :])))
        if not may_end(item):
            break
    return found


def _admits(model: AnyElement, symbol: str) -> bool:
    """Whether an element fits; a name the schema does not know comes as ``{namespace}name``."""
    if symbol in {TEXT, ANY}:
        return symbol == ANY
    if not symbol.startswith("{"):
        return symbol in model.known
    namespace = symbol[1:].partition("}")[0]
    if model.require:
        return namespace in model.require
    return namespace not in model.exclude and symbol not in model.exclude
