"""Compile an ODD to RELAX NG, XML Schema and Schematron, and prove that it keeps inside TEI."""

from toolkit.odd.assemble import compile_odd
from toolkit.odd.conformance import Departure, conformance
from toolkit.odd.model import Schema
from toolkit.odd.relaxng import to_relaxng
from toolkit.odd.schematron import to_schematron
from toolkit.odd.xsd import to_xsd

__all__ = [
    "Departure",
    "Schema",
    "compile_odd",
    "conformance",
    "to_relaxng",
    "to_schematron",
    "to_xsd",
]
