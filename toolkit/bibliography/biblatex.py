"""BibLaTeX entries as items: which field is which variable of CSL."""

import re
from dataclasses import replace
from pathlib import Path

from toolkit.bibliography.bibtex import Entry, read_bibtex
from toolkit.bibliography.bibtexnames import AND, parse_names, split
from toolkit.bibliography.edtf import parse_date
from toolkit.bibliography.fields import (
    DATES,
    LISTS,
    NAMES,
    PART_OF,
    PEOPLE,
    SKIPPED,
    STANDARD,
    TEXTS,
    TYPES,
    VERBATIM,
)
from toolkit.bibliography.items import IN_PERIODICALS, Item
from toolkit.bibliography.languages import code_of
from toolkit.bibliography.latex import plain
from toolkit.problems import Level, Problem


def read_biblatex(text: str, path: Path) -> tuple[list[Item], list[Problem]]:
    """Return the items of a .bib text, and one problem for each entry that is no item."""
    entries, problems = read_bibtex(text, path)
    by_key = {entry.key: entry for entry in entries}
    items = []
    for entry in entries:
        whole = _inherited(entry, by_key)
        reason = _lacking(entry, whole, by_key)
        if reason:
            level = Level.ERROR if "title" in reason else Level.WARNING
            rule = "bibliography-entry"
            advice = "complete the entry"
            problems.append(
                Problem(path, entry.line, entry.column, rule, reason, advice, level=level)
            )
        if _titled(whole):
            items.append(_item(whole))
    return items, sorted(problems)


def _titled(entry: Entry) -> bool:
    names = ("title", "booktitle", "maintitle", "journaltitle", "journal")
    return any(plain(entry.fields.get(name, "")) for name in names)


def _lacking(entry: Entry, whole: Entry, by_key: dict[str, Entry]) -> str:
    parent = entry.fields.get("crossref", "")
    if not _titled(whole):
        return f"the entry “{entry.key}” has no title"
    if parent and parent not in by_key:
        return f"the entry “{entry.key}” refers to “{parent}”, which the file does not have"
    return ""


def _inherited(entry: Entry, by_key: dict[str, Entry]) -> Entry:
    """Return an entry with what its ``crossref`` gives: the title of the host, its imprint."""
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
    texts = {n: v.strip() if _is_verbatim(n, v) else plain(v) for n, v in fields.items()}
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
