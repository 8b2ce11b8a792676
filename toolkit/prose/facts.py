"""What a document declares to be facts, and whether it holds prose although it withholds some."""

import string
from typing import Final

from toolkit.reading.document import TEI, Document

# Elements that always begin a block of their own, and those that do so where none is open.
BLOCKS: Final = frozenset(
    "ab byline cell closer dateline docImprint figDesc head imprimatur item l note "
    "opener p salute signed speaker stage titlePart trailer".split()
)
BLOCKS_ALONE: Final = frozenset("bibl docAuthor label q quote said".split())
# An editor's own words, which no copy of the text holds.
SUPPLIED: Final = frozenset("corr reg expan supplied ex".split())
# What stands around withheld prose and is no prose by itself.
_EDGES: Final = string.whitespace + string.punctuation + "–—‘’‚“”„«»‹›…·§†"


def kept_elements(document: Document) -> frozenset[str]:
    """Return the names of the elements that the header declares to be facts.

    The declaration is TEI: ``tagsDecl//tagUsage[@gi][@ana='#kept']``.
    """
    found = document.xpath("//tei:encodingDesc//tei:tagUsage[@gi]")
    return frozenset(e.get("gi", "") for e in found if "#kept" in e.get("ana", "").split())


def has_prose(document: Document) -> bool:
    """Say whether a document that withholds prose by its own declaration now holds some."""
    kept = kept_elements(document)
    if not kept or not _has_other_words(document, kept):
        return False
    from toolkit.prose.pieces import Run
    from toolkit.prose.scanning import scan

    return any(isinstance(piece, Run) for block in scan(document) for piece in block.pieces)


def _has_other_words(document: Document, kept: frozenset[str]) -> bool:
    """Tell whether anything stands where prose may stand; a scan tells whether it is prose."""
    facts = kept | SUPPLIED | {"choice"}
    begins = (BLOCKS | BLOCKS_ALONE) - facts
    waiting = [(element, False) for element in document.tree.iter(f"{{{TEI}}}text")]
    while waiting:
        element, fact = waiting.pop()
        name = str(element.tag).removeprefix(f"{{{TEI}}}")
        fact = name in facts or (fact and name not in begins)
        if not fact and element.text and element.text.strip(_EDGES):
            return True
        for child in element:
            if not fact and child.tail and child.tail.strip(_EDGES):
                return True
            if isinstance(child.tag, str):
                waiting.append((child, fact))
    return False
