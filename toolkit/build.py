"""From one TEI document to its outputs."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from toolkit.document import Document
from toolkit.errors import StylesheetError
from toolkit.output import refuse_tracked, write
from toolkit.prose.scanning import has_prose
from toolkit.resources import XSLT
from toolkit.transform import Stylesheet


def toolkit_version() -> str:
    """Return the version of the toolkit that is installed."""
    try:
        return version("teikit")
    except PackageNotFoundError:
        return "0+unknown"


def build(
    document: Document,
    into: Path,
    *,
    stylesheets: Path = XSLT,
    parameters: Mapping[str, str] | None = None,
) -> list[Path]:
    """Write every output of a document and return the files that changed.

    ``xslt/persons.html.xsl`` makes ``into/<document>/persons.html``: the name of a
    stylesheet, less ``.xsl``, is the name of the file it writes; what lies in
    ``xslt/assets/`` goes along. Nothing is written unless every output could be made.

    Raises:
        OutputError: the document holds prose in copyright and git would publish the target;
            or a file cannot be written.
        StylesheetError: there is no stylesheet, or one of them stopped.
    """
    folder = into / document.path.stem
    if has_prose(document):
        refuse_tracked(folder)
    asked = {"version": toolkit_version(), **(parameters or {})}
    made = {
        sheet.path.stem: sheet.render(document, asked).encode() for sheet in _compiled(stylesheets)
    }
    assets = stylesheets / "assets"
    if assets.is_dir():
        made |= {file.name: file.read_bytes() for file in sorted(assets.iterdir())}
    return [folder / name for name, content in made.items() if write(folder / name, content)]


@cache
def _compiled(folder: Path) -> tuple[Stylesheet, ...]:
    paths = sorted(folder.glob("*.xsl"))
    if not paths:
        raise StylesheetError(folder, "holds no stylesheet (*.xsl)")
    return tuple(Stylesheet(path) for path in paths)
