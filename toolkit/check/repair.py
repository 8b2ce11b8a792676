"""The fewest changes that make a sequence of children fit a content model."""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Final, NamedTuple

from toolkit.check.automaton import State

_BACK: Final = 3
_AHEAD: Final = 5
_MOST: Final = 4000
_MANY: Final = 40
"""Where so much may stand, nothing is lacking."""
DROP, ADD, LIKE = 10.0, 11.0, 8.0


class Step(NamedTuple):
    """What is done at one child: ``keep`` or ``drop`` it, ``swap`` it, or ``add`` before it."""

    kind: str
    at: int
    symbol: str
    expected: frozenset[str] = frozenset()
    state: State | None = None
    """What had been read before it."""


class _Path(NamedTuple):
    cost: float
    order: int
    at: int
    state: State
    steps: tuple[Step, ...]


class Repairer:
    """Repairs sequences of children; `likes` tells what an unknown name probably means."""

    def __init__(self, symbols: Sequence[str], likes: dict[str, tuple[str, ...]]) -> None:
        self._symbols = symbols
        self._likes = likes

    def steps(self, start: State) -> list[Step]:
        """Return what must be done to the children, kept ones left out."""
        done: list[Step] = []
        trail, least = [start], 0
        while True:
            while len(trail) <= len(self._symbols):
                after = trail[-1].step(self._symbols[len(trail) - 1])
                if after is None:
                    break
                trail.append(after)
            stuck = len(trail) - 1
            if stuck == len(self._symbols) and trail[-1].may_end:
                return done
            path = self._search(trail, stuck, min(max(stuck - _BACK, least), stuck))
            done += [step for step in path.steps if step.kind != "keep"]
            if path.at >= len(self._symbols):
                return done
            trail, least = [path.state] * (path.at + 1), path.at

    def _search(self, trail: list[State], stuck: int, first: int) -> _Path:
        """Return the cheapest way over the place where the children stop to fit."""
        goal = min(stuck + _AHEAD, len(self._symbols))
        order = count()
        heap = [_Path(0.0, next(order), first, trail[first], ())]
        seen: set[tuple[int, int]] = set()
        for _ in range(_MOST):
            if not heap:
                break
            path = heappop(heap)
            ended = goal < len(self._symbols) or path.state.may_end
            if path.at >= goal and ended and path.steps:
                return path
            key = (path.at, id(path.state))
            if key not in seen:
                seen.add(key)
                for cost, at, state, step in self._ways(path, stuck):
                    steps = (*path.steps, step)
                    heappush(heap, _Path(path.cost + cost, next(order), at, state, steps))
        return self._dropped(trail, stuck)

    def _ways(self, path: _Path, stuck: int) -> list[tuple[float, int, State, Step]]:
        at, state = path.at, path.state
        found = []
        early = 0.5 if at < stuck else 0.0
        if at < len(self._symbols):
            symbol = self._symbols[at]
            likes = self._likes.get(symbol, ())
            if kept := state.step(symbol):
                found.append((0.0, at + 1, kept, Step("keep", at, symbol)))
            step = Step("drop", at, symbol, state.expected, state)
            found.append((DROP + early, at + 1, state, step))
            many = len(state.expected) >= _MANY
            for meant in likes if many else _elements(state.expected):
                known = symbol not in self._likes
                cost = LIKE if meant in likes else DROP + 2 + (3 if known else 0)
                if after := state.step(meant):
                    swap = Step("swap", at, meant, state.expected, state)
                    found.append((cost + early, at + 1, after, swap))
        if len(state.expected) < _MANY or at >= len(self._symbols):
            for added in _elements(state.expected):
                if after := state.step(added):
                    step = Step("add", at, added, state.expected, state)
                    found.append((ADD + early, at, after, step))
        return found

    def _dropped(self, trail: list[State], stuck: int) -> _Path:
        if stuck >= len(self._symbols):
            step = Step("add", stuck, "", trail[stuck].expected, trail[stuck])
            return _Path(0.0, 0, stuck, trail[stuck], (step,))
        step = Step("drop", stuck, self._symbols[stuck], trail[stuck].expected)
        return _Path(0.0, 0, stuck + 1, trail[stuck], (step,))


def _elements(symbols: frozenset[str]) -> list[str]:
    return sorted(symbol for symbol in symbols if symbol[0] not in "#*{")
