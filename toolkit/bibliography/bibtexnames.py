"""Lists of names as BibTeX writes them: “von Last, Jr, First and Others”."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.bibliography.items import OTHERS, Name
from toolkit.bibliography.latex import plain

AND: Final = re.compile(r"\s+and(?:\s+|$)", re.IGNORECASE)
_SEMICOLON: Final = re.compile(r"\s*;\s*")
_MOST: Final = 3
_KEYS: Final = {2: ("family", "given"), 3: ("family", "suffix", "given")}


def parse_names(text: str) -> list[Name]:
    """Return the names of a list; “and others” is a name of its own, as in CSL-JSON of pandoc."""
    return [_name(part) for part in _names(text)]


def odd_names(text: str) -> str:
    """Say what is wrong with a list of names, and how it was read; nothing if nothing is."""
    if len(list(split(text, _SEMICOLON))) > 1:
        return "parts names by “;”, not by “and”; they were parted there"
    long = next((name for name in _names(text) if len(_parts(name)) > _MOST), "")
    return f"has the name “{plain(long)}”, of too many parts; it was kept whole" if long else ""


def _names(text: str) -> list[str]:
    found = split(re.sub(r"^\s*and\s+", "", text, flags=re.IGNORECASE), AND)
    return [part.strip() for name in found for part in split(name, _SEMICOLON) if part.strip()]


def _parts(name: str) -> list[str]:
    return [part.strip() for part in split(name, re.compile(","))]


def split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands between separators that no brace encloses."""
    start = at = depth = 0
    while at < len(text):
        hit = separator.match(text, at) if depth == 0 else None
        if hit:
            yield text[start : hit.start()]
            start = at = hit.end()
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
    yield text[start:]


def _name(text: str) -> Name:
    if text.casefold() == "others":
        return dict(OTHERS)
    if text.startswith("{") and text.endswith("}") and _is_one_group(text):
        return {"literal": plain(text)}
    parts = _parts(text)
    if len(parts) == 1:
        return _in_order(text)
    if len(parts) > _MOST:
        return {"literal": plain(text)}
    found = dict(zip(_KEYS[len(parts)], parts, strict=True))
    particle, family = _particle(found["family"])
    name = {"non-dropping-particle": particle, **found, "family": family}
    return {key: plain(value) for key, value in name.items() if plain(value)}


def _is_one_group(text: str) -> bool:
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _in_order(text: str) -> Name:
    """Part “First von Last”: the particle is what begins with a small letter."""
    parts = list(split(text, re.compile(r"\s+")))
    first = next((n for n, part in enumerate(parts[:-1]) if _is_small(part)), len(parts) - 1)
    last = next((n for n in range(first, len(parts)) if not _is_small(parts[n])), len(parts) - 1)
    name = {
        "non-dropping-particle": " ".join(parts[first:last]),
        "family": " ".join(parts[last:]),
        "given": " ".join(parts[:first]),
    }
    return {key: plain(value) for key, value in name.items() if plain(value)}


def _particle(family: str) -> tuple[str, str]:
    parts = list(split(family, re.compile(r"\s+")))
    last = next((n for n, part in enumerate(parts) if not _is_small(part)), 0)
    return " ".join(parts[:last]), " ".join(parts[last:])


def _is_small(word: str) -> bool:
    """Say whether a word begins with a small letter that no brace protects."""
    return not word.startswith("{") and plain(word)[:1].islower()
