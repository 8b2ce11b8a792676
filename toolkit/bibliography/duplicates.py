"""Whether an item is a work that the edition has already."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.folding import Words, title_words, words
from toolkit.bibliography.fonts import bare
from toolkit.bibliography.items import Item
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import Work, pick
from toolkit.problems import Level, Problem

if TYPE_CHECKING:
    from lxml import etree

_NUMBERS = {"issue": "issue", "part": "part"}
_OWN_TITLES: Final = (
    "(tei:analytic|self::*[not(tei:analytic)]/tei:monogr|self::tei:bibl)/tei:title[not(@type)]"
)


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
    return item.ident == work.ident and title_of(item) in {*work.titles, _whole_title(work)}


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
    if "container-title" in item.texts and pick(
        work.element, "self::tei:biblStruct[not(tei:analytic)]"
    ):
        return False
    host = pick(work.element, "self::*[tei:analytic]/tei:monogr/tei:title")
    if not _agree(
        words(bare(item.texts.get("container-title", ""))), *(words(plain_text(h)) for h in host)
    ):
        return False
    makers = _surnames(item)
    return not makers or not work.makers or any(m.surname in makers for m in work.makers)


def _agree(one: Words, *others: Words) -> bool:
    """Say whether two facts may be the same: one is, or is not known."""
    return not one or not any(others) or one in others


def merged(items: Iterable[Item], path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of one file, each work once, with a warning for each that is there twice."""
    apart: list[Item] = []
    by_title: dict[Words, list[Item]] = defaultdict(list)
    problems = []
    for item in items:
        first = next((known for known in by_title[title_of(item)] if _same_item(item, known)), None)
        if first is None:
            apart.append(item)
            by_title[title_of(item)].append(item)
            continue
        _complete(first, item)
        same = f"“{item.ident}” is the same work as “{first.ident}”, line {first.line}"
        message = f"{same}; one entry was made"
        advice = "if they are two works, tell them apart by year, volume or DOI"
        place = (path, item.line, item.column)
        problems.append(Problem(*place, "bibliography-entry", message, advice, level=Level.WARNING))
    return apart, problems


def _complete(item: Item, other: Item) -> None:
    for name, text in other.texts.items():
        item.texts.setdefault(name, text)
    for name, date in other.dates.items():
        item.dates.setdefault(name, date)
    for name, people in other.names.items():
        item.names.setdefault(name, people)


def _same_item(one: Item, other: Item) -> bool:
    """Say whether two items, of the same title, are one work."""
    facts = ("DOI", "volume", *_NUMBERS, "container-title", "edition")
    pairs = [
        (words(bare(one.texts.get(name, ""))), words(bare(other.texts.get(name, ""))))
        for name in facts
    ]
    pairs.append((words(one.year), words(other.year)))
    if one.kind != other.kind and "document" not in {one.kind, other.kind}:
        return False
    mine, theirs = _surnames(one), _surnames(other)
    return all(_agree(*pair) for pair in pairs) and (not mine or not theirs or bool(mine & theirs))


def title_of(item: Item) -> Words:
    """Return the words of an item's title."""
    return title_words(bare(item.texts.get("title", "")))


def _surnames(item: Item) -> set[Words]:
    names = [n for role in ("author", "editor") for n in item.names.get(role, [])]
    keys = ("non-dropping-particle", "family")
    found = {words(" ".join(name[k] for k in keys if k in name)) for name in names}
    return found | {words(name["family"]) for name in names if "family" in name}
