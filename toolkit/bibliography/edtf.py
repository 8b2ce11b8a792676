"""Dates as BibLaTeX, EDTF and TEI write them, and as CSL has them."""

import re
from typing import Final

from toolkit.bibliography.items import Date

_POINT: Final = re.compile(r"(-?\d{4})(?:-(\d\d?))?(?:-(\d\d?))?([~?%]?)$")


def parse_date(text: str) -> Date:
    """Return a date or a range of dates in the terms of CSL; other words stay as they are."""
    ends = [end.strip() for end in text.strip().split("/")]
    points = [_POINT.match(end) for end in ends]
    if len(ends) > 2 or not all(points):  # noqa: PLR2004 -- a range has two ends
        return {"literal": text.strip()}
    parts = [[int(n) for n in point.groups()[:3] if n] for point in points if point]
    date: Date = {"date-parts": parts}
    if any(point and point[4] for point in points):
        date["circa"] = True
    return date


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
