"""The neutral XML that the joint pages are made of: documents, and entries with their documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from json import loads
from pathlib import Path
from typing import Any, Final

from lxml import etree

from toolkit.joint.matching import Match, Told, match, told
from toolkit.joint.store import Known, Store
from toolkit.reading.document import Document

# What XML cannot hold.
_UNFIT: Final[Mapping[int, str | None]] = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def described(store: Store, kinds: Iterable[str], missing: Sequence[str]) -> Document:
    """Return all documents, and the joint entries of some kinds, as one XML document.

    It is ``<joint><document number folder title words …/>… <missing path/> <shard name/>…
    <entry kind id label sort rules …>… <in document address mentions/></entry>…</joint>``.
    """
    root = etree.Element("joint")
    documents = store.documents()
    wanted = set(kinds)
    entries = [each for each in joint_entries(store) if each[0].entry["kind"] in wanted]
    held = Counter(
        (number, chief.entry["kind"])
        for chief, found in entries
        for number in {d for one in found.members for d in one.documents}
    )
    for known in documents:
        _document(root, known, {k: held[known.number, k] for k in wanted if held[known.number, k]})
    for path in missing:
        etree.SubElement(root, "missing", path=_fit(path))
    for name in store.shard_names():
        etree.SubElement(root, "shard", name=name)
    idents: Counter[str] = Counter()
    places = {known.number: known.folder for known in documents}
    for chief, found in entries:
        _entry(root, chief, found, idents, places)
    return Document(Path("joint"), b"", etree.ElementTree(root))


def joint_entries(store: Store) -> list[tuple[Told, Match]]:
    """Return the joint entries, each with the one of its members that speaks for all."""
    documents: dict[int, dict[int, int]] = {}
    for number, document, mentions in store.mentions():
        documents.setdefault(number, {})[document] = mentions
    entries = [(n, loads(entry)) for n, entry in store.entries() if n in documents]
    _name_registers(entries, documents, store)
    every = [told(number, entry, documents[number]) for number, entry in entries]
    return [(_chief(found), found) for found in match(every)]


def _name_registers(
    entries: Iterable[tuple[int, dict[str, Any]]],
    documents: Mapping[int, Mapping[int, int]],
    store: Store,
) -> None:
    """Note of the entries of a document that others have them from it."""
    registers = {str(e["source"]).rpartition("#")[0] for _, e in entries if e.get("source")}
    files = {known.number: known.about.get("file") for known in store.documents()}
    for number, entry in entries:
        file = files.get(next(iter(documents[number])))
        if file in registers and len(documents[number]) == 1 and not entry.get("source"):
            entry["source"] = f"{file}#{entry['id']}"


def _chief(found: Match) -> Told:
    """Return the member that most documents hold, and of those the one that says most."""
    return max(
        (one for one in found.members if one.number not in found.by_name),
        key=lambda one: (len(one.documents), len(one.identifiers), len(str(one.entry))),
    )


def _document(root: "etree._Element", known: Known, held: Mapping[str, int]) -> None:
    about = known.about
    authors = about.get("authors")
    date = about.get("date")
    facts: dict[str, Any] = {
        "number": known.number,
        "folder": known.folder,
        "title": about.get("title"),
        _XML_LANG: about.get("language"),
        "authors": "; ".join(map(str, authors)) if isinstance(authors, list) else None,
        "date": date.get("text") if isinstance(date, dict) else None,
        "day": date.get("earliest") if isinstance(date, dict) else None,
        "words": known.length,
    }
    element = etree.SubElement(root, "document", _attributes(facts))
    for kind, number in sorted(held.items()):
        etree.SubElement(element, "holds", kind=kind, entries=str(number))


def _entry(
    root: "etree._Element",
    chief: Told,
    found: Match,
    idents: Counter[str],
    places: Mapping[int, str],
) -> None:
    ident = _ident(str(chief.entry["id"]), idents)
    facts = {name: chief.entry.get(name) for name in ("kind", "type", "label", "sort", "life")}
    facts |= {"reference": chief.entry.get("reference"), "day": _day(chief.entry)}
    facts |= {"rules": " ".join(found.rules), "disputed": " ".join(found.disputed)}
    element = etree.SubElement(root, "entry", _attributes({"id": ident, **facts}))
    if description := _first(one.entry.get("description") for one in (chief, *found.members)):
        etree.SubElement(element, "description").text = _fit(description)
    _names(element, chief, found.members)
    _identifiers(element, found.members)
    for one in found.members:
        for document, mentions in sorted(one.documents.items(), key=lambda d: places[d[0]]):
            place = {"document": document, "address": one.entry["address"], "mentions": mentions}
            place["by"] = "name" if one.number in found.by_name else None
            etree.SubElement(element, "in", _attributes(place))


def _ident(ident: str, taken: Counter[str]) -> str:
    taken[ident] += 1
    return ident if taken[ident] == 1 else _ident(f"{ident}-{taken[ident]}", taken)


def _names(element: "etree._Element", chief: Told, members: Sequence[Told]) -> None:
    """Add what an entry is called elsewhere, each name once."""
    seen = {str(chief.entry["label"]), str(chief.entry["sort"])}
    for one in (chief, *members):
        called = [{"text": one.entry["label"]}, *({"text": t} for t in one.entry["variants"])]
        for name in (*called, *one.entry["forms"]):
            if name["text"] and name["text"] not in seen:
                seen.add(name["text"])
                given = _attributes({_XML_LANG: name.get("language")})
                etree.SubElement(element, "name", given).text = _fit(name["text"])


def _identifiers(element: "etree._Element", members: Sequence[Told]) -> None:
    seen: set[tuple[str, str]] = set()
    for one in members:
        for each in one.entry["identifiers"]:
            sign = (str(each.get("authority")), str(each["id"]))
            if sign not in seen:
                seen.add(sign)
                given = {n: each.get(n) for n in ("authority", "name", "url")} | {
                    "cert": each.get("certainty")
                }
                etree.SubElement(element, "identifier", _attributes(given)).text = _fit(each["id"])


def _day(entry: Mapping[str, Any]) -> str | None:
    return _first(date.get("earliest") or date.get("latest") for date in entry.get("dates") or ())


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def _attributes(values: Mapping[str, object]) -> dict[str, str]:
    return {name: _fit(value) for name, value in values.items() if value not in {None, ""}}


def _fit(value: object) -> str:
    return str(value).translate(_UNFIT)
