"""RIS records as items."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from toolkit.bibliography.edtf import odd_date, parse_date
from toolkit.bibliography.items import OTHERS, Date, Item, Name
from toolkit.bibliography.texts import position
from toolkit.problems import Level, Problem

_LINE: Final = re.compile(r"^([A-Z][A-Z0-9]) {1,2}-[ \t]?(.*)$", re.MULTILINE)
_TYPES: Final = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "RPRT": "report",
    "ELEC": "webpage",
    "UNPB": "manuscript",
    "DATA": "dataset",
    "COMP": "software",
    "MAP": "map",
    "GEN": "document",
}
_NAMES: Final = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}
_TEXTS: Final = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "ST": "title-short",
    "T2": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "BT": "container-title",
    "JA": "container-title-short",
    "T3": "collection-title",
    "VL": "volume",
    "IS": "issue",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "ET": "edition",
    "LA": "language",
    "DO": "DOI",
    "UR": "URL",
    "AB": "abstract",
    "N2": "abstract",
    "N1": "note",
    "NV": "number-of-volumes",
}
# What is taken once, by itself; what stands in a record beyond that goes along as it is.
_ONCE: Final = frozenset({"TY", "ER", "ID", "SP", "EP", "SN", "PY", "Y1", "DA", "Y2"})
# What is part of nothing larger: its second title is that of a series.
_WHOLE: Final = frozenset({"BOOK", "EDBOOK", "THES", "RPRT", "DATA", "COMP", "MAP"})
_ISSN: Final = re.compile(r"\d{4}-?\d{3}[\dXx]")
_AND_OTHERS: Final = frozenset({"et al", "and others", "others"})


def read_ris(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a RIS text, and a problem for each record that is none, or odd."""
    items: list[Item] = []
    problems: list[Problem] = []
    for offset, lines in _records(text):
        line, column = position(text, offset)
        values = {tag: value for tag, value in reversed(lines) if value}
        fault, advice = _lacking(lines, values)
        if fault:
            problems.append(Problem(path, line, column, "bibliography-entry", fault, advice))
            continue
        problems += (
            Problem(path, line, column, "bibliography-value", *said, level=Level.WARNING)
            for said in _odd(values)
        )
        items.append(_item(lines, values, line, column))
    return items, problems


def _records(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield the lines of each record, with its offset; one ends where another begins."""
    lines: list[tuple[str, str]] = []
    start = 0
    hits = list(_LINE.finditer(text))
    ends = [hit.start() for hit in hits[1:]] + [len(text)]
    for hit, end in zip(hits, ends, strict=False):
        tag, more = hit[1], text[hit.end() : end] if hit[1] != "ER" else ""
        value = " ".join(f"{hit[2]} {more}".split())
        if tag == "TY" and lines:
            yield start, lines
            lines = []
        start = start if lines else hit.start()
        lines.append((tag, value))
        if tag == "ER":
            yield start, lines
            lines = []
    if lines:
        yield start, lines


def _lacking(lines: list[tuple[str, str]], values: dict[str, str]) -> tuple[str, str]:
    """Say why a record cannot be taken, and what to do; nothing if it can."""
    if lines[0][0] != "TY":
        return "the record that begins here has no type (TY)", "add the line"
    if lines[-1][0] != "ER":
        return "the record that begins here has no end (ER)", "add the line"
    if not any(_TEXTS.get(tag) == "title" for tag in values):
        return "the record has no title", "add a line TI"
    return "", ""


def _odd(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is odd about a record that can be taken, and what to do."""
    if (kind := values.get("TY", "")) not in _TYPES:
        said = f"the type “{kind}” is not known; the record was taken for a document"
        yield said, f"if it is one of these, say so: {', '.join(_TYPES)}"
    for tag in ("PY", "Y1", "DA"):
        figures = "-".join(part for part in values.get(tag, "").split("/")[:3] if part)
        if said := odd_date(figures):
            yield f"{tag} says {said}", "write year, month and day as 1988/05/31"


def _item(lines: list[tuple[str, str]], values: dict[str, str], line: int, column: int) -> Item:
    kind = values.get("TY", "")
    item = Item(values.get("ID", ""), _TYPES.get(kind, "document"), line=line, column=column)
    left: dict[str, list[str]] = {}
    taken = set()
    for tag, value in lines:
        series = tag in {"T2", "BT"} and kind in _WHOLE
        variable = "collection-title" if series else _TEXTS.get(tag, "")
        if tag in _NAMES and value:
            item.names.setdefault(_NAMES[tag], []).append(_name(value))
        elif variable and value and item.texts.setdefault(variable, value) == value:
            continue
        elif value and tag != "KW" and (tag not in _ONCE or tag in taken):
            left.setdefault(tag, []).append(value)
        taken.add(tag)
    if keywords := [value for tag, value in lines if tag == "KW" and value]:
        item.texts["keyword"] = ", ".join(keywords)
    if left:
        item.custom["ris"] = left
    _numbers(item, values)
    return item


def _numbers(item: Item, values: dict[str, str]) -> None:
    pages = "-".join(values[tag] for tag in ("SP", "EP") if tag in values)
    number = values.get("SN", "")
    named = "ISSN" if _ISSN.fullmatch(number) else "ISBN"
    for variable, text in (("page", pages), (named, number)):
        if text:
            item.texts[variable] = text
    year, day = values.get("PY", values.get("Y1", "")), values.get("DA", "")
    if accessed := values.get("Y2", ""):
        item.dates["accessed"] = _date(accessed)
    if date := day if day.startswith((year[:4], "/")) else year:
        item.dates["issued"] = _date(date)


def _date(text: str) -> Date:
    """Return a date: year, month and day, and perhaps words, all parted by strokes."""
    *figures, words = [part.strip() for part in (*text.split("/", 3), "", "", "")[:4]]
    date = parse_date("-".join(part for part in figures if part))
    if not words:
        return date
    told = parse_date(words)
    return told if "date-parts" in told or not date.get("date-parts") else {**date, **told}


def _name(text: str) -> Name:
    """Return a name, surname first; several words without a comma are those of a body."""
    if text.casefold().rstrip(".,") in _AND_OTHERS:
        return dict(OTHERS)
    parts = [part.strip() for part in text.split(",", 2)]
    if len(parts) == 1 and " " in text:
        return {"literal": text}
    return {k: v for k, v in zip(("family", "given", "suffix"), parts, strict=False) if v}
