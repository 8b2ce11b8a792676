"""Dates as BibLaTeX, EDTF and TEI write them, and as CSL has them."""

import re
from typing import Final

from toolkit.bibliography.items import Date

_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_POINT: Final = re.compile(r"(-?\d{4})(?:-(\d\d?))?(?:-(\d\d?))?([~?%]?)$")


def parse_date(text: str) -> Date:
    """Return a date or a range of dates in the terms of CSL; other words stay as they are."""
    ends = [end.strip() for end in text.strip().split("/")]
    points = [_POINT.match(end) for end in ends]
    if len(ends) > 2 or not all(points):  # noqa: PLR2004 -- a range has two ends
        return {"literal": text.strip()}
    parts = [[int(n) for n in point.groups()[:3] if n] for point in points if point]
    if not is_calendar(parts):
        return {"literal": text.strip()}
    date: Date = {"date-parts": parts}
    if any(point and point[4] for point in points):
        date["circa"] = True
    return date


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


def iso(date: Date) -> tuple[str, ...]:
    """Return the ends of a date as TEI and EDTF write them; none if it is, or has, words."""
    parts = None if date.get("literal") else date.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(p, list) and p for p in parts):
        return ()
    return tuple("-".join(_padded(n, int(v)) for n, v in enumerate(part)) for part in parts)


def _padded(place: int, number: int) -> str:
    return f"{number:02}" if place else f"{number:04}"


def edtf(date: Date) -> str:
    """Return a date as EDTF writes it, what is not sure marked; words as they are."""
    mark = "~" if date.get("circa") else ""
    return "/".join(f"{end}{mark}" for end in iso(date)) or said(date)


def said(date: Date) -> str:
    """Return a date in words or figures, as it is printed in an entry."""
    ends = iso(date)
    if ends:
        return "–".join(ends)
    return str(date.get("literal") or date.get("raw") or "")
