"""Build content models in their simplest form, and unfold the groups in them."""

from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Items

from toolkit.odd.model import (
    UNBOUNDED,
    Child,
    Choice,
    Datatype,
    Empty,
    Group,
    Interleave,
    ListOf,
    Literal,
    Model,
    Never,
    Repeat,
    Sequence,
    Text,
)


def sequence(items: Iterable[Model]) -> Model:
    """Return all of these in order."""
    flat: list[Model] = []
    for item in items:
        if isinstance(item, Never):
            return item
        if isinstance(item, Sequence):
            flat.extend(item.items)
        elif not isinstance(item, Empty):
            flat.append(item)
    return _one_or(Sequence, flat)


def interleave(items: Iterable[Model]) -> Model:
    """Return all of these in any order."""
    kept = [item for item in items if not isinstance(item, Empty)]
    for item in kept:
        if isinstance(item, Never):
            return item
    return _one_or(Interleave, kept)


def choice(items: Iterable[Model]) -> Model:
    """Return one of these; an empty branch makes the rest optional."""
    flat: dict[Model, None] = {}
    for item in items:
        flat.update(dict.fromkeys(item.items if isinstance(item, Choice) else (item,)))
    real = [item for item in flat if not isinstance(item, Empty | Never)]
    if not real:
        return Empty() if Empty() in flat else Never()
    one = _one_or(Choice, real)
    return repeat(one, 0, 1) if Empty() in flat else one


def repeat(item: Model, least: int = 1, most: float = 1) -> Model:
    """Return this so many times."""
    if isinstance(item, Empty) or most == 0:
        return Empty()
    if isinstance(item, Never):
        return Empty() if least == 0 else item
    if (least, most) == (1, 1) or isinstance(item, Text):
        return item
    if (
        isinstance(item, Repeat)
        and least <= 1
        and item.least <= 1
        and {most, item.most} <= {1, UNBOUNDED}
    ):
        return Repeat(item.item, min(least, item.least), max(most, item.most))
    return Repeat(item, least, most)


def _one_or(kind: type[Sequence | Interleave | Choice], items: Items[Model]) -> Model:
    if not items:
        return Empty()
    return items[0] if len(items) == 1 else kind(tuple(items))


class Unfolded(dict[str, Model]):
    """Groups with those in them written out, each when it is first asked for."""

    def __init__(self, groups: Mapping[str, Model]) -> None:
        super().__init__()
        self._groups = groups

    def __missing__(self, name: str) -> Model:
        """Write a group out."""
        self[name] = unfold(self._groups[name], self)
        return self[name]


def unfold(model: Model, groups: Mapping[str, Model]) -> Model:
    """Return the model with every group written out."""
    match model:
        case Group(name):
            found = groups[name]
            return found if isinstance(groups, Unfolded) else unfold(found, groups)
        case Sequence(items):
            return sequence(unfold(item, groups) for item in items)
        case Interleave(items):
            return interleave(unfold(item, groups) for item in items)
        case Choice(items):
            return choice(unfold(item, groups) for item in items)
        case Repeat(item, least, most):
            return repeat(unfold(item, groups), least, most)
        case _:
            return model


def children(model: Model) -> frozenset[str]:
    """Return the names of all elements anywhere in an unfolded model."""
    match model:
        case Child(name):
            return frozenset((name,))
        case Sequence(items) | Interleave(items) | Choice(items):
            return frozenset().union(*map(children, items))
        case Repeat(item):
            return children(item)
        case _:
            return frozenset()


def is_value(model: Model) -> bool:
    """Whether a model describes a typed value rather than text and elements."""
    match model:
        case Datatype() | Literal() | ListOf():
            return True
        case Choice(items):
            return all(map(is_value, items))
        case _:
            return False
