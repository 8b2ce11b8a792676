"""Which documents mention which entries: all pairs, as a table that is never held as a whole."""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO
from typing import Final

from lxml import etree

from toolkit.joint.entries import Joint, places
from toolkit.joint.store import Store
from toolkit.resources import XSLT

MENTIONS: Final = "mentions.csv"
_COLUMNS: Final = ("id", "document", "address", "mentions", "by name")


def mentions(store: Store, entries: Sequence[Joint]) -> Iterator[bytes]:
    """Give the table in CSV, the rows of one joint entry at a time."""
    order = store.order()
    folders = {order[known.number]: _cell(known.folder) for known in store.documents()}
    yield _rows([_COLUMNS])
    for joint in entries:
        yield _rows(
            (joint.ident, folders[document], address, number, "yes" if by_name else "")
            for document, address, number, by_name in places(store, joint, order)
        )


def _rows(rows: "Sequence[tuple[str, ...]] | Iterator[tuple[str, str, str, int, str]]") -> bytes:
    table = StringIO()
    csv.writer(table, lineterminator="\n").writerows(rows)
    return table.getvalue().encode()


def _cell(text: str) -> str:
    return f"'{text}" if _formula().match(text) else text


@cache
def _formula() -> re.Pattern[str]:
    """Return what a spreadsheet would take for a formula, as the tables' stylesheet has it."""
    sheet = etree.parse(XSLT / "lib" / "csv.xsl")
    (pattern,) = sheet.xpath("/*/*[@name = 'ed:formula']/@select")
    return re.compile(str(pattern).strip("'"))
