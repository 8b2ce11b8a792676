"""The fewest changes that make a sequence of children fit a content model."""

from collections.abc import Iterator, Sequence
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


class _Place(NamedTuple):
    """Where children stop to fit: the states before the last of them, and the first of these."""

    first: int
    stuck: int
    states: tuple[State, ...]


class Repairer:
    """Repairs sequences of children; `likes` tells what an unknown name probably means."""

    def __init__(self, symbols: Sequence[str], likes: dict[str, tuple[str, ...]]) -> None:
        self._symbols = symbols
        self._likes = likes
        self._known: dict[object, tuple[int, State, tuple[Step, ...]]] = {}

    def steps(self, start: State) -> list[Step]:
        """Return what must be done to the children, kept ones left out."""
        done: list[Step] = []
        base, states = 0, [start]
        while True:
            at = base + len(states) - 1
            while at < len(self._symbols) and (after := states[-1].step(self._symbols[at])):
                states.append(after)
                at += 1
            if at == len(self._symbols) and states[-1].may_end:
                return done
            first = max(at - _BACK, base)
            base, state, steps = self._repaired(_Place(first, at, tuple(states[first - base :])))
            states = [state]
            done += steps
            if base >= len(self._symbols):
                return done

    def _repaired(self, place: _Place) -> tuple[int, State, list[Step]]:
        """Return where to go on, in which state, and what was done; equal places once."""
        goal = min(place.stuck + _AHEAD, len(self._symbols))
        ended = goal == len(self._symbols)
        key = (place.states, tuple(self._symbols[place.first : goal]), ended)
        if key not in self._known:
            path = self._search(place, goal)
            steps = tuple(
                step._replace(at=step.at - place.first)
                for step in path.steps
                if step.kind != "keep"
            )
            self._known[key] = (path.at - place.first, path.state, steps)
        length, state, steps = self._known[key]
        moved = [step._replace(at=step.at + place.first) for step in steps]
        return place.first + length, state, moved

    def _search(self, place: _Place, goal: int) -> _Path:
        """Return the cheapest way over the place where the children stop to fit."""
        order = count()
        heap = [_Path(0.0, next(order), place.first, place.states[0], ())]
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
                for cost, at, state, step in self._ways(path, place.stuck):
                    steps = (*path.steps, step)
                    heappush(heap, _Path(path.cost + cost, next(order), at, state, steps))
        return self._dropped(place)

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

    def _dropped(self, place: _Place) -> _Path:
        at, now = place.stuck, place.states[-1]
        if at >= len(self._symbols):
            return _Path(0.0, 0, at, now, (Step("add", at, "", now.expected, now),))
        drop = Step("drop", at, self._symbols[at], now.expected, now)
        return _Path(0.0, 0, at + 1, now, (drop,))


def _elements(symbols: frozenset[str]) -> list[str]:
    return sorted(symbol for symbol in symbols if symbol[0] not in "#*{")


def runs(steps: Sequence[Step], symbols: Sequence[str]) -> Iterator[list[Step]]:
    """Give what is to be dropped or swapped, neighbours together; what is unknown begins anew."""
    run: list[Step] = []
    for step in steps:
        if step.kind not in {"drop", "swap"}:
            continue
        if run and (step.at != run[-1].at + 1 or symbols[step.at].startswith("{")):
            yield run
            run = []
        run.append(step)
    if run:
        yield run
