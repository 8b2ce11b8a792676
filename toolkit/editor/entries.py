"""The entries of a text that pointers may mean, read without asking that it be well formed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.wellformed.markup import Markup, Token

# Which entries the attributes of an element mean; any identifier if it is not listed.
_KINDS: Final = {
    ("persName", "ref"): {"person"},
    ("placeName", "ref"): {"place"},
    ("orgName", "ref"): {"org"},
    ("rs", "ref"): {"event"},
    ("bibl", "corresp"): {"bibl", "biblStruct"},
    ("title", "ref"): {"bibl", "biblStruct"},
    ("*", "who"): {"person", "org"},
    ("*", "source"): {"note", "bibl", "biblStruct"},
    ("*", "resp"): {"respStmt", "person", "editor"},
}
_POINTERS: Final = frozenset(
    "ref target corresp who source resp ana next prev scheme copyOf sameAs facs".split()
)
_NAMES: Final = frozenset("persName placeName orgName eventName title head".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """An element with an identifier, and the name it goes by."""

    ident: str
    kind: str
    name: str


def entries(markup: Markup) -> Iterator[Entry]:
    """Give every element that has an identifier."""
    tokens = [t for t in markup.tokens if t.kind in {"start", "empty"}]
    for at, token in enumerate(tokens):
        for attribute in token.attributes:
            if attribute.name == "xml:id":
                yield Entry(attribute.value, token.name, _name(markup, tokens[at : at + 8]))


def _name(markup: Markup, tokens: list[Token]) -> str:
    """Return the first name inside an entry, or the first words of a block."""
    for token in tokens:
        if token.name in _NAMES or token.name in {"p", "note", "quote"}:
            end = markup.text.find(f"</{token.name}>", token.end, token.end + 400)
            text = re.sub(r"<[^>]*>", "", markup.text[token.end : max(end, token.end)])
            return " ".join(text.split())[:60]
    return ""


def wanted(element: str, attribute: str, markup: Markup) -> list[Entry]:
    """Return the entries that an attribute may point to, those of its kind only."""
    if attribute not in _POINTERS:
        return []
    kinds = _KINDS.get((element, attribute)) or _KINDS.get(("*", attribute))
    return [entry for entry in entries(markup) if not kinds or entry.kind in kinds]
