"""Whether all that a Schematron schema says is known, and all that it names is there."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from lxml.etree import QName, _Element

from toolkit.odd.grammar import SCHEMATRON
from toolkit.odd.reading import refuse

_ELEMENTS: Final = set(
    "schema ns phase active pattern rule assert report let param include extends title p name"
    " value-of emph span dir diagnostics diagnostic properties property".split()
)
_ATTRIBUTES: Final = set(
    "id role flag see fpi icon subject test diagnostics properties context abstract is-a name value"
    " path select href rule uri prefix pattern queryBinding defaultPhase schemaVersion class as"
    " scheme severity from when document documents".split()
)
_NEEDED: Final = {
    "assert": "test", "report": "test", "let": "name", "value-of": "select", "active": "pattern",
    "ns": "prefix uri", "phase": "id", "diagnostic": "id",
}  # fmt: skip
_BINDINGS: Final = {"xslt", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31", "exslt"}


def demand_words(root: _Element) -> None:
    """See that the elements and attributes of Schematron in an element are known.

    Raises:
        OddFault: one is not, or one that is needed is missing.
    """
    for node in root.iter(f"{{{SCHEMATRON}}}*"):
        name = QName(node).localname
        if name not in _ELEMENTS:
            refuse(node, f"Schematron has no <{name}>{meant(name, _ELEMENTS, '<{}>')}")
        for attribute in map(str, node.attrib):
            if attribute[:1] != "{" and attribute not in _ATTRIBUTES:
                said = meant(attribute, _ATTRIBUTES, "@{}")
                refuse(node, f"Schematron has no @{attribute} of <{name}>{said}")
        needed = _NEEDED.get(name, "").split()
        if name == "rule" and node.get("abstract") != "true":
            needed = ["context"]
        for attribute in needed:
            if attribute not in node.attrib:
                refuse(node, f"<{name}> lacks @{attribute}")
        binding = node.get("queryBinding", "xslt")
        if binding.lower() not in _BINDINGS:
            refuse(node, f'teikit has no query binding "{binding}"; give "xslt2" or "xslt3"')


def demand_targets(roots: Iterable[_Element]) -> None:
    """See that each pattern, phase and diagnostic that is named in Schematron is there.

    Raises:
        OddFault: one is not.
    """
    nodes = [node for root in roots for node in root.iter(f"{{{SCHEMATRON}}}*")]
    idents: dict[str, set[str]] = {}
    for node in nodes:
        idents.setdefault(QName(node).localname, set()).add(node.get("id", ""))
    for node in nodes:
        for attribute, kind in (
            ("pattern", "pattern"), ("diagnostics", "diagnostic"),
            ("properties", "property"), ("defaultPhase", "phase"),
        ):  # fmt: skip
            for name in node.get(attribute, "").split():
                known = idents.get(kind, set())
                if name not in known and name != "#ALL":
                    said = meant(name, known, '"{}"')
                    refuse(node, f'@{attribute} names "{name}", but no <{kind}> is called so{said}')


def meant(name: str, names: Iterable[str], form: str, likeness: float = 0.6) -> str:
    """Return a question for the nearest of some names, or nothing: ``; did you mean @test?``."""
    found = get_close_matches(name, sorted(filter(None, names)), 1, likeness)
    return f"; did you mean {form.format(found[0])}?" if found else ""
