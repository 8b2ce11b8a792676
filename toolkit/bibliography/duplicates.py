"""Whether an item is a work that the edition has already."""

from typing import TYPE_CHECKING, Final

from toolkit.bibliography.folding import Words, title_words, words
from toolkit.bibliography.fonts import bare
from toolkit.bibliography.items import Item, folded_doi
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import Work, pick

if TYPE_CHECKING:
    from lxml import etree

HOSTS: Final = "self::*[tei:analytic]/tei:monogr/tei:title"
_NUMBERS = {"issue": "issue", "part": "part"}
_OWN_TITLES: Final = (
    "(tei:analytic|self::*[not(tei:analytic)]/tei:monogr|self::tei:bibl)/tei:title"
    "[not(@type) or @type='main' or @type='sub']"
)


def same_work(item: Item, works: list[Work]) -> Work | None:
    """Return the work of the edition that an item is, by the first of these rules that holds.

    The same DOI; the same id and title; or the same title, year, numbers and first page, by a
    maker of the same surname. What one of the two leaves out speaks against nothing; two DOIs
    speak against all.
    """
    rules = (_same_doi, _same_id, _same_facts)
    works = [work for work in works if agree(words(doi_of(item)), words(doi(work.element)))]
    return next((work for rule in rules for work in works if rule(item, work)), None)


def doi(element: "etree._Element") -> str:
    """Return the DOI of an entry, folded."""
    found = pick(element, ".//tei:idno[translate(@type, 'DOI', 'doi') = 'doi']")
    return folded_doi(plain_text(found[0])) if found else ""


def doi_of(item: Item) -> str:
    """Return the DOI of an item, folded."""
    return folded_doi(item.texts.get("DOI", ""))


def _same_doi(item: Item, work: Work) -> bool:
    return bool(doi_of(item)) and doi_of(item) == doi(work.element)


def _same_id(item: Item, work: Work) -> bool:
    return item.ident == work.ident and same_title(item, work)


def same_title(item: Item, work: Work) -> bool:
    """Say whether an item has one of the titles of a work, or all of them in a row."""
    return title_of(item) in {*work.titles, _whole_title(work)}


def _whole_title(work: Work) -> Words:
    """Return the title of a work and of its volume in a row, as RIS has them."""
    return title_words(" ".join(plain_text(e) for e in pick(work.element, _OWN_TITLES)))


def same_volume(item: Item, work: Work) -> bool:
    """Say whether volumes may be the same: “5.1” is volume 5, part 1."""
    numbers = {unit: " ".join(words(item.texts.get(unit, ""))) for unit in ("volume", "part")}
    mine, theirs = _volumes(numbers), _volumes(work.numbers)
    return not mine or not theirs or bool(mine & theirs)


def _volumes(numbers: dict[str, str]) -> set[str]:
    part = numbers.get("part") or numbers.get("book", "")
    volume = numbers.get("volume", "")
    return {volume, f"{volume} {part}".strip()} if volume else set()


def _same_facts(item: Item, work: Work) -> bool:
    if title_of(item) not in {*work.titles[:1], _whole_title(work)}:
        return False
    if (item.year and work.years and item.year not in work.years) or not same_volume(item, work):
        return False
    for variable, unit in _NUMBERS.items():
        mine = " ".join(words(item.texts.get(variable, "")))
        theirs = work.numbers.get(unit) or (work.numbers.get("book") if unit == "part" else None)
        if mine and theirs and mine != theirs:
            return False
    if not _same_host(item, work):
        return False
    makers = surnames(item)
    return not makers or not work.makers or any(m.surname in makers for m in work.makers)


def _same_host(item: Item, work: Work) -> bool:
    """Say whether both may be part of the same, and begin on the same page of it."""
    name = words(bare(item.texts.get("container-title", "")))
    if name and pick(work.element, "self::tei:biblStruct[not(tei:analytic)]"):
        return False
    hosts = pick(work.element, HOSTS)
    if not agree(name, *(words(plain_text(host)) for host in hosts)):
        return False
    return not hosts or agree(first_page(item), _first_page_of(work))


def first_page(item: Item) -> Words:
    """Return the first of the pages of an item."""
    return words(item.texts.get("page", ""))[:1]


def _first_page_of(work: Work) -> Words:
    found = pick(work.element, ".//tei:biblScope[@unit='page']")
    return words(plain_text(found[0]))[:1] if found else ()


def agree(one: Words, *others: Words) -> bool:
    """Say whether two facts may be the same: one is, or is not known."""
    return not one or not any(others) or one in others


def title_of(item: Item) -> Words:
    """Return the words of an item's title."""
    return title_words(bare(item.texts.get("title", "")))


def surnames(item: Item) -> set[Words]:
    """Return the surnames of authors and editors, with and without their particles."""
    names = [n for role in ("author", "editor") for n in item.names.get(role, [])]
    keys = ("non-dropping-particle", "family")
    found = {words(" ".join(name[k] for k in keys if k in name)) for name in names}
    return found | {words(name["family"]) for name in names if "family" in name}
