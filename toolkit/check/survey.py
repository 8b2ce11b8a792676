"""What checks look for in a document, gathered in one walk through it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from lxml.etree import _Element

from toolkit.reading.document import TEI, XML_ID, Document

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
POINTERS: Final = frozenset(
    "ref target corresp who source resp ana next prev mutual active passive scheme copyOf sameAs"
    " exclude select synch decls facs lemmaRef edRef wit hand change".split()
)
DATES: Final = frozenset(("when", "from", "to", "notBefore", "notAfter"))
_WORD: Final = re.compile(r"[^ \t\r\n]+")
_NOTED: Final = POINTERS | DATES | {XML_ID, XML_LANG}


class Pointer(NamedTuple):
    """One pointer of an attribute, which may hold several."""

    element: _Element
    attribute: str
    target: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The identifiers, pointers, dates and languages of a document, in the order of the text."""

    elements: list[_Element] = field(default_factory=list)
    by_name: dict[str, list[_Element]] = field(default_factory=dict)
    """All elements, by their names as lxml writes them."""
    identifiers: dict[str, _Element] = field(default_factory=dict)
    duplicates: list[_Element] = field(default_factory=list)
    pointing: list[tuple[_Element, str, str]] = field(default_factory=list)
    """The attributes that hold pointers: element, name and value."""
    dated: list[_Element] = field(default_factory=list)
    languages: list[tuple[_Element, str]] = field(default_factory=list)

    @property
    def pointers(self) -> Iterator[Pointer]:
        """Every pointer; an attribute may hold more of them than one would like to keep."""
        for element, name, value in self.pointing:
            for target in split(value):
                yield Pointer(element, name, target)

    def named(self, *names: str) -> list[_Element]:
        """Return the TEI elements of some names; those of one name in the order of the text."""
        return [e for name in names for e in self.by_name.get(f"{{{TEI}}}{name}", ())]

    def note(self, element: _Element, name: str, value: str) -> None:
        """Take down one attribute."""
        if name in POINTERS:
            self.pointing.append((element, name, value))
        elif name == XML_ID:
            if self.identifiers.setdefault(value, element) is not element:
                self.duplicates.append(element)
        elif name == XML_LANG:
            self.languages.append((element, value))
        elif not self.dated or self.dated[-1] is not element:
            self.dated.append(element)


def split(value: str) -> list[str]:
    """Return the words of a value, parted by what XML takes for a space and by nothing else."""
    return value.split() if value.isascii() else _WORD.findall(value)


@lru_cache(maxsize=1)
def survey(document: Document) -> Survey:
    """Return what a document holds."""
    found = Survey(list(document.tree.iter("*")))
    by_name = found.by_name
    for element in found.elements:
        tag = str(element.tag)
        if tag in by_name:
            by_name[tag].append(element)
        else:
            by_name[tag] = [element]
        for name, value in element.items():
            if name in _NOTED:
                found.note(element, str(name), str(value))
    return found
