"""Tags that do not match: what was left open, closed twice, crossed or misspelt."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.habits import ways
from toolkit.problems import Edit
from toolkit.wellformed.endtags import is_its_end, misspelt
from toolkit.wellformed.fault import Fault
from toolkit.wellformed.markup import Markup, Token
from toolkit.wordlists import EMPTY_ELEMENTS

# An element in an element of its kind, and what holds both.
_DEEP: Final = 3


def nesting_faults(markup: Markup) -> Iterator[Fault]:
    """Give what is wrong with the nesting; only the first can be trusted."""
    opened: list[Token] = []
    closed: dict[int, Token] = {}
    rooted = False
    for at, token in enumerate(markup.tokens):
        if token.kind in {"start", "empty"}:
            if rooted and not opened:
                yield _after_root(token.start)
            rooted = True
            if token.kind == "start":
                opened.append(token)
            else:
                closed[len(opened)] = token
        elif token.kind == "end":
            if not opened or opened[-1].name != token.name:
                yield _mismatch(markup, at, opened, closed)
                return
            closed[len(opened) - 1] = opened.pop()
    if opened:
        yield _cut_off(opened)
    yield from _outside(markup)


def _mismatch(markup: Markup, at: int, opened: Sequence[Token], closed: dict[int, Token]) -> Fault:
    end = markup.tokens[at]
    if not opened or end.name not in [token.name for token in opened]:
        return _closes_nothing(markup, at, opened, closed)
    inner = _first_of_its_kind(opened)
    line = markup.lines.place(end.start)[0]
    if _ends_later(markup.tokens[at + 1 :], inner.name):
        message = f"<{inner.name}> begins inside <{end.name}> and ends outside it: they overlap"
        advice = f"close <{inner.name}> before the </{end.name}> of line {line}, or open it earlier"
        return Fault(inner.start, message, advice)
    if again := _opened_again(markup, opened, end):
        return again
    between = markup.tokens[markup.tokens.index(inner) : at]
    for token in between:
        if token.kind == "empty" and token.name == inner.name and not token.attributes:
            message = f"<{inner.name}/> closes nothing: it is another, empty <{inner.name}>"
            edit = Edit(token.start, token.end, f"</{inner.name}>")
            return Fault(token.start, message, f"write </{inner.name}>", (edit,))
    message = f"<{inner.name}> has no end tag before the </{end.name}> of line {line}"
    if empty := _empty(inner):
        return Fault(inner.start, message, f"write {empty}: it holds nothing")
    return Fault(inner.start, message, f"add </{inner.name}> where it ends")


def _closes_nothing(
    markup: Markup, at: int, opened: Sequence[Token], closed: dict[int, Token]
) -> Fault:
    end, inner = markup.tokens[at], opened[-1] if opened else None
    if inner and not _empty(inner) and is_its_end(markup.tokens, at, opened):
        return misspelt(markup, inner, end)
    if unopened := _unopened(markup, opened[-1].end if opened else 0, end):
        return unopened
    before = closed.get(len(opened))
    message = f"</{end.name}> closes nothing: no <{end.name}> is open here"
    if before and before.name == end.name:
        line = markup.lines.place(before.start)[0]
        how = f"<{end.name}/>" if before.kind == "empty" else f"<{end.name}>"
        return Fault(end.start, message, f"take it out; the {how} of line {line} is closed already")
    return Fault(end.start, message, f"take it out, or open <{end.name}> before")


def _opened_again(markup: Markup, opened: Sequence[Token], end: Token) -> Fault | None:
    """Return the fault of a start tag, right behind a word, that was meant as an end tag."""
    if len(opened) < _DEEP or opened[-_DEEP].name != end.name or _empty(opened[-1]):
        return None
    first, second = opened[-2:]
    behind = markup.text[second.start - 1 : second.start]
    if second.name != first.name or second.attributes or behind.isspace():
        return None
    line, column = markup.lines.place(first.start)
    message = f"<{second.name}> stands in the <{first.name}> that was opened at {line}:{column}"
    advice = f"write </{first.name}>, if that ends here"
    edit = Edit(second.start, second.end, f"</{first.name}>")
    return Fault(second.start, message, advice, (edit,))


def _unopened(markup: Markup, start: int, end: Token) -> Fault | None:
    """Return the fault of a start tag that has lost its first bracket."""
    name = re.escape(end.name)
    values = r"""(\s+[\w:.\-]+\s*=\s*("[^"<>]*"|'[^'<>]*'))*\s*>"""
    found = re.compile(rf"(?<![\w<>/]){name}{values}").search(markup.text, start, end.start)
    if not found:
        return None
    edit = Edit(found.start(), found.start(), "<")
    message = f"the start tag of </{end.name}> has no <"
    return Fault(found.start(), message, f"write <{found[0]}", (edit,))


def _empty(token: Token) -> str:
    """Return how an element is written that holds nothing; nothing for others."""
    if token.name in EMPTY_ELEMENTS:
        return f"<{token.name}/>"
    found = ways(token.name, {a.name: a.value for a in token.attributes})
    return next((way for way in found.values() if way.endswith("/>")), "")


def _first_of_its_kind(opened: Sequence[Token]) -> Token:
    """Return what was left open, the first of several empty elements."""
    inner = opened[-1]
    for token in reversed(opened):
        if token.name != inner.name or not _empty(token):
            break
        inner = token
    return inner


def _ends_later(tokens: Sequence[Token], name: str) -> bool:
    """Tell whether an end tag comes that belongs to what was opened before these tokens."""
    depth = 0
    for token in tokens:
        if token.name == name:
            depth += (token.kind == "start") - (token.kind == "end")
            if depth < 0:
                return True
    return False


def _cut_off(opened: Sequence[Token]) -> Fault:
    inner = opened[-1]
    if len(opened) == 1:
        message = f"<{inner.name}> has no end tag: the file ends before it"
        return Fault(inner.start, message, f"add </{inner.name}> at the end")
    names = " ".join(f"</{token.name}>" for token in reversed(opened))
    message = f"the file ends while <{inner.name}> and {len(opened) - 1} more are open"
    return Fault(inner.start, message, f"the end of the file may be missing; add {names}")


def _after_root(offset: int) -> Fault:
    message = "something stands after the end of the root element"
    return Fault(offset, message, "move it inside, or take it out; a file has one root element")


def _outside(markup: Markup) -> Iterator[Fault]:
    """Give text before or after the root element."""
    tags = [t for t in markup.tokens if t.kind in {"start", "empty", "end"}]
    if not tags:
        return
    others = [t for t in markup.tokens if t.kind == "other"]
    for start, stop, word in (
        (0, tags[0].start, "before"),
        (tags[-1].end, len(markup.text), "after"),
    ):
        at = start
        for token in [*(t for t in others if start <= t.start < stop), None]:
            until = token.start if token else stop
            loose = markup.text[at:until].lstrip("\ufeff")
            if loose.strip():
                place = until - len(loose.lstrip())
                yield Fault(place, f"text stands {word} the root element", "take it out")
            at = token.end if token else at
