"""The kinds of arguments that commands share."""

from pathlib import Path
from typing import Final

import click

# A file to read; - is standard input. Whether it exists is for the toolkit to say.
FILE: Final = click.Path(path_type=Path, allow_dash=True)
# A file to write; - is standard output.
TARGET: Final = click.Path(path_type=Path, allow_dash=True, dir_okay=False)
# A folder to write to, made if it is not there.
FOLDER: Final = click.Path(path_type=Path, file_okay=False)
# A folder to read.
SOURCE_FOLDER: Final = click.Path(path_type=Path, file_okay=False, exists=True)
