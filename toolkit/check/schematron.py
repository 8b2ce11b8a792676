"""Whether a document keeps the rules that a grammar cannot hold."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.check.finding import Finding, problems
from toolkit.document import Document
from toolkit.problems import Level, Problem
from toolkit.resources import SCHEMA
from toolkit.transform import Stylesheet

_ROLES: Final = {"warning": Level.WARNING, "warn": Level.WARNING, "info": Level.WARNING}


def check(document: Document) -> Iterator[Problem]:
    """Give every rule that is broken, at the element that breaks it."""
    yield from problems(document, _findings(document, _rules()))


@cache
def _rules() -> Stylesheet:
    return Stylesheet(SCHEMA / "edition.sch.xsl")


def _findings(document: Document, rules: Stylesheet) -> Iterator[Finding]:
    report = etree.fromstring(rules.render(document).encode())
    for problem in report:
        said = " ".join((problem.text or "").split())
        message, _, advice = said.partition("; ")
        yield Finding(
            element_at(document, problem.get("at", "")),
            problem.get("rule", ""),
            message,
            advice,
            _ROLES.get(problem.get("role", ""), Level.ERROR),
        )


def element_at(document: Document, path: str) -> _Element:
    """Return the element that ``fn:path`` names, or holds what it names."""
    steps = re.findall(r"/Q(\{[^}]*\}[^/\[]+)\[(\d+)\]", path)
    element = document.tree.getroot()
    for name, place in steps[1:]:
        twins = element.iterchildren(name)
        element = next(twin for at, twin in enumerate(twins, 1) if at == int(place))
    return element
