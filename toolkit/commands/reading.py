"""What the commands that publish have in common: a document, woven if a copy is at hand."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.limits import Limits
    from toolkit.reading.document import Document


def standard_input(path: Path, limits: "Limits") -> bytes | None:
    """Return what stands on standard input, if that is meant, for a process that has none."""
    if str(path) != "-":
        return None
    from toolkit.reading.document import read_source

    return read_source(path, limits)


def woven(
    path: Path, copy: Path | None, limits: "Limits", given: bytes | None = None
) -> "Document":
    """Return a document, with its prose if a copy is given; its bytes may be at hand."""
    from toolkit.reading.document import load, parse

    document = load(path, limits) if given is None else parse(given, path, limits)
    if not copy:
        return document
    from toolkit.prose import read_copy, weave

    return parse(weave(document, read_copy(copy)).source, path, limits)


def as_book(path: Path, copy: Path | None, target: Path) -> "tuple[Document, Mapping[str, str]]":
    """Return a document, with its prose if a copy is given, and what its stylesheets are told.

    Raises:
        OutputError: the target is what is read, or git would publish prose in copyright there.
    """
    from toolkit.configuration import configuration
    from toolkit.output import refuse_same, refuse_tracked
    from toolkit.prose import has_prose
    from toolkit.reading.gathering import whole

    refuse_same(target, path, copy)
    choices = configuration(path)
    document = woven(path, copy, choices.limits)
    if has_prose(document):
        refuse_tracked(target)
    return whole(document, choices.folder, choices.entities, choices.limits)[0], choices.parameters
