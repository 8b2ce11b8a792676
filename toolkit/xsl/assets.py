"""The files that go along with the pages: styles and scripts, and an edition's own."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from toolkit.errors import StylesheetError
from toolkit.resources import OVERLAY, XSLT

# The style sheet whose rules come last on every page.
THEME: Final = "theme.css"
# A style sheet that another has at its head.
_IMPORT: Final = re.compile(rb'@import "([\w.-]+\.css)";\n?')


def asset_files(folder: Path) -> dict[str, Path]:
    """Return the files that go along with every document, by name, an edition's own before ours.

    Raises:
        StylesheetError: one of an edition's own is a link that leads out of its folder.
    """
    folders = [XSLT, folder] if (folder / OVERLAY).is_file() else [folder]
    found = {path.name: path for each in folders for path in (each / "assets").glob("*")}
    for path in found.values():
        inside = path.parent.parent == XSLT or path.resolve().is_relative_to(folder.resolve())
        if not inside:
            raise StylesheetError(path, f"leads out of {folder}; put the file itself there")
    return {name: path for name, path in sorted(found.items()) if path.is_file()}


def assets(folder: Path, styles: Sequence[Path] = ()) -> dict[str, bytes]:
    """Return the contents of the files that go along with every document, by name.

    An edition's own styles come last in the one style sheet that every page loads last.
    A style sheet that imports others holds them: a page that waits for it waits for one file.

    Raises:
        StylesheetError: one of the styles cannot be read.
    """
    made = {name: path.read_bytes() for name, path in asset_files(folder).items()}
    for style in styles:
        try:
            made[THEME] = b"\n".join(filter(None, (made.get(THEME), style.read_bytes())))
        except OSError as error:
            raise StylesheetError(style, f"cannot be read: {error.strerror}") from error
    return {name: _whole(name, made) for name in made}


def _whole(name: str, files: Mapping[str, bytes], *within: str) -> bytes:
    """Return a file; if it is a style sheet, with those beside it that it imports set in."""

    def imported(found: re.Match[bytes]) -> bytes:
        inner = found[1].decode()
        set_in = inner in files and inner not in {name, *within}
        return _whole(inner, files, name, *within) if set_in else found[0]

    return _IMPORT.sub(imported, files[name]) if name.endswith(".css") else files[name]
