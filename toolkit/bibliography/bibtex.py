"""The entries of a .bib file, each with its place; a broken one does not take the next with it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.bibliography.fields import MONTHS
from toolkit.bibliography.texts import position
from toolkit.problems import Problem

_ENTRY: Final = re.compile(r"@[ \t]*(\w+)\s*([{(])")
_NEXT: Final = re.compile(r"^[ \t]*@[ \t]*\w+[ \t]*[{(]", re.MULTILINE)
_KEY: Final = re.compile(r"\s*([^\s,{}()=\"#%~\\]*)\s*(,|(?=[})]))")
_FIELD: Final = re.compile(r"\s*([A-Za-z][\w:+.-]*)\s*=\s*")
# An entry whose @ was lost, seen by its key and the first field.
_UNMARKED: Final = re.compile(
    r"^[ \t]*([A-Za-z]+)[ \t]*\{\s*[^\s,{}=]+\s*,\s*\w+\s*=", re.MULTILINE
)
_WORD: Final = re.compile(r"[^\s,{}()=\"#%]+")
_SPACE: Final = re.compile(r"\s*")
_COMMAS: Final = re.compile(r"[\s,]*")
_ADVICE: Final = "correct this entry; the others were read"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands: type, key, fields with their LaTeX, place."""

    kind: str
    key: str
    fields: dict[str, str]
    line: int
    column: int


class _BrokenError(Exception):
    """An entry that cannot be read, and where."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset


def read_bibtex(text: str, path: Path) -> tuple[list[Entry], list[Problem]]:
    """Return the entries of a .bib text, and one problem for each that cannot be read."""
    parser = _Parser(text, path)
    parser.run()
    return parser.entries, parser.problems


@dataclass(slots=True)
class _Parser:
    text: str
    path: Path
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _macros: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    _seen: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        """Read every entry; after a broken one go on where a line begins with an @."""
        at = 0
        while found := _ENTRY.search(self.text, at):
            self._pass_over(at, found.start())
            if "%" in self.text[at : found.start()].rpartition("\n")[2]:  # a comment for Biber
                at = found.end()
                continue
            try:
                at = self._entry(found)
            except _BrokenError as error:
                self._report(error.offset, str(error))
                after = _NEXT.search(self.text, found.end())
                at = after.start() if after else len(self.text)
        self._pass_over(at, len(self.text))

    def _pass_over(self, start: int, end: int) -> None:
        for hit in _UNMARKED.finditer(self.text, start, end):
            self._report(hit.start(1), f"before “{hit[1]}” an @ is missing; this entry is left out")

    def _report(self, offset: int, message: str) -> None:
        place = (self.path, *position(self.text, offset))
        self.problems.append(Problem(*place, "bibliography-entry", message, _ADVICE))

    def _entry(self, found: re.Match[str]) -> int:
        kind = found[1].casefold()
        if kind in {"comment", "preamble"}:
            return self._braced(found.end() - 1)[1]
        if kind == "string":
            name, value, at = self._field(found.end(), found.start())
            self._macros[name] = value
            return self._close(at, found.start())
        key = _KEY.match(self.text, found.end())
        if not key or not key[1]:
            raise _BrokenError(found.start(), f"the @{kind} entry has no key that can be read")
        fields, at = self._fields(key.end(), found.start(), key[1])
        self._keep(Entry(kind, key[1], fields, *position(self.text, found.start())), found.start())
        return at

    def _keep(self, entry: Entry, offset: int) -> None:
        folded = entry.key.casefold()
        if folded in self._seen:
            first = self._seen[folded]
            said = f"the key “{entry.key}” was used before, in line {first}"
            self._report(offset, f"{said}; this entry is left out")
            return
        self._seen[folded] = entry.line
        self.entries.append(entry)

    def _fields(self, at: int, start: int, key: str) -> tuple[dict[str, str], int]:
        fields: dict[str, str] = {}
        while True:
            at = self._skip(at)
            if self.text[at : at + 1] in {"}", ")"}:
                return fields, at + 1
            began = at
            name, value, at = self._field(at, start)
            if name in fields:
                raise _BrokenError(began, f"the entry “{key}” has the field “{name}” twice")
            fields[name] = value
            at = self._skip(at)
            sign = self.text[at : at + 1]
            if sign == ",":
                at = self._skip(at, commas=True)
            elif sign not in {"}", ")"}:
                if not sign:
                    raise _BrokenError(start, "this entry does not end")
                reason = f"after the field “{name}” of “{key}” a comma or a brace is missing"
                raise _BrokenError(at, reason)

    def _field(self, at: int, start: int) -> tuple[str, str, int]:
        found = _FIELD.match(self.text, at)
        if not found:
            at = self._skip(at)
            reason = "here a field, “name = value”, was expected"
            if at >= len(self.text):
                at, reason = start, "this entry does not end"
            raise _BrokenError(at, reason)
        value, at = self._value(found.end(), start)
        return found[1].casefold(), value, at

    def _value(self, at: int, start: int) -> tuple[str, int]:
        parts = []
        while True:
            part, at = self._part(self._skip(at), start)
            parts.append(part)
            at = self._skip(at)
            if self.text[at : at + 1] != "#":
                return "".join(parts), at
            at += 1

    def _part(self, at: int, start: int) -> tuple[str, int]:
        sign = self.text[at : at + 1]
        if sign == "{":
            return self._braced(at)
        if sign == '"':
            return self._quoted(at)
        found = _WORD.match(self.text, at)
        if not found:
            raise _BrokenError(at if at < len(self.text) else start, "here a value was expected")
        word = found[0]
        if word.isdigit():
            return word, found.end()
        if word.casefold() not in self._macros:
            raise _BrokenError(at, f"“{word}” is no number and no abbreviation that was defined")
        return self._macros[word.casefold()], found.end()

    def _braced(self, start: int) -> tuple[str, int]:
        """Return what stands in braces; a line that begins an entry shows that one is missing."""
        depth, at = 0, start
        opening, closing = ("{", "}") if self.text[start] == "{" else ("(", ")")
        limit = _NEXT.search(self.text, start + 1)
        end = limit.start() if limit else len(self.text)
        while at < end:
            sign = self.text[at]
            depth += (sign == opening) - (sign == closing)
            at += 2 if sign == "\\" else 1
            if depth == 0:
                return self.text[start + 1 : at - 1], at
        raise _BrokenError(start, "the brace that opens here is not closed before the next entry")

    def _quoted(self, start: int) -> tuple[str, int]:
        depth, at = 0, start + 1
        while at < len(self.text):
            sign = self.text[at]
            if sign == '"' and depth == 0:
                return self.text[start + 1 : at], at + 1
            depth += (sign == "{") - (sign == "}")
            at += 2 if sign == "\\" else 1
        raise _BrokenError(start, "the quotation mark that opens here is not closed")

    def _skip(self, at: int, *, commas: bool = False) -> int:
        found = (_COMMAS if commas else _SPACE).match(self.text, at)
        return found.end() if found else at

    def _close(self, at: int, start: int) -> int:
        at = self._skip(at)
        if self.text[at : at + 1] not in {"}", ")"}:
            raise _BrokenError(start, "this abbreviation is not closed")
        return at + 1
