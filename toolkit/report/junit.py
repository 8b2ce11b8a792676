"""Problems as the results of tests, one test for each document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from toolkit.problems import Level, Problem


def as_junit(
    problems: Sequence[Problem],
    documents: Sequence[Path] = (),
    failures: Mapping[Path, str] = MappingProxyType({}),
    unnamed: Sequence[Path] = (),  # noqa: ARG001 -- the signature of all reports
) -> str:
    """Return a report in JUnit's form: with errors a document failed; not checked, it is one."""
    by_file: dict[Path, list[Problem]] = defaultdict(list, {path: [] for path in documents})
    for problem in problems:
        by_file[problem.file].append(problem)
    failed = sum(any(p.level is Level.ERROR for p in found) for found in by_file.values())
    cases = "".join(_case(path, found) for path, found in by_file.items())
    cases += "".join(_not_checked(path, reason) for path, reason in failures.items())
    tests = len(by_file) + len(failures)
    totals = f'tests="{tests}" failures="{failed}" errors="{len(failures)}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="teikit" {totals}>\n'
        f'  <testsuite name="teikit check" {totals} skipped="0">\n{cases}'
        "  </testsuite>\n</testsuites>\n"
    )


def _case(path: Path, problems: Sequence[Problem]) -> str:
    head = _head(path)
    errors = [p for p in problems if p.level is Level.ERROR]
    others = [p for p in problems if p.level is not Level.ERROR]
    if not problems:
        return f"{head}/>\n"
    inside = ""
    if errors:
        listed = escape(_printable("\n".join(str(p) for p in errors)))
        rules = quoteattr(errors[0].rule)
        number = "1 error" if len(errors) == 1 else f"{len(errors)} errors, the first"
        message = quoteattr(_printable(f"{number}: {errors[0].message}"))
        inside += f"      <failure type={rules} message={message}>{listed}</failure>\n"
    if others:
        listed = escape(_printable("\n".join(str(p) for p in others)))
        inside += f"      <system-out>{listed}</system-out>\n"
    return f"{head}>\n{inside}    </testcase>\n"


def _not_checked(path: Path, reason: str) -> str:
    message = quoteattr(_printable(reason))
    return f'{_head(path)}>\n      <error type="not-checked" message={message}/>\n    </testcase>\n'


def _head(path: Path) -> str:
    return f'    <testcase classname="teikit.check" name={quoteattr(path.as_posix())}'


def _printable(text: str) -> str:
    """Return a text without the characters that XML does not allow."""
    return "".join(c if c >= " " or c in "\t\n" else "�" for c in text)
