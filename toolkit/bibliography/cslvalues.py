"""The values of an item of CSL-JSON: each of the kind that CSL says, or left out with a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Final

from toolkit.bibliography.edtf import is_calendar, odd_date, parse_date
from toolkit.bibliography.items import DATES, NAMES, NUMBERS, TEXTS, Date, Name
from toolkit.problems import Level

_NUMBER: Final = re.compile(r"-?\d{1,4}")
_APART: Final = {*NAMES, *DATES, "id", "type", "custom"}
_PARTS: Final = (
    *("family", "given", "literal", "suffix"),
    *("dropping-particle", "non-dropping-particle"),
)
_SEASONS: Final = {
    name: n
    for n, names in enumerate(("1 spring", "2 summer", "3 autumn fall", "4 winter"), 1)
    for name in names.split()
}
_KINDS: Final[dict[type, str]] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
    type(None): "null",
}

Fault = tuple[str, Level]


@dataclass(slots=True)
class Values:
    """What was read of an item, and a word for each value that was left out."""

    ident: str = ""
    names: dict[str, list[Name]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    custom: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def missed(self, name: str, value: object, wanted: str) -> None:
        """Note that a value is of another kind than it should be."""
        self.faults.append((f"“{name}” is {what(value)}, not {wanted}", Level.ERROR))


def what(value: object) -> str:
    """Say of what kind a value is; a text in its first words."""
    if isinstance(value, str) and value:
        return f"“{shorten(value, 60, placeholder=' …')}”"
    return _KINDS[type(value)]


def read_values(item: dict[str, object]) -> Values:
    """Return the values of an item; null and an empty text are no values."""
    done = Values()
    given = {name: value for name, value in item.items() if not is_empty(value)}
    if _is_text(ident := given.get("id", ""), number=True):
        done.ident = str(ident)
    else:
        done.missed("id", ident, "a text")
    if isinstance(custom := given.get("custom", {}), dict):
        done.custom = custom
    else:
        done.missed("custom", custom, "an object")
    for name in sorted(NAMES & given.keys()):
        if found := list(_names(name, given[name], done)):
            done.names[name] = found
    for name in sorted(DATES & given.keys()):
        if date := _date(name, given[name], done):
            done.dates[name] = date
    _read_texts({n: v for n, v in given.items() if n not in _APART}, done)
    return done


def is_empty(value: object) -> bool:
    """Say whether a value is none: null, blank, or an empty list or object."""
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip())


def _read_texts(given: dict[str, object], done: Values) -> None:
    """Read what is text; what CSL does not know is kept if it is a text or a number."""
    foreign = []
    for name, value in given.items():
        number = name not in TEXTS
        members = value if isinstance(value, list) else [value]
        if all(_is_text(member, number=number) for member in members):
            done.texts[name] = "; ".join(map(str, members))
        elif name in TEXTS or name in NUMBERS:
            done.missed(name, value, "a text" if name in TEXTS else "a text or a number")
        else:
            foreign.append(f"“{name}”")
    if foreign:
        said = f"{', '.join(foreign)}: CSL has no such variable, and this is no text"
        done.faults.append((said, Level.ERROR))


def _is_text(value: object, *, number: bool) -> bool:
    return isinstance(value, str) or (number and type(value) in {int, float})


def _names(role: str, value: object, done: Values) -> Iterator[Name]:
    if not isinstance(value, list):
        done.missed(role, value, "a list of names")
        return
    for number, member in enumerate(value, 1):
        if not isinstance(member, dict):
            done.missed(f"{role} {number}", member, "an object with family and given")
        elif name := _name(f"{role} {number}", member, done):
            yield name


def _name(which: str, member: dict[str, object], done: Values) -> Name:
    """Return a name, the parts that are no texts left out."""
    name: Name = {}
    for part in _PARTS:
        value = member.get(part)
        if isinstance(value, str):
            name |= {part: value} if value.strip() else {}
        elif value is not None:
            done.missed(f"{part} of {which}", value, "a text")
    if not name and not any(member.values()):
        done.faults.append((f"“{which}” says no name", Level.WARNING))
    return name


def _date(name: str, value: object, done: Values) -> Date | None:
    """Return a date; none, with a word, where there is nothing that is one."""
    if isinstance(value, str) and "date-parts" in (date := parse_date(value)):
        return date
    if not isinstance(value, dict):
        done.missed(name, value, "a date")
        return None
    date = {}
    for part in ("raw", "literal"):
        if isinstance(words := value.get(part), str):
            date |= parse_date(words) if part == "raw" else {"literal": words}
            if part == "raw" and (said := odd_date(words)):
                done.faults.append((f"“{name}” is {said}", Level.WARNING))
        elif words is not None:
            done.missed(f"{part} of {name}", words, "a text")
    parts = value.get("date-parts")
    if found := _parts(parts):
        date["date-parts"] = found
    elif parts is not None:
        done.missed(f"date-parts of {name}", parts, "year, month and day")
    if value.get("circa"):
        date["circa"] = True
    _read_season(name, value, date, done)
    return date if date.keys() - {"circa", "season"} else None


def _read_season(name: str, value: dict[str, object], date: Date, done: Values) -> None:
    if season := _SEASONS.get(str(value.get("season") or "").casefold()):
        date["season"] = season
    elif value.get("season"):
        done.missed(f"season of {name}", value["season"], "1, 2, 3 or 4, or the name of one")


def _parts(value: object) -> list[list[int]]:
    """Return one date or two, of a year and perhaps month and day; nothing if it is none."""
    dates = value if isinstance(value, list) else []
    if not 0 < len(dates) <= 2 or not all(isinstance(p, list) and 0 < len(p) <= 3 for p in dates):  # noqa: PLR2004 -- two ends; year, month, day
        return []
    if not all(_NUMBER.fullmatch(str(n)) for part in dates for n in part):
        return []
    found = [[int(n) for n in part] for part in dates]
    return found if is_calendar(found) else []
