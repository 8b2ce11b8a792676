"""The problems that a project knows already, so that only new ones are reported."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from os.path import relpath
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigurationError
from toolkit.output import write
from toolkit.problems import Problem

_VERSION: Final = 1
_LINES: Final = re.compile(r"line \d+(, \d+)*…?")


class Baseline:
    """Problems that are known, each so many times; they are told apart by what they say."""

    def __init__(self, path: Path, known: Counter[tuple[str, str, str]]) -> None:
        self._path = path
        self._left = known
        self._checked: set[str] = set()

    def new(self, document: Path, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems of a document that are not known; what is known is used up."""
        self._checked.add(_name(document, self._path))
        found = []
        for problem in problems:
            key = _key(problem, self._path)
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                found.append(problem)
        return found

    @property
    def solved(self) -> int:
        """How many known problems of the documents that were checked did not come again."""
        return sum(n for (file, _, _), n in self._left.items() if file in self._checked)


def read_baseline(path: Path) -> Baseline:
    """Read a file of known problems.

    Raises:
        ConfigurationError: it cannot be read, or is none.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8", errors="surrogateescape"))["problems"]
        known = Counter({(e["file"], e["rule"], e["message"]): e["count"] for e in entries})
    except OSError as error:
        reason = f"cannot be read: {error.strerror}; make it with --write-baseline"
        raise ConfigurationError(path, 1, reason) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(path, 1, "is no baseline of teikit") from error
    return Baseline(path, known)


def write_baseline(path: Path, problems: Sequence[Problem]) -> None:
    """Write down problems as known.

    Raises:
        OutputError: the file cannot be written.
    """
    counts = Counter(_key(problem, path) for problem in problems)
    entries = [
        {"file": file, "rule": rule, "message": message, "count": count}
        for (file, rule, message), count in sorted(counts.items())
    ]
    text = json.dumps({"version": _VERSION, "problems": entries}, ensure_ascii=False, indent=1)
    write(path, (text + "\n").encode(errors="surrogateescape"))


def _key(problem: Problem, baseline: Path) -> tuple[str, str, str]:
    """Return what tells a problem from others, wherever its line has moved to."""
    file = _name(problem.file, baseline)
    return file, problem.rule, _LINES.sub("line …", problem.message)


def _name(file: Path, baseline: Path) -> str:
    return Path(relpath(file, baseline.parent)).as_posix()
