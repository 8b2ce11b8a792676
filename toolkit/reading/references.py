"""The references of a document, and whether their parts are tagged."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document

if TYPE_CHECKING:
    from lxml import etree

# The works of a document's bibliographies, be they lists or divisions of its back; archival
# units and periodicals are no works.
LISTED: Final = (
    "(//tei:listBibl[not(ancestor::tei:teiHeader)]|//tei:back//tei:div)"
    "/*[self::tei:biblStruct or self::tei:bibl "
    "or self::tei:biblFull][not(self::tei:bibl[@type='archival' or @type='periodical'])]"
    "[normalize-space() or .//@target]"
)


# A word that says something: four letters, or a number.
_SAYS: Final = re.compile(r"[^\W\d_]{4}|\d")


def untagged(document: Document) -> list[Problem]:
    """Return a warning if references have no tagged title, and one if words beside it are lost."""
    listed = document.xpath(LISTED)
    loose = [entry for entry in listed if entry.tag == f"{{{TEI}}}bibl"]
    plain = [entry for entry in loose if entry.find(f".//{{{TEI}}}title") is None]
    partly = [entry for entry in loose if entry not in plain]
    losing = [entry for entry in partly if any(map(_SAYS.search, _beside(entry)))]
    return [*_as_one_title(document, plain, len(listed)), *_losing(document, losing, len(listed))]


def _as_one_title(
    document: Document, plain: "list[etree._Element]", listed: int
) -> Iterator[Problem]:
    if plain:
        message = (
            f"{len(plain)} of {listed} references have no tagged title; in the exports each "
            "is one title, with all its words"
        )
        advice = "tag author, title and date in bibl, to have them as fields of their own"
        yield _warning(document, plain[0], message, advice)


def _losing(document: Document, losing: "list[etree._Element]", listed: int) -> Iterator[Problem]:
    if losing:
        words = " ".join(" ".join(_beside(losing[0])).split()).strip(" .,;:()")
        message = (
            f"{len(losing)} of {listed} references have untagged words beside their title, which "
            f"the exports do not have; the first: “{words[:60]}”"
        )
        advice = "tag them: publisher, pubPlace, date, biblScope; what is no field, as note"
        yield _warning(document, losing[0], message, advice)


def _beside(entry: "etree._Element") -> list[str]:
    """Return the text that stands in a reference itself, and in none of its parts."""
    return [entry.text or "", *(child.tail or "" for child in entry)]


def _warning(document: Document, entry: "etree._Element", message: str, advice: str) -> Problem:
    place = (document.path, *document.position(entry))
    return Problem(*place, "untagged-reference", message, advice, level=Level.WARNING)
