"""Names that libxml2 takes and other parsers refuse: they know XML 1.0 up to its fourth edition."""

import re
from pathlib import Path
from typing import Final
from xml.parsers import expat

from toolkit.problems import Problem

# Where a name with letters beyond ASCII may stand.
_SUSPECT: Final = re.compile(rb"<[/?]?[\w:.-]*[\x80-\xff]|[\x80-\xff][\w:.-]*\s*=\s*[\"']")
_INVALID: Final = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


def refused_name(source: bytes, path: Path) -> Problem | None:
    """Return the problem of a well-formed file with a name that not every parser reads."""
    if b"\0" not in source[:4] and not _is_suspect(source):
        return None
    from toolkit.wellformed.diagnosis import decoded

    text = decoded(source).encode()
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(text, True)  # noqa: FBT003 -- expat takes it by position
    except expat.ExpatError as error:
        place = error.lineno, error.offset + 1
        rest = text[parser.ErrorByteIndex :].decode(errors="replace")
        return _problem(path, place, rest) if error.code == _INVALID else None
    return None


def _is_suspect(source: bytes) -> bool:
    """Tell whether a name may hold more than ASCII; most tags and texts can be left aside."""
    runs = (run for run in source.split(b"<") if not run.isascii())
    return _SUSPECT.search(b"<" + b"<".join(runs)) is not None


def _problem(path: Path, place: tuple[int, int], rest: str) -> Problem:
    from unicodedata import category, name

    found = next((c for c in rest if not c.isascii()), "\ufffd")
    message = f"a name holds the character U+{ord(found):04X} ({name(found, 'unnamed').lower()})"
    mend = "delete it" if category(found) == "Cf" else "write the name in other letters"
    advice = f"{mend}: XML takes it in names only since its fifth edition, and few parsers do"
    return Problem(path, *place, "not-well-formed", message, advice)
