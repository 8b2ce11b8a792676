"""Compile an ODD to RELAX NG, XML Schema and Schematron, and prove that it keeps inside TEI."""

from typing import TYPE_CHECKING

from toolkit.later import later
from toolkit.odd.model import Schema

if TYPE_CHECKING:
    from toolkit.odd.assemble import compile_odd
    from toolkit.odd.relaxng import to_relaxng
    from toolkit.odd.schematron import to_schematron
    from toolkit.odd.xsd import to_xsd

__all__ = ["Schema", "compile_odd", "to_relaxng", "to_schematron", "to_xsd"]

# A schema that is kept ready needs none of these.
__getattr__ = later(
    {
        "compile_odd": "toolkit.odd.assemble",
        "to_relaxng": "toolkit.odd.relaxng",
        "to_schematron": "toolkit.odd.schematron",
        "to_xsd": "toolkit.odd.xsd",
    }
)
