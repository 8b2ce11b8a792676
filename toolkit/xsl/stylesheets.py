"""Which stylesheets make outputs, and what an edition lays over those of the toolkit."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.errors import StylesheetError
from toolkit.resources import OVERLAY, XSLT

if TYPE_CHECKING:
    from collections.abc import Sequence

# The folder, in that of the stylesheets, of those that make the joint pages of a corpus.
CORPUS: Final = "corpus"
_OVERLAID: Final = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' default-mode="{mode}">'
    '<xsl:import href="{ours}"/><xsl:include href="{over}"/></xsl:stylesheet>'
)


def stylesheets(folder: Path, outputs: "Sequence[str]" = ()) -> list[Path]:
    """Return the stylesheets of a folder, one for each output; modules lie in its folders.

    If outputs are named, only theirs: ``index.html`` is made by ``index.html.xsl``.
    A folder that holds ``edition.xsl`` has the toolkit's outputs too: each is made by the
    stylesheet of its name in the folder, or by the toolkit's with ``edition.xsl`` laid over it.

    Raises:
        StylesheetError: there is none, or none that makes an output that is named.
    """
    names = {path.name for path in folder.glob("*.xsl")}
    if OVERLAY in names:
        names = (names | {path.name for path in XSLT.glob("*.xsl")}) - {OVERLAY}
    found = [folder / name for name in sorted(names)]
    if not found:
        raise StylesheetError(folder, "holds no stylesheet (*.xsl)")
    unknown = set(outputs) - {path.stem for path in found}
    if unknown:
        made = ", ".join(path.stem for path in found)
        raise StylesheetError(folder, f"makes no {', '.join(sorted(unknown))}; it makes {made}")
    return [path for path in found if not outputs or path.stem in outputs]


def joint(folder: Path) -> list[Path]:
    """Return the stylesheets of the joint pages: those in ``corpus/``, and the toolkit's.

    The toolkit's make what ``corpus/`` does not, where the folder changes the toolkit's pages
    instead of standing in their place; ``corpus/edition.xsl`` is laid over them.
    """
    own, ours = folder / CORPUS, XSLT / CORPUS
    found = {path.name: path for path in own.glob("*.xsl")}
    if (folder / OVERLAY).is_file():
        over = own if found.pop(OVERLAY, None) else ours
        found = {path.name: over / path.name for path in ours.glob("*.xsl")} | found
    return [found[name] for name in sorted(found)]


def parts(stylesheet: Path) -> tuple[Path, Path | None]:
    """Return the file a stylesheet is; or the toolkit's, and what the edition lays over it."""
    over = stylesheet.parent / OVERLAY
    if not stylesheet.exists() and over.is_file():
        ours = XSLT / CORPUS if stylesheet.parent.name == CORPUS else XSLT
        return ours / stylesheet.name, over
    return stylesheet, None


def overlaid(stylesheet: Path, over: Path, mode: str = "#unnamed") -> str:
    """Return the text of a stylesheet that lays one over another, which begins in a mode."""
    from html import escape

    ours, theirs = (escape(path.resolve().as_uri()) for path in (stylesheet, over))
    return _OVERLAID.format(ours=ours, over=theirs, mode=mode)


def is_ours(path: Path) -> bool:
    """Tell whether a stylesheet is the toolkit's own, which needs no inspection."""
    return path.parent == XSLT or path.resolve().is_relative_to(XSLT.resolve())
