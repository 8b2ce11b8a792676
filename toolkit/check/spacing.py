"""Spaces between words that were lost at a tag, and brackets that were left behind it."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import QName, _Element

from toolkit.check.finding import Finding, problems
from toolkit.check.places import text_place
from toolkit.check.survey import XML_LANG, survey
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document

_RULE: Final = "words-joined"
_CODE: Final = frozenset("code eg egXML formula egXML val teiHeader".split())
_NAMES: Final = "persName placeName orgName rs date title bibl name q term foreign geogName".split()
# Languages that join words and endings without a hyphen.
_JOINING: Final = frozenset("de nl sv da no nb nn fi hu tr et is".split())
_ENDING: Final = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING: Final = 2
_ADVICE: Final = "put a space between the two words, outside the tag"


def check(document: Document) -> Iterator[Problem]:
    """Give every tag of a name, date or title that has grown together with the word beside it.

    And every tag behind which a second bracket stands.
    """
    yield from problems(document, _findings(document))
    if b">>" in document.source:
        yield from problems(document, _brackets(document))


def _findings(document: Document) -> Iterator[Finding]:
    found = survey(document)
    texts = set(found.named("text"))
    for element in found.named(*_NAMES):
        tail = element.tail or ""
        before = _before(element)
        grown = before[-1:].isalnum(), tail[:1].isalpha()
        if any(grown) and texts.intersection(element.iterancestors()):
            words = "".join(element.itertext())
            if grown[0] and words.strip() and _begins_word(before, words):
                yield _joined_before(element, before, words)
            if grown[1] and words[-1:].isalnum() and _is_word(tail) and not _joins(element):
                yield _joined_after(document, element, words)


def _brackets(document: Document) -> Iterator[Finding]:
    for element in survey(document).elements:
        for text, tail in ((element.text, False), (element.tail, True)):
            holder = element.getparent() if tail else element
            if (text or "").startswith(">") and holder is not None and not _is_code(holder):
                shown = f"the {'end ' if tail and _has_end(element) else ''}tag"
                message = f"a second > stands behind {shown} of <{QName(element).localname}>"
                place = text_place(document, element, tail=tail)
                advice = "take it out, or write &gt; if it is meant"
                yield Finding(element, "bracket-left", message, advice, Level.WARNING, place=place)


def _has_end(element: _Element) -> bool:
    return bool(len(element) or element.text)


def _is_code(element: _Element) -> bool:
    return any(QName(e).localname in _CODE for e in (element, *element.iterancestors()))


def _joined_before(element: _Element, before: str, words: str) -> Finding:
    joined = f"{_last_word(before)}{words.split(maxsplit=1)[0]}"
    message = f'no space stands before <{QName(element).localname}>: "{joined}"'
    return Finding(element, _RULE, message, _ADVICE, Level.WARNING)


def _joined_after(document: Document, element: _Element, words: str) -> Finding:
    ending = _ENDING.match(element.tail or "")
    joined = f"{words.rsplit(maxsplit=1)[-1]}{ending[0] if ending else ''}"
    message = f'no space stands after <{QName(element).localname}>: "{joined}"'
    place = text_place(document, element, tail=True)
    return Finding(element, _RULE, message, _ADVICE, Level.WARNING, place=place)


def _before(element: _Element) -> str:
    """Return the text right before an element."""
    sister = element.getprevious()
    if sister is not None:
        if sister.tail or not isinstance(sister.tag, str):
            return sister.tail or ""
        named = QName(sister).localname in _NAMES
        return "".join(sister.itertext()) if named else ""
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _begins_word(before: str, words: str) -> bool:
    """Tell a new word from the rest of one: small letter before, capital or figure after."""
    if not (before[-1].islower() or before[-1].isdigit()):
        return before[-1].isupper() and words[0].isdigit()
    return words[0].isupper() or (words[0].isdigit() and before[-1].isalpha())


def _is_word(tail: str) -> bool:
    found = _ENDING.match(tail)
    ending = found[0] if found else ""
    cased = ending.lower() != ending.upper()  # other scripts join words as a matter of course
    return cased and (len(ending) > _LONGEST_ENDING or ending[0].isupper())


def _last_word(text: str) -> str:
    return (text.split() or [""])[-1]


def _joins(element: _Element) -> bool:
    for node in (element, *element.iterancestors()):
        if tag := node.get(XML_LANG):
            return tag.partition("-")[0].lower() in _JOINING
    return False
