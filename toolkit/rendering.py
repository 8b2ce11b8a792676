"""What one document becomes: a task that any process can do, for it reads and writes no file."""

import re
from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from toolkit.document import NAMESPACES, TEI, Document, parse
from toolkit.drawing import drawing, together
from toolkit.limits import DEFAULT, Limits
from toolkit.problems import Problem
from toolkit.references import untagged
from toolkit.transform import Stylesheet, compile_all

# What `xslt/lib/fallback.xsl` says of an element that no other template knows.
_UNKNOWN: Final = re.compile(r"^no template for (\S+) at (\S+)")

_SPACE: Final = re.compile(r"Q\{[^}]*\}")


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
    unknown: dict[str, str]
    """The elements that no template knows: how to find each, and its name."""
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
    from toolkit.prose.scanning import has_prose

    document = parse(order.source, order.path, order.limits)
    prose, warnings = has_prose(document), untagged(document)
    made = render(document, order.stylesheets, order.parameters, last=True)
    return replace(made, prose=prose, warnings=warnings)


def make_share(order: Order) -> Made:
    """Return some of the outputs of a document; whether it holds prose is known elsewhere.

    Raises:
        ProblemsFound, StylesheetError: as `make`.
    """
    document = parse(order.source, order.path, order.limits)
    return render(document, order.stylesheets, order.parameters, last=True)


def render(
    document: Document,
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
    unknown: dict[str, str] = {}
    sheets = compiled([path for group in together(stylesheets) for path in group])
    if last:
        for sheet in sheets:
            sheet.read(document)
        document.let_go()
    for sheet in sheets:
        name = sheet.path.stem
        outputs[name] = sheet.render(document, {**parameters, **drawing(name, outputs)}).encode()
        for message in sheet.messages:
            if found := _UNKNOWN.match(message):
                unknown[found[2]] = found[1]
    for name in {*outputs} - {path.stem for path in stylesheets}:
        del outputs[name]
    return Made(outputs, unknown)


def unknown_elements(made: Made) -> Counter[str]:
    """Return the names of the elements that no template knows, with their numbers."""
    return Counter(made.unknown.values())


def first_places(made: Made) -> dict[str, str]:
    """Return where each element that no template knows first stands: ``/TEI[1]/text[1]/…``."""
    first: dict[str, str] = {}
    for where, name in made.unknown.items():
        first.setdefault(name, where)
    return {name: _SPACE.sub("", where) for name, where in first.items()}


def unknown_problems(document: Document, made: Made) -> list[Problem]:
    """Return a problem for every name of elements that no template knows, where it first stands."""
    advice = "write a template for it in a stylesheet of your own, or build without --strict"
    counts, problems, seen = unknown_elements(made), [], set()
    for where, name in made.unknown.items():
        if name not in seen:
            seen.add(name)
            times = f" ({counts[name]:,} times)" if counts[name] > 1 else ""
            message = f"no template knows <{name}>{times}; its text is shown without its meaning"
            place = _place(document, where)
            problems.append(Problem(document.path, *place, "unknown-element", message, advice))
    return problems


def _place(document: Document, where: str) -> tuple[int, int]:
    """Return the line and column of an element by the path that Saxon gives."""
    expression = re.sub(r"Q\{([^}]*)\}([^/\[]+)", _step, where)
    found = document.tree.xpath(expression, namespaces=NAMESPACES)
    element = found[0] if isinstance(found, list) and found else document.tree.getroot()
    return document.position(element)


def _step(match: re.Match[str]) -> str:
    space, name = match.groups()
    if space == TEI:
        return f"tei:{name}"
    quote = '"' if "'" in space else "'"
    return f"*[local-name()='{name}' and namespace-uri()={quote}{space}{quote}]"


_sheets: dict[Path, Stylesheet] = {}


def compiled(paths: Sequence[Path]) -> list[Stylesheet]:
    """Return stylesheets that this process has compiled, each once.

    Raises:
        StylesheetError: one does not compile.
    """
    missing = [path for path in paths if path not in _sheets]
    _sheets.update({sheet.path: sheet for sheet in compile_all(missing)})
    return [_sheets[path] for path in paths]
