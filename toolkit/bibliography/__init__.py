"""Citations that resolve, and a bibliography that travels: the public names, nothing else."""

from toolkit.bibliography.proposals import Certainty, Proposal
from toolkit.bibliography.resolver import resolve

__all__ = [
    "Certainty",
    "Proposal",
    "resolve",
]
