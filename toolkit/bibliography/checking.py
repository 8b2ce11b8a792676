"""Whether the citations of an edition point at works, and all of its works are cited."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from toolkit.bibliography.citations import Kind, read_citations
from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.resolver import complete
from toolkit.problems import Level, Problem
from toolkit.reading.document import NAMESPACES, XML_ID, Document, where

# The notes that are read with the text, although they stand beside it.
_BESIDE: Final = (
    "//tei:standOff//*[self::tei:note or self::tei:annotation][not(@type='regest' or "
    "@type='evidence')][parent::tei:standOff or parent::tei:noteGrp or parent::tei:annotation "
    "or parent::tei:listAnnotation]"
)
_POINTERS: Final = tuple(
    etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)
    for path in (
        "//tei:relatedItem/@target",
        *(f"//tei:text//@{name}" for name in ("corresp", "target", "ref", "source", "who")),
        *(f"{_BESIDE}//@{name}" for name in ("corresp", "target", "ref")),
    )
)
_WORKS: Final = "//tei:listBibl/*/@xml:id"


def check(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the citations of a document that encodes them.

    A document that says of fewer than half of its citations which work they are to is not held
    to this model. All are warnings: how far a project carries it is for the project to say.
    """
    citations = read_citations(document)
    works = {str(ident) for ident in document.tree.xpath(_WORKS, namespaces=NAMESPACES)}
    encoded = sum(not works.isdisjoint(citation.encoded) for citation in citations)
    if not encoded or 2 * encoded < len(citations):
        return
    proposals = [p for p in complete(document, citations) if p.citation.note]
    yield from _unresolved(document, proposals)
    yield from _ambiguous(document, proposals)
    yield from _orphans(document)
    yield from _short_before_full(document, proposals)


def _unresolved(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    for proposal in proposals:
        citation = proposal.citation
        if citation.encoded:
            continue
        message = f"“{_shortened(citation.text)}” in {citation.label} points at no work"
        yield _problem(
            document, citation.element, "unresolved-citation", message, _advice(proposal)
        )


def _advice(proposal: Proposal) -> str:
    """Return what to write, as far as the notes before tell it."""
    if proposal.target is None:
        return f"point @corresp at its entry; none is proposed: {proposal.reason}"
    write = f'write corresp="#{proposal.target}"'
    if proposal.resolved:
        return f"{write}, which is {proposal.certainty}: {proposal.reason}"
    return f"point @corresp at its entry; #{proposal.target} is doubtful: {proposal.reason}"


def _ambiguous(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    for proposal in proposals:
        citation = proposal.citation
        doubtful = proposal.certainty is Certainty.DOUBTFUL
        if citation.kind is not Kind.IBID or not doubtful or citation.element.get("cert"):
            continue
        message = f"“ibid.” in {citation.label} is in doubt: {proposal.reason}"
        advice = "read it in its context and say with @cert how sure the pointer is"
        yield _problem(document, citation.element, "ambiguous-ibid", message, advice)


def _orphans(document: Document) -> Iterator[Problem]:
    used = set(_pointers(document))
    entries = document.xpath("//tei:standOff//tei:listBibl/*[@xml:id]")
    for entry in entries:
        ident = entry.get(XML_ID, "")
        if ident not in used:
            message = f'nothing in the text cites "{ident}"'
            advice = "point a citation at it, or take it out of the bibliography"
            yield _problem(document, entry, "orphan-work", message, advice)


def _pointers(document: Document) -> Iterator[str]:
    """Yield the ids that anything in the text or its notes, or a related work, points to."""
    for value in (str(value) for path in _POINTERS for value in path(document.tree)):
        yield from (pointer.removeprefix("#") for pointer in value.split())


def _short_before_full(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    """Yield the short citations of works whose first full one comes later.

    A work that is never cited in full has its full form in the bibliography alone, as many do.
    """
    firsts: dict[str, int] = {}
    for n, proposal in enumerate(proposals):
        for target in _targets(proposal) if _kind(proposal) == Kind.FULL else ():
            firsts.setdefault(target, n)
    told: set[str] = set()
    for n, proposal in enumerate(proposals):
        citation, targets = proposal.citation, _targets(proposal)
        full = max((firsts.get(target, 0) for target in targets), default=0)
        if _kind(proposal) == Kind.SHORT and full > n and told.isdisjoint(targets):
            message = f"{citation.label} cites “{_shortened(citation.text)}” in short, but only "
            message += f"{proposals[full].citation.label} gives the work in full"
            advice = "give the first citation in full, or correct @corresp"
            yield _problem(document, citation.element, "short-before-full", message, advice)
        told |= targets


def _kind(proposal: Proposal) -> str:
    return proposal.citation.element.get("subtype") or proposal.citation.kind


def _targets(proposal: Proposal) -> set[str]:
    return set(proposal.citation.encoded or filter(None, (proposal.target,)))


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 -- a line's worth


def _problem(
    document: Document, element: "etree._Element", rule: str, message: str, advice: str
) -> Problem:
    place = (document.path, *document.position(element))
    return Problem(*place, rule, message, advice, where(element), Level.WARNING)
