"""Whether withheld prose can be proved, and whether none was left in by mistake."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from lxml.etree import _Element

from toolkit.check.finding import Finding, problems
from toolkit.check.places import byte_place
from toolkit.check.survey import survey
from toolkit.errors import DocumentError
from toolkit.problems import Level, Problem
from toolkit.prose.facts import kept_elements
from toolkit.prose.folding import digest, fold_letters
from toolkit.prose.pieces import Block, Gap, Run
from toolkit.prose.scanning import scan
from toolkit.prose.withholding import KINDS, digests
from toolkit.reading.document import TEI, Document

_GAP: Final = f"{{{TEI}}}gap"
_NOT_OWN: Final = frozenset(
    f"{{{TEI}}}{name}" for name in ("note", "corr", "reg", "expan", "supplied")
)
_ADVICE: Final = "undo the change, or withhold the text again if the change is meant"


def check(document: Document) -> Iterator[Problem]:
    """Give blocks whose words are not those of their digests, and prose left in by mistake."""
    proofs = digests(document)
    kept = kept_elements(document)
    if not proofs or not kept or not _suspects(document, proofs, kept):
        return
    try:
        blocks = scan(document)
    except DocumentError:
        return
    yield from problems(document, _findings(document, blocks, proofs))


def _findings(
    document: Document, blocks: list[Block], proofs: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    withheld = any(isinstance(piece, Gap) for block in blocks for piece in block.pieces)
    known = survey(document).identifiers
    for block in blocks:
        element = known.get(block.ident)
        if element is None:
            continue
        if any(isinstance(piece, Gap) for piece in block.pieces):
            yield from _typed(document, element, block)
            continue
        if withheld and any(isinstance(piece, Run) for piece in block.pieces):
            message = (
                f'the prose of "{block.ident}" stands here, while that of other blocks is withheld'
            )
            advice = "withhold it with teikit withhold before you publish the file"
            yield Finding(element, "prose-left", message, advice, Level.WARNING)
        wrong = [
            kind
            for kind, fold in KINDS.items()
            if proofs.get((block.ident, kind), found := digest(fold(block.text))) != found
        ]
        if wrong:
            message = f'the words of "{block.ident}" are not those that its digest was made from'
            yield Finding(element, "digest-differs", message, _ADVICE)


def _typed(document: Document, element: _Element, block: Block) -> Iterator[Finding]:
    """Give the words that stand beside the gaps of a block, at the first of them."""
    runs = [piece for piece in block.pieces if isinstance(piece, Run)]
    if runs:
        message = f'words stand in "{block.ident}" beside the gaps of its withheld prose'
        advice = "take them out, or weave the text in and withhold it anew"
        place = byte_place(document, runs[0].start)
        yield Finding(element, "prose-left", message, advice, Level.WARNING, place=place)


def _suspects(document: Document, proofs: dict[tuple[str, str], str], kept: frozenset[str]) -> bool:
    """Tell whether a block may be wrong: a glance that saves the scan of most documents."""
    known = survey(document).identifiers
    facts = {f"{{{TEI}}}{name}" for name in kept}
    withheld = next(document.tree.iter(_GAP), None) is not None
    for (ident, kind), proof in proofs.items():
        element = known.get(ident)
        if kind != "letters" or element is None:
            continue
        whole = next(element.iter(_GAP), None) is None
        if whole and digest(fold_letters("".join(_text(element, _NOT_OWN)))) != proof:
            return True
        prose = "".join(_text(element, _NOT_OWN | facts)) if element.tag not in facts else ""
        if withheld and any(letter.isalnum() for letter in prose):
            return True
    return False


def _text(element: _Element, without: AbstractSet[str]) -> Iterator[str]:
    """Give the text of a block, that of some elements in it left out."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in without:
            yield from _text(child, without)
        yield child.tail or ""
