"""Whether what people are said to do agrees with who they are and when they lived."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml.etree import _Element

from toolkit.check.dates import before, edge
from toolkit.check.finding import Finding, problems
from toolkit.check.survey import survey
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, XML_ID, Document

_ENTRIES: Final = {
    f"{{{TEI}}}{name}": f"{{{TEI}}}{entry}"
    for name, entry in (
        ("persName", "person"),
        ("placeName", "place"),
        ("orgName", "org"),
        ("rs", "event"),
    )
}
_KINDS: Final = frozenset(_ENTRIES.values())
_NAMES: Final = (*_ENTRIES, f"{{{TEI}}}eventName")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ACTS: Final = ("occupation", "residence", "state", "education", "affiliation", "floruit", "event")


def check(document: Document) -> Iterator[Problem]:
    """Give names that are another's, and acts before birth or after death."""
    yield from problems(document, _others(document))
    yield from problems(document, _acts(document))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Return the words of a name, without case."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def _others(document: Document) -> Iterator[Finding]:
    """Give mentions with the name of one entry that point to another of the same kind."""
    entries = survey(document).identifiers
    names = {
        ident: words(" ".join(" ".join(n.itertext()) for n in entry.iterchildren(*_NAMES)))
        for ident, entry in entries.items()
        if entry.tag in _KINDS
    }
    owners: dict[str, list[str]] = {}
    for ident, own in names.items():
        for word in own:
            owners.setdefault(word, []).append(ident)
    for pointer in survey(document).pointers:
        kind = _ENTRIES.get(str(pointer.element.tag))
        target = pointer.target[1:]
        if not kind or pointer.attribute != "ref" or target not in names:
            continue
        if len(pointer.element) or entries[target].tag != kind:
            continue
        said = words(pointer.element.text or "")
        if said and not said & names[target] and not _is_of_another(pointer.element, said, names):
            owner = _owner(said, owners, names, kind, entries)
            if owner:
                text = " ".join((pointer.element.text or "").split())
                message = f'"{text}" is a name of "{owner}", but @ref points to "{pointer.target}"'
                advice = f'write ref="#{owner}", or add the name to the entry of {target}'
                yield Finding(pointer.element, "wrong-entry", message, advice, Level.WARNING)


def _is_of_another(
    element: _Element, said: frozenset[str], names: dict[str, frozenset[str]]
) -> bool:
    """Tell whether a name that points to several entries is that of one of them."""
    targets = element.get("ref", "").split()
    return any(said & names.get(target[1:], frozenset()) for target in targets)


def _owner(
    said: frozenset[str],
    owners: dict[str, list[str]],
    names: dict[str, frozenset[str]],
    kind: str,
    entries: dict[str, _Element],
) -> str:
    """Return the one entry of a kind that has all words of a name."""
    found = [
        ident
        for ident in owners.get(next(iter(said)), [])
        if said <= names[ident] and entries[ident].tag == kind
    ]
    return found[0] if len(found) == 1 else ""


def _acts(document: Document) -> Iterator[Finding]:
    lives = {
        f"#{person.get(XML_ID)}": (edge(person, "birth"), edge(person, "death"))
        for person in survey(document).named("person")
        if person.find(f"{{{TEI}}}birth") is not None or person.find(f"{{{TEI}}}death") is not None
    }
    if not lives:
        return
    for actor, pointer, when in _deeds(document):
        birth, death = lives.get(pointer, ("", ""))
        if before(when, birth):
            message = f'"{pointer}" acts here in {when}, before being born in {birth}'
        elif before(death, when):
            message = f'"{pointer}" acts here in {when}, after dying in {death}'
        else:
            continue
        advice = "correct the date, or point to the person who is meant"
        yield Finding(actor, "life-dates", message, advice, Level.WARNING)


def _deeds(document: Document) -> Iterator[tuple[_Element, str, str]]:
    """Give who acts when: letters sent, changes made, words said, offices held, books written."""
    for action in survey(document).named("correspAction"):
        date = action.find(f"{{{TEI}}}date")
        if date is not None and action.get("type") == "sent":
            for name in action.iter(f"{{{TEI}}}persName"):
                yield name, name.get("ref", ""), date.get("when", "") or date.get("from", "")
    for element in survey(document).named("change", "q", "said"):
        when = element.get("when", "") or _dated(element)
        if when and element.get("who"):
            yield element, element.get("who", ""), when
    for person in survey(document).named("person"):
        for act in person.iterchildren(*(f"{{{TEI}}}{name}" for name in _ACTS)):
            yield act, f"#{person.get(XML_ID)}", act.get("when", "") or act.get("from", "")


def _dated(element: _Element) -> str:
    """Return the date of a letter or diary entry that quoted words stand in."""
    for division in element.iterancestors(f"{{{TEI}}}div"):
        for name in ("opener", "dateline"):
            date = division.find(f"{{{TEI}}}{name}//{{{TEI}}}date")
            if date is not None:
                return date.get("when", "")
    return ""
