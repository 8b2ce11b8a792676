"""Whether dates are dates, run forwards, and say what their words say."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.datevalues import date, date_meant
from toolkit.check.finding import Finding, problems
from toolkit.check.mending import Mend
from toolkit.check.survey import survey
from toolkit.figures import whole
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document

_W3C: Final = re.compile(
    r"-?\d{4,}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T[\d:.]+)?)?)?(Z|[+-]\d\d:\d\d)?"
    r"|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|---\d\d|\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?"
)
_YEAR: Final = re.compile(r"(?<![\d.])(?:1\d{3}|20\d\d)(?![\d.]|-?[^\W\d])")
# @from and @to of some elements point to others.
_POINTER: Final = "#"
_RANGES: Final = frozenset("citedRange biblScope num measure locus graphic app lem rdg w c".split())
_PAIRS: Final = (("from", "to"), ("notBefore", "notAfter"))


def check(document: Document) -> Iterator[Problem]:
    """Give every date whose year is not the one that its words name."""
    dated = survey(document).named("date", "birth", "death")
    yield from problems(document, (f for e in dated for f in _of_words(e)))


def check_foreign(document: Document) -> Iterator[Problem]:
    """Give what no rule of another project's scheme may say: values and order."""
    dated = [e for e in survey(document).dated if QName(e).localname not in _RANGES]
    yield from problems(document, (f for e in dated for f in (*_of_values(e), *_of_order(e))))
    yield from problems(document, _of_lives(document))


def _of_values(element: _Element) -> Iterator[Finding]:
    for name in ("when", "from", "to", "notBefore", "notAfter"):
        value = element.get(name, _POINTER)
        if value.startswith(_POINTER) or (_W3C.fullmatch(value.strip()) and not _is_compact(value)):
            continue
        advice, meant = date(name, value)
        message = f'@{name}="{value}" of <{QName(element).localname}> is no date'
        advice = advice or "write a date such as 1911-10-30 or 1911"
        mend = Mend("value", name, meant) if meant else None
        yield Finding(element, "date-value", message, advice, mend=mend)


def _is_compact(value: str) -> bool:
    """Tell a day without hyphens, which XML Schema takes for a year in the far future."""
    return len(value) == len("19111030") and value.isdigit() and bool(date_meant(value)[1])


def _of_order(element: _Element) -> Iterator[Finding]:
    for first, last in _PAIRS:
        begin, end = element.get(first, ""), element.get(last, "")
        if before(end, begin):
            message = f"this ends ({end}) before it begins ({begin})"
            yield Finding(element, "date-order", message, "exchange or correct the dates")


def _of_lives(document: Document) -> Iterator[Finding]:
    for person in document.tree.iter(f"{{{TEI}}}person"):
        birth, death = (edge(person, name) for name in ("birth", "death"))
        if before(death, birth):
            message = f"this person dies ({death}) before birth ({birth})"
            yield Finding(person, "life-order", message, "correct the dates")


def edge(person: _Element, name: str) -> str:
    """Return a date of birth or death, or nothing where it is not exact."""
    node = person.find(f"{{{TEI}}}{name}")
    return node.get("when", "") if node is not None else ""


def before(one: str, other: str) -> bool:
    """Tell whether a date is earlier than another, as far as both are exact; years from 1 on."""
    if not one[:1].isdigit() or not other[:1].isdigit():
        return False
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def _of_words(element: _Element) -> Iterator[Finding]:
    if element.get("calendar") or len(element):
        return
    said = _YEAR.findall(element.text or "")
    given = [element.get(n, "")[:4] for n in ("when", "from", "to", "notBefore", "notAfter")]
    years = [year for year in map(whole, given) if year is not None]
    if len(said) != 1 or not years:
        return
    if not min(years) - 1 <= int(said[0]) <= max(years) + 1 or (
        element.get("when") and int(said[0]) != years[0]
    ):
        shown = f"{min(years)}" if len(set(years)) == 1 else f"{min(years)} to {max(years)}"
        message = f"the words name the year {said[0]}, the attributes {shown}"
        advice = "correct the one that is wrong"
        yield Finding(element, "date-differs", message, advice, Level.WARNING)
