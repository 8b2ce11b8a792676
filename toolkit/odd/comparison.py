"""In what two schemas differ: what one of them accepts and the other refuses.

Content models are compared as languages, by following both symbol by symbol; values of
attributes likewise. Nothing depends on how a model is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.odd.inclusion import foreign_value
from toolkit.odd.model import Attribute, Element, Schema
from toolkit.odd.symbols import Word, escape, symbolic, value_symbols
from toolkit.odd.values import value_model


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one schema accepts and the other refuses.

    `taker` is 0 or 1: which of the two accepts it. `word` is the shortest content, or the
    one value, that tells them apart.
    """

    taker: int
    element: str
    reason: str
    attribute: str = ""
    word: Word = ()

    def __str__(self) -> str:
        """Write it on one line, without saying which schema is which."""
        where = f"<{self.element}>" + (f" @{self.attribute}" if self.attribute else "")
        return f"{where} {self.reason}" + (f": {' '.join(self.word)}" if self.word else "")


def differences(first: Schema, second: Schema) -> list[Difference]:
    """Return everything in which two schemas differ, element by element; nothing if they agree."""
    pair = (_by_qname(first), _by_qname(second))
    found = list(_roots(first, second))
    for qname in dict.fromkeys([*pair[0], *pair[1]]):
        mine, other = pair[0].get(qname), pair[1].get(qname)
        if mine is None or other is None:
            taker, only = (0, mine) if mine is not None else (1, other)
            found += [Difference(taker, only.name, "is in one only")] if only is not None else []
            continue
        models = (symbolic(mine.content, first), symbolic(other.content, second))
        for taker in (0, 1):
            word = escape(models[taker], models[1 - taker])
            if word is not None:
                found.append(Difference(taker, mine.name, "may hold", word=word or ("nothing",)))
        found += _attributes(mine, other)
    return found


def _by_qname(schema: Schema) -> dict[str, Element]:
    return {element.qname: element for element in schema.elements.values()}


def _roots(first: Schema, second: Schema) -> Iterator[Difference]:
    starts_ = [{schema.elements[name].qname for name in schema.start} for schema in (first, second)]
    for taker, schema in enumerate((first, second)):
        for name in schema.start:
            if schema.elements[name].qname not in starts_[1 - taker]:
                yield Difference(taker, name, "may be the root")


def _attributes(mine: Element, other: Element) -> Iterator[Difference]:
    for name in dict.fromkeys([*mine.attributes, *other.attributes]):
        pair = (mine.attributes.get(name), other.attributes.get(name))
        for taker in (0, 1):
            reason = _attribute(pair[taker], pair[1 - taker])
            if reason is not None:
                yield Difference(taker, mine.name, reason[0], name, reason[1:])


def _attribute(mine: Attribute | None, other: Attribute | None) -> Word | None:
    """Return what one attribute allows and the other does not: a reason, and perhaps a value."""
    if other is None:
        return None if mine is None else ("is in one only",)
    if other.usage == "req" and (mine is None or mine.usage != "req"):
        return ("may be absent",)
    if mine is None:
        return None
    if bool(other.rivals) and not mine.rivals:
        return ("may stand beside its rivals",)
    models = (value_model(mine), value_model(other))
    word = escape(value_symbols(models[0]), value_symbols(models[1]))
    if word is None or foreign_value(*models) is None:
        return None
    return ("takes", *(word or ("nothing",)))
