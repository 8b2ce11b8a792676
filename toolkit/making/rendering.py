"""What stylesheets make of a document, in a process that may know no more than they need."""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from toolkit.drawing import SOURCES, drawing, together
from toolkit.limits import SMALL
from toolkit.xsl.engine import Rendered
from toolkit.xsl.transform import Stylesheet, compile_all, render_all

if TYPE_CHECKING:
    from toolkit.problems import Problem
    from toolkit.xsl.handing import Readable

# What `xslt/lib/fallback.xsl` says of an element that no other template knows.
_UNKNOWN: Final = re.compile(r"^no template for (\S+) at (\d+)")


class Made(NamedTuple):
    """The outputs of one document, and what there is to know about it."""

    outputs: Mapping[str, bytes]
    unknown: dict[int, str]
    """The elements that no template knows: which of all elements each is, from 1; its name."""
    prose: bool = False
    """Whether the document is known to hold prose that it declares to be in copyright."""
    warnings: "Sequence[Problem]" = ()
    """What of the document could not be told as well as its editor may wish."""

    def __or__(self, other: "Made") -> "Made":
        """Join two shares of one document's outputs."""
        outputs = {**self.outputs, **other.outputs}
        warnings = self.warnings or other.warnings
        return Made(outputs, self.unknown | other.unknown, self.prose or other.prose, warnings)


def render(
    document: "Readable",
    stylesheets: tuple[Path, ...],
    parameters: Mapping[str, str],
    outputs: MutableMapping[str, bytes] | None = None,
    *,
    last: bool = False,
) -> Made:
    """Return the outputs of a document that is at hand; if they are the last, it is let go.

    They are put into `outputs`, if that is given.

    Raises:
        StylesheetError: a stylesheet does not compile, or stopped.
    """
    outputs = {} if outputs is None else outputs
    unknown: dict[int, str] = {}
    sheets = compiled([path for group in together(stylesheets) for path in group])
    small = len(document.source) <= SMALL
    if last:
        for sheet in sheets:
            sheet.read(document)
        document.let_go()
    for made in _rendered(sheets, document, parameters, outputs, at_once=small):
        outputs[made.path.stem] = made.text.encode()
        for message in made.messages:
            if found := _UNKNOWN.match(message):
                unknown[int(found[2])] = found[1]
    for name in {*outputs} - {path.stem for path in stylesheets}:
        del outputs[name]
    return Made(outputs, unknown)


def _rendered(
    sheets: Sequence[Stylesheet],
    document: "Readable",
    parameters: Mapping[str, str],
    outputs: Mapping[str, bytes],
    *,
    at_once: bool,
) -> Iterator[Rendered]:
    """Give what stylesheets make, at first that from which others draw."""
    drawn = {sheet.path.stem for sheet in sheets} & {*SOURCES}
    first = [sheet for sheet in sheets if sheet.path.stem in {SOURCES[page] for page in drawn}]
    rest = [sheet for sheet in sheets if sheet not in first]
    told = dict(parameters)
    for part in _runs(first, at_once=at_once):
        yield from render_all(part, document, told)
    for page in drawn:
        told |= drawing(page, outputs)
    for part in _runs(rest, at_once=at_once):
        yield from render_all(part, document, told)


def _runs(sheets: list[Stylesheet], *, at_once: bool) -> list[list[Stylesheet]]:
    """Return stylesheets as they run: all together, or each alone."""
    return [sheets] if at_once else [[sheet] for sheet in sheets]


_sheets: dict[Path, Stylesheet] = {}


def compiled(paths: Sequence[Path]) -> list[Stylesheet]:
    """Return stylesheets that this process has compiled, each once.

    Raises:
        StylesheetError: one does not compile.
    """
    missing = [path for path in paths if path not in _sheets]
    _sheets.update({sheet.path: sheet for sheet in compile_all(missing)})
    return [_sheets[path] for path in paths]
