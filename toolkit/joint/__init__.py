"""Joint pages of a corpus: a catalogue, indexes of the entries of all documents, one search.

What each document holds is gathered from its own outputs, for what a TEI element means only the
stylesheets know.
"""

from toolkit.joint.making import JOINT, has_catalogue, joint_names, make_joint
from toolkit.joint.taking import Corpus

__all__ = ["JOINT", "Corpus", "has_catalogue", "joint_names", "make_joint"]
