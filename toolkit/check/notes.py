"""Numbers and callouts of notes, in a project that has no rules of its own for them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.finding import Finding, problems
from toolkit.check.survey import survey
from toolkit.figures import whole
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, XML_ID, Document

_NOTE: Final = f"{{{TEI}}}note"
_FEW: Final = 3


def check(document: Document) -> Iterator[Problem]:
    """Give numbers that do not follow each other, and notes at the end that nothing calls."""
    yield from problems(document, _numbers(document))
    yield from problems(document, _callouts(document))


def _numbers(document: Document) -> Iterator[Finding]:
    every = ((note, whole(note.get("n", ""))) for note in document.tree.iter(_NOTE))
    notes = [(note, number) for note, number in every if number is not None]
    pairs = list(pairwise(notes))
    steady = sum(after == number + 1 for (_, number), (_, after) in pairs)
    if len(notes) <= _FEW or steady < len(pairs) * 0.9:
        return
    for (one, number), (other, after) in pairs:
        if after not in {number + 1, 1} and one.getparent() is not None:
            message = f"note {after} follows note {number}"
            advice = f'write n="{number + 1}", or add what is missing'
            yield Finding(other, "note-number", message, advice, Level.WARNING)


def _callouts(document: Document) -> Iterator[Finding]:
    called = [p.target[1:] for p in survey(document).pointers if p.target[0] == "#"]
    ends = [n for n in document.tree.iter(_NOTE) if n.get(XML_ID) and _is_apart(n)]
    known = {n.get(XML_ID, "") for n in ends}
    if not known & set(called):
        return
    for note in ends:
        if note.get(XML_ID) not in called and not note.get("target"):
            message = f'nothing in the text calls the note "{note.get(XML_ID)}"'
            advice = f'add a <ref target="#{note.get(XML_ID)}"> where it belongs'
            yield Finding(note, "note-not-called", message, advice, Level.WARNING)


def _is_apart(note: _Element) -> bool:
    parent = note.getparent()
    return parent is not None and QName(parent).localname in {"div", "back", "noteGrp", "list"}
