"""What two copies of one text have in common: letters and digits, and folded typography."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKERS: Final = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_QUOTES: Final = dict.fromkeys(map(ord, "\"'‘’‚‛“”„‟‹›«»`´′″"), "'")
_DASHES: Final = dict.fromkeys(map(ord, "-‐‑‒–—―−"), "-")
_DIGEST_LENGTH: Final = 32


@lru_cache(maxsize=4096)
def fold_letters(text: str) -> str:
    """Return the letters and digits alone, ligatures resolved and case folded.

    Superscript digits are note markers of a copy, never text.
        in:  "The ﬁrst – ‘Great’ War.¹"
        out: "thefirstgreatwar"
    """
    plain = unicodedata.normalize("NFKC", text.translate(_MARKERS)).casefold()
    return "".join(filter(str.isalnum, plain))


def fold_typography(text: str) -> str:
    """Return the text with one kind of quotation mark, dash and space, ligatures resolved.

    in:  "The ﬁrst – “Great”  War.¹"
    out: "the first-'great' war."
    """
    plain = unicodedata.normalize("NFKC", text.translate(_MARKERS)).casefold()
    plain = " ".join(plain.translate(_QUOTES | _DASHES).split())
    return re.sub(r" ?-[- ]*", "-", plain)


def digest(folded: str) -> str:
    """Return the digest of a folded text: the first 128 bits of its SHA-256, in hexadecimal."""
    return hashlib.sha256(folded.encode()).hexdigest()[:_DIGEST_LENGTH]
