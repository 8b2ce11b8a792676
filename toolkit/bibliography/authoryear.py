"""References by author and year, as author–date styles print them."""

import re
from typing import Final

from toolkit.bibliography.folding import words
from toolkit.bibliography.names import Maker

_NAMES: Final = (
    r"(?P<names>(?:(?:[Vv]an|[Vv]on|de|der|den|[Dd]el|la) )*[A-ZÀ-ÖØ-ÞА-Я][\w’'-]+"
    r"(?:(?:, |,? and |,? & | et | y | und )(?:(?:van|von|de|der) )*[A-ZÀ-ÖØ-ÞА-Я][\w’'-]+)*)"
    r"(?P<others>,? et (?:al|coll)\.?)?"
)
_YEARS: Final = (
    r"(?P<years>(?:1[5-9]|20)\d\d[a-z]?\b(?:(?:, ?| and | & | et | y | und )"
    r"(?:(?:1[5-9]|20)\d\d[a-z]?|[a-z])\b(?!\.? ?\d|\.))*)"
)
AUTHOR_YEAR: Final = re.compile(rf"{_NAMES},? {_YEARS}")
IN_SENTENCE: Final = re.compile(
    rf"{_NAMES}(?:’s|'s)? [(\[]{_YEARS}(?:[,:;] ?[^()\[\]]{{1,40}})?[)\]]"
)


def makers_of(hit: re.Match[str]) -> tuple[Maker, ...]:
    """Return those whom a reference names."""
    return tuple(Maker(words(name), ()) for name in names_in(hit["names"]))


def names_in(names: str) -> list[str]:
    """Return the names of a row: “Doe, Orr and Smith’s” are three."""
    plain = re.sub(r"[’']s$", "", names)
    return [name for name in re.split(r",? (?:and|&|et|y|und) |, ", plain) if name]


def years_cited(text: str) -> list[str]:
    """Return the years of a row; a letter alone is one more work of the year before it."""
    found: list[str] = []
    for said in re.findall(r"\d{4}[a-z]?|\b[a-z]\b(?=,|$| and| et| &)", text):
        found.append(said if said[0].isdigit() else found[-1][:4] + said)
    return found
