"""What the resolver says of a citation: which work, how certainly, and why."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.bibliography.citations import Citation


class Certainty(StrEnum):
    """How far a proposal can be trusted; a doubtful one is a question to the editor."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


def rank(certainty: Certainty) -> int:
    """Return the place of a certainty, from the most certain on."""
    return list(Certainty).index(certainty)


def weaker(one: Certainty, two: Certainty) -> Certainty:
    """Return the less certain of two certainties."""
    return max(one, two, key=rank)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The entry that a citation is to; without one, `reason` says why none was found."""

    citation: Citation
    target: str | None
    certainty: Certainty
    reason: str
    rivals: tuple[str, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether it names an entry and stands by it."""
        return self.target is not None and self.certainty is not Certainty.DOUBTFUL

    @property
    def differs(self) -> bool:
        """Whether the encoding points elsewhere."""
        encoded = self.citation.encoded
        return bool(encoded) and self.target not in encoded

    def as_dict(self) -> dict[str, str | bool | list[str] | None]:
        """Return the fields as plain values, for JSON."""
        return {
            "note": self.citation.label,
            "text": self.citation.text,
            "kind": str(self.citation.kind),
            "target": self.target,
            "certainty": str(self.certainty) if self.target else "unresolved",
            "reason": self.reason,
            "rivals": list(self.rivals),
            "encoded": list(self.citation.encoded),
            "differs": self.differs,
        }
