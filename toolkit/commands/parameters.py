"""The kinds of arguments that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

# A file to read; - is standard input. Whether it can be read is for the toolkit to say.
FILE: Final = click.Path(path_type=Path, allow_dash=True, readable=False)
# A file to write; - is standard output.
TARGET: Final = click.Path(path_type=Path, allow_dash=True, dir_okay=False)
# A folder to write to, made if it is not there.
FOLDER: Final = click.Path(path_type=Path, file_okay=False)
# A folder to read.
SOURCE_FOLDER: Final = click.Path(path_type=Path, file_okay=False, exists=True)
# A number of processes.
JOBS: Final = click.IntRange(min=1)
# A reader's copy of the text, to be woven in.
SOURCE: Final = click.option(
    "--source", "copy", type=FILE, help="Your copy of the text, PDF or text: weave it in."
)


def written_to(what: str) -> Callable[[F], F]:
    """Return the option ``--output``, which must be given, for a command that writes one file."""
    told = f"Where to write {what}; missing folders are made; - is standard output."
    return click.option("-o", "--output", "target", type=TARGET, required=True, help=told)
