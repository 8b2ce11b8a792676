"""RIS records as items."""

import re
from pathlib import Path
from typing import Final

from toolkit.bibliography.edtf import parse_date
from toolkit.bibliography.items import Item, Name
from toolkit.bibliography.texts import position
from toolkit.problems import Problem

_LINE: Final = re.compile(r"^([A-Z][A-Z0-9])  -(?: (.*))?$", re.MULTILINE)
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
}
_NAMES: Final = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator"}
_TEXTS: Final = {
    "TI": "title",
    "T1": "title",
    "T2": "container-title",
    "JO": "container-title",
    "T3": "collection-title",
    "VL": "volume",
    "IS": "issue",
    "PB": "publisher",
    "CY": "publisher-place",
    "ET": "edition",
    "LA": "language",
    "DO": "DOI",
    "UR": "URL",
    "AB": "abstract",
    "N1": "note",
}


def read_ris(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a RIS text, and one problem for each record that is none."""
    items: list[Item] = []
    problems: list[Problem] = []
    lines: list[tuple[str, str]] = []
    start = 0
    for hit in _LINE.finditer(text):
        tag, value = hit[1], (hit[2] or "").strip()
        if tag == "TY":
            start, lines = hit.start(), []
        lines.append((tag, value))
        if tag == "ER":
            _finish(lines, position(text, start), path, items, problems)
            lines = []
    if any(tag == "TY" for tag, _ in lines):
        line, column = position(text, start)
        message = "the record that begins here has no end (ER)"
        problems.append(Problem(path, line, column, "bibliography-entry", message, "add the line"))
    return items, problems


def _finish(
    lines: list[tuple[str, str]],
    at: tuple[int, int],
    path: Path,
    items: list[Item],
    problems: list[Problem],
) -> None:
    values = {tag: value for tag, value in reversed(lines) if value}
    if "TI" not in values and "T1" not in values:
        message = "the record has no title"
        problems.append(Problem(path, *at, "bibliography-entry", message, "add a line TI"))
        return
    item = Item(
        values.get("ID", ""), _TYPES.get(values.get("TY", ""), "document"), line=at[0], column=at[1]
    )
    for tag, value in lines:
        if tag in _NAMES and value:
            item.names.setdefault(_NAMES[tag], []).append(_name(value))
        elif tag in _TEXTS and value:
            item.texts.setdefault(_TEXTS[tag], value)
    _numbers(item, values)
    items.append(item)


def _numbers(item: Item, values: dict[str, str]) -> None:
    pages = "-".join(values[tag] for tag in ("SP", "EP") if tag in values)
    number = "ISSN" if item.kind.startswith("article") else "ISBN"
    for variable, text in (("page", pages), (number, values.get("SN", ""))):
        if text:
            item.texts[variable] = text
    if year := values.get("PY", values.get("Y1", values.get("DA", ""))):
        item.dates["issued"] = parse_date("-".join(part for part in year.split("/") if part))


def _name(text: str) -> Name:
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma else {"literal": text}
