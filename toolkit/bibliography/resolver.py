"""Which work is each citation to? Proposals for the notes of any edition, never a silent guess."""

from collections.abc import Iterable, Sequence

from toolkit.bibliography.citations import Citation, Kind, read_citations
from toolkit.bibliography.folding import TitleFit
from toolkit.bibliography.history import Cited, History
from toolkit.bibliography.matching import Match, matches
from toolkit.bibliography.plain import plain_citations
from toolkit.bibliography.proposals import Certainty, Proposal, weaker
from toolkit.bibliography.units import Archives, Unit
from toolkit.bibliography.works import Work, read_works
from toolkit.document import Document

CERTAIN, LIKELY, DOUBTFUL = Certainty


def resolve(document: Document) -> list[Proposal]:
    """Return a proposal for each citation of the document, without a look at the encoding.

    The notes are read in order, since a short reference means what was cited before it.
    """
    reader = _Resolver(read_works(document), Archives(document))
    proposals = [reader.propose(citation) for citation in read_citations(document)]
    plain = [reader.propose_plain(citation) for citation in plain_citations(document)]
    return [*proposals, *plain]


class _Resolver:
    """What has been cited so far, and how to read the next citation."""

    def __init__(self, works: Sequence[Work], archives: Archives) -> None:
        self._works = works
        self._archives = archives
        self._history = History()

    def propose(self, citation: Citation) -> Proposal:
        """Propose an entry for a citation and remember it."""
        proposal, unit = self._read(citation)
        self._history.add(Cited(citation, proposal.target, proposal.certainty, unit))
        return proposal

    def propose_plain(self, citation: Citation) -> Proposal:
        """Propose a work for an author and a year in running text."""
        return self._choose(citation, matches(citation, self._works))

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
        makers = self._history.last_makers(citation) if citation.idem else None
        if citation.idem and makers is None:
            return _nothing(citation, "nobody is named before it for “idem” to mean")
        return self._choose(citation, matches(citation, self._works, makers))

    def _choose(self, citation: Citation, found: list[Match]) -> Proposal:
        """Choose among the works that fit, and say on what ground."""
        if not found:
            return _nothing(citation, "no work of the bibliography fits it")
        sound = [match for match in found if not match.faults]
        if not sound:
            best = max(found, key=lambda match: match.title)
            reason = f"only this work fits, but {' and '.join(best.faults)}"
            return _of(citation, best, DOUBTFUL, reason, found)
        if len(sound) == 1:
            return self._one(citation, sound[0])
        return self._narrow(citation, sound)

    def _one(self, citation: Citation, match: Match) -> Proposal:
        if citation.title and match.title <= TitleFit.SCATTERED:
            return _of(citation, match, LIKELY, "the only work with a title like this")
        if citation.title or citation.kind is Kind.FULL:
            return _of(citation, match, CERTAIN, "the only work that fits what is printed")
        if self._history.has(match.work.ident) or citation.years:
            return _of(citation, match, CERTAIN, "the only work of this author")
        return _of(citation, match, LIKELY, "the only work of this author, not cited before")

    def _narrow(self, citation: Citation, found: list[Match]) -> Proposal:
        """Narrow several works down: by what agrees, by the title, by what was cited."""
        ranked = max(match.agreeing for match in found)
        agreeing = [match for match in found if match.agreeing == ranked]
        if len(agreeing) == 1:
            sure = agreeing[0].title >= TitleFit.PART or not citation.title
            reason = "of the works that fit, the one whose year or numbers agree"
            return _of(citation, agreeing[0], CERTAIN if sure else LIKELY, reason, found)
        exact = [match for match in agreeing if match.title is TitleFit.EXACT]
        if len(exact) == 1:
            reason = "of the works that fit, the one with just this title"
            return _of(citation, exact[0], LIKELY, reason, found)
        cited = [match for match in agreeing if self._history.has(match.work.ident)]
        if len(cited) == 1:
            reason = "of the works that fit, the only one cited before"
            return _of(citation, cited[0], LIKELY, reason, found)
        latest = max(agreeing, key=lambda match: self._history.when(match.work.ident))
        many = len(cited) or len(agreeing)
        state = "were cited before" if cited else "fit, and none was cited before"
        return _of(citation, latest, DOUBTFUL, f"{many} works {state}", agreeing)

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
            return _nothing(citation, reason), None
        if before.target is None:
            return _nothing(citation, f"{reason}, which is itself unresolved"), before.unit
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
            return _nothing(citation, f"a level is missing in the middle of {said}"), said
        if not said.elided:
            return self._entry(citation, said, CERTAIN, "nothing is left out")
        before, certainty, reason = self._history.carried_to(citation, said)
        if before is None or before.unit is None:
            return _nothing(citation, reason), said
        return self._unit(citation, said, before.unit, certainty, reason)

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
            return _nothing(citation, f"there is no entry for {unit}"), unit
        if len(found) > 1:
            many = f"{len(found)} entries have these numbers"
            return Proposal(citation, found[0], DOUBTFUL, many, tuple(found)), unit
        return Proposal(citation, found[0], certainty, reason), unit


def _of(
    citation: Citation,
    match: Match,
    certainty: Certainty,
    reason: str,
    among: Iterable[Match] = (),
) -> Proposal:
    rivals = tuple(m.work.ident for m in among if m.work is not match.work)
    return Proposal(citation, match.work.ident, certainty, reason, rivals)


def _nothing(citation: Citation, reason: str) -> Proposal:
    return Proposal(citation, None, DOUBTFUL, reason)
