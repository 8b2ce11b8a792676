"""Whether the citations of an edition point at works, and all of its works are cited."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toolkit.bibliography.citations import Kind
from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.resolver import resolve
from toolkit.document import XML_ID, Document, where
from toolkit.problems import Level, Problem

if TYPE_CHECKING:
    from lxml import etree


def check(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the citations of a document that encodes them.

    A document in which no citation points at a work is not held to this model.
    """
    if not document.xpath("//tei:text//tei:bibl[@corresp]"):
        return
    proposals = resolve(document)
    yield from _unresolved(document, proposals)
    yield from _ambiguous(document, proposals)
    yield from _orphans(document)
    yield from _short_before_full(document, proposals)


def _unresolved(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    for proposal in proposals:
        citation = proposal.citation
        if citation.encoded or citation.note == 0:
            continue
        message = f"“{_shortened(citation.text)}” in {citation.label} points at no work"
        advice = f"add @corresp; {_hint(proposal)}"
        yield _problem(document, citation.element, "unresolved-citation", message, advice)


def _hint(proposal: Proposal) -> str:
    if proposal.target is None:
        return f"no work is proposed: {proposal.reason}"
    return f"#{proposal.target} is {proposal.certainty}: {proposal.reason}"


def _ambiguous(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    for proposal in proposals:
        citation = proposal.citation
        doubtful = proposal.certainty is Certainty.DOUBTFUL
        if citation.kind is not Kind.IBID or not doubtful or citation.element.get("cert"):
            continue
        message = f"“ibid.” in {citation.label} is in doubt: {proposal.reason}"
        advice = "read it in its context and say with @cert how sure the pointer is"
        yield _problem(document, citation.element, "ambiguous-ibid", message, advice, Level.WARNING)


def _orphans(document: Document) -> Iterator[Problem]:
    used = set(_pointers(document))
    entries = document.xpath("//tei:standOff//tei:listBibl/*[@xml:id]")
    for entry in entries:
        ident = entry.get(XML_ID, "")
        if ident not in used:
            message = f"nothing in the text cites {ident}"
            advice = "point a citation at it, or take it out of the bibliography"
            yield _problem(document, entry, "orphan-work", message, advice, Level.WARNING)


def _pointers(document: Document) -> Iterator[str]:
    """Yield the ids that anything in the text, or a related work, points to."""
    for element in document.xpath("//tei:text//*[@*] | //tei:relatedItem[@target]"):
        for name in ("corresp", "target", "ref", "source", "who"):
            yield from (p.removeprefix("#") for p in str(element.get(name) or "").split())


def _short_before_full(document: Document, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    known: set[str] = set()
    for proposal in proposals:
        citation = proposal.citation
        kind = citation.element.get("subtype") or citation.kind
        targets = citation.encoded or ((proposal.target,) if proposal.target else ())
        if kind == Kind.SHORT and citation.note and not known.intersection(targets):
            message = f"{citation.label} cites “{_shortened(citation.text)}” in short, but no "
            message += "citation before it gives the work in full"
            advice = "give the first citation in full, or correct @corresp"
            rule = "short-before-full"
            yield _problem(document, citation.element, rule, message, advice, Level.WARNING)
        known.update(targets)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 -- a line's worth


def _problem(  # noqa: PLR0913, PLR0917 -- the parts of a problem
    document: Document,
    element: "etree._Element",
    rule: str,
    message: str,
    advice: str,
    level: Level = Level.ERROR,
) -> Problem:
    line, column = document.position(element)
    return Problem(document.path, line, column, rule, message, advice, where(element), level)
