"""Dates as people write them, and what TEI has for them."""

import re
from calendar import monthrange
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC: Final = re.compile(r"(\d{1,4})[-./\s](\d{1,2})(?:[-./\s](\d{1,4}))?")
_WORDED: Final = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2}),\s+)?(\d{4})")
_DECEMBER: Final = 12
_YEAR_DIGITS: Final = 4
_DAY: Final = r"\d{4}(?:-\d{2}){0,2}"
_TIMED: Final = re.compile(rf"({_DAY})T[\d:.]+(?:Z|[+-][\d:]+)?")
_SPAN: Final = re.compile(
    rf"({_DAY})\s*(?:/|–|—|\.\.|\s-\s)\s*({_DAY})|(\d{{4}})-(\d{{4}})", re.ASCII
)
_YEARS: Final = re.compile(r"(\d{2})(\d{2})([/–-])(\d{2})", re.ASCII)
_CENTURY: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th)\s*(?:c\.|century)", re.IGNORECASE)
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DOUBT: Final = re.compile(r"^(?:c\.?|ca\.?|circa|about|um)\s*(?=\d)|[?\[\]()]|^[~≈]")


def date(name: str, value: str) -> tuple[str, str]:
    """Return what to write for a date that is none, and the date if there is no doubt about it."""
    plain = value.strip()
    if inexact := _inexact(name, plain):
        return inexact, ""
    fault, meant = date_meant(value)
    if fault or not meant:
        return fault, ""
    if re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", plain) and int(meant[-2:]) <= _DECEMBER:
        return f'write "{meant}", the year first, if {plain} begins with the day', ""
    first = ", the year first" if plain[:4] != meant[:4] and "-" in meant else ""
    return f'write "{meant}"{first}', meant


def _inexact(name: str, plain: str) -> str:
    """Return what to write for a span, a decade, two years or a doubtful date."""
    if span := _span(plain):
        first, last = ("notBefore", "notAfter") if name.startswith("not") else ("from", "to")
        return f'for a span write {first}="{span[0]}" {last}="{span[1]}" instead of @{name}'
    if decade := re.fullmatch(r"(\d{3})(?:[xXuU?_\-]|0s)", plain):
        return f'write notBefore="{decade[1]}0" notAfter="{decade[1]}9" instead of @{name}'
    two = _YEARS.fullmatch(plain)
    if two and (two[3] == "/" or int(two[4]) > max(_DECEMBER, int(two[2]))):
        return _two_years(name, two[1], two[2], two[4])
    if century := _CENTURY.match(plain):
        end = int(century[1]) * 100
        return f'write notBefore="{end - 99:04}" notAfter="{end:04}", or the one that @{name} is'
    return _either(plain) or _doubtful(plain)


def _either(plain: str) -> str:
    """Return the two dates that figures with strokes between them may be."""
    found = _SLASHED.fullmatch(plain)
    if found is None or max(int(found[1]), int(found[2])) > _DECEMBER:
        return ""
    one, other, year = found[1].zfill(2), found[2].zfill(2), found[3]
    ways = f'"{year}-{other}-{one}" or "{year}-{one}-{other}"'
    return f"write {ways}, whichever is meant: the year first, the day last"


def _doubtful(plain: str) -> str:
    """Return what to write for a date with a mark of doubt."""
    known = _DOUBT.sub("", plain)
    known = date_meant(known)[1] or known
    if known != plain and _DOUBT.search(plain) and re.fullmatch(_DAY, known):
        ends = 'with @notBefore and @notAfter, or cert="low" if the scheme has it'
        return f'write "{known}" and say how sure it is: {ends}'
    return ""


def _span(plain: str) -> tuple[str, str] | None:
    found = _SPAN.fullmatch(plain)
    return (found[1] or found[3], found[2] or found[4]) if found else None


def _two_years(name: str, century: str, year: str, other: str) -> str:
    """Return what to write for a year and two figures, which may be a month or a second year."""
    month = f'"{century}{year}-{other}" for a month'
    span = f'from="{century}{year}" to="{century}{other}" instead of @{name} for two years'
    if other <= year:
        return f"write {month}"
    return f"write {span}, or {month}" if 1 <= int(other) <= _DECEMBER else f"write {span}"


def date_meant(value: str) -> tuple[str, str]:
    """Return what is wrong with a date that looks right, and the date that was meant."""
    plain = re.sub("[–—‑]", "-", value.strip().strip("“”„‘’\"' .,"))
    if plain != value and re.fullmatch(_DAY, plain):
        return "", plain
    if timed := _TIMED.fullmatch(plain):
        return f'write "{timed[1]}": the time of day has no place here', ""
    return _numbered(plain)


def _numbered(plain: str) -> tuple[str, str]:
    year, month, day = _parts(plain)
    if not year:
        return "", ""
    if month > _DECEMBER or (month == 0 and day):
        return f"no month has the number {month}; correct it", ""
    if not month:
        return "", f"{year:04}" if len(str(year)) == _YEAR_DIGITS else ""
    most = monthrange(year, month)[1]
    if day > most:
        return f"month {month} of {year} has {most} days; correct the day", ""
    return "", f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _parts(value: str) -> tuple[int, int, int]:
    if found := _WORDED.fullmatch(value):
        name = found[2][:3].lower()
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
        return (int(found[4]), month, int(found[1] or found[3] or 0)) if month else (0, 0, 0)
    if found := _COMPACT.fullmatch(value):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMERIC.fullmatch(value):
        first, second, third = found[1], int(found[2]), found[3]
        if len(first) == _YEAR_DIGITS:
            return int(first), second, int(third or 0)
        if third and len(third) == _YEAR_DIGITS:
            day, month = int(first), second
            if month > _DECEMBER >= day:
                return int(third), day, month
            return (int(third), month, day) if "/" not in value or day > _DECEMBER else (0, 0, 0)
    return 0, 0, 0
