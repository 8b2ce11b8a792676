"""Dates as BibLaTeX, EDTF and TEI write them, and as CSL has them.

A date of CSL has ``date-parts`` where a calendar knows it, ``circa``, ``season``; ``raw`` is what
EDTF says beyond that (open ranges, what is not specified, the time of day), ``literal`` its words.
"""

import re
from typing import Final

from toolkit.bibliography.items import Date

_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_SEASONS: Final = range(21, 25)
_POINT: Final = re.compile(
    r"(-?(?:\d{4}|\d{3}X|\d\dXX))(?:-(\d\d?|XX))?(?:-(\d\d?|XX))?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([~?%]?)"
)
_SET: Final = re.compile(r"\[(.+)\.\.(.+)\]")
_ABOUT: Final = re.compile(r"(?:c\.?|ca\.?|circa)\s*(-?\d.*)|\[(\d{4})\?\]", re.IGNORECASE)
_SPAN: Final = re.compile(r"(\d\d)(\d\d)\s*(?:[–—]|--|-(?=\d{4}$))\s*(\d\d)?(\d\d)")
_FIGURES: Final = re.compile(r"-?\d+(?:[-/.]\d+)*")


def parse_date(text: str) -> Date:
    """Return a date or a range of dates in the terms of CSL; other words stay as they are."""
    words = text.strip()
    if about := _ABOUT.fullmatch(words):
        date = parse_date(about[1] or about[2])
        return {**date, "circa": True, "literal": words} if "date-parts" in date else date
    if span := _SPAN.fullmatch(words):
        date = parse_date(f"{span[1]}{span[2]}/{span[3] or span[1]}{span[4]}")
        return {**date, "literal": words} if "date-parts" in date else {"literal": words}
    among = _SET.fullmatch(words)
    ends = list(among.groups()) if among else [end.strip() for end in words.split("/")]
    points = [_POINT.fullmatch(end) for end in ends if end not in {"", ".."}]
    if len(ends) > 2 or not points or None in points:  # noqa: PLR2004 -- a range has two ends
        return {"literal": words}
    return _told(words, [point for point in points if point], is_special=bool(among))


def _told(words: str, points: list[re.Match[str]], *, is_special: bool) -> Date:
    """Return the date of one point in time or two."""
    parts = [part for point in points for part in _parts(point, alone=len(points) == 1)]
    seasons = [int(part[1]) in _SEASONS for part in parts if len(part) == 2]  # noqa: PLR2004 -- year and month
    date: Date = {"date-parts": parts}
    if any(seasons):
        date["date-parts"] = [part[:1] for part in parts]
        if len(points) == 1:
            date["season"] = parts[0][1] - _SEASONS[0] + 1
    if not is_calendar([part[:1] if any(seasons) else part for part in parts]):
        return {"literal": words}
    marks = [point[4] for point in points]
    if any(marks):
        date["circa"] = True
    plain = (
        len(set(marks)) == 1 and marks[0] in {"", "~"} and not re.search(r"[XT]|^/|/$|\.\.", words)
    )
    if is_special or not plain or (any(seasons) and "season" not in date):
        date["raw"] = words
    return date


def _parts(point: re.Match[str], *, alone: bool) -> list[list[int]]:
    """Return year, month and day as far as they are said; of a decade its first and last year."""
    numbers = [int(n) for n in point.groups()[1:3] if n and n != "XX"]
    years = dict.fromkeys(int(point[1].replace("X", sign)) for sign in "09"[: 1 + alone])
    return [[year, *numbers] for year in years]


def is_calendar(parts: list[list[int]]) -> bool:
    """Say whether there are such days, and the second end of a range is not before the first."""
    if not all(_is_day(part) for part in parts):
        return False
    first, last = parts[0], parts[-1]
    size = min(len(first), len(last))
    return first[:size] <= last[:size]


def _is_day(part: list[int]) -> bool:
    year, month, day = (*part, 1, 1)[:3]
    if year == 0 or not 1 <= month <= len(_DAYS):
        return False
    leap = month == _FEBRUARY and (year % 4 or (not year % 100 and year % 400))
    return 1 <= day <= _DAYS[month - 1] - bool(leap)


def odd_date(text: str) -> str:
    """Say what is wrong with a date in figures; nothing if nothing is, or if it is in words."""
    impossible = "date-parts" not in parse_date(text) and _FIGURES.fullmatch(text.strip())
    return f"“{text.strip()}”, which is no date of the calendar; it was kept as words" * bool(
        impossible
    )


def iso(date: Date) -> tuple[str, ...]:
    """Return the ends of a date as TEI and EDTF write them; none if it is only words."""
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(p, list) and p for p in parts):
        return ()
    return tuple("-".join(_padded(n, int(v)) for n, v in enumerate(part)) for part in parts)


def _padded(place: int, number: int) -> str:
    return f"{number:02}" if place else f"{number:0{4 + (number < 0)}}"


def attributes(date: Date) -> dict[str, str]:
    """Return the attributes that a ``date`` of TEI has; none where its words say all."""
    ends, raw, words = iso(date), str(date.get("raw") or ""), str(date.get("literal") or "")
    cert = {"cert": "medium"} if date.get("circa") else {}
    if not ends or (words and not cert and len(ends) == 1 and ends[0] in words):
        return {}
    names: tuple[str, ...] = ("from", "to")
    if len(ends) == 1:
        open_end = {".": "to", "/": "to"}.get(raw[:1]) or {".": "from", "/": "from"}.get(raw[-1:])
        names = (open_end or "when",)
    elif "X" in raw or raw.startswith("["):
        names = ("notBefore", "notAfter")
    return {**dict(zip(names, ends, strict=True)), **cert}


def edtf(date: Date) -> str:
    """Return a date as EDTF writes it, what is not sure marked; words as they are."""
    words = str(date.get("literal") or "")
    if words and "date-parts" not in parse_date(words):
        return words
    season = date.get("season")
    code = f"-{_SEASONS[0] + season - 1}" if isinstance(season, int) else ""
    mark = "~" if date.get("circa") else ""
    return str(date.get("raw") or "/".join(f"{end}{code}{mark}" for end in iso(date)) or words)


def said(date: Date) -> str:
    """Return a date in words or figures, as it is printed in an entry."""
    if words := date.get("literal") or date.get("raw"):
        return str(words)
    return edtf(date) if date.get("season") else "–".join(iso(date))
