"""Values of attributes: what is wrong with one, what it should look like, what was meant."""

import re
from calendar import monthrange
from typing import Final

from toolkit.check.wording import alone, closest, phrase
from toolkit.odd.model import Attribute, Choice, Datatype, ListOf, Literal, Model

_KINDS: Final = {
    "date": "a day such as 1911-10-30",
    "gYearMonth": "a month such as 1911-10",
    "gYear": "a year such as 1911",
    "anyURI": "a pointer without spaces",
    "nonNegativeInteger": "a whole number",
    "ID": "a name that begins with a letter and has only letters, digits, full stop, - and _",
    "language": "a language tag such as en or ru-Latn",
    "token": "a word without spaces",
    "boolean": "true or false",
    "dateTime": "a day and a time such as 1911-10-30T18:00:00",
    "time": "a time such as 18:00:00",
    "gMonth": "a month alone such as --10",
    "gMonthDay": "a day of any year such as --10-30",
    "gDay": "a day of any month such as ---30",
    **dict.fromkeys(("decimal", "double", "float"), "a number"),
    **dict.fromkeys(("integer", "int", "long"), "a whole number"),
    "positiveInteger": "a whole number above 0",
    "NMTOKEN": "a word without spaces",
    "NCName": "an XML name",
    "Name": "an XML name",
    "string": "any text",
}
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC: Final = re.compile(r"(\d{1,4})[-./\s](\d{1,2})(?:[-./\s](\d{1,4}))?")
_WORDED: Final = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2}),\s+)?(\d{4})")
_SHOWN: Final = 12
_DECEMBER: Final = 12
_YEAR_DIGITS: Final = 4
_DAY: Final = r"\d{4}(?:-\d{2}){0,2}"
_TIMED: Final = re.compile(rf"({_DAY})T[\d:.]+(?:Z|[+-][\d:]+)?")
_SPAN: Final = re.compile(
    rf"({_DAY})\s*(?:/|–|—|\.\.|\s-\s)\s*({_DAY})|(\d{{4}})-(\d{{4}})", re.ASCII
)
_YEARS: Final = re.compile(r"(\d{2})(\d{2})([/–-])(\d{2})", re.ASCII)
_DOUBT: Final = re.compile(r"^(?:c\.?|ca\.?|circa|about|um)\s*(?=\d)|[?\[\]()]|^[~≈]")


def advice(attribute: Attribute, value: str) -> tuple[str, str]:
    """Return what to write, and the one value that was meant if there is no doubt about it."""
    allowed = [literal for literal, _ in attribute.values]
    if attribute.listed == "closed" and allowed:
        return _listed(allowed, value.strip())
    kinds = kind_of(attribute.type)
    if "such as 1911" in kinds:
        shown, meant = date(attribute.name, value)
        if shown:
            return shown, meant
    return _of_kind(attribute, value, kinds), ""


def _listed(allowed: list[str], value: str) -> tuple[str, str]:
    meant = closest(value, allowed, 0.6)
    some = [*allowed[:_SHOWN], f"and {len(allowed) - _SHOWN} more"]
    listed = ", ".join(some if len(some) < len(allowed) else allowed)
    shown = (f'did you mean "{meant}"? ' if meant else "") + f"allowed: {listed}"
    return shown, meant if meant and alone(value, meant, allowed) else ""


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


def _of_kind(attribute: Attribute, value: str, kinds: str) -> str:
    datatype = attribute.type.name if isinstance(attribute.type, Datatype) else ""
    stripped = value.strip().strip("“”„‘’\"'")
    if datatype == "ID" and (meant := identifier(value)):
        return f'write {kinds}, as in "{meant}"'
    if attribute.name in {"ref", "target", "corresp", "source", "who"} and " " in value.strip():
        return f"write {kinds}: # and an identifier"
    if datatype == "language" and (meant := re.sub(r"[_\s]+", "-", value.strip())) != value:
        return f'write "{meant}"'
    if stripped != value and stripped:
        return f'write "{stripped}": {kinds}'
    return f"write {kinds}"


def identifier(value: str) -> str:
    """Return a value as an identifier can be: ``1 Müller`` becomes ``id_1_Müller``."""
    name = re.sub(r"[^\w.\-]+", "_", value.strip().lstrip("#")).strip("_")
    return name if not name or name[0].isalpha() or name[0] == "_" else f"id_{name}"


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


def kind_of(model: Model) -> str:
    """Return a value model in plain words."""
    match model:
        case Datatype(name):
            return _KINDS.get(name, f"a value of the datatype {name}")
        case Literal(value):
            return f'"{value}"'
        case Choice(items):
            return phrase(list(dict.fromkeys(kind_of(item) for item in items)))
        case ListOf(item):
            return f"{kind_of(item)}, or several with spaces between them"
        case _:
            return "any text"
