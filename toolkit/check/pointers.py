"""Whether every pointer into a document arrives, and every identifier is used once."""

from collections.abc import Iterator
from typing import Final

from toolkit.check.finding import Finding, problems
from toolkit.check.identifiers import duplicates, identifiers
from toolkit.check.wording import closest
from toolkit.document import Document
from toolkit.problems import Problem

DANGLING: Final = "dangling-pointer"

_POINTERS: Final = (
    "ref", "target", "corresp", "who", "source", "resp", "ana", "next", "prev",
    "mutual", "active", "passive", "scheme",
)  # fmt: skip
# Looking for what was meant takes time; beyond so many faults it would help nobody.
_SUGGESTIONS: Final = 25


def check(document: Document) -> Iterator[Problem]:
    """Give every duplicate identifier and every pointer that arrives nowhere."""
    yield from duplicates(document)
    yield from problems(document, _dangling(document))


def _dangling(document: Document) -> Iterator[Finding]:
    known = identifiers(document)
    meant: dict[str, str] = {}
    for element in document.tree.iter("*"):
        for attribute in _POINTERS:
            for pointer in (element.get(attribute) or "").split():
                name = pointer[1:]
                if not pointer.startswith("#") or name in known:
                    continue
                if name not in meant:
                    meant[name] = closest(name, known) if len(meant) < _SUGGESTIONS else ""
                message = f'@{attribute} points to "{pointer}", but nothing has that xml:id'
                yield Finding(element, DANGLING, message, _advice(meant[name]))


def _advice(meant: str) -> str:
    return f'did you mean "#{meant}"?' if meant else "correct it, or give what is meant this xml:id"
