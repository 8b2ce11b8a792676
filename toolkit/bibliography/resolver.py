"""Which work is each citation to? Proposals for the notes of any edition, never a silent guess."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.bibliography.choosing import choose, nothing
from toolkit.bibliography.citations import Citation, Kind
from toolkit.bibliography.history import Cited, History
from toolkit.bibliography.matching import matches
from toolkit.bibliography.names import Maker
from toolkit.bibliography.noted import all_citations
from toolkit.bibliography.plain import plain_citations
from toolkit.bibliography.proposals import Certainty, Proposal, weaker
from toolkit.bibliography.units import Archives, Unit
from toolkit.bibliography.worded import read_by_words
from toolkit.bibliography.works import Work, read_works
from toolkit.reading.document import Document

CERTAIN, LIKELY, DOUBTFUL = Certainty


def resolve(document: Document) -> list[Proposal]:
    """Return a proposal for each citation of the document, without a look at the encoding.

    The notes are read in order, since a short reference means what was cited before it.
    """
    return _resolved(document, None, trusting=False)


def complete(document: Document, citations: Sequence[Citation]) -> list[Proposal]:
    """Return the same for citations that were read, but trust the encoding of those that name."""
    return _resolved(document, citations, trusting=True)


def _resolved(
    document: Document, citations: Sequence[Citation] | None, *, trusting: bool
) -> list[Proposal]:
    works = read_works(document)
    reader = _Resolver(works, Archives(document), trusting=trusting)
    noted = all_citations(document, works) if citations is None else citations
    proposals = [reader.propose(citation) for citation in noted]
    untagged = plain_citations(document, works, noted)
    plain = [reader.propose_plain(citation) for citation in untagged]
    return [*proposals, *plain]


class _Resolver:
    """What has been cited so far, and how to read the next citation."""

    def __init__(self, works: Sequence[Work], archives: Archives, *, trusting: bool) -> None:
        self._works = works
        self._trusted = {work.ident for work in works} if trusting else set()
        self._archives = archives
        self._history = History()

    def propose(self, citation: Citation) -> Proposal:
        """Propose an entry for a citation and remember it."""
        citation = read_by_words(citation, self._works)
        proposal, unit = self._read(citation)
        if citation.note_element is not None:
            most = DOUBTFUL if citation.beside_prose else LIKELY
            proposal = replace(proposal, certainty=weaker(proposal.certainty, most))
        makers = self._makers(citation, proposal.target)
        self._history.add(Cited(citation, proposal.target, proposal.certainty, unit, makers))
        if proposal.certainty is DOUBTFUL:
            self._history.suspect(proposal.rivals)
        return proposal

    def propose_plain(self, citation: Citation) -> Proposal:
        """Propose a work for a citation in running text, on which nothing else rests."""
        if citation.kind is Kind.ARCHIVAL:
            return self._archival(citation)[0]
        if citation.encoded and self._trusted.issuperset(citation.encoded):
            return Proposal(citation, citation.encoded[0], CERTAIN, "the encoding says so")
        return choose(citation, matches(citation, self._works), self._history)

    def _read(self, citation: Citation) -> tuple[Proposal, Unit | None]:
        if citation.kind is Kind.ARCHIVAL:
            return self._archival(citation)
        if citation.kind is Kind.IBID:
            return self._ibid(citation)
        if citation.kind is Kind.IMPLICIT:
            before, certainty, reason = self._history.just_before(citation)
            return self._same(citation, before, certainty, reason)
        return self._named(citation), None

    # Works that are named

    def _named(self, citation: Citation) -> Proposal:
        if citation.encoded and self._trusted.issuperset(citation.encoded):
            return Proposal(citation, citation.encoded[0], CERTAIN, "the encoding says so")
        if not citation.idem:
            found = choose(citation, matches(citation, self._works), self._history)
            return self._by_words(found) if citation.worded else found
        before = self._history.meant_by_idem(citation)
        if before is None or not before.makers:
            return nothing(citation, "nobody is named before it for “idem” to mean")
        found = choose(citation, matches(citation, self._works, before.makers), self._history)
        return replace(found, certainty=weaker(found.certainty, LIKELY))

    def _by_words(self, proposal: Proposal) -> Proposal:
        """Trust what was read by its words less, and not at all where words are left over."""
        citation = proposal.citation
        work = next((work for work in self._works if work.ident == proposal.target), None)
        dated = work is not None and bool(citation.years & work.years)
        if proposal.target is None or (dated and citation.makers and not citation.left_over):
            return proposal
        doubtful = citation.left_over and not dated
        certainty = weaker(proposal.certainty, DOUBTFUL if doubtful else LIKELY)
        left = "; but words are left over" if doubtful else ""
        reason = f"{proposal.reason}, by its words: nothing is tagged{left}"
        return replace(proposal, certainty=certainty, reason=reason)

    def _makers(self, citation: Citation, target: str | None) -> tuple[Maker, ...]:
        """Return those whom a citation names, or whom its work or “idem” has."""
        work = next((work for work in self._works if work.ident == target), None)
        before = self._history.meant_by_idem(citation) if citation.idem else None
        return citation.makers or (work.makers if work else before.makers if before else ())

    # Works that are not named

    def _ibid(self, citation: Citation) -> tuple[Proposal, Unit | None]:
        before, certainty, reason = self._history.meant_by_ibid(citation)
        said = self._archives.read(citation.element)
        if before and before.unit and said.given:
            return self._unit(citation, said, before.unit, certainty, reason)
        return self._same(citation, before, certainty, reason)

    def _same(
        self, citation: Citation, before: Cited | None, certainty: Certainty, reason: str
    ) -> tuple[Proposal, Unit | None]:
        """Propose what was cited before, unless what is printed speaks against it."""
        if before is None:
            return nothing(citation, reason), None
        if before.target is None:
            return nothing(citation, f"{reason}, which is itself unresolved"), before.unit
        certainty = weaker(certainty, before.certainty)
        against = self._against(citation, before.target)
        if against:
            certainty, reason = DOUBTFUL, f"{reason}, but {against}"
        rivals = self._history.rivals(citation, before)
        return Proposal(citation, before.target, certainty, reason, rivals), before.unit

    def _against(self, citation: Citation, target: str) -> str:
        work = next((work for work in self._works if work.ident == target), None)
        if work is None:
            return ""
        if work.pages and not all(work.pages[0] <= p <= work.pages[1] for p in citation.pages):
            return f"the pages lie outside {work.pages[0]}–{work.pages[1]}"
        if any(work.numbers.get(unit, n) != n for unit, n in citation.numbers.items()):
            return "another volume or issue is cited"
        if citation.years and work.years and not citation.years & work.years:
            return "another year is printed"
        return ""

    # Archival units

    def _archival(self, citation: Citation) -> tuple[Proposal, Unit | None]:
        said = self._archives.read(citation.element)
        if said.torn:
            return nothing(citation, f"a level is missing in the middle of {said}"), said
        if not said.elided:
            return self._entry(citation, said, CERTAIN, "nothing is left out")
        before, certainty, reason = self._history.carried_to(citation, said)
        if before is None or before.unit is None:
            return nothing(citation, reason), said
        sure = before.certainty if before.target else certainty
        return self._unit(citation, said, before.unit, weaker(certainty, sure), reason)

    def _unit(
        self, citation: Citation, said: Unit, above: Unit, certainty: Certainty, reason: str
    ) -> tuple[Proposal, Unit | None]:
        whole = said.under(above)
        return self._entry(citation, whole, certainty, f"{', '.join(said.elided)} {reason}")

    def _entry(
        self, citation: Citation, unit: Unit, certainty: Certainty, reason: str
    ) -> tuple[Proposal, Unit | None]:
        found = self._archives.find(unit)
        if not found:
            return nothing(citation, f"there is no entry for {unit}"), unit
        if len(found) > 1:
            many = f"{len(found)} entries have these numbers"
            return Proposal(citation, found[0], DOUBTFUL, many, tuple(found)), unit
        return Proposal(citation, found[0], certainty, reason), unit
