"""Content models as automata, built as far as documents need them."""

from functools import cache

from toolkit.odd.algebra import children
from toolkit.odd.language import after, may_end, starts
from toolkit.odd.model import Model, Never


class State:
    """What has been read of a content model: what may come next, and whether it may end."""

    __slots__ = ("_model", "_next", "everything", "expected", "may_end")

    def __init__(self, model: Model) -> None:
        self._model = model
        self._next: dict[str, State | None] = {}
        self.expected = starts(model)
        self.everything = children(model)
        self.may_end = may_end(model)

    def step(self, symbol: str) -> "State | None":
        """Return the state after a symbol, or nothing if it may not come here."""
        if symbol not in self._next:
            model = after(self._model, symbol)
            self._next[symbol] = None if isinstance(model, Never) else state(model)
        return self._next[symbol]


@cache
def state(model: Model) -> State:
    """Return the state in which a model is still to be read; equal models share one state."""
    return State(model)
