"""Put withheld prose back from a copy that the reader holds, and prove each block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from toolkit.counting import many
from toolkit.errors import DocumentError, ProblemsFound
from toolkit.problems import Problem
from toolkit.prose.copies import Copy, Span
from toolkit.prose.folding import digest
from toolkit.prose.matching import Match, find
from toolkit.prose.pieces import Block, Gap
from toolkit.prose.scanning import scan
from toolkit.prose.settling import settle
from toolkit.prose.stepping import Cuts, Leaps
from toolkit.prose.withholding import digests, splice
from toolkit.reading.document import Document

# How many turns of a page are looked for in one block: first few, then more.
_LEAPS: Final = (1, 2, 4)
# How many readings of a piece are tried for one block that was not found, and for all of them.
_READINGS: Final = 10_000
_ALL_READINGS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Weave:
    """What came of a weave: the document's bytes, the blocks woven, and what did not verify.

    `verified` is how many blocks the copy has, with or without gaps; `left` are the blocks
    that stay withheld.
    `unlike` are the woven blocks whose letters and digits are right and whose punctuation or
    spaces are not those of the text that was withheld.
    """

    source: bytes
    woven: tuple[str, ...]
    problems: tuple[Problem, ...]
    verified: int
    left: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


def weave(document: Document, copy: Copy, *, partial: bool = False) -> Weave:
    """Fill the document's gaps from a copy; nothing but the gaps is touched.

    Every block that carries a digest is verified, whether it has gaps or not. With
    `partial`, blocks that verify are woven, and the others stay withheld and are reported.

    Raises:
        DocumentError: nothing is withheld, or the document carries no digests.
        ProblemsFound: a block of the copy differs, and `partial` was not asked for.
    """
    blocks = sorted(scan(document), key=lambda block: block.in_note)  # as copies print them
    proofs = digests(document)
    _demand_withheld(document, blocks, proofs)
    matches = _match(blocks, proofs, copy)
    problems = tuple(_differences(document, blocks, proofs, copy, matches))
    if problems and not partial:
        raise ProblemsFound(problems)
    edits: list[tuple[int, int, bytes]] = []
    woven, left, unlike = [], [], []
    for block, match in zip(blocks, matches, strict=True):
        gaps = [piece for piece in block.pieces if isinstance(piece, Gap)]
        if gaps and not match:
            left.append(block.ident)
        if match and gaps:
            prose, alike = settle(block, match, copy, proofs.get((block.ident, "typography"), ""))
            unlike += [] if alike else [block.ident]
            edits += [
                (g.start, g.end, escape(p, quote=False).encode())
                for g, p in zip(gaps, prose, strict=True)
            ]
            woven.append(block.ident)
    source, verified = splice(document.source, edits), sum(1 for match in matches if match)
    return Weave(source, tuple(woven), problems, verified, tuple(left), tuple(unlike))


def _demand_withheld(
    document: Document, blocks: Sequence[Block], proofs: dict[tuple[str, str], str]
) -> None:
    if not any(isinstance(piece, Gap) for block in blocks for piece in block.pieces):
        raise DocumentError(document.path, "withholds nothing: there is nothing to weave")
    if not proofs:
        reason = 'carries no digests to prove a weave (standOff/spanGrp[@type="digest"])'
        raise DocumentError(document.path, f"{reason}; make it with `teikit withhold`")


def _match(
    blocks: Sequence[Block], proofs: dict[tuple[str, str], str], copy: Copy
) -> list[Match | None]:
    """Find each block after the one before it; then those that others interrupt, known or not.

    Only then a block may begin in the middle of a line, for there its words may be another's.
    """
    matches: list[Match | None] = [None] * len(blocks)
    wanted = [proofs.get((block.ident, "letters"), "") for block in blocks]
    for _ in range(2):
        _walk(blocks, wanted, copy, matches, anywhere=False)
    for most in _LEAPS:
        limit = min(_READINGS, _ALL_READINGS // (matches.count(None) or 1))
        for n, block in enumerate(blocks):
            if not matches[n]:
                window, ahead = _between(blocks, matches, n, len(copy.stream))
                leaps = Leaps(copy, window, ahead, most, limit)
                matches[n] = find(block, wanted[n], copy, leaps)
    for _ in range(2):
        _walk(blocks, wanted, copy, matches, anywhere=True)
    return matches


def _walk(
    blocks: Sequence[Block],
    wanted: Sequence[str],
    copy: Copy,
    matches: list[Match | None],
    *,
    anywhere: bool,
) -> None:
    """Go through the blocks in order, and find those that are not found yet beside the others."""
    found = (Span(m.start, m.end) for m in matches if m)
    steps = Cuts(copy, [*copy.furniture, *found], anywhere=anywhere)
    for n, block in enumerate(blocks):
        matches[n] = match = matches[n] or find(block, wanted[n], copy, steps)
        steps.near = match.end if match else steps.near


def _between(
    blocks: Sequence[Block], matches: Sequence[Match | None], n: int, end: int
) -> tuple[Span, int]:
    """Return where a block must stand, and how many letters of others may stand there before it.

    That is between blocks of its kind, text or notes, that were found before and after it.
    """
    alike = [
        match if other.in_note == blocks[n].in_note else None
        for other, match in zip(blocks, matches, strict=True)
    ]
    last = next((k for k in reversed(range(n)) if alike[k]), -1)
    start = before.end if last >= 0 and (before := alike[last]) else 0
    others = (b.length for b in blocks[last + 1 : n] if b.in_note == blocks[n].in_note)
    follows = (match.start for match in alike[n:] if match and match.start >= start)
    return Span(start, next(follows, end)), sum(others)


def _differences(
    document: Document,
    blocks: Sequence[Block],
    proofs: dict[tuple[str, str], str],
    copy: Copy,
    matches: Sequence[Match | None],
) -> Iterator[Problem]:
    """Yield one problem for each block that the copy does not have."""
    for n, (block, match) in enumerate(zip(blocks, matches, strict=True)):
        if match:
            continue
        wanted = proofs.get((block.ident, "letters"))
        start = next((m.end for m in reversed(matches[:n]) if m), 0)
        end = min((m.start for m in matches if m and m.start >= start), default=len(copy.stream))
        found = copy.stream[start:end]
        has = (
            f"{many(len(found), 'letter')} with the digest {digest(found)}"
            if found
            else "nothing before what was found elsewhere"
        )
        message = (
            f"the copy differs in {block.ident or block.name}: {block.length} letters with the "
            f"digest {wanted or 'unknown'} were expected; in their place {copy.path} "
            f"({copy.where(start)}) has {has}"
        )
        advice = "compare this block with your copy, or use --partial to weave the others"
        yield Problem(
            document.path,
            block.line,
            block.column,
            "copy-differs" if wanted else "block-without-digest",
            message,
            advice,
        )
