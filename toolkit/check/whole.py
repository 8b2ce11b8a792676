"""All checks of one document, each where it applies, and what they find put together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from toolkit.check import (
    citations,
    consistency,
    dates,
    encoding,
    languages,
    people,
    pointers,
    relaxng,
    schematron,
    spacing,
    withheld,
    xsd,
)
from toolkit.check.finding import first, short
from toolkit.check.foreign import foreign
from toolkit.check.rulefiles import phases
from toolkit.check.scheme import Scheme, is_missing, scheme_of
from toolkit.check.settling import settle
from toolkit.odd.ready import CONVERT
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document
from toolkit.resources import SCHEMA

CHECKS: dict[str, Callable[[Document], Iterable[Problem]]] = {
    "relaxng": relaxng.check,
    "xsd": xsd.check,
    "pointers": pointers.check,
    "schematron": schematron.check,
    "languages": languages.check,
    "dates": dates.check,
    "people": people.check,
    "spacing": spacing.check,
    "encoding": encoding.check,
    "consistency": consistency.check,
    "citations": citations.check,
    "withheld": withheld.check,
}
# XML Schema takes whatever RELAX NG takes, so it has nothing to add: it is there to be compared.
_USUAL: Final = tuple(name for name in CHECKS if name != "xsd")
# Those that apply the toolkit's own scheme.
_OWN: Final = frozenset(("relaxng", "xsd", "schematron"))
OFF: Final = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a project wants to be checked."""

    schemas: tuple[Path, ...] = ()
    """Schemas to use instead of those that documents name: .rng, .xsd, .odd, .sch."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """By rule: error, warning, info, or off."""
    base: Path | None = None
    """What ODDs among them customise, such as TEI's p5subset.xml."""
    phase: str = "#DEFAULT"
    """The phase of Schematron schemas; `#DEFAULT` is the one that a schema names itself, or all."""


def check(
    document: Document, names: Sequence[str] = _USUAL, settings: Settings | None = None
) -> list[Problem]:
    """Return the problems of a document in the order of the text; one mistake is one problem.

    Raises:
        SchemaError: a schema cannot be read, or none has the phase that is asked for.
        StylesheetError: rules of a Schematron schema cannot be run.
    """
    wanted = settings or Settings()
    scheme = scheme_of(document, wanted.schemas, wanted.phase, wanted.base)
    if scheme.own:
        phases([SCHEMA / "edition.sch"], None, scheme.phase)
    found = {n: list(first(CHECKS[n](document))) for n in names if scheme.own or n not in _OWN}
    if not scheme.own:
        found |= foreign(document, scheme)
    found["scheme"] = list(_unread(document, scheme))
    return list(_levelled(settle(found, document), wanted.levels))


def _levelled(problems: Iterable[Problem], levels: Mapping[str, str]) -> Iterator[Problem]:
    for problem in problems:
        level = levels.get(problem.rule, problem.level)
        if level != OFF:
            yield replace(problem, level=Level(level), message=short(problem.message))


def _unread(document: Document, scheme: Scheme) -> Iterator[Problem]:
    for model in scheme.unread:
        message = f"the document names the schema {model.href}, "
        if is_missing(document, model.href):
            message += "and there is no such file"
            advice = "correct the href, or take the instruction out"
        else:
            message += "which is no file that the toolkit reads"
            advice = "give a local .rng, .xsd, .odd or .sch with --schema to check validity as well"
        if model.href.endswith(".rnc"):
            advice = CONVERT.format(model.href.rpartition("/")[2].removesuffix(".rnc"))
        path, rule = document.path, "foreign-schema"
        yield Problem(path, model.line, 1, rule, message, advice, level=Level.WARNING)
