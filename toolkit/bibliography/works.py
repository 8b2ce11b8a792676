"""The works of an edition: what each of them can be recognised by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from toolkit.bibliography.folding import Words, title_words, words
from toolkit.bibliography.names import Maker, maker, plain_text
from toolkit.figures import whole
from toolkit.reading.document import NAMESPACES, TEI, XML_ID, Document
from toolkit.reading.references import LISTED

_YEAR: Final = re.compile(r"\b((?:1[4-9]|20)\d\d)([a-z]?)\b")
_CAPITAL: Final = re.compile(r"[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A work of the bibliography: its id, its makers, titles, years and numbers."""

    ident: str
    element: "etree._Element"
    authors: tuple[Maker, ...]
    editors: tuple[Maker, ...]
    titles: tuple[Words, ...]
    years: frozenset[str]
    numbers: dict[str, str]
    pages: tuple[int, int] | None
    loose: Words = ()

    @property
    def makers(self) -> tuple[Maker, ...]:
        """Those whom a citation may name: authors and editors."""
        return (*self.authors, *self.editors)

    @property
    def structured(self) -> bool:
        """Whether its entry is data, in no order, and not a line of a printed list."""
        return etree.QName(self.element).localname == "biblStruct"

    @property
    def said_years(self) -> tuple[str, ...]:
        """The years of its dates, or of an untagged reference."""
        return (*self.years, *(word for word in self.loose if word[:4].isdigit()))


def read_works(document: Document) -> list[Work]:
    """Return the works of the document's bibliographies, in their order."""
    sorts = sort_names(document)
    entries = document.xpath(LISTED)
    return [_work(entry, n, sorts) for n, entry in enumerate(entries, 1)]


def sort_names(document: Document) -> dict[str, str]:
    """Return the sort form of each person of the edition, by pointer."""
    found = document.xpath("//tei:person[@xml:id]/tei:persName[@type='sort']")
    return {f"#{_parent_id(e)}": plain_text(e) for e in found}


def _parent_id(element: "etree._Element") -> str:
    parent = element.getparent()
    return parent.get(XML_ID, "") if parent is not None else ""


def pick(element: "etree._Element", path: str) -> "list[etree._Element]":
    """Return the elements that an XPath finds below an element; ``tei:`` is bound."""
    found = _path(path)(element)
    return [e for e in found if isinstance(e, etree._Element)] if isinstance(found, list) else []  # noqa: SLF001 -- lxml's public class


def below(element: "etree._Element", *names: str) -> "list[etree._Element]":
    """Return the TEI elements of these names below an element: faster than an XPath."""
    tags = [f"{{{TEI}}}{name}" for name in names]
    return [e for e in element.iter(*tags) if e is not element]


@cache
def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def _work(entry: "etree._Element", n: int, sorts: dict[str, str]) -> Work:
    part = pick(entry, "tei:analytic")
    own = "tei:analytic" if part else "self::*|tei:monogr"
    prefix = "tei:analytic/" if part else "(self::*|tei:monogr)/"
    authors = pick(entry, f"{prefix}tei:author") or pick(entry, "tei:monogr/tei:author")
    titles = [e for e in pick(entry, f"({own})/tei:title") if e.get("level") not in {"j", "s"}]
    scopes = below(entry, "biblScope")
    pages = [e for e in scopes if e.get("unit") == "page" and e.get("from") and e.get("to")]
    return Work(
        entry.get(XML_ID) or f"bibl-{n}",
        entry,
        _makers(authors, sorts),
        _makers(below(entry, "editor"), sorts),
        tuple(dict.fromkeys(forms for title in titles for forms in _forms(title))),
        frozenset(years_of(below(entry, "date"))),
        numbers_of(entry),
        _range(pages[0]) if pages else None,
        () if titles or authors else _head(plain_text(entry)),
    )


def _makers(found: "list[etree._Element]", sorts: dict[str, str]) -> tuple[Maker, ...]:
    return tuple(maker(e, sorts.get(next(iter(_pointers(e)), ""), "")) for e in found)


def _pointers(element: "etree._Element") -> Iterator[str]:
    for e in element.iter():
        if e.get("ref"):
            yield str(e.get("ref")).split()[0]


def _forms(title: "etree._Element") -> Iterator[Words]:
    """Yield a title as a whole, and its main part before a colon."""
    text = plain_text(title)
    yield title_words(text)
    if ":" in text:
        yield title_words(text.partition(":")[0])


def years_of(dates: "list[etree._Element]") -> Iterator[str]:
    """Yield each year that a date gives, by attribute, as printed, or as corrected.

    A year with a letter, as author–date styles tell works of one year apart, comes with it too.
    """
    for date in dates:
        said = " ".join(str(date.get(name, "")) for name in ("when", "from", "to"))
        yield from years_in(f"{said} {''.join(date.itertext())}")


def years_in(text: str) -> Iterator[str]:
    """Yield each year of a text; one with a letter comes with it and without."""
    for hit in _YEAR.finditer(text):
        yield from dict.fromkeys((hit[1], hit[0]))


def numbers_of(element: "etree._Element") -> dict[str, str]:
    """Return volume, issue, book and part, by unit."""
    scopes = ((e.get("unit"), e) for e in below(element, "biblScope"))
    return {
        str(unit): " ".join(words(plain_text(e)))
        for unit, e in scopes
        if unit not in {None, "page"}
    }


def _range(scope: "etree._Element") -> tuple[int, int] | None:
    start, end = whole(scope.get("from", "")), whole(scope.get("to", ""))
    return None if start is None or end is None else (start, end)


def _head(text: str) -> Words:
    """Return the names that begin a reference which nobody has tagged: up to its year."""
    year = _YEAR.search(text)
    head = text[: year.start()] if year else text[:60]
    names = " ".join(name for name in _CAPITAL.findall(head) if name[0].isupper())
    return (*words(names), *(dict.fromkeys((year[1], year[0])) if year else ()))
