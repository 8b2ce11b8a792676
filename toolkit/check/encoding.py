"""Signs that became control characters, for a file is in another encoding than it says."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.check.places import markup
from toolkit.counting import many
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document

_RULE: Final = "control-character"
_CONTROLS: Final = re.compile("[\x80-\x9f]")
_REFERENCES: Final = re.compile("&#(?:1(?:2[89]|[345][0-9])|x0*[89][0-9a-fA-F]);")
_LATIN: Final = frozenset(("iso-8859-1", "latin1", "latin-1", "iso-8859-15"))


def check(document: Document) -> Iterator[Problem]:
    """Give the first control character that Windows-1252 has a sign for."""
    found = markup(document)
    bare = list(_CONTROLS.finditer(found.text))
    numbered = list(_REFERENCES.finditer(found.text)) if "&#" in found.text else []
    every = sorted([*bare, *numbered], key=lambda match: match.start())
    if not every:
        return
    message, advice = _said(document, every[0])
    if every[1:]:
        message += f" ({many(len(every), 'such character')})"
    place = found.lines.place(every[0].start())
    yield Problem(document.path, *place, _RULE, message, advice, level=Level.WARNING)


def _said(document: Document, found: re.Match[str]) -> tuple[str, str]:
    """Return what is wrong where a character or a reference to it stands, and what to do."""
    bare = len(found[0]) == 1
    number = ord(found[0]) if bare else int(found[0][2:-1].replace("x", "0x"), 0)
    sign = bytes([number]).decode("cp1252", "ignore")
    meant = f', which is "{sign}" in Windows-1252' if sign else ""
    encoding = document.tree.docinfo.encoding or ""
    if bare and encoding.lower() in _LATIN:
        message = f"the file says that it is in {encoding}, and holds the byte 0x{number:02x}"
        return message + meant, 'write encoding="windows-1252" in its first line, and look again'
    message = f"the control character U+{number:04X} stands in the text"
    return message + meant, f"write {sign} for it" if sign else "write the sign that is meant"
