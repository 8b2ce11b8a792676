"""Content models as automata, built as far as documents need them."""

from functools import cache

from toolkit.odd.algebra import children
from toolkit.odd.language import after, may_end, starts
from toolkit.odd.model import Model, Never


class State:
    """What has been read of a content model: what may come next, and whether it may end."""

    __slots__ = ("_everything", "_expected", "_model", "may_end", "next")

    def __init__(self, model: Model) -> None:
        self._model = model
        self._everything: frozenset[str] | None = None
        self._expected: frozenset[str] | None = None
        self.next = _Steps(model)
        self.may_end = may_end(model)

    def step(self, symbol: str) -> "State | None":
        """Return the state after a symbol, or nothing if it may not come here."""
        return self.next[symbol]

    @property
    def expected(self) -> frozenset[str]:
        """What may come next."""
        if self._expected is None:
            self._expected = starts(self._model)
        return self._expected

    @property
    def everything(self) -> frozenset[str]:
        """The names of all elements that may still come."""
        if self._everything is None:
            self._everything = children(self._model)
        return self._everything


class _Steps(dict[str, State | None]):
    """The states after one state by symbol, each found when it is first asked for."""

    __slots__ = ("_model",)

    def __init__(self, model: Model) -> None:
        super().__init__()
        self._model = model

    def __missing__(self, symbol: str) -> State | None:
        model = after(self._model, symbol)
        self[symbol] = None if isinstance(model, Never) else state(model)
        return self[symbol]


@cache
def state(model: Model) -> State:
    """Return the state in which a model is still to be read; equal models share one state."""
    return State(model)
