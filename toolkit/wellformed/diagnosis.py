"""From a file that no parser accepts to the problem that an editor can solve."""

import re
from difflib import get_close_matches
from html import escape
from html.entities import html5
from pathlib import Path
from typing import Final
from unicodedata import category

from toolkit.problems import Edit, Problem
from toolkit.wellformed.markup import Markup
from toolkit.wellformed.reasons import fault

RULE: Final = "not-well-formed"
_HTML: Final = ("the file is HTML, not TEI", "give the TEI file, or make one of it first")
_P4: Final = (
    "the root element <{}> is TEI P4",
    "convert it to TEI P5 first, with p4/from.xsl of the TEI Consortium's Stylesheets for instance",
)
_LIKE: Final = 0.8
_LONGEST: Final = 60
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")


def encoding_of(source: bytes) -> str:
    """Return the encoding of a file: by its mark, by its declaration, or UTF-8."""
    for mark, name in _MARKS:
        if source.startswith(mark):
            return name
    declared = _DECLARED.match(source.lstrip())
    return declared[1].decode() if declared and not _is_wide(declared[1]) else "utf-8"


def _is_wide(encoding: bytes) -> bool:
    """Whether characters of an encoding have several bytes each, so that none can be read so."""
    return encoding.lower().startswith((b"utf-16", b"utf16", b"utf-32", b"ucs", b"iso-10646"))


def decoded(source: bytes) -> str:
    """Return the text of a file without its mark of order; what cannot be read is replaced."""
    try:
        return source.decode(encoding_of(source), errors="replace")
    except (LookupError, UnicodeError):
        return source.decode("utf-8", errors="replace")


def diagnose(source: bytes, path: Path) -> Problem | None:
    """Return what keeps a file from being well-formed XML, if it can be told."""
    if not source.strip():
        return Problem(path, 1, 1, RULE, "the file is empty", "save the TEI document in it again")
    encoding = encoding_of(source)
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(source, encoding, error, path)
    except (LookupError, UnicodeError):
        return unknown_encoding(source, path)
    return _untrue(source, path) or _of_markup(Markup(text), path)


def unknown_encoding(source: bytes, path: Path) -> Problem:
    """Return the problem of a file that names an encoding which is none for XML."""
    declared = _DECLARED.match(source)
    message = f'the encoding "{_short(encoding_of(source))}" is not known'
    advice = 'save the file as UTF-8, and declare "utf-8"'
    return Problem(path, 1, declared.start(1) + 1 if declared else 1, RULE, message, advice)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _untrue(source: bytes, path: Path) -> Problem | None:
    """Return the problem of a file that is not in the encoding that it names."""
    declared = _DECLARED.match(source)
    if not declared or not _is_wide(declared[1]):
        return None
    edit = Edit(declared.start(1), declared.end(1), "UTF-8")
    message = f"the file says that it is in {declared[1].decode()}, and it is not"
    column = declared.start(1) + 1
    return Problem(path, 1, column, RULE, message, 'write encoding="UTF-8"', edits=(edit,))


def _of_markup(markup: Markup, path: Path) -> Problem | None:
    kinds = {token.kind for token in markup.tokens}
    found = fault(markup)
    if kinds.isdisjoint({"start", "empty"}) and (found is None or "other" not in kinds):
        return Problem(path, 1, 1, RULE, "the file holds no XML", "give a TEI file")
    if found is None:
        return None
    line, column = markup.lines.place(found.offset)
    return Problem(path, line, column, RULE, found.message, found.advice, edits=found.edits)


def alien(source: bytes, path: Path) -> Problem | None:
    """Return the problem of a file that is HTML or TEI P4, whatever else is wrong in it."""
    markup = Markup(decoded(source))
    root = next((token for token in markup.tokens if token.kind in {"start", "empty"}), None)
    said = alien_root(root.name) if root else None
    if root is None or said is None:
        return None
    return Problem(path, *markup.lines.place(root.start), "not-tei", *said, root.name)


def alien_root(name: str) -> tuple[str, str] | None:
    """Return what is wrong where a root element is of HTML or TEI P4, and what to do."""
    if name.lower() == "html":
        return _HTML
    message, advice = _P4
    return (message.format(name), advice) if name.lower() in {"tei.2", "teicorpus.2"} else None


def _undecodable(source: bytes, encoding: str, error: UnicodeDecodeError, path: Path) -> Problem:
    markup = Markup(decoded(source[: error.start]))
    line, column = markup.lines.place(len(markup.text))
    shown = source[error.start : error.start + 1]
    message = f"the byte 0x{shown.hex()} is no character of {encoding.upper()}"
    letter = shown.decode("cp1252", errors="ignore")
    advice = "save the file again as UTF-8"
    if letter and encoding.lower() in {"utf-8", "utf8", "us-ascii"}:
        message += f' (it is "{letter}" in Windows-1252)'
        advice += ', or write encoding="windows-1252" in its first line, if that is right'
    return Problem(path, line, column, RULE, message, advice)


# A DTD that is not read, whose names are its own: no name of HTML is meant for one of them.
_OUTSIDE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY\s+%)[^<>\[\"']*\s(?:SYSTEM|PUBLIC)\s")


def _visible(text: str) -> str:
    """Return a text with the numbers of those characters that nobody sees."""
    hidden = {c: f"&#{ord(c)};" for c in text if category(c)[0] in "ZCM"}
    return "".join(hidden.get(c) or escape(c, quote=False) for c in text)


def undeclared(name: str, source: bytes, path: Path) -> Problem:
    """Return the problem of an entity that no declaration explains."""
    markup = Markup(decoded(source))
    uses = [match.start() for match in re.finditer(f"&{re.escape(name)};", markup.text)]
    if not uses and f"%{name};" in markup.text:
        return _parameter(name, markup, path)
    line, column = markup.lines.place(uses[0]) if uses else (1, 1)
    letter = _visible(html5.get(f"{name};", ""))
    near = (
        ""
        if letter or _OUTSIDE.search(markup.text)
        else next(iter(get_close_matches(f"{name};", html5, 1, _LIKE)), "")
    )
    guess = f"did you mean &{near}? write {_visible(html5[near])}" if near else ""
    shown = letter if letter.startswith("&") else f'"{letter}"'
    meant = f"write {shown}" if letter else guess or "write what it stands for"
    message = (
        f"the entity &{_short(name)}; is not declared in the document (no outside DTD is read)"
    )
    advice = f"{meant}, or declare it in the internal subset"
    edits = tuple(Edit(at, at + len(name) + 2, letter) for at in uses) if letter else ()
    return Problem(path, line, column, "undeclared-entity", message, advice, edits=edits)


def _parameter(name: str, markup: Markup, path: Path) -> Problem:
    """Return the problem of a parameter entity that is used where it cannot be read."""
    place = markup.lines.place(markup.text.index(f"%{name};"))
    message = f"the parameter entity %{name}; is not declared above, or is part of another one"
    advice = "write the declarations that it stands for in its place"
    return Problem(path, *place, "undeclared-entity", message, advice)
