"""Run XSLT 3.0 stylesheets, each compiled once."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.xsl.engine import Compiled, Rendered
from toolkit.xsl.joined import joinable, joined
from toolkit.xsl.stylesheets import overlaid, parts

if TYPE_CHECKING:
    from toolkit.xsl.handing import Readable


class Stylesheet:
    """A compiled stylesheet: compile once, render as often as you like.

    While it runs it has the document and its parameters and nothing else: ``doc()``,
    ``unparsed-text()``, ``collection()``, ``transform()``, environment variables and
    ``xsl:result-document`` are refused. Compile all that you need before the first run.
    """

    def __init__(self, path: Path, joined: Compiled | None = None) -> None:
        """Compile the stylesheet at a path, unless it is one of those that were compiled joined.

        Raises:
            StylesheetError: it does not compile; the reason names line and column.
        """
        self.path = path
        self.compiled = joined or Compiled(parts(path)[1] or path, _source(path))

    def render(self, document: "Readable", parameters: Mapping[str, str] | None = None) -> str:
        """Return what the stylesheet makes of a document.

        Raises:
            StylesheetError: the stylesheet stopped; the reason is its own message.
        """
        return self.compiled.run(self.path, document, parameters or {})

    def read(self, document: "Readable") -> None:
        """Read a document that will be rendered.

        Raises:
            StylesheetError: Saxon cannot read it.
        """
        self.compiled.read(self.path, document)


def render_all(
    stylesheets: Sequence[Stylesheet], document: "Readable", parameters: Mapping[str, str]
) -> Iterator[Rendered]:
    """Give what each stylesheet makes of a document; those that are joined run as one.

    Raises:
        StylesheetError: a stylesheet stopped; the reason is its own message.
    """
    for whole in dict.fromkeys(sheet.compiled for sheet in stylesheets):
        paths = [sheet.path for sheet in stylesheets if sheet.compiled is whole]
        yield from whole.run_together(paths, document, parameters)


def compile_all(paths: Sequence[Path]) -> list[Stylesheet]:
    """Compile stylesheets; those of the toolkit as one, for they share their modules.

    Raises:
        StylesheetError: one does not compile.
    """
    compiled: dict[Path, Compiled] = {}
    for (_, over), group in joinable(paths).items():
        compiled |= dict.fromkeys(group, _compile_joined(group, over))
    return [Stylesheet(path, compiled.get(path)) for path in paths]


def _compile_joined(paths: Sequence[Path], over: Path | None) -> Compiled:
    whole = joined(paths, whole=over is not None)
    if over is None:
        return Compiled(paths[0], {"stylesheet_text": whole.text}, whole.outputs)
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="teikit-") as folder:
        file = Path(folder, "joined.xsl")
        file.write_text(whole.text, encoding="utf-8")
        return Compiled(over, {"stylesheet_text": overlaid(file, over)}, whole.outputs)


def _source(path: Path) -> dict[str, str]:
    ours, over = parts(path)
    if over is None:
        return {"stylesheet_file": str(ours.resolve())}
    return {"stylesheet_text": overlaid(ours, over, path.stem)}
