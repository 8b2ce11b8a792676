"""What one document becomes: a task that any process can do, for it reads and writes no file."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.drawing import SOURCES, drawing, together
from toolkit.limits import DEFAULT, SMALL, Limits
from toolkit.problems import Problem
from toolkit.reading.document import Document, parse
from toolkit.reading.references import untagged
from toolkit.xsl.engine import Rendered
from toolkit.xsl.handing import Readable
from toolkit.xsl.transform import Stylesheet, compile_all, render_all

if TYPE_CHECKING:
    from lxml.etree import _Element

# What `xslt/lib/fallback.xsl` says of an element that no other template knows.
_UNKNOWN: Final = re.compile(r"^no template for (\S+) at (\d+)")


@dataclass(frozen=True, slots=True)
class Order:
    """One document and the stylesheets to run on it."""

    path: Path
    source: bytes = field(repr=False)
    stylesheets: tuple[Path, ...]
    parameters: Mapping[str, str]
    limits: Limits = DEFAULT


@dataclass(frozen=True, slots=True)
class Made:
    """The outputs of one document, and what there is to know about it."""

    outputs: Mapping[str, bytes] = field(repr=False)
    unknown: dict[int, str]
    """The elements that no template knows: which of all elements each is, from 1; its name."""
    prose: bool = False
    """Whether the document is known to hold prose that it declares to be in copyright."""
    warnings: Sequence[Problem] = ()
    """What of the document could not be told as well as its editor may wish."""

    def __or__(self, other: "Made") -> "Made":
        """Join two shares of one document's outputs."""
        outputs = {**self.outputs, **other.outputs}
        warnings = self.warnings or other.warnings
        return Made(outputs, self.unknown | other.unknown, self.prose or other.prose, warnings)


def make(order: Order) -> Made:
    """Return the outputs of a document.

    Raises:
        ProblemsFound: the document is not well formed, or not TEI, or exceeds a limit.
        StylesheetError: a stylesheet does not compile, or stopped.
    """
    from toolkit.prose.facts import has_prose

    document = parse(order.source, order.path, order.limits)
    prose, warnings = has_prose(document), untagged(document)
    made = render(document, order.stylesheets, order.parameters, last=True)
    return replace(made, prose=prose, warnings=warnings)


def render(
    document: Readable,
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
    document: Readable,
    parameters: Mapping[str, str],
    outputs: Mapping[str, bytes],
    *,
    at_once: bool,
) -> Iterator[Rendered]:
    """Give what stylesheets make; those that draw come last, for they draw from other outputs."""
    drawn = [sheet for sheet in sheets if sheet.path.stem in SOURCES]
    plain = [sheet for sheet in sheets if sheet not in drawn]
    for group in [plain] if at_once else [[sheet] for sheet in plain]:
        yield from render_all(group, document, parameters)
    for sheet in drawn:
        more = drawing(sheet.path.stem, outputs)
        yield from render_all([sheet], document, {**parameters, **more})


def unknown_elements(made: Made) -> Counter[str]:
    """Return the names of the elements that no template knows, with their numbers."""
    return Counter(made.unknown.values())


def first_places(document: Document, made: Made) -> dict[str, str]:
    """Return where each element that no template knows first stands: ``/TEI[1]/text[1]/…``."""
    return {name: path(element) for name, element in _first(document, made)}


def unknown_problems(document: Document, made: Made) -> list[Problem]:
    """Return a problem for every name of elements that no template knows, where it first stands."""
    advice = "write a template for it in a stylesheet of your own, or build without --strict"
    counts, problems = unknown_elements(made), []
    for name, element in _first(document, made):
        times = f" ({counts[name]:,} times)" if counts[name] > 1 else ""
        message = f"no template knows <{name}>{times}; its text is shown without its meaning"
        place = document.position(element)
        problems.append(Problem(document.path, *place, "unknown-element", message, advice))
    return problems


def _first(document: Document, made: Made) -> "Iterator[tuple[str, _Element]]":
    """Give each name that no template knows, with the first element of that name."""
    seen: set[str] = set()
    for number, element in enumerate(document.tree.iter("*"), start=1):
        name = made.unknown.get(number)
        if name is not None and name not in seen:
            seen.add(name)
            yield name, element


def path(element: "_Element") -> str:
    """Return where an element stands: ``/TEI[1]/text[1]/…``."""
    steps = []
    for node in (element, *element.iterancestors()):
        name = str(node.tag)
        same = 1 + sum(1 for _ in node.itersiblings(name, preceding=True))
        steps.append(f"/{name.rpartition('}')[2]}[{same}]")
    return "".join(reversed(steps))


_sheets: dict[Path, Stylesheet] = {}


def compiled(paths: Sequence[Path]) -> list[Stylesheet]:
    """Return stylesheets that this process has compiled, each once.

    Raises:
        StylesheetError: one does not compile.
    """
    missing = [path for path in paths if path not in _sheets]
    _sheets.update({sheet.path: sheet for sheet in compile_all(missing)})
    return [_sheets[path] for path in paths]
