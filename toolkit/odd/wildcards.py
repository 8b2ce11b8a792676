"""Any element of some namespaces, as a choice of one symbol for each namespace that matters."""

from collections.abc import Iterable
from typing import Final

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.model import AnyElement, Child, Choice, Interleave, Model, Repeat, Sequence

_NAME: Final = "anything"
_ELSEWHERE: Final = f"{{urn:any}}{_NAME}"


def spelled_out(*models: Model) -> tuple[Model, ...]:
    """Return models whose wildcards are symbols, names of elements that have the same meaning."""
    limits = frozenset[str]().union(*map(_limits, models))
    if not any(map(_is_wild, models)):
        return models
    spaces = {limit[1:].partition("}")[0] if limit[:1] == "{" else limit for limit in limits}
    found = {limit for limit in limits if limit[:1] == "{"}
    found |= {f"{{{space}}}{_NAME}" if space else _NAME for space in spaces}
    symbols = sorted(found | {_ELSEWHERE if "" in spaces else _NAME})
    return tuple(_spelled(model, symbols) for model in models)


def _spelled(model: Model, symbols: Iterable[str]) -> Model:
    match model:
        case AnyElement():
            return choice(Child(symbol) for symbol in symbols if _admits(model, symbol))
        case Sequence(items):
            return sequence(_spelled(item, symbols) for item in items)
        case Interleave(items):
            return interleave(_spelled(item, symbols) for item in items)
        case Choice(items):
            return choice(_spelled(item, symbols) for item in items)
        case Repeat(item, least, most):
            return repeat(_spelled(item, symbols), least, most)
        case _:
            return model


def _admits(model: AnyElement, symbol: str) -> bool:
    space = symbol[1:].partition("}")[0] if symbol[:1] == "{" else ""
    if model.require:
        return space in model.require
    return space not in model.exclude and symbol not in model.exclude


def _limits(model: Model) -> frozenset[str]:
    """Return the namespaces, and the names as ``{namespace}name``, that a model tells apart."""
    match model:
        case AnyElement(require, exclude):
            return frozenset((*require, *exclude))
        case Child(name) if name[:1] == "{":
            return frozenset((name,))
        case Sequence(items) | Interleave(items) | Choice(items):
            return frozenset[str]().union(*map(_limits, items))
        case Repeat(item):
            return _limits(item)
        case _:
            return frozenset()


def _is_wild(model: Model) -> bool:
    match model:
        case AnyElement():
            return True
        case Sequence(items) | Interleave(items) | Choice(items):
            return any(map(_is_wild, items))
        case Repeat(item):
            return _is_wild(item)
        case _:
            return False
