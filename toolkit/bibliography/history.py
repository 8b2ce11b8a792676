"""What was cited before a citation, and what “ibid.”, a bare page or a bare delo can mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.bibliography.citations import Citation
from toolkit.bibliography.names import Maker
from toolkit.bibliography.proposals import Certainty, rank
from toolkit.bibliography.units import Unit

Antecedent = tuple["Cited | None", Certainty, str]


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """A citation that has been read: its entry, how certain that is, its unit, its makers."""

    citation: Citation
    target: str | None
    certainty: Certainty
    unit: Unit | None
    makers: tuple[Maker, ...] = ()

    @property
    def thing(self) -> object:
        """What two citations to the same thing have in common, entry or not."""
        return self.target or self.unit or self.citation.text


class History:
    """The citations read so far, in order."""

    def __init__(self) -> None:
        """Begin before the first note."""
        self._cited: list[Cited] = []
        self._by_note: dict[int, list[Cited]] = defaultdict(list)
        self._last: dict[str, int] = {}
        self._suspected: set[str] = set()

    def add(self, cited: Cited) -> None:
        """Remember a citation."""
        self._cited.append(cited)
        self._by_note[cited.citation.note].append(cited)
        if cited.target and cited.certainty is Certainty.DOUBTFUL:
            self._suspected.add(cited.target)
        elif cited.target:
            self._last[cited.target] = len(self._cited)

    def suspect(self, targets: Iterable[str]) -> None:
        """Remember what a doubtful citation may have been to."""
        self._suspected.update(targets)

    def may_have(self, target: str) -> bool:
        """Say whether an entry, never surely cited, was perhaps what a doubtful citation meant."""
        return target in self._suspected and not self.has(target)

    def has(self, target: str) -> bool:
        """Say whether an entry was cited before."""
        return target in self._last

    def when(self, target: str) -> int:
        """Return how late an entry was last cited; 0 if never."""
        return self._last.get(target, 0)

    def meant_by_idem(self, citation: Citation) -> Cited | None:
        """Return the citation whose maker “idem” means: the last one in this note or before."""
        near = (c for c in reversed(self._cited) if c.citation.note >= citation.note - 1)
        return next((c for c in near if c.makers or not c.unit), None)

    def has_unknown(self, citation: Citation) -> bool:
        """Say whether a work of the same maker was cited that the bibliography does not have."""
        unknown = [c for c in self._cited if c.target is None and not c.unit]
        if any(c.citation.idem and not c.makers for c in unknown):
            return True
        makers = [maker for c in unknown for maker in c.makers]
        return any(mine.may_be(other) for mine in citation.makers for other in makers)

    def rivals(self, citation: Citation, meant: Cited) -> tuple[str, ...]:
        """Return the other entries of the note that an antecedent stands in."""
        note = meant.citation.note
        if note == citation.note:
            return ()
        found = dict.fromkeys(c.target for c in self._in(note) if c.target)
        return tuple(target for target in found if target != meant.target)

    def meant_by_ibid(self, citation: Citation) -> Antecedent:
        """Return what “ibid.” means: the citation before it in its note, or the note before it.

        A note that cites several works, or none, leaves “ibid.” in doubt.
        """
        here = self._in(citation.note)
        if here:
            return here[-1], Certainty.CERTAIN, "the citation before it in the same note"
        return self._from_note_before(citation)

    def just_before(self, citation: Citation) -> Antecedent:
        """Return what a bare page belongs to: the citation before it in the same note."""
        here = self._in(citation.note)
        if not here:
            before, _, reason = self._from_note_before(citation)
            return before, Certainty.DOUBTFUL, f"{reason}; its own note cites nothing before it"
        sure = len({c.thing for c in here}) == 1
        reason = "the citation before it in the same note"
        return here[-1], Certainty.CERTAIN if sure else Certainty.LIKELY, reason

    def carried_to(self, citation: Citation, said: Unit) -> Antecedent:
        """Return the reference from which an archival one takes the levels that it leaves out."""
        here = self._in(citation.note)
        archival = [c for c in here if c.unit]
        if archival:
            sure = archival[-1] is here[-1]
            reason = "taken from the reference before it in the same note"
            return archival[-1], Certainty.CERTAIN if sure else Certainty.LIKELY, reason
        before = [c for c in self._in(citation.note - 1) if c.unit]
        if not before:
            elided = ", ".join(said.elided)
            return None, Certainty.DOUBTFUL, f"{elided} left out, with no reference to take it from"
        heads = {tuple(getattr(c.unit, level) for level in said.elided) for c in before}
        certainty = Certainty.LIKELY if len(heads) == 1 and not here else Certainty.DOUBTFUL
        return before[-1], certainty, "taken from the note before"

    def _from_note_before(self, citation: Citation) -> Antecedent:
        if not self._cited:
            return None, Certainty.DOUBTFUL, "nothing is cited before it"
        last = self._cited[-1]
        between = citation.note - last.citation.note - 1
        if between:
            reason = f"the last citation, but {between} note(s) without one stand between"
            return last, Certainty.DOUBTFUL, reason
        cited = self._in(last.citation.note)
        number = len({c.thing for c in cited})
        if number > 1:
            reason = f"the last of {number} works cited in the note before"
            return last, Certainty.DOUBTFUL, reason
        sure = max((c.certainty for c in cited if c.target), default=Certainty.CERTAIN, key=rank)
        return last, sure, "the only work cited in the note before"

    def _in(self, note: int) -> list[Cited]:
        return self._by_note[note]
