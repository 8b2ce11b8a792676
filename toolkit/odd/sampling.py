"""A value that an attribute takes: short, and the same in every run."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from toolkit.odd.model import Choice, Datatype, ListOf, Literal, Model, Sequence
from toolkit.odd.values import values

# What is tried for a datatype before its patterns are looked at.
_GUESSES: Final = (
    "a", "1", "0", "1911", "1911-10", "1911-10-30", "true", "#a", "en", "a:b", "http://a.a/", "-1",
    "0.5", "--10", "---30", "--10-30", "12:30:00", "1911-10-30T12:30:00", "P1Y", "image/png", "A",
    "a b", "1 1", "1/1", "YQ==", "0a", "",
)  # fmt: skip
_ATOM: Final = re.compile(r"\\[pP]\{(\w+)\}|\\(.)|\[((?:\\.|[^\]\\])*)\]|(.)", re.DOTALL)
_TIMES: Final = re.compile(r"[*+?]|\{(\d+)(?:,(\d*))?\}")
_TRIED: Final = "aA1-. /:#é_,;+@中"
_MOST: Final = 500


@cache
def sample(model: Model) -> str | None:
    """Return a value of a model; nothing if none is found."""
    match model:
        case Literal(value):
            return value
        case Datatype():
            return next((v for v in _candidates(model) if values(model).accept(v)), None)
        case Choice(items):
            return next((v for v in map(sample, items) if v is not None), None)
        case ListOf(Sequence(items)):
            found = [sample(item) for item in items]
            return None if None in found else " ".join(filter(None, found))
        case ListOf(item, least):
            one = sample(item)
            return None if one is None else " ".join([one] * max(least, 1))
        case _:
            return "a"


def _candidates(model: Datatype) -> Iterator[str]:
    yield from _GUESSES
    for name, value in model.facets:
        if name in {"minInclusive", "maxInclusive"}:
            yield value
        if name == "pattern":
            yield from _matching(value)
        if name in {"length", "minLength"}:
            yield "a" * int(value)


def _matching(pattern: str) -> Iterator[str]:
    """Give strings that may match a pattern; whoever asks tries them."""
    for branch in _branches(pattern):
        for number, pieces in enumerate(product(*_pieces(branch))):
            if number == _MOST:
                break
            yield "".join(pieces)


def _branches(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand in no brackets."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _end_of_class(pattern, at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]


def _end_of_class(pattern: str, at: int) -> int:
    at += 1
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def _pieces(branch: str) -> Iterator[list[str]]:
    """Give what may stand for each piece of a branch, one after the other."""
    at = 0
    while at < len(branch):
        if branch[at] == "(":
            end = _closing(branch, at)
            inner = branch[at + 1 : end].removeprefix("?:")
            choices = [c for _, c in zip(range(4), _matching(inner), strict=False)]
            at = end + 1
        else:
            atom = _ATOM.match(branch, at)
            if atom is None:
                return
            choices, at = _chars(atom), atom.end()
        times = _TIMES.match(branch, at)
        if times is not None:
            at = times.end()
            least = int(times[1]) if times[1] else (1 if times[0] == "+" else 0)
            choices = [choice * least for choice in choices] if least else ["", *choices]
        yield choices


def _closing(branch: str, at: int) -> int:
    depth = 0
    while at < len(branch):
        char = branch[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _end_of_class(branch, at)
        elif char in "()":
            depth += 1 if char == "(" else -1
            if depth == 0:
                return at
        at += 1
    return at


def _chars(atom: re.Match[str]) -> list[str]:
    if atom[4]:
        return ["a"] if atom[4] == "." else [atom[4]]
    model = Datatype("string", (("pattern", atom[0]),))
    first = re.findall(r"\w|\\.", atom[3] or "")[:1]
    tried = [char.removeprefix("\\") for char in first] + list(_TRIED)
    return [char for char in tried if values(model).accept(char)][:2]
