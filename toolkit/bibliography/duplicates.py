"""Whether an item is a work that the edition has already."""

from typing import TYPE_CHECKING

from toolkit.bibliography.folding import Words, title_words, words
from toolkit.bibliography.items import Item
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import Work, pick

if TYPE_CHECKING:
    from lxml import etree

_NUMBERS = {"volume": "volume", "issue": "issue", "part": "part"}


def same_work(item: Item, works: list[Work]) -> Work | None:
    """Return the work of the edition that an item is, by the first of these rules that holds.

    The same DOI; the same id and title; or the same title, year and numbers, by a maker of
    the same surname. What one of the two leaves out speaks against nothing.
    """
    rules = (_same_doi, _same_id, _same_facts)
    return next((work for rule in rules for work in works if rule(item, work)), None)


def doi(element: "etree._Element") -> str:
    """Return the DOI of an entry, folded."""
    found = pick(element, ".//tei:idno[translate(@type, 'DOI', 'doi') = 'doi']")
    return plain_text(found[0]).casefold() if found else ""


def _same_doi(item: Item, work: Work) -> bool:
    wanted = item.texts.get("DOI", "").casefold()
    return bool(wanted) and wanted == doi(work.element)


def _same_id(item: Item, work: Work) -> bool:
    return item.ident == work.ident and title_of(item) in work.titles


def _same_facts(item: Item, work: Work) -> bool:
    if title_of(item) not in work.titles[:1]:
        return False
    if item.year and work.years and item.year not in work.years:
        return False
    for variable, unit in _NUMBERS.items():
        mine = " ".join(words(item.texts.get(variable, "")))
        theirs = work.numbers.get(unit) or (work.numbers.get("book") if unit == "part" else None)
        if mine and theirs and mine != theirs:
            return False
    makers = _surnames(item)
    return not makers or not work.makers or any(m.surname in makers for m in work.makers)


def title_of(item: Item) -> Words:
    """Return the words of an item's title."""
    return title_words(item.texts.get("title", ""))


def _surnames(item: Item) -> set[Words]:
    names = [n for role in ("author", "editor") for n in item.names.get(role, [])]
    keys = ("non-dropping-particle", "family")
    found = {words(" ".join(name[k] for k in keys if k in name)) for name in names}
    return found | {words(name["family"]) for name in names if "family" in name}
