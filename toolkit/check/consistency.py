"""Names that are tagged in one place and not in another."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.finding import Finding, problems
from toolkit.check.places import word_place
from toolkit.check.survey import survey
from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document, Position

_RULE: Final = "untagged-name"
_NAMES: Final = tuple(f"{{{TEI}}}{name}" for name in ("persName", "placeName", "orgName"))
# Where names need not be tagged: in other names, in references, in what machines read.
_CLOSED: Final = frozenset(
    "persName placeName orgName name rs bibl biblStruct author editor publisher pubPlace idno"
    " gi att code title foreign sic corr geogName roleName addName surname forename"
    " genName nameLink speaker".split()
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'\-]*")
_SHORTEST: Final = 4


def check(document: Document) -> Iterator[Problem]:
    """Give every name that is tagged elsewhere in the text, but not here."""
    yield from problems(document, _findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    text = next(iter(survey(document).named("text")), None)
    if text is None:
        return
    tagged = _tagged(text)
    if not tagged:
        return
    first = {_bare(name.split()[0]) for name in tagged}
    longest = max(len(name.split()) for name in tagged)
    for element, said, tail in _open_texts(text):
        words = list(_WORD.finditer(said))
        skip = 0
        for at, word in enumerate(words):
            if at < skip or _bare(word[0]) not in first:
                continue
            for length in range(min(longest, len(words) - at), 0, -1):
                part = said[word.start() : words[at + length - 1].end()]
                name = _bare(" ".join(part.split()))
                if name in tagged:
                    skip = at + length
                    place = word_place(document, element, part, word.start(), tail=tail)
                    yield _finding(element, name, tagged[name], place)
                    break


def _bare(name: str) -> str:
    """Return a name without its possessive ending."""
    return re.sub(r"['’]s?$", "", name)


def _tagged(text: _Element) -> dict[str, Counter[tuple[str, str]]]:
    """Return the names that mentions have, with what they are tagged as and point to."""
    found: dict[str, Counter[tuple[str, str]]] = {}
    for mention in text.iter(*_NAMES):
        said = "".join(mention.itertext()) if len(mention) else mention.text or ""
        name = " ".join(said.split())
        if mention.get("ref") and len(name) >= _SHORTEST and name[0].isupper():
            kind = (QName(mention).localname, mention.get("ref", ""))
            found.setdefault(name, Counter())[kind] += 1
    return found


def _finding(
    element: _Element, name: str, kinds: "Counter[tuple[str, str]]", place: Position | None
) -> Finding:
    (kind, ref), _ = kinds.most_common(1)[0]
    number = sum(kinds.values())
    times = "once" if number == 1 else f"{number} times"
    message = f'"{name}" is tagged as <{kind}> {times} in the text, but not here'
    advice = f'write <{kind} ref="{ref}">{name}</{kind}>, if the same is meant'
    return Finding(element, _RULE, message, advice, Level.WARNING, place=place)


def _open_texts(text: _Element) -> Iterator[tuple[_Element, str, bool]]:
    """Give the texts in which a name should be tagged."""
    stack = [text]
    while stack:
        element = stack.pop()
        if element.text and element.text.strip():
            yield element, element.text, False
        for child in element:
            if child.tail and child.tail.strip() and isinstance(child.tag, str):
                yield child, child.tail, True
            if isinstance(child.tag, str) and QName(child).localname not in _CLOSED:
                stack.append(child)
