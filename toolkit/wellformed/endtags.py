"""End tags that do not bear the name of what they end."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from toolkit.habits import ways
from toolkit.problems import Edit
from toolkit.wellformed.fault import Fault
from toolkit.wellformed.markup import Markup, Token
from toolkit.wordlists import ELEMENTS

_ALIKE: Final = 0.7


def is_its_end(tokens: Sequence[Token], at: int, opened: Sequence[Token]) -> bool:
    """Tell an end tag that has the wrong name from one that is too many: the rest fits better."""
    inner = opened[-1]
    taken = _fitting(tokens[at + 1 :], opened[:-1])
    left = _fitting(tokens[at + 1 :], opened)
    return taken > left or (taken == left and tokens[at - 1] is inner)


def _fitting(tokens: Sequence[Token], opened: Sequence[Token]) -> int:
    """Return how many tokens there are until one does not fit what is open."""
    names = [token.name for token in opened]
    for number, token in enumerate(tokens):
        if token.kind == "start":
            names.append(token.name)
        elif token.kind == "end" and (not names or names.pop() != token.name):
            return number
    return len(tokens) + (not names)


def misspelt(markup: Markup, start: Token, end: Token) -> Fault:
    """Blame of two names that are alike the one rarer in the file, otherwise the end tag."""
    names = Counter(token.name for token in markup.tokens)
    rarer = names[start.name] - names[end.name] or _is_camel(start.name) - _is_camel(end.name)
    line, column = markup.lines.place(start.start)
    habit = end.name in {*ELEMENTS.get(start.name, ()), *ways(start.name, {})}
    if not habit and not _alike(start.name, end.name):
        message = f"</{end.name}> is the wrong end tag: <{start.name}> is open"
        advice = f"write </{start.name}>, as <{start.name}> was opened at {line}:{column}"
        return Fault(end.start, message, advice)
    if rarer < 0 or habit:
        message = f"<{start.name}> does not match its end tag </{end.name}>"
        edit = Edit(start.start + 1, start.start + 1 + len(start.name), end.name)
        return Fault(start.start, message, f"write <{end.name}>", (edit,))
    message = f"</{end.name}> does not match <{start.name}>, which was opened on line {line}"
    edit = Edit(end.start + 2, end.start + 2 + len(end.name), start.name)
    advice = f"write </{start.name}>" + ("" if rarer else ", or correct the start tag")
    return Fault(end.start, message, advice, (edit,) if rarer else ())


def _is_camel(name: str) -> bool:
    """Tell whether a name is written as TEI writes its own, with capitals inside."""
    return name == "TEI" or (name[:1].islower() and not name.islower())


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() >= _ALIKE
