"""What no template knows: which elements of a document, how often, and where."""

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.making.rendering import Made
from toolkit.problems import Problem
from toolkit.reading.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def unknown_elements(made: Made) -> Counter[str]:
    """Return the names of the elements that no template knows, with their numbers."""
    return Counter(made.unknown.values())


def first_places(document: Document, made: Made) -> dict[str, str]:
    """Return where each element that no template knows first stands: ``/TEI[1]/text[1]/…``."""
    return {name: path(element) for name, element in _first(document, made)}


def unknown_problems(document: Document, made: Made) -> list[Problem]:
    """Return a problem for every name of elements that no template knows, where it first stands."""
    advice = "write a template for it in a stylesheet of your own, or build without --strict"
    counts, problems = unknown_elements(made), []
    for name, element in _first(document, made):
        times = f" ({counts[name]:,} times)" if counts[name] > 1 else ""
        message = f"no template knows <{name}>{times}; its text is shown without its meaning"
        place = document.position(element)
        problems.append(Problem(document.path, *place, "unknown-element", message, advice))
    return problems


def _first(document: Document, made: Made) -> "Iterator[tuple[str, _Element]]":
    """Give each name that no template knows, with the first element of that name."""
    seen: set[str] = set()
    for number, element in enumerate(document.tree.iter("*"), start=1):
        name = made.unknown.get(number)
        if name is not None and name not in seen:
            seen.add(name)
            yield name, element


def path(element: "_Element") -> str:
    """Return where an element stands: ``/TEI[1]/text[1]/…``."""
    steps = []
    for node in (element, *element.iterancestors()):
        name = str(node.tag)
        same = 1 + sum(1 for _ in node.itersiblings(name, preceding=True))
        steps.append(f"/{name.rpartition('}')[2]}[{same}]")
    return "".join(reversed(steps))
