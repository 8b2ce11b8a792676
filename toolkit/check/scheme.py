"""The scheme a document is checked against: the toolkit's own, read when it is first needed."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from toolkit.check.finding import problems
from toolkit.check.identifiers import duplicates
from toolkit.document import Document
from toolkit.problems import Problem
from toolkit.resources import SCHEMA

if TYPE_CHECKING:
    from toolkit.check.validity import Validity

_HREF: Final = re.compile(r"""href\s*=\s*["']([^"']*)["']""")


def foreign_schema(document: Document) -> str:
    """Return the schema a document names, if it names some and none of them is the toolkit's."""
    named = []
    node = document.tree.getroot().getprevious()
    while node is not None:
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model":  # noqa: SLF001 -- lxml's public class
            named += _HREF.findall(node.text or "")
        node = node.getprevious()
    own = [href for href in named if href.rpartition("/")[2].startswith("edition.")]
    return "" if own or not named else named[-1]


@cache
def relaxng() -> etree.RelaxNG:
    """Return the RELAX NG schema, compiled."""
    return etree.RelaxNG(etree.parse(str(SCHEMA / "edition.rng")))


@cache
def xsd() -> etree.XMLSchema:
    """Return the XML Schema, compiled."""
    return etree.XMLSchema(etree.parse(str(SCHEMA / "edition.xsd")))


@cache
def _validity() -> "Validity":
    from toolkit.check.validity import Validity
    from toolkit.odd.assemble import compile_odd

    return Validity(compile_odd(SCHEMA / "edition.odd"))


@lru_cache(maxsize=1)
def explanation(document: Document) -> tuple[Problem, ...]:
    """Return why a document is not valid, in plain words; nothing if it is."""
    found = problems(document, _validity().explain(document))
    return (*found, *duplicates(document))
