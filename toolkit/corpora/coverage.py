"""Which elements were shown without a template of their own or not at all, as a table."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from typing import Final

from toolkit.corpora.reports import Report
from toolkit.making.unknown import path
from toolkit.reading.document import Document

# The parts of a header that no page shows, but for entries of registers, a date, keywords.
_UNSHOWN: Final = frozenset(
    "encodingDesc xenoData revisionDesc extent seriesStmt notesStmt calendarDesc creation handNotes"
    " langUsage listTranspose particDesc settingDesc textClass textDesc".split()
)
_COLUMNS = ("element", "times", "documents", "first document", "first place")


def unshown(document: Document) -> dict[str, str]:
    """Return the parts of a header that no page shows, each with its place."""
    parts = document.xpath("/*/tei:teiHeader/* | /*/tei:teiHeader/*/*")
    names = ((str(part.tag).rpartition("}")[2], part) for part in parts)
    return {f"teiHeader/{name}": path(part) for name, part in names if name in _UNSHOWN}


def coverage(reports: Iterable[Report]) -> bytes:
    """Return a table in CSV, a row for each such element, the most frequent first."""
    times: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for report in reports:
        times += report.unknown
        times.update(report.places.keys() - report.unknown.keys())
        documents.update(report.places.keys())
        for name, place in report.places.items():
            first.setdefault(name, (str(report.path), place))
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for name in sorted(times, key=lambda name: (-times[name], name)):
        writer.writerow((name, times[name], documents[name], *first[name]))
    return table.getvalue().encode(errors="surrogateescape")
