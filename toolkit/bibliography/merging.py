"""Records of one file that are one work."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from toolkit.bibliography.duplicates import agree, doi_of, first_page, surnames, title_of
from toolkit.bibliography.edtf import said
from toolkit.bibliography.folding import Words, words
from toolkit.bibliography.fonts import bare
from toolkit.bibliography.items import Item, printed
from toolkit.problems import Level, Problem

_FACTS: Final = ("volume", "issue", "part", "container-title", "edition")


def merged(items: Iterable[Item], path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of one file, each work once, with a warning for each that is there twice.

    Two are one work if they have one DOI, or the same title and no fact that differs.
    """
    apart: list[Item] = []
    by_title: dict[Words, list[Item]] = defaultdict(list)
    by_doi: dict[str, Item] = {}
    problems = []
    for item in items:
        same = (known for known in by_title[title_of(item)] if _same_item(item, known))
        first = by_doi.get(doi_of(item)) or next(same, None)
        if first is None:
            apart.append(item)
            by_title[title_of(item)].append(item)
        else:
            problems.append(_twice(item, first, path))
            _complete(first, item)
        if doi_of(item):
            by_doi.setdefault(doi_of(item), first or item)
    return apart, problems


def _twice(item: Item, first: Item, path: Path) -> Problem:
    same = f"“{item.ident}” is the same work as “{first.ident}”, line {first.line}"
    differing = "; ".join(
        f"“{name}” is “{mine}” here and “{theirs}” there"
        for name, mine, theirs in _apart(item, first)
    )
    message = f"{same}; one entry was made{f', but {differing}' if differing else ''}"
    if doi_of(item) and doi_of(item) == doi_of(first):
        advice = "they have one DOI; if they are two works, correct it"
    else:
        advice = f"if they are two works, tell them apart by {_tellers(item, first)}"
    place = (path, item.line, item.column)
    return Problem(*place, "bibliography-entry", message, advice, level=Level.WARNING)


def _apart(item: Item, first: Item) -> Iterator[tuple[str, str, str]]:
    """Yield what both say, and say otherwise: the variable and its two values."""
    for role in item.names.keys() & first.names.keys():
        pair = [
            [printed(name) for name in names] for names in (item.names[role], first.names[role])
        ]
        if [words(name)[-1:] for name in pair[0]] != [words(name)[-1:] for name in pair[1]]:
            yield role, "; ".join(pair[0]), "; ".join(pair[1])
    for variable in sorted(item.dates.keys() & first.dates.keys()):
        dates = (said(item.dates[variable]), said(first.dates[variable]))
        if words(dates[0]) != words(dates[1]):
            yield variable, *dates
    for variable in sorted(item.texts.keys() & first.texts.keys()):
        mine, theirs = item.texts[variable], first.texts[variable]
        if words(bare(mine)) != words(bare(theirs)):
            yield variable, mine, theirs


def _tellers(item: Item, first: Item) -> str:
    """Name the facts that would tell two records apart, and that not both of them state."""
    hosted = "container-title" in item.texts
    facts = {"DOI": "DOI", "issued": "year", "volume": "volume"}
    facts |= {"issue": "issue", "page": "pages"} if hosted else {"edition": "edition"}
    stated = [item.texts.keys() | item.dates.keys(), first.texts.keys() | first.dates.keys()]
    lacking = [word for name, word in facts.items() if not all(name in keys for keys in stated)]
    *most, last = lacking or ["DOI"]
    return f"{', '.join(most)} or {last}" if most else last


def _complete(item: Item, other: Item) -> None:
    for name, text in other.texts.items():
        item.texts.setdefault(name, text)
    for name, date in other.dates.items():
        item.dates.setdefault(name, date)
    for name, people in other.names.items():
        item.names.setdefault(name, people)
    for name, value in other.custom.items():
        item.custom.setdefault(name, value)


def _same_item(one: Item, other: Item) -> bool:
    """Say whether two items, of the same title, are one work."""
    pairs = [
        (words(bare(one.texts.get(name, ""))), words(bare(other.texts.get(name, ""))))
        for name in _FACTS
    ]
    pairs += [(words(one.year), words(other.year)), (words(doi_of(one)), words(doi_of(other)))]
    if "container-title" in one.texts:
        pairs.append((first_page(one), first_page(other)))
    if one.kind != other.kind and "document" not in {one.kind, other.kind}:
        return False
    mine, theirs = surnames(one), surnames(other)
    return all(agree(*pair) for pair in pairs) and (not mine or not theirs or bool(mine & theirs))
