"""A bibliographic item in the terms of CSL, the hub between TEI, BibLaTeX and RIS."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

Name = dict[str, str]
Date = dict[str, object]

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DOI_ADDRESS: Final = re.compile(r"(https?://(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
# "and others", as BibTeX and pandoc write it.
OTHERS: Final[Name] = {"literal": "others"}

NAMES: Final = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editorial-director executive-producer guest host illustrator interviewer "
    "narrator organizer original-author performer producer recipient reviewed-author "
    "script-writer series-creator translator".split()
)
DATES: Final = frozenset(
    "accessed available-date event-date issued original-date submitted".split()
)
TEXTS: Final = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority "
    "call-number citation-key citation-label collection-title container-title "
    "container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN "
    "journalAbbreviation jurisdiction keyword language medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place "
    "references reviewed-genre reviewed-title scale section shortTitle source status title "
    "title-short URL version volume-title volume-title-short year-suffix".split()
)
# What may hold italics and their kin, in the tags of CSL.
TITLES: Final = frozenset(
    "title title-short volume-title container-title container-title-short collection-title".split()
)
# What may be a number as well.
NUMBERS: Final = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue "
    "locator number number-of-pages number-of-volumes page page-first part printing supplement "
    "volume".split()
)
TYPES: Final = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software "
    "song speech standard thesis treaty webpage".split()
)
# The types of what is part of something larger; the second kind in a periodical.
IN_BOOKS: Final = frozenset("chapter paper-conference entry-dictionary entry-encyclopedia".split())
IN_PERIODICALS: Final = frozenset(
    "article-journal article-magazine article-newspaper review review-book".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """One work: its names, dates and texts under the names of CSL variables."""

    ident: str
    kind: str
    names: dict[str, list[Name]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    custom: dict[str, object] = field(default_factory=dict)
    line: int = 1
    column: int = 1

    @property
    def year(self) -> str:
        """The year it came out in, if that is known."""
        return year_of(self.dates.get("issued", {}))

    @property
    def teikit(self) -> dict[str, object]:
        """What our own export has put beside the variables of CSL."""
        found = self.custom.get("teikit")
        return found if isinstance(found, dict) else {}


def printed(name: Name) -> str:
    """Return a name in the order in which it is read: given name, particle, family name."""
    keys = ("given", "non-dropping-particle", "family", "literal")
    return " ".join(name[key] for key in keys if key in name)


def year_of(date: Date) -> str:
    """Return the first year of a date."""
    parts = date.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return str(parts[0][0])
    return ""


def folded_doi(text: str) -> str:
    """Return a DOI as it is compared: without an address, in small letters."""
    return _DOI_ADDRESS.sub("", text.strip()).casefold()


def cleaned(item: Item) -> Item:
    """Return the item without the characters that XML cannot hold; of a DOI, what is no address."""
    texts = {name: _NOT_XML.sub("", text).strip() for name, text in item.texts.items()}
    if "DOI" in texts:
        texts["DOI"] = _DOI_ADDRESS.sub("", texts["DOI"])
    names = {
        role: [{k: _NOT_XML.sub("", v) for k, v in name.items()} for name in found]
        for role, found in item.names.items()
    }
    custom = {name: _cleaned(value) for name, value in item.custom.items()}
    dates = {name: {k: _cleaned(v) for k, v in date.items()} for name, date in item.dates.items()}
    return replace(item, texts=texts, names=names, dates=dates, custom=custom)


def _cleaned(value: object) -> object:
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
