"""Problems as text for people: one line each, or with the line of the file and a caret."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final
from unicodedata import combining, east_asian_width

from toolkit.problems import UNSHOWN, Problem
from toolkit.wellformed.diagnosis import decoded
from toolkit.wellformed.markup import Markup, Token

_WIDTH: Final = 100
_BEFORE: Final = 40


def as_text(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
    failures: Mapping[Path, str] = MappingProxyType({}),  # noqa: ARG001 -- told beside the report
    unnamed: Sequence[Path] = (),  # noqa: ARG001 -- told beside the report
) -> str:
    """Return one line for each problem."""
    return "".join(f"{problem}\n" for problem in problems)


def as_full(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
    failures: Mapping[Path, str] = MappingProxyType({}),  # noqa: ARG001 -- told beside the report
    unnamed: Sequence[Path] = (),  # noqa: ARG001 -- told beside the report
) -> str:
    """Return for each problem its line, what the file has there, and where to read more."""
    return "\n".join(_full(problem) for problem in problems)


def _full(problem: Problem) -> str:
    number = str(problem.line)
    margin = " " * len(number)
    parts = [str(problem)]
    if shown := _excerpt(problem):
        parts += [f"  {margin} |", f"  {number} | {shown[0]}", f"  {margin} | {shown[1]}"]
    if problem.path:
        parts.append(f"  {margin} = in {problem.path}")
    parts.append(f"  {margin} = to read more: teikit explain {problem.rule}")
    return "\n".join(parts) + "\n"


def _excerpt(problem: Problem) -> tuple[str, str] | None:
    """Return a part of the line in the file, and carets below what is wrong in it."""
    markup = _markup(problem.file)
    if markup is None:
        return None
    begin = markup.lines.offset(problem.line, 1)
    end = markup.lines.offset(problem.line + 1, 1)
    line = markup.text[begin:end].rstrip("\r\n") if end > begin else markup.text[begin:]
    first, length = _marked(problem, markup, begin, line)
    left = max(first - _BEFORE, 0) if len(line) > _WIDTH else 0
    part = UNSHOWN.sub("\ufffd", line[left : left + _WIDTH].replace("\t", " "))
    head = "…" if left else ""
    tail = "…" if left + _WIDTH < len(line) else ""
    pad = " " * (_columns(part[: first - left]) + len(head))
    marks = "^" * max(_columns(line[first : first + length][: _WIDTH - _BEFORE]), 1)
    return f"{head}{part}{tail}", pad + marks


def _marked(problem: Problem, markup: Markup, begin: int, line: str) -> tuple[int, int]:
    """Return where in the line the marks begin, and how many characters they cover."""
    first = problem.column - 1
    token = markup.tag_at(problem.line, problem.column)
    if token is None:
        word = re.compile(r"</?[\w.:\-]+|[\w’'\-]+|\S").match(line, first)
        return first, len(word[0]) if word else 1
    return _attribute(problem, token, begin, line) or (first, len(token.name) + 1)


def _attribute(problem: Problem, token: Token, begin: int, line: str) -> tuple[int, int] | None:
    """Return the place of the attribute that a message names, if it is on the same line."""
    named = re.search(r"@([\w:.\-]+)", problem.message)
    for attribute in token.attributes:
        inside = attribute.start - begin < len(line)
        if named and attribute.name.rpartition(":")[2] == named[1].rpartition(":")[2] and inside:
            return attribute.start - begin, attribute.end - attribute.start
    return None


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


@lru_cache(maxsize=4)
def _markup(path: Path) -> Markup | None:
    try:
        return Markup(decoded(path.read_bytes())) if path.is_file() else None
    except OSError:
        return None
