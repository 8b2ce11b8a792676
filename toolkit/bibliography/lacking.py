"""What an entry may lack and be given, where it would have it, and whether what it has agrees."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.duplicates import same_volume
from toolkit.bibliography.edtf import said
from toolkit.bibliography.entries import date, idno, parts_of, scope
from toolkit.bibliography.folding import words
from toolkit.bibliography.items import Item
from toolkit.bibliography.markup import leaf
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import Work

if TYPE_CHECKING:
    from lxml import etree

LEAVES: Final = {
    "publisher-place": ".//tei:pubPlace",
    "publisher": ".//tei:publisher",
    "issued": ".//tei:imprint/tei:date",
    "volume": ".//tei:biblScope[@unit='volume']",
    "issue": ".//tei:biblScope[@unit='issue']",
    "page": ".//tei:biblScope[@unit='page']",
    "DOI": ".//tei:idno[@type='DOI']",
    "ISBN": ".//tei:idno[@type='ISBN']",
    "ISSN": ".//tei:idno[@type='ISSN']",
    "URL": ".//tei:idno[@type='URI']",
}
IDENTIFIERS: Final = frozenset({"DOI", "ISBN", "ISSN", "URL"})
_NAMED: Final = {"publisher": "publisher", "publisher-place": "pubPlace"}


def given(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield what an item knows of this: the variable, its value, where an entry would have it."""
    for variable, place in LEAVES.items():
        if variable == "issued":
            value = said(item.dates.get("issued", {}))
        else:
            value = item.texts.get(variable, "")
        if value:
            yield variable, value, place


def written(item: Item, variable: str) -> list[str]:
    """Return the elements for a variable of an item."""
    if variable == "issued":
        return date(item.dates["issued"])
    if variable in IDENTIFIERS:
        return idno(item, variable)
    if variable in _NAMED:
        return [line for part in parts_of(item, variable) for line in leaf(_NAMED[variable], part)]
    return scope(item, variable)


def says_nothing(element: "etree._Element") -> bool:
    """Say whether an element is only there because TEI demands one."""
    return not element.attrib and not plain_text(element)


def agrees(
    item: Item, work: Work, variable: str, value: str, present: "Sequence[etree._Element]"
) -> bool:
    """Say whether an entry says the same as an item; of a date, the year counts."""
    if variable == "issued":
        return not item.year or not work.years or item.year in work.years
    if variable == "volume" and same_volume(item, work):
        return True
    return words(value) == words(" ".join(plain_text(e) for e in present))
