"""The words of a text as a reader may type them, and in which shard of the index each stands.

What is folded here, the search page folds in the same way: ``xslt/corpus/assets/joint.js``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
    | dict.fromkeys("’ʼʹ`", "'")
)
# From here on a letter is a word, or half of one, and each begins with too many others.
_IDEOGRAPHS: Final = 0x2E80


class _Marks(dict[int, int | None]):
    """What stands over and under letters or is not seen among them, each looked up once."""

    def __missing__(self, point: int) -> int | None:
        category = unicodedata.category(chr(point))
        self[point] = None if category[0] == "M" or category == "Cf" else point
        return self[point]


_marks: Final = _Marks()


def fold(text: str) -> str:
    """Return a text without accents, ligatures and case: ``Łódź`` is ``lodz``, ``ﬁſh`` ``fish``."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return unicodedata.normalize("NFKD", text).lower().translate(_marks).translate(_LETTERS)


def count(texts: Iterable[str]) -> Counter[str]:
    """Return the words of texts with their numbers; ``l'eau`` is found as ``leau`` and ``eau``."""
    whole: Counter[str] = Counter()
    for text in texts:
        whole.update(_WORD.findall(fold(text)))
    words: Counter[str] = Counter()
    for word, number in whole.items():
        for part in _beginnings(word):
            words[part] += number
    return words


def _beginnings(word: str) -> Iterator[str]:
    parts = word.split("'")
    for at in range(len(parts)):
        yield "".join(parts[at:])


def shard(word: str) -> str:
    """Return the name of the shard that holds a word, which is the name of a file too.

    in: ``letter``, ``a``, ``осень``; out: ``le``, ``a``, ``43e-441``
    """
    first = ord(word[0])
    if first >= _IDEOGRAPHS:
        return f"x{first >> 6:x}"
    start = word[:2]
    return start if start.isascii() else "-".join(f"{ord(letter):x}" for letter in start)


def shards(words: Counter[str]) -> dict[str, str]:
    """Return the words of a document by shard, as lines: a word, a space, its number."""
    lines: dict[str, list[str]] = {}
    for word in sorted(words):
        lines.setdefault(shard(word), []).append(f"{word} {words[word]}")
    return {name: "\n".join(each) for name, each in lines.items()}
