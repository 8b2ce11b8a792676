"""Several stylesheets of the toolkit as one, kept so that its modules are not joined each time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from toolkit.cache.glimpsed import Glimpsed
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import CORPUS, parts

# The mode in which a joined stylesheet makes several outputs in one run, in which they share what
# is cached: the length of each, in the modes that are named by the parameter, and then all of them.
TOGETHER: Final = "together"
ASKED: Final = "together-asked"


class Output(NamedTuple):
    """How a stylesheet among those joined makes its file."""

    mode: str
    serialization: Mapping[str, str]


class Joined(NamedTuple):
    """The text of one stylesheet that does the work of several."""

    text: str
    outputs: Mapping[Path, Output]


def joinable(stylesheets: Sequence[Path]) -> dict[tuple[Path, Path | None], list[Path]]:
    """Return the toolkit's own pages among stylesheets, by folder and what is laid over them."""
    found: dict[tuple[Path, Path | None], list[Path]] = {}
    for path in stylesheets:
        ours, over = parts(path)
        if ours.resolve().parent in {XSLT.resolve(), (XSLT / CORPUS).resolve()}:
            found.setdefault((ours.parent, over), []).append(path)
    return found


def joined(stylesheets: Sequence[Path], *, whole: bool) -> Joined:
    """Return stylesheets of the toolkit as one: the whole of their modules, or what is used.

    Raises:
        OSError: a module cannot be read.
    """
    ours = [parts(sheet)[0] for sheet in stylesheets]
    kept = Glimpsed("joined-whole" if whole else "joined", ours)
    match kept.read():
        case {"text": str(text), "outputs": [*outputs]}:
            made = [Output(mode, serialization) for mode, serialization in outputs]
        case _:
            from toolkit.xsl import joining

            text, made, modules = joining.join(ours, whole=whole)
            content = {"text": text, "outputs": made}
            kept.write(content, (*modules, Path(__file__), Path(joining.__file__)))
    return Joined(text, dict(zip(stylesheets, made, strict=True)))
