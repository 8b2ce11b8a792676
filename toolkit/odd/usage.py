"""What documents use: elements, attributes and values, counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from toolkit.counting import many
from toolkit.reading.document import Document

_SHOWN: Final = 12  # different values: where there are more, they are free
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


@dataclass
class Usage:
    """How often each element, attribute and value stands, and in how many documents."""

    documents: int = 0
    roots: Counter[str] = field(default_factory=Counter)
    elements: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    attributes: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Count a document."""
        root = document.tree.getroot()
        self.documents += 1
        self.roots[str(root.tag)] += 1
        found: Counter[str] = Counter()
        for node in root.iter("*"):
            found[str(node.tag)] += 1
            for name, value in node.attrib.items():
                key = (str(node.tag), str(name).replace(_XML, "xml:"))
                self.attributes.setdefault(key, Counter())[" ".join(str(value).split())] += 1
        self.elements += found
        self.within.update(set(found))

    def values(self, qname: str, attribute: str) -> Counter[str]:
        """Return how often each value of an attribute stands."""
        return self.attributes.get((qname, attribute), Counter())


def counted(documents: Iterable[Document]) -> Usage:
    """Count what some documents use."""
    usage = Usage()
    for document in documents:
        usage.add(document)
    return usage


def told(values: Counter[str]) -> str:
    """Say how often values stand, and which they are if they are few."""
    total = times_told(values.total())
    if len(values) > _SHOWN:
        return f"{total}, {len(values)} different values"
    return f"{total} ({', '.join(f'{value} {times}' for value, times in values.most_common())})"


def times_told(number: int) -> str:
    """Say how often."""
    return "once" if number == 1 else f"{number} times"


def documents_told(number: int) -> str:
    """Say in how many documents."""
    return many(number, "document")
