"""Whom the beginning of an untagged citation names."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.bibliography.folding import title_words, words
from toolkit.bibliography.names import Maker, parted
from toolkit.bibliography.works import Work

IDEM: Final = re.compile(r"\W*(?:idem|eadem|eidem|id|ders|dies)\b[.,]\s*", re.IGNORECASE)
_EDITING: Final = re.compile(
    r"\s*\(?\b(?:eds?|hrsg|red|comp|trans)\b\.?\)?\s*|\s*\bet al\b\.?\s*", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+(?:and|und|et|i|y|e|&|и)\s+")
# One to four words with capitals, the last perhaps with particles before it.
_NAME: Final = re.compile(
    r"(?:(?=[^\W\d_])[^a-zа-я\s][\w’'.-]*\s+){0,3}(?:(?:v[ao]n|zu|de[rnl]?|di|du|la|ten)\s+)*"
    r"(?=[^\W\d_])[^a-zа-я\s][\w’'-]+"
)
_NUMBER: Final = r"(?:\d+|[ivxlc]+)(?:\s*[-–—]\s*(?:\d+|[ivxlc]+))?"
END: Final = re.compile(
    rf"(?:^|[,.:]\s*|\s)(?:(?:pp?|ll?|fols?|cols?|s|с)\.\s*)?{_NUMBER}(?:,\s*{_NUMBER})*\W*$",
    re.IGNORECASE,
)


def leading_names(
    text: str, works: Sequence[Work], *, alone: bool
) -> tuple[tuple[Maker, ...], str]:
    """Return whom the beginning of a text names, and what comes after them."""
    text = IDEM.sub("", text)
    makers: list[Maker] = []
    known = [maker for work in works for maker in work.makers]
    while text.strip():
        segment, comma, after = text.partition(",")
        segment = segment.strip(' “„«"')
        if _EDITING.fullmatch(segment) and makers:
            text = after
            continue
        ends = not (comma and after.strip()) or _title_begins(text, works)
        read = _read(segment, known, is_title=bool(makers) or (alone and ends))
        if not read:
            break
        makers, text = [*makers, *read], after
        text = _without_forename(text, read[-1], known)
        if not alone and not text.strip(' ,“„«"'):
            break
    return tuple(makers), text


def _read(segment: str, known: list[Maker], *, is_title: bool) -> list[Maker]:
    """Return the names of a segment: known ones; where it is no title, what looks like names."""
    plain = _EDITING.sub(" ", re.sub(r"\(\s*(?:18|19|20)\d\d\w?\s*\)", "", segment)).strip()
    names = _AND.split(plain)
    found = []
    for name in names:
        if not _NAME.fullmatch(name):
            return []
        given, family = parted(name)
        found.append(Maker(words(family), words(given)))
    listed = all(any(one.may_be(other) for other in known) for one in found)
    return found if listed or not is_title else []


def _without_forename(text: str, maker: Maker, known: Sequence[Maker]) -> str:
    """Leave out the forename of one whose surname came first: “Moor, Ines, Fog”."""
    segment, _, after = text.partition(",")
    given = words(segment)
    of_it = [m.given for m in known if m.given and m.may_be(maker)]
    return after if given and not maker.given and given in of_it else text


def _title_begins(text: str, works: Sequence[Work]) -> bool:
    """Say whether a text begins with the title of a work, or a part of it that tells it."""
    found = words(without_end(text))
    begun = words(text.partition(",")[0])
    return any(
        title_words(" ".join(found))[: len(title)] == title or title[: len(begun)] == begun
        for work in works
        for title in work.titles
        if title and begun
    )


def without_end(text: str) -> str:
    """Leave out the pages at the end; a year after a place is none."""
    end = END.search(text)
    if end and re.search(r"[^\W\d_]\s+(?:1[4-9]|20)\d\d\W*$", text):
        return text
    return text[: end.start()] if end else text
