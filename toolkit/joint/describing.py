"""The neutral XML that the joint pages are made of: documents, and entries with their documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from pathlib import Path
from typing import Any, Final

from lxml import etree

from toolkit.joint.entries import Joint, Place, is_listed, places
from toolkit.joint.known import Known
from toolkit.joint.matching import Told
from toolkit.joint.store import Store
from toolkit.reading.document import Document

# How many documents a page names for an entry; ``mentions.csv`` has them all.
_LISTED: Final = 100
# What XML cannot hold.
_UNFIT: Final[Mapping[int, str | None]] = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def described(
    store: Store, entries: Iterable[Joint], kinds: Iterable[str], missing: Sequence[str]
) -> Document:
    """Return all documents, and the joint entries of some kinds, as one XML document.

    It is ``<joint><document number folder title words …/>… <missing path/> <shard name/>…
    <entry kind id label sort rules documents mentions places …>… <in document address mentions/>
    </entry>…</joint>``; of its places an entry tells those that mention it most.
    """
    root = etree.Element("joint")
    order = store.order()
    documents = {order[d.number]: _document(root, d, order[d.number]) for d in store.documents()}
    for path in missing:
        etree.SubElement(root, "missing", path=_fit(path))
    for name in store.shard_names():
        etree.SubElement(root, "shard", name=name)
    held: Counter[tuple[int, str]] = Counter()
    wanted = set(kinds)
    for joint in entries:
        if joint.kind in wanted:
            found = list(places(store, joint, order))
            _entry(root, joint, found)
            held.update((number, joint.kind) for number in {place.document for place in found})
    for (number, kind), count in sorted(held.items()):
        etree.SubElement(documents[number], "holds", kind=kind, entries=str(count))
    return Document(Path("joint"), b"", etree.ElementTree(root))


def _document(root: "etree._Element", known: Known, place: int) -> "etree._Element":
    about = known.about
    authors = about.get("authors")
    date = about.get("date")
    facts: dict[str, Any] = {
        "number": place,
        "folder": known.folder,
        "title": about.get("title"),
        _XML_LANG: about.get("language"),
        "authors": "; ".join(map(str, authors)) if isinstance(authors, list) else None,
        "date": date.get("text") if isinstance(date, dict) else None,
        "day": date.get("earliest") if isinstance(date, dict) else None,
        "words": known.length,
    }
    return etree.SubElement(root, "document", _attributes(facts))


def _entry(root: "etree._Element", joint: Joint, found: Sequence[Place]) -> None:
    chief, members = joint.chief, joint.found.members
    facts = {name: chief.entry.get(name) for name in ("kind", "type", "label", "sort", "life")}
    facts |= {"reference": chief.entry.get("reference"), "day": _day(chief.entry)}
    facts |= {"rules": " ".join(joint.found.rules), "disputed": " ".join(joint.found.disputed)}
    facts |= {"documents": len({place.document for place in found if place.mentions})}
    facts |= {"mentions": sum(place.mentions for place in found), "places": len(found)}
    facts |= {"listed": None if any(map(is_listed, members)) else "false"}
    element = etree.SubElement(root, "entry", _attributes({"id": joint.ident, **facts}))
    if description := _first(one.entry.get("description") for one in (chief, *members)):
        etree.SubElement(element, "description").text = _fit(description)
    _names(element, chief, members)
    _identifiers(element, members)
    most = nsmallest(_LISTED, enumerate(found), key=lambda each: (-each[1].mentions, each[0]))
    for _, (document, address, mentions, by_name) in sorted(most):
        place = {"document": document, "address": address, "mentions": mentions}
        place["by"] = "name" if by_name else None
        etree.SubElement(element, "in", _attributes(place))


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
