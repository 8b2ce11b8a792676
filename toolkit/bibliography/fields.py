"""Which field and which type of BibLaTeX is which of CSL."""

from typing import Final

from toolkit.bibliography.items import TITLES

TYPES: Final = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "proceedings": "book",
    "reference": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "incollection": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "report": "report",
    "techreport": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "unpublished": "manuscript",
    "periodical": "periodical",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "review": "review",
    "manual": "report",
    "mvproceedings": "book",
    "mvreference": "book",
    "commentary": "book",
    "suppcollection": "chapter",
    "image": "graphic",
    "artwork": "graphic",
    "audio": "song",
    "music": "song",
    "movie": "motion_picture",
    "video": "motion_picture",
    "letter": "personal_communication",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "performance": "performance",
    "standard": "standard",
    "misc": "document",
}
# Entries that are no works: what others draw on, and groups of others.
NO_WORKS: Final = frozenset({"xdata", "set"})
# The entry type that the export writes for a type of CSL; any other is kept beside it.
STANDARD: Final = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "entry-encyclopedia": "inreference",
    "webpage": "online",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "document": "misc",
}
MONTHS: Final = {
    name: str(n)
    for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
NAMES: Final = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
DATES: Final = {
    "date": "issued",
    "urldate": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}
LISTS: Final = {
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "location": "publisher-place",
    "address": "publisher-place",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
}
TEXTS: Final = {
    "title": "title",
    "shorttitle": "title-short",
    "booktitle": "container-title",
    "journaltitle": "container-title",
    "journal": "container-title",
    "shortjournal": "container-title-short",
    "series": "collection-title",
    "volume": "volume",
    "volumes": "number-of-volumes",
    "part": "part",
    "edition": "edition",
    "chapter": "chapter-number",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "note": "note",
    "abstract": "abstract",
    "annotation": "annote",
    "annote": "annote",
    "keywords": "keyword",
    "type": "genre",
    "eventtitle": "event-title",
    "venue": "event-place",
    "version": "version",
    "origtitle": "original-title",
    "pubstate": "status",
    "library": "source",
}
# Names in roles that CSL does not have.
PEOPLE: Final = frozenset(
    "afterword annotator commentator editora editorb editorc foreword holder introduction "
    "shortauthor shorteditor".split()
)
VERBATIM: Final = frozenset({"doi", "url", "file", "eprint"})
PART_OF: Final = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journaltitle",
}
# Under which name of ours the subtitle of a title goes along beside CSL.
SUBTITLES: Final = {
    "title": "subtitle",
    "booktitle": "container-subtitle",
    "journaltitle": "container-subtitle",
}
SKIPPED: Final = frozenset("crossref xdata year month number issue langid language script".split())


def is_title(name: str) -> bool:
    """Say whether a field is a title, which keeps its italics."""
    return TEXTS.get(name) in TITLES or name in {*PART_OF, "maintitle", "volumetitle"}


def is_verbatim(name: str, value: str) -> bool:
    """Say whether a field means what it says; braces hold together the name of a body."""
    return name in VERBATIM or (name in PEOPLE and "\\" not in value)
