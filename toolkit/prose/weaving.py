"""Put withheld prose back from a copy that the reader holds, and prove each block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from typing import Final
from xml.sax.saxutils import escape

from toolkit.document import Document
from toolkit.errors import DocumentError, ProblemsFound
from toolkit.problems import Problem
from toolkit.prose.copies import Copy, Span
from toolkit.prose.folding import digest, fold_letters, fold_typography
from toolkit.prose.matching import Cuts, Match, find
from toolkit.prose.pieces import Block, Fixed, Gap, Run
from toolkit.prose.scanning import scan
from toolkit.prose.withholding import digests, splice

_ATTEMPTS: Final = 1 << 14
# A hyphen at a line's end, with what may stand between the two parts of the word.
_BROKEN: Final = re.compile(r"[-‐‑][ \t]*[\n\f]\s*")
_UNTRUSTED: Final = re.compile(r"[*\x00-\x08\x0b\x0e-\x1f\ufffe\uffff⁰¹²³⁴⁵⁶⁷⁸⁹]")


@dataclass(frozen=True, slots=True)
class Weave:
    """What came of a weave: the document's bytes, the blocks woven, and what did not verify."""

    source: bytes
    woven: tuple[str, ...]
    problems: tuple[Problem, ...]


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
    woven = []
    for block, match in zip(blocks, matches, strict=True):
        gaps = [piece for piece in block.pieces if isinstance(piece, Gap)]
        if match and gaps:
            prose = _settle(block, match, copy, proofs.get((block.ident, "typography"), ""))
            edits += [
                (g.start, g.end, escape(p).encode()) for g, p in zip(gaps, prose, strict=True)
            ]
            woven.append(block.ident)
    return Weave(splice(document.source, edits), tuple(woven), problems)


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
    """Find each block after the one before it; then those that others interrupt."""
    matches: list[Match | None] = []
    cut, near = Cuts(copy.furniture), 0
    for block in blocks:
        match = find(block, proofs.get((block.ident, "letters"), ""), copy, near, cut)
        near = match.end if match else near
        matches.append(match)
    if None not in matches:
        return matches
    cut = Cuts([*copy.furniture, *(Span(m.start, m.end) for m in matches if m)])
    return [
        match or find(block, proofs.get((block.ident, "letters"), ""), copy, 0, cut)
        for block, match in zip(blocks, matches, strict=True)
    ]


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
        start = max((m.end for m in matches[:n] if m), default=0)
        end = min((m.start for m in matches[n:] if m), default=len(copy.stream))
        found = copy.stream[start : max(start, end)]
        message = (
            f"the copy differs in {block.ident or block.name}: {_length(block)} letters with the "
            f"digest {wanted or 'unknown'} were expected; in their place {copy.path} "
            f"({copy.where(start)}) has {len(found)} letters with the digest {digest(found)}"
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


def _length(block: Block) -> int:
    return len(fold_letters(block.text)) + sum(
        piece.quantity for piece in block.pieces if isinstance(piece, Gap)
    )


def _settle(block: Block, match: Match, copy: Copy, wanted: str) -> list[str]:
    """Return the prose of each gap; the second digest settles the hyphens at line ends."""
    raw = [_raw(copy, spans) for spans in match.gaps]
    broken = sum(len(_BROKEN.findall(text)) for text in raw)
    likely = _likely(raw, copy)
    for keep in islice(_ways(likely), _ATTEMPTS):
        prose = _joined(raw, keep)
        if digest(fold_typography(_whole(block, prose))) == wanted:
            return prose
        if not broken:
            break
    return _joined(raw, likely)


def _raw(copy: Copy, spans: Sequence[Span]) -> str:
    """Return the copy's own text of a gap, what is cut out of it apart."""
    first, last = copy.places[spans[0].start], copy.places[spans[-1].end - 1] + 1
    parts, at = [], first
    for before, after in pairwise(spans):
        cut, on = copy.places[before.end - 1] + 1, copy.places[after.start]
        parts.append(copy.text[at:cut] + copy.text[cut:on].split("\n")[0].rstrip())
        at = on
    return "\n".join([*parts, copy.text[at:last]])


def _likely(raw: Sequence[str], copy: Copy) -> tuple[bool, ...]:
    """Guess which hyphens at line ends belong to the word: those that it has elsewhere too."""
    guesses = []
    for text in raw:
        for found in _BROKEN.finditer(text):
            before = re.search(r"\w+$", text[: found.start()])
            after = re.match(r"\w+", text[found.end() :])
            word = f"{before[0] if before else ''}-{after[0] if after else ''}"
            guesses.append(word in copy.text)
    return tuple(guesses)


def _ways(likely: tuple[bool, ...]) -> Iterator[tuple[bool, ...]]:
    """Yield the ways to keep or drop each hyphen: the likely one first, then its neighbours."""
    numbers = range(len(likely))
    for flips in range(len(likely) + 1):
        for chosen in combinations(numbers, flips):
            yield tuple(kept != (n in chosen) for n, kept in enumerate(likely))


def _joined(raw: Sequence[str], keep: Sequence[bool]) -> list[str]:
    """Return each text on one line, its line-end hyphens kept or dropped in turn."""
    turns = iter(keep)
    lines = (_BROKEN.sub(lambda _: "-" if next(turns) else "", text) for text in raw)
    return [" ".join(_UNTRUSTED.sub("", line).split()) for line in lines]


def _whole(block: Block, prose: Sequence[str]) -> str:
    """Return the text of the block with its gaps filled."""
    fillings = iter(prose)
    parts = (
        next(fillings) if isinstance(piece, Gap) else piece.text
        for piece in block.pieces
        if isinstance(piece, Fixed | Run | Gap)
    )
    return "".join(parts)
