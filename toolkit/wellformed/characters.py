"""Characters and references in the text of a file that XML does not take."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5
from typing import Final
from unicodedata import category, name

from toolkit.problems import Edit
from toolkit.wellformed.fault import Fault
from toolkit.wellformed.markup import Markup

_REFERENCE: Final = re.compile(r"&([^\W\d][\w.\-]*|#[0-9]+|#x[0-9a-fA-F]+);")
_NUMBERED: Final = re.compile(r"&#\w*;?")
_WORD: Final = re.compile(r"&([^\W\d]\w*)")
FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What looks like a space or like nothing, and is no space in a tag.
_HIDDEN: Final = re.compile(
    "[\\x85\\xa0\\xad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff]"
)
_REST: Final = re.compile(r"[^<>]{0,200}>?")
_OWN: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_LAST: Final = 0x10FFFF
_FIGURES: Final = len(str(_LAST))
_LONGEST: Final = 60


def character_faults(markup: Markup) -> Iterator[Fault]:
    """Give ampersands that stand alone, and characters that XML does not know."""
    others = [t for t in markup.tokens if t.kind == "other"]
    starts = [t.start for t in others]
    for match in re.finditer(f"&|{FORBIDDEN.pattern}|\\]\\]>", markup.text):
        at = match.start()
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < others[before].end:
            continue
        if match[0] == "]]>":
            yield Fault(at, "]]> stands in the text", "write ]]&gt;")
        elif match[0] != "&":
            message = f"the character U+{ord(match[0]):04X} is not allowed in XML"
            yield Fault(at, message, "take it out", (Edit(at, at + 1, ""),))
        elif not (found := _REFERENCE.match(markup.text, at)):
            yield _ampersand(markup.text, at)
        elif not _is_allowed(found[0]):
            message = f"{_shortened(found[0])} stands for a character that is not allowed in XML"
            yield Fault(at, message, "take it out, or write the character that is meant")


def hidden_faults(markup: Markup) -> Iterator[Fault]:
    """Give the tags that hold, outside their values, a character that nobody sees."""
    if not _HIDDEN.search(markup.text):
        return
    for token in markup.tokens:
        if token.kind == "other":
            continue
        rest = _REST.match(markup.text, token.end)
        end = token.end if token.complete or not rest else rest.end()
        values = [(a.inside, a.end) for a in token.attributes if a.quotes]
        for found in _HIDDEN.finditer(markup.text, token.start, end):
            at = found.start()
            if not any(inside <= at < after for inside, after in values):
                yield _hidden(markup.text, token.start, at)
                break


def _hidden(text: str, start: int, at: int) -> Fault:
    shown = f"U+{ord(text[at]):04X} ({name(text[at], 'a control character').lower()})"
    parts = category(text[at]) == "Zs" and text[at + 1 : at + 2] not in {">", "/", " "}
    message = f"a tag holds the character {shown}, which nobody sees"
    advice = "delete it, and put an ordinary space in its place" if parts else "delete it"
    return Fault(start, message, advice, (Edit(at, at + 1, " " if parts else ""),))


def _shortened(reference: str) -> str:
    return reference if len(reference) <= _LONGEST else f"{reference[:_LONGEST]}…"


def referred(reference: str) -> str:
    """Return the character that ``&#65;`` or ``&#x41;`` stands for; nothing if there is none."""
    figures = reference[2:-1].removeprefix("x").lstrip("0")
    if len(figures) > _FIGURES:
        return ""
    number = int(figures or "0", 16 if reference.startswith("&#x") else 10)
    return chr(number) if number <= _LAST else ""


def _is_allowed(reference: str) -> bool:
    if not reference.startswith("&#"):
        return True
    character = referred(reference)
    return bool(character) and not FORBIDDEN.match(character)


def _ampersand(text: str, at: int) -> Fault:
    numbered = _NUMBERED.match(text, at)
    if numbered and numbered[0] != "&#":
        message = f"{numbered[0]} is no number of a character"
        return Fault(at, message, "write the character itself, or its number, as in &#x2014;")
    word = _WORD.match(text, at)
    if word and f"{word[1]};" in html5:
        message, advice = f"the entity &{word[1]} has no semicolon", f"write &{word[1]};"
        other = "" if word[1] in _OWN else f", or &amp;{word[1]} for an ampersand"
        return Fault(at, message, advice + other)
    shown = word[0] if word else "&"
    message = (
        "a bare & stands in the text"
        if shown == "&"
        else f'a bare & stands before "{word[1] if word else ""}"'
    )
    return Fault(at, message, "write &amp; for it", (Edit(at, at + 1, "&amp;"),))
