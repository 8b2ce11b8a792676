"""BibLaTeX entries as items: which field is which variable of CSL."""

import re
from pathlib import Path

from toolkit.bibliography.bibtex import Entry, read_bibtex
from toolkit.bibliography.bibtexnames import AND, parse_names, split
from toolkit.bibliography.edtf import parse_date
from toolkit.bibliography.entryfaults import faults, inherited, is_titled
from toolkit.bibliography.fields import (
    DATES,
    LISTS,
    MONTHS,
    NAMES,
    NO_WORKS,
    PART_OF,
    SKIPPED,
    STANDARD,
    SUBTITLES,
    TEXTS,
    TYPES,
    is_title,
    is_verbatim,
)
from toolkit.bibliography.items import IN_PERIODICALS, Item
from toolkit.bibliography.languages import code_of
from toolkit.bibliography.latex import plain
from toolkit.figures import whole
from toolkit.problems import Problem


def read_biblatex(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a .bib text, and one problem for each entry that is no item."""
    entries, problems = read_bibtex(text, path)
    by_key = {entry.key: entry for entry in entries}
    items = []
    for entry in entries:
        if entry.kind in NO_WORKS:
            continue
        whole = inherited(entry, by_key)
        problems += faults(entry, whole, by_key, path)
        if is_titled(whole):
            items.append(_item(whole))
    return items, sorted(problems)


def _item(entry: Entry) -> Item:
    kind = _kind(entry)
    fields = _joined(entry.fields)
    names = {NAMES[n]: parse_names(v) for n, v in fields.items() if n in NAMES and v.strip()}
    item = Item(entry.key, kind, names, line=entry.line, column=entry.column)
    item.dates.update(_dates(fields))
    texts = {n: _text(n, v) for n, v in fields.items()}
    left = _left(entry, texts)
    for name in sorted(texts, key=lambda name: name not in _first(kind)):
        variable = LISTS.get(name) or TEXTS.get(name)
        if variable and texts[name] and variable in item.texts:
            left[name] = texts[name]
        elif variable and texts[name]:
            item.texts[variable] = _value(name, texts[name], fields[name])
    item.texts.update(_numbers(kind, texts))
    if texts.get("issue", "") not in {"", item.texts.get("issue")}:
        left["issue"] = texts["issue"]
    if code := code_of(texts.get("langid") or texts.get("language", ""), texts.get("script", "")):
        item.texts["language"] = code
    if STANDARD.get(kind, kind) != entry.kind:
        left["entrytype"] = entry.kind
    if left:
        item.custom["biblatex"] = left
    if subtitles := _subtitles(entry.fields):
        item.custom["teikit"] = subtitles
    return item


def _subtitles(fields: dict[str, str]) -> dict[str, object]:
    """Return the subtitles, which stand in their titles too, under our own names for them."""
    return {
        SUBTITLES[title]: plain(fields[name], marked=True)
        for name, title in PART_OF.items()
        if name in fields and (title in fields or title == "journaltitle")
    }


def _text(name: str, value: str) -> str:
    if is_verbatim(name, value):
        return value.strip()
    return plain(value, marked=is_title(name))


def _first(kind: str) -> frozenset[str]:
    """Return the fields that come first where several are one variable of CSL."""
    host = "journaltitle" if kind in IN_PERIODICALS else "booktitle"
    body = "institution" if kind in {"thesis", "report"} else "publisher"
    return frozenset((host, body, "location", "annotation"))


def _left(entry: Entry, texts: dict[str, str]) -> dict[str, object]:
    """Return the fields that CSL has no variable for; they go along beside it."""
    known = {*NAMES, *DATES, *LISTS, *TEXTS, *SKIPPED, "volumetitle"}
    left: dict[str, object] = {n: t for n, t in texts.items() if n not in known and t}
    if not entry.fields.get("date") and "year" not in entry.fields and texts.get("month"):
        left["month"] = texts["month"]
    if entry.fields.get("date") and texts.get("year", "") not in entry.fields["date"]:
        left["year"] = texts["year"]
    told = texts.get("language", "")
    if told and (texts.get("langid", told) != told or not code_of(told, "")):
        left["language"] = told
    return left


def _kind(entry: Entry) -> str:
    kind = TYPES.get(entry.kind, "document")
    if entry.kind == "article" and entry.fields.get("entrysubtype") in {"newspaper", "magazine"}:
        return f"article-{entry.fields['entrysubtype']}"
    return kind


def _joined(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields with each subtitle after its title, and one name for the journal."""
    done = {n: v for n, v in fields.items() if n not in PART_OF}
    if "journal" in done and "journaltitle" not in done:
        done["journaltitle"] = done.pop("journal")
    for name, title in PART_OF.items():
        if name in fields:
            done[title] = f"{done[title]}: {fields[name]}" if title in done else fields[name]
    if "maintitle" in done and "title" in done and "booktitle" not in done:
        done["title"], done["volumetitle"] = done.pop("maintitle"), done["title"]
    return done


def _dates(fields: dict[str, str]) -> dict[str, dict[str, object]]:
    found = {DATES[n]: parse_date(v.strip("{} ")) for n, v in fields.items() if n in DATES and v}
    if "issued" not in found and "year" in fields:
        month, year = plain(fields.get("month", "")), plain(fields["year"])
        month = MONTHS.get(month[:3].casefold(), month)
        number = whole(month)
        figures = f"{month} {year}".strip() if number is None else f"{year}-{number:02}"
        found["issued"] = parse_date(figures)
    return found


def _numbers(kind: str, texts: dict[str, str]) -> dict[str, str]:
    """Return what ``number`` and ``issue`` mean for this type of work."""
    found = {}
    if number := texts.get("number"):
        if kind in IN_PERIODICALS or kind == "periodical":
            found["issue"] = number
        else:
            found["collection-number" if texts.get("series") else "number"] = number
    if (issue := texts.get("issue")) and "issue" not in found:
        found["issue"] = issue
    if title := texts.get("volumetitle"):
        found["volume-title"] = title
    return found


def _value(name: str, text: str, raw: str) -> str:
    if name == "pages":
        return re.sub(r"\s*[–—-]+\s*", "-", text)
    if name in LISTS:
        return "; ".join(plain(part) for part in split(raw, AND))
    return text
