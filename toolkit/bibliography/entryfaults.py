"""What an entry of BibLaTeX takes from others, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from toolkit.bibliography.bibtex import Entry
from toolkit.bibliography.bibtexnames import odd_names
from toolkit.bibliography.edtf import odd_date
from toolkit.bibliography.fields import DATES, NAMES, TYPES, is_title, is_verbatim
from toolkit.bibliography.latex import not_understood, plain
from toolkit.problems import Level, Problem

Entries = dict[str, Entry]


def inherited(entry: Entry, by_key: Entries) -> Entry:
    """Return an entry with what others give it: ``crossref`` its host, ``xdata`` any field."""
    for key in _parents(entry, "xdata"):
        if key in by_key:
            entry = replace(entry, fields={**by_key[key].fields, **entry.fields})
    parent = by_key.get(entry.fields.get("crossref", ""))
    if parent is None or _is_circle(entry, parent):
        return entry
    renamed = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}
    given = {renamed.get(name, name): value for name, value in parent.fields.items()}
    return replace(entry, fields={**given, **entry.fields})


def is_titled(entry: Entry) -> bool:
    """Say whether an entry has a title, be it that of its host."""
    names = ("title", "booktitle", "maintitle", "journaltitle", "journal")
    return any(plain(entry.fields.get(name, "")) for name in names)


def faults(entry: Entry, whole: Entry, by_key: Entries, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with an entry; `whole` is the same with what others give it."""
    place = (path, entry.line, entry.column)
    named = f"the entry “{entry.key}”"
    if not is_titled(whole):
        message, advice = f"{named} has no title", "complete the entry; it was left out"
        yield Problem(*place, "bibliography-entry", message, advice)
        return
    for message in _loose_ends(entry, by_key):
        advice = "complete the entry; it was taken as it is"
        yield Problem(
            *place, "bibliography-entry", f"{named} {message}", advice, level=Level.WARNING
        )
    for message in _odd(entry):
        advice = "look at what was made of it"
        yield Problem(
            *place, "bibliography-value", f"{named} {message}", advice, level=Level.WARNING
        )


def _loose_ends(entry: Entry, by_key: Entries) -> Iterator[str]:
    for field in ("crossref", "xdata"):
        for key in _parents(entry, field):
            if key not in by_key:
                yield f"refers to “{key}”, which the file does not have"
            elif field == "crossref" and _is_circle(entry, by_key[key]):
                yield f"refers to “{key}”, and that to it; nothing was taken from there"


def _odd(entry: Entry) -> Iterator[str]:
    if entry.kind not in TYPES:
        yield f"has the type “@{entry.kind}”, which is not known; it was taken for @misc"
    for name, value in entry.fields.items():
        if name in NAMES and (said := odd_names(value)):
            yield f"in “{name}” {said}"
        if (name in DATES or name == "year") and (said := odd_date(plain(value))):
            yield f"has in “{name}” {said}"
        if not is_verbatim(name, value) and (odd := not_understood(value, marked=is_title(name))):
            yield f"has {', '.join(odd)} in “{name}”, which is no text; the words were kept"


def _is_circle(entry: Entry, parent: Entry) -> bool:
    return entry.key in {parent.key, *_parents(parent, "crossref")}


def _parents(entry: Entry, field: str) -> list[str]:
    return [key.strip() for key in entry.fields.get(field, "").split(",") if key.strip()]
