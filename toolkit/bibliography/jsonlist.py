"""A list in JSON, member by member, so that damage to one does not take the others with it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

_NEXT: Final = re.compile(r"\}\s*,?\s*(?=\{)")
# A list of items, perhaps the one that an object holds, as Zotero and pandoc write it.
_LIST: Final = re.compile(r'\s*(\{\s*"(?:items|references)"\s*:\s*)?(\[)?')
_BETWEEN: Final = re.compile(r"[\s,]*")
_WHOLE: Final = "what is whole was taken; look whether the rest is missing"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the list, or why it is `broken`; or what is wrong `of_list`, with advice."""

    offset: int
    value: object = None
    broken: str = ""
    doubled: tuple[str, ...] = ()
    no_values: tuple[str, ...] = ()
    of_list: tuple[str, str] | None = None


def parts_of(text: str) -> Iterator[Part]:
    """Yield each member of a list with its offset; after a fault go on with the next."""
    opening = _LIST.match(text)
    wrapped, listed = (bool(opening and opening[n]) for n in (1, 2))
    began = at = opening.end() if opening and listed else 0
    resumed = False
    while at >= 0:
        gap = _BETWEEN.match(text, at)
        start = gap.end() if gap else at
        ends = text[start : start + 1] in {"", "]"}
        if not resumed:
            first = ends or at == began
            yield from _between(text, at, start, first=first, listed=listed)
        if ends:
            yield from _end(text, start, wrapped=wrapped, listed=listed)
            return
        part, at = _part(text, start)
        resumed = bool(part.broken)
        yield part


def _between(text: str, at: int, start: int, *, first: bool, listed: bool) -> Iterator[Part]:
    """Yield what is wrong between two items: between them stands one comma, elsewhere none."""
    commas = text.count(",", at, start)
    advice = "write the list anew; its items were taken"
    if not listed and not first:
        yield Part(start, of_list=("this item follows another without a list round them", advice))
    elif listed and start < len(text) and not commas and not first:
        yield Part(start, of_list=("a comma is missing before this item", advice))
    elif listed and start < len(text) and commas > (not first):
        yield Part(text.index(",", at), of_list=("this comma is one too many", advice))


def _part(text: str, at: int) -> tuple[Part, int]:
    """Return what stands at a place, and where it ends; -1 where nothing can be read after it."""
    doubled: list[str] = []
    no_values: list[str] = []
    decoder = json.JSONDecoder(
        parse_constant=no_values.append, object_pairs_hook=partial(_object, doubled=doubled)
    )
    try:
        value, end = decoder.raw_decode(text, at)
    except RecursionError:
        return Part(at, broken="is nested too deeply to be read"), -1
    except ValueError as error:
        fault = error.pos if isinstance(error, json.JSONDecodeError) else at
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "a number too long"
        return Part(fault, broken=f"is not well-formed JSON: {reason}"), _resumed(text, at, fault)
    return Part(at, value, "", tuple(doubled), tuple(no_values)), end


def _object(pairs: list[tuple[str, object]], doubled: list[str]) -> dict[str, object]:
    """Return an object; names that stand in it twice are put into `doubled`."""
    done = dict(pairs)
    if len(done) < len(pairs):
        doubled += [name for name, times in Counter(n for n, _ in pairs).items() if times > 1]
    return done


def _resumed(text: str, at: int, fault: int) -> int:
    """Return where to go on after an item that could not be read."""
    if text[at] != "{":
        return text.find("{", at)
    found = _NEXT.search(text, max(fault - 1, at))
    return found.end() if found else -1


def _end(text: str, at: int, *, wrapped: bool, listed: bool) -> Iterator[Part]:
    """Yield what is wrong with the end of the list."""
    rest = text[at + listed :]
    if listed and (at == len(text) or (wrapped and not rest.strip())):
        said = ("the list does not end; is the file cut off?", _WHOLE)
        yield Part(len(text.rstrip()), of_list=said)
    elif rest.strip() and not (wrapped and _is_json(f'{{"items": []{rest}')):
        place = at + listed + len(rest) - len(rest.lstrip())
        advice = "what stands before it was taken; take it out, or into a file of its own"
        yield Part(
            place, of_list=("after the end of the list more follows; it was not read", advice)
        )


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
