"""Find the word that was meant, and join words to phrases."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

# Of so many letters a name is known when two have changed places.
_SHORTEST: Final = 3


def closest(name: str, names: Iterable[str], likeness: float = 0.8) -> str:
    """Return the name most like another, or of the same letters; nothing if there is none."""
    by_lower = {other.lower(): other for other in sorted(names)}
    found = get_close_matches(name.lower(), list(by_lower), 1, likeness)
    if not found and len(name) >= _SHORTEST:
        letters = sorted(name.lower())
        found = [other for other in by_lower if sorted(other) == letters]
    return by_lower[found[0]] if found else ""


def phrase(words: list[str], word: str = "or") -> str:
    """Return words with commas and an "or", or another word: ``a, b or c``."""
    return f" {word} ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
