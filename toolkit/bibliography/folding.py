"""How names and titles are compared: by their words, without case, accents and marks."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from typing import Final

Words = tuple[str, ...]

# An apostrophe inside a word is part of it: prav'da and pravda are one word.
_INSIDE: Final = re.compile(r"[’'‘`ʹʺ´]")
_APART: Final = re.compile(r"[\W_]+")
_ARTICLES: Final = frozenset(
    "the a an le la les l un une der die das ein eine el los las il lo gli de het".split()
)
# Below this likeness two titles are not taken for one with a slip in it.
_ALIKE: Final = 0.88
_SHORTEST_ALIKE: Final = 8


class TitleFit(IntEnum):
    """How well the title of a citation fits that of a work, from not at all to word for word."""

    NONE = 0
    ALIKE = 1
    SCATTERED = 2
    PART = 3
    BEGINNING = 4
    EXACT = 5


@lru_cache(10_000)
def words(text: str) -> Words:
    """Return the words of a text as they are compared."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_APART.sub(" ", _INSIDE.sub("", plain)).split())


def title_words(text: str) -> Words:
    """Return the words of a title, an article before them left out."""
    found = words(text)
    return found[1:] if len(found) > 1 and found[0] in _ARTICLES else found


def has_run(needle: Sequence[str], hay: Sequence[str]) -> bool:
    """Say whether the words stand in this order, with nothing between them, in the others."""
    size = len(needle)
    return bool(size and needle[0] in hay) and any(
        tuple(hay[i : i + size]) == tuple(needle) for i in range(len(hay) - size + 1)
    )


def title_fit(short: Words, full: Words) -> TitleFit:
    """Say how well a title, perhaps a short one, fits a full one."""
    if not short or not full:
        return TitleFit.NONE
    if short == full:
        return TitleFit.EXACT
    if full[: len(short)] == short:
        return TitleFit.BEGINNING
    if has_run(short, full):
        return TitleFit.PART
    if len(short) > 1 and _in_order(short, full):
        return TitleFit.SCATTERED
    return TitleFit.ALIKE if _alike(short, full) else TitleFit.NONE


def _in_order(short: Words, full: Words) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


def _alike(short: Words, full: Words) -> bool:
    """Say whether a title is the other with a slip of the pen in it, or the beginning of it.

    Numbers that differ are never a slip: they tell volumes and years apart.
    """
    whole, part = " ".join(short), " ".join(full[: len(short)])
    if len(whole) < _SHORTEST_ALIKE:
        return False
    if 2 * min(len(whole), len(part)) < _ALIKE * (len(whole) + len(part)):
        return False
    if _numbers(short) != _numbers(full[: len(short)]):
        return False
    pair = SequenceMatcher(None, whole, part, autojunk=False)
    return pair.quick_ratio() >= _ALIKE and pair.ratio() >= _ALIKE


def _numbers(title: Words) -> list[str]:
    return [word for word in title if word.isdigit()]
