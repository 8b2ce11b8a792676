"""How much a schema says with everything in it written out, as XML Schema and RELAX NG want it."""

from collections.abc import Mapping
from typing import Final

from lxml.etree import _Element

from toolkit.odd.model import (
    UNBOUNDED,
    Choice,
    Element,
    Group,
    Interleave,
    Model,
    Repeat,
    Sequence,
)
from toolkit.odd.reading import refuse

# Of one element, and of all: in all that TEI has these are 518 and 52,874.
_MOST: Final = 2_500
_IN_ALL: Final = 250_000


def demand_end(
    elements: Mapping[str, Element],
    groups: Mapping[str, Model],
    specs: Mapping[str, _Element],
    schema: _Element,
) -> None:
    """Refuse content of which, written out, there is too much for any use.

    Raises:
        OddFault: an element's content has no end, or that of all up to it has none.
    """
    known: dict[str, int] = {}
    total = 0
    for name, element in elements.items():
        total += (own := _weight(element.content, groups, known))
        if own > _MOST or total > _IN_ALL:
            whose, most = (f'"{name}"', _MOST) if own > _MOST else (f'all up to "{name}"', _IN_ALL)
            refuse(
                specs.get(name, schema),
                f"the content of {whose}, its classes, macros and counts written out, has more "
                f"than {most:,} parts, the limit; write unbounded, or each alternative once",
            )


def _weight(model: Model, groups: Mapping[str, Model], known: dict[str, int]) -> int:
    """Return how many parts a model has with its groups and counts written out.

    Into `known` goes what each group has; one that is within itself counts for nothing there.
    """
    match model:
        case Group(name):
            if name not in known:
                known[name] = 0
                known[name] = _weight(groups[name], groups, known)
            return known[name]
        case Sequence(items) | Interleave(items) | Choice(items):
            return sum(_weight(item, groups, known) for item in items)
        case Repeat(item, least, most):
            times = max(least, 1 if most == UNBOUNDED else int(most))
            return _weight(item, groups, known) * times
        case _:
            return 1
