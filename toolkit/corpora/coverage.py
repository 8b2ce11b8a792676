"""Which elements were shown without a template of their own, as a table."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO

from toolkit.corpora.reports import Report

_COLUMNS = ("element", "times", "documents", "first document", "first place")


def coverage(reports: Iterable[Report]) -> bytes:
    """Return a table in CSV, a row for each such element, the most frequent first."""
    times: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for report in reports:
        times += report.unknown
        documents.update(report.unknown.keys())
        for name, place in report.places.items():
            first.setdefault(name, (str(report.path), place))
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for name in sorted(times, key=lambda name: (-times[name], name)):
        writer.writerow((name, times[name], documents[name], *first[name]))
    return table.getvalue().encode(errors="surrogateescape")
