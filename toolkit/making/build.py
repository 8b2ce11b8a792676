"""From one TEI document to its outputs."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from types import MappingProxyType

from toolkit.errors import OutputError, ProblemsFound, WorkerError
from toolkit.limits import DEFAULT, Limits
from toolkit.making.crew import Crew
from toolkit.making.rendering import Made, render
from toolkit.making.unknown import unknown_problems
from toolkit.output import refuse_tracked, sweep, write
from toolkit.processes.worker import CAN_FORK
from toolkit.reading.bounds import unanswered
from toolkit.reading.document import Document
from toolkit.reading.pictures import Pictures
from toolkit.resources import XSLT
from toolkit.xsl.assets import assets
from toolkit.xsl.modules import inspect
from toolkit.xsl.stylesheets import stylesheets as all_stylesheets


@cache
def toolkit_version() -> str:
    """Return the version of the toolkit that is installed."""
    # importlib.metadata takes longer to import than a small document takes to build
    for place in sys.path:
        for found in Path(place or ".").glob("teikit-*.dist-info"):
            return found.name.removeprefix("teikit-").removesuffix(".dist-info")
    return "0+unknown"


def build(  # noqa: PLR0913 -- each is an option of the command
    document: Document,
    into: Path,
    *,
    stylesheets: Path = XSLT,
    parameters: Mapping[str, str] | None = None,
    outputs: Sequence[str] = (),
    jobs: int = 1,
    limits: Limits = DEFAULT,
    strict: bool = False,
    styles: Sequence[Path] = (),
    pictures: Pictures | None = None,
    crew: Crew | None = None,
    last: bool = False,
) -> list[Path]:
    """Write every output of a document and return the files that changed.

    ``xslt/persons.html.xsl`` makes ``into/<document>/persons.html``: the name of a
    stylesheet, less ``.xsl``, is the name of the file it writes; what lies in
    ``xslt/assets/`` goes along, and `styles` after it, and the `pictures`. If `outputs` are
    named, only they are made.
    Nothing is written unless every output could be made.
    With more than one job the stylesheets are shared out over processes, which is faster
    when they run for the first time and keeps the limit of time; a `crew` that was called
    together before has compiled them already. If this is the `last` that is asked of the
    document, it is let go as soon as the stylesheets' engine has read it.

    Raises:
        OutputError: the document holds prose in copyright and git would publish the target;
            or a file cannot be written.
        ProblemsFound: strict, and there are elements that no template knows; or it took longer
            than the limit.
        StylesheetError: there is no stylesheet, or one of them stopped.
        WorkerError: a process died.
    """
    folder = output_folder(into, document.path)
    sheets = tuple(all_stylesheets(stylesheets, outputs))
    pictures = pictures or Pictures()
    asked = with_version({**(parameters or {}), "pictures": pictures.told})
    also = assets(stylesheets, styles)
    alone = jobs == 1 or crew is not None or not CAN_FORK
    with nullcontext(crew) if alone else Crew(sheets, jobs, limits.seconds) as makers:
        made = _made(makers, document, folder, sheets, asked, last=last and not strict)
    if strict and made.unknown:
        raise ProblemsFound(unknown_problems(document, made))
    return publish(made, folder, also, pictures.copies)


def with_version(parameters: Mapping[str, str] | None) -> dict[str, str]:
    """Return the parameters that every stylesheet is given."""
    return {"version": toolkit_version(), **(parameters or {})}


def output_folder(into: Path, path: Path) -> Path:
    """Return the folder that holds the outputs of a document.

    Raises:
        OutputError: the document's name gives no name of a folder.
    """
    name = path.stem if str(path) != "-" else "standard-input"
    if name in {"", ".", ".."} or "/" in name or "\\" in name:
        raise OutputError(path, "has a name that cannot name a folder; rename it")
    return into / name


def publish(
    made: Made,
    folder: Path,
    also: Mapping[str, bytes],
    pictures: Mapping[str, Path] = MappingProxyType({}),
) -> list[Path]:
    """Write the outputs of a document and what goes along, and return the files that changed.

    What goes along, `also`, is in the place of an output of the same name.

    Raises:
        OutputError: git would publish prose in copyright; or a file cannot be written, or a
            picture not read.
    """
    if made.prose:
        refuse_tracked(folder)
    for each in {folder, *((folder / name).parent for name in pictures)}:
        sweep(each)
    written = [name for name in sorted(pictures) if _copy(pictures[name], folder / name)]
    written += [
        name
        for name in sorted({*made.outputs, *also})
        if write(folder / name, also[name] if name in also else made.outputs[name], own=True)
    ]
    return [folder / name for name in written]


def _copy(picture: Path, to: Path) -> bool:
    try:
        content = picture.read_bytes()
    except OSError as error:
        raise OutputError(picture, f"cannot be read: {error.strerror}") from error
    return write(to, content, own=True)


def _made(  # noqa: PLR0913 -- what `build` was asked
    crew: Crew | None,
    document: Document,
    folder: Path,
    sheets: tuple[Path, ...],
    asked: dict[str, str],
    *,
    last: bool,
) -> Made:
    """Make the outputs, and look for prose while a crew is at work."""
    from toolkit.prose.facts import has_prose

    if crew:
        crew.begin(document, asked)
    if has_prose(document):
        refuse_tracked(folder)
    if crew:
        try:
            return crew.made()
        except WorkerError as error:
            raise unanswered(error, document.path) from error
    from toolkit.making.spool import Spool

    for sheet in sheets:
        inspect(sheet)
    return render(document, sheets, asked, Spool() if last else None, last=last)
