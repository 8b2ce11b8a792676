"""What is to be made of one document: a task that any process can do, which touches no file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.limits import DEFAULT, Limits
from toolkit.making.rendering import Made, render
from toolkit.reading.document import parse
from toolkit.reading.references import untagged


@dataclass(frozen=True, slots=True)
class Order:
    """One document and the stylesheets to run on it."""

    path: Path
    source: bytes = field(repr=False)
    stylesheets: tuple[Path, ...]
    parameters: Mapping[str, str]
    limits: Limits = DEFAULT


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
    return made._replace(prose=prose, warnings=warnings)
