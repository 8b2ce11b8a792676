"""The remarks of an entry: what of an item has no place of its own in the TEI."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Final

from toolkit.bibliography.edtf import edtf
from toolkit.bibliography.items import Item
from toolkit.bibliography.markup import leaf, start_tag

_NAME: Final = re.compile(r"(xml:)?[a-zA-Z]+")
# What goes along in `custom`: our own, which is taken apart, and fields of other formats.
_OWN: Final = "teikit"
_FORMATS: Final = ("biblatex", "ris")


def remarks(item: Item, placed: Collection[str]) -> list[str]:
    """Return as notes what is not `placed`, and the editor's notes as they were."""
    kept = item.teikit.get("notes")
    notes = [n for n in kept if isinstance(n, dict)] if isinstance(kept, list) else []
    return [
        *(
            line
            for n, text in _left(item, placed)
            for line in leaf("note", text, type="remark", n=n)
        ),
        *(
            line
            for n in notes
            for line in leaf("note", str(n.get("text", "")), type=str(n.get("type", "")))
        ),
    ]


def _left(item: Item, placed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield names and texts; what others put into `custom` is JSON."""
    yield from ((name, text) for name, text in item.texts.items() if name not in placed)
    yield from ((name, edtf(date)) for name, date in item.dates.items() if name != "issued")
    for kind, fields in item.custom.items():
        if kind in _FORMATS and isinstance(fields, dict):
            for name, texts in fields.items():
                for text in texts if isinstance(texts, list) else [texts]:
                    yield f"{kind}:{name}", str(text)
        elif kind != _OWN:
            yield f"custom:{kind}", json.dumps(fields, ensure_ascii=False)


def related(item: Item) -> list[str]:
    """Return the relations of an entry as they were."""
    kept = item.teikit.get("related")
    found = [r for r in kept if isinstance(r, dict)] if isinstance(kept, list) else []
    known = [{k: str(v) for k, v in r.items() if _NAME.fullmatch(k)} for r in found]
    return [start_tag("relatedItem", **attributes)[:-1] + "/>" for attributes in known]
