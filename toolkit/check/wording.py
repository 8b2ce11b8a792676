"""Find the word that was meant, and join words to phrases."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Final

# Of so many letters a name is known when two have changed places.
_SHORTEST: Final = 3
_HIDDEN: Final = re.compile("[\\xa0\\xad\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\ufeff]")
# So like is a name that is only misspelt, and so much less like is one that cannot be meant.
_SURE: Final = 0.8
_APART: Final = 0.05
_LONG: Final = 5


def closest(name: str, names: Iterable[str], likeness: float = 0.8) -> str:
    """Return the name most like another, or of the same letters; nothing if there is none."""
    by_lower = {other.lower(): other for other in sorted(names)}
    found = get_close_matches(name.lower(), list(by_lower), 1, likeness)
    if not found and len(name) >= _SHORTEST:
        letters = sorted(name.lower())
        found = [other for other in by_lower if sorted(other) == letters]
    return by_lower[found[0]] if found else ""


def alone(name: str, meant: str, names: Iterable[str]) -> bool:
    """Tell whether a name can be nothing but another one: no third is nearly as like."""
    if name.lower() == meant.lower() or _is_longer(name, meant):
        return True
    like = _likeness(name, meant)
    rivals = {other for other in names if other.lower() != meant.lower()}
    return like >= _SURE and all(_likeness(name, other) < like - _APART for other in rivals)


def _is_longer(name: str, meant: str) -> bool:
    """Tell whether a name is another one with its last word written out."""
    rest = name.removeprefix(meant)
    return len(meant) >= _LONG and rest != name and rest[0].islower()


def _likeness(name: str, other: str) -> float:
    return SequenceMatcher(None, name.lower(), other.lower()).ratio()


def revealed(text: str) -> str:
    """Return a text with the numbers of those characters that nobody sees, as in ``a[U+200B]b``."""
    return _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def phrase(words: list[str], word: str = "or") -> str:
    """Return words with commas and an "or", or another word: ``a, b or c``."""
    return f" {word} ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
