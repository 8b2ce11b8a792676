"""Where an item and the entry of the edition that it is say different things."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.duplicates import HOSTS, same_title
from toolkit.bibliography.folding import words
from toolkit.bibliography.fonts import bare
from toolkit.bibliography.items import OTHERS, Item, Name, printed
from toolkit.bibliography.lacking import agrees, given
from toolkit.bibliography.names import Maker, plain_text
from toolkit.bibliography.works import Work, pick

if TYPE_CHECKING:
    from lxml import etree

Conflict = tuple[str, str, str]
_OWN: Final = "(tei:analytic|self::*[not(tei:analytic)]/tei:monogr|self::tei:bibl)"
# What an entry is not given, and only compared.
_TEXTS: Final = {
    "container-title": HOSTS,
    "collection-title": "tei:series/tei:title",
    "collection-number": "tei:series/tei:biblScope",
    "edition": ".//tei:edition",
    "chapter-number": ".//tei:biblScope[@unit='chapter']",
}
_NAMES: Final = {
    "author": f"{_OWN}/tei:author",
    "editor": "(tei:monogr|self::tei:bibl)/tei:editor[not(@role) or @role='editor']",
    "translator": ".//tei:editor[@role='translator']",
}


def conflicts(item: Item, work: Work) -> Iterator[Conflict]:
    """Yield each variable that both state and state differently, with the two values."""
    for variable, value, place in given(item):
        present = pick(work.element, place)
        if present and plain_text(present[0]) and not agrees(item, work, variable, value, present):
            yield variable, value, plain_text(present[0])
    yield from _names(item, work)
    if work.titles and not same_title(item, work):
        own = pick(work.element, f"{_OWN}/tei:title")
        yield "title", item.texts.get("title", ""), plain_text(own[0]) if own else ""
    for variable, place in _TEXTS.items():
        present = pick(work.element, place)
        value = item.texts.get(variable, "")
        said = [plain_text(element) for element in present]
        if value and said and words(bare(value)) not in map(words, said):
            yield variable, value, said[0]
    yield from _language(item, work)
    yield from _remarks(item, work)


def _names(item: Item, work: Work) -> Iterator[Conflict]:
    for role, place in _NAMES.items():
        names = [name for name in item.names.get(role, []) if name != OTHERS]
        present = pick(work.element, place)
        known = work.authors if role == "author" else work.editors
        if not names or not present:
            continue
        strange = [n for n in names if not any(_maker(n).may_be(maker) for maker in known)]
        whole = len(names) == len(item.names[role]) and not pick(work.element, ".//tei:respStmt")
        if strange or (whole and len(names) != len(present)):
            yield role, "; ".join(map(printed, names)), "; ".join(map(plain_text, present))


def _maker(name: Name) -> Maker:
    family = (name.get("non-dropping-particle"), name.get("family") or name.get("literal"))
    return Maker(words(" ".join(filter(None, family))), words(name.get("given", "")))


def _language(item: Item, work: Work) -> Iterator[Conflict]:
    told = item.texts.get("language", "")
    found = [e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in _titles(work)]
    if told and found and found[0] and words(told)[0] != words(found[0])[0]:
        yield "language", told, found[0]


def _titles(work: Work) -> "list[etree._Element]":
    return pick(work.element, f"{_OWN}/tei:title")


def _remarks(item: Item, work: Work) -> Iterator[Conflict]:
    """Yield what differs among the variables that TEI has no place for."""
    for note in pick(work.element, "tei:note[@type='remark'][@n]"):
        value, said = item.texts.get(str(note.get("n")), ""), plain_text(note)
        if value and words(value) != words(said):
            yield str(note.get("n")), value, said
