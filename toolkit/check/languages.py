"""Whether language tags are those that the rest of the world uses."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.check.finding import Finding, problems
from toolkit.check.mending import Mend
from toolkit.check.survey import survey
from toolkit.check.wording import closest
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document
from toolkit.wordlists import LANGUAGES

_RULE: Final = "language-tag"
_TAG: Final = re.compile(r"(?i:[a-z]{2,3}|i|x)(-[A-Za-z0-9]{1,8})*")

# A part of a tag that is too long for a script: ru-latin for ru-Latn.
_LONG: Final = re.compile(r"-[A-Za-z]{5,8}$")


def check(document: Document) -> Iterator[Problem]:
    """Give every language tag that no program will understand."""
    yield from problems(document, _findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    declared = [(e, e.get("ident", "")) for e in survey(document).named("language")]
    found = [(e, "xml:lang", tag) for e, tag in survey(document).languages]
    for element, attribute, tag in [*((e, "ident", t) for e, t in declared if t), *found]:
        meant = right(tag)
        if meant == tag and _LONG.search(tag) and tag not in (known := {t for _, t in declared}):
            meant = closest(tag, known) or tag
        if meant != tag:
            message = f'"{tag}" is no usual tag for a language'
            advice = (
                f'write {attribute}="{meant}"' if meant else "write a tag such as en or ru-Latn"
            )
            mend = Mend("value", attribute, meant) if meant else None
            level = Level.WARNING if _TAG.fullmatch(tag) else Level.ERROR
            yield Finding(element, _RULE, message, advice, level, mend)


def right(tag: str) -> str:
    """Return the usual form of a tag, or nothing if it is not known."""
    plain = tag.strip().replace("_", "-")
    head, dash, rest = plain.partition("-")
    if head.lower() in LANGUAGES:
        return LANGUAGES[head.lower()] + dash + rest
    if not _TAG.fullmatch(plain):
        return ""
    return plain if plain != tag or not dash else tag
