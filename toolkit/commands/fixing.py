"""Mend many documents, or show what would be mended."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.commands.checking import find_all
from toolkit.configuration import configuration
from toolkit.differing import difference
from toolkit.errors import DocumentError, ProblemsFound
from toolkit.fixing import fix, text_of
from toolkit.output import write
from toolkit.reading.document import parse, read_source

if TYPE_CHECKING:
    from toolkit.check import Settings
    from toolkit.problems import Problem


def fix_files(paths: Sequence[Path], settings: "Settings", *, only_show: bool) -> bool:
    """Mend files in place, or show the differences; say whether there was something to mend.

    Raises:
        DocumentError: standard input was given, or a file cannot be read.
        OutputError: a file cannot be written.
    """
    choices = configuration(paths[0])
    found = False
    for path, _ in find_all(paths, choices)[0]:
        if str(path) == "-":
            raise DocumentError(path, "standard input cannot be mended; name a file")
        source = read_source(path, choices.limits)
        mended = fix(source, lambda text, path=path: _problems(text, path, settings))  # type: ignore[misc]
        found = found or bool(mended.mended)
        if only_show:
            before, after = (text_of(text) or "" for text in (source, mended.source))
            click.echo(difference(path, before, after), nl=False)
        elif mended.mended:
            write(path, mended.source, durable=True)
            for problem in mended.mended:
                click.echo(f"mended: {problem}", err=True)
    return found


def _problems(source: bytes, path: Path, settings: "Settings") -> "list[Problem]":
    from toolkit.check import check

    try:
        return check(parse(source, path), settings=settings)
    except ProblemsFound as found:
        return list(found.problems)
