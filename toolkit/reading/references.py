"""The references of a document, and whether their parts are tagged."""

from typing import Final

from toolkit.problems import Level, Problem
from toolkit.reading.document import Document

# The works of a document's bibliographies, be they lists or divisions of its back; archival
# units and periodicals are no works.
LISTED: Final = (
    "(//tei:listBibl[not(ancestor::tei:teiHeader)]|//tei:back//tei:div)"
    "/*[self::tei:biblStruct or self::tei:bibl "
    "or self::tei:biblFull][not(self::tei:bibl[@type='archival' or @type='periodical'])]"
    "[normalize-space() or .//@target]"
)


def untagged(document: Document) -> list[Problem]:
    """Return a warning if references leave as one title, for want of tags; with their number."""
    listed = document.xpath(LISTED)
    plain = document.xpath(f"{LISTED}[self::tei:bibl][not(.//tei:title)]")
    if not plain:
        return []
    message = (
        f"{len(plain)} of {len(listed)} references have no tagged title; in the exports each "
        "is one title, with all its words"
    )
    advice = "tag author, title and date in bibl, to have them as fields of their own"
    place = (document.path, *document.position(plain[0]))
    return [Problem(*place, "untagged-reference", message, advice, level=Level.WARNING)]
