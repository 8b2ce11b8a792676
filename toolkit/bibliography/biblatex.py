"""BibLaTeX entries as items: which field is which variable of CSL."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from toolkit.bibliography.bibtex import Entry, read_bibtex
from toolkit.bibliography.bibtexnames import AND, parse_names, split
from toolkit.bibliography.edtf import parse_date
from toolkit.bibliography.fields import (
    DATES,
    LISTS,
    NAMES,
    NO_WORKS,
    PART_OF,
    PEOPLE,
    SKIPPED,
    STANDARD,
    TEXTS,
    TYPES,
    VERBATIM,
)
from toolkit.bibliography.items import IN_PERIODICALS, TITLES, Item
from toolkit.bibliography.languages import code_of
from toolkit.bibliography.latex import not_understood, plain
from toolkit.problems import Level, Problem


def read_biblatex(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a .bib text, and one problem for each entry that is no item."""
    entries, problems = read_bibtex(text, path)
    by_key = {entry.key: entry for entry in entries}
    items = []
    for entry in entries:
        if entry.kind in NO_WORKS:
            continue
        whole = _inherited(entry, by_key)
        problems += (_problem(path, entry, *fault) for fault in _faults(entry, whole, by_key))
        if _titled(whole):
            items.append(_item(whole))
    return items, sorted(problems)


def _problem(path: Path, entry: Entry, rule: str, message: str, level: Level) -> Problem:
    place = (path, entry.line, entry.column)
    advice = "complete the entry" if rule == "entry" else "look at what was made of it"
    return Problem(*place, f"bibliography-{rule}", message, advice, level=level)


def _titled(entry: Entry) -> bool:
    names = ("title", "booktitle", "maintitle", "journaltitle", "journal")
    return any(plain(entry.fields.get(name, "")) for name in names)


def _faults(
    entry: Entry, whole: Entry, by_key: dict[str, Entry]
) -> Iterator[tuple[str, str, Level]]:
    """Yield what is wrong with an entry: the rule, the message, and how much it matters."""
    named = f"the entry “{entry.key}”"
    if not _titled(whole):
        yield "entry", f"{named} has no title", Level.ERROR
        return
    for field in ("crossref", "xdata"):
        for parent in _parents(entry, field):
            if parent not in by_key:
                message = f"{named} refers to “{parent}”, which the file does not have"
                yield "entry", message, Level.WARNING
    if entry.kind not in TYPES:
        message = f"the type “@{entry.kind}” of {named} is not known; it was taken for @misc"
        yield "value", message, Level.WARNING
    for name, value in entry.fields.items():
        if not _is_verbatim(name, value) and (odd := not_understood(value, marked=_is_title(name))):
            message = f"{', '.join(odd)} in “{name}” of {named} is no text; the words were kept"
            yield "value", message, Level.WARNING


def _parents(entry: Entry, field: str) -> list[str]:
    return [key.strip() for key in entry.fields.get(field, "").split(",") if key.strip()]


def _inherited(entry: Entry, by_key: dict[str, Entry]) -> Entry:
    """Return an entry with what others give it: ``crossref`` its host, ``xdata`` any field."""
    for key in _parents(entry, "xdata"):
        if key in by_key:
            entry = replace(entry, fields={**by_key[key].fields, **entry.fields})
    parent = by_key.get(entry.fields.get("crossref", ""))
    if parent is None:
        return entry
    renamed = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}
    given = {renamed.get(name, name): value for name, value in parent.fields.items()}
    return replace(entry, fields={**given, **entry.fields})


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
    return item


def _text(name: str, value: str) -> str:
    if _is_verbatim(name, value):
        return value.strip()
    return plain(value, marked=_is_title(name))


def _is_title(name: str) -> bool:
    return TEXTS.get(name) in TITLES or name in {*PART_OF, "maintitle", "volumetitle"}


def _is_verbatim(name: str, value: str) -> bool:
    """Say whether a field means what it says; braces hold together the name of a body."""
    return name in VERBATIM or (name in PEOPLE and "\\" not in value)


def _first(kind: str) -> frozenset[str]:
    """Return the fields that come first where several are one variable of CSL."""
    host = "journaltitle" if kind in IN_PERIODICALS else "booktitle"
    return frozenset((host, "institution" if kind in {"thesis", "report"} else "publisher"))


def _left(entry: Entry, texts: dict[str, str]) -> dict[str, object]:
    """Return the fields that CSL has no variable for; they go along beside it."""
    known = {*NAMES, *DATES, *LISTS, *TEXTS, *SKIPPED, "volumetitle"}
    left: dict[str, object] = {n: t for n, t in texts.items() if n not in known and t}
    if not entry.fields.get("date") and "year" not in entry.fields and texts.get("month"):
        left["month"] = texts["month"]
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
        month = fields.get("month", "")
        year = plain(fields["year"])
        found["issued"] = parse_date(f"{year}-{int(month):02}" if month.isdigit() else year)
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
