"""A project's own choices: ``edition.toml`` beside its TEI."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigurationError
from toolkit.limits import DEEPEST, Limits
from toolkit.named import NAME, line_of, refuse_outside, refuse_patterns, text_of
from toolkit.resources import label_keys, languages

LEVELS: Final = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project says about itself; every part has a sensible default."""

    folder: Path | None = None
    """Where the file lies, if there is one; its paths are relative to it."""
    files: tuple[str, ...] = ("**/*.xml", "**/*.tei", "**/*.odd")
    """Patterns of the TEI documents in the folder."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are no documents of the edition."""
    output: Path | None = None
    """The folder to write to."""
    stylesheets: Path | None = None
    """A folder of stylesheets to use instead of the toolkit's."""
    entities: tuple[str, ...] = ()
    """Patterns of files whose entries documents name by their ids alone, or by ``@key``."""
    styles: tuple[Path, ...] = ()
    """Style sheets that come after the toolkit's, in their order."""
    facts: tuple[str, ...] = ()
    """Elements that stay when prose is withheld, for headers that do not declare them."""
    outputs: tuple[str, ...] = ()
    """The names of the outputs to make; all if none is named."""
    joint: bool = True
    """Whether a build of many documents makes joint pages."""
    title: str = ""
    """What the documents together are called, on their joint pages."""
    strict: bool = False
    """Whether an element that no template knows is a problem."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """What the stylesheets are told."""
    limits: Limits = field(default_factory=Limits)
    schemas: tuple[Path, ...] = ()
    """Schemas to check by instead of those that documents name."""
    base: Path | None = None
    """What an ODD among the schemas customises, such as TEI's p5subset.xml."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """How much a rule matters: error, warning, info, or off."""
    baseline: Path | None = None
    """A file of problems that are known already."""


# Each key, the type it must have, and how to say so.
_KEYS: Final[Mapping[str, tuple[type, str]]] = {
    "files": (list, 'a list of patterns, as in ["tei/*.xml"]'),
    "exclude": (list, 'a list of patterns, as in ["drafts/*.xml"]'),
    "entities": (list, 'a list of patterns, as in ["registers/*.xml"]'),
    "styles": (list, 'a list of files, as in ["letters.css"]'),
    "labels": (dict, "a table of strings"),
    "facts": (list, 'a list of elements, as in ["persName", "date"]'),
    "output": (str, "the name of a folder"),
    "stylesheets": (str, "the name of a folder"),
    "outputs": (list, 'a list of file names, as in ["index.html"]'),
    "joint": (bool, "true or false"),
    "title": (str, "a string"),
    "strict": (bool, "true or false"),
    "parameters": (dict, "a table of strings"),
    "schemas": (list, 'a list of files, as in ["schema/letters.odd"]'),
    "base": (str, "the name of a file"),
    "rules": (dict, "a table of levels: error, warning, info or off"),
    "baseline": (str, "the name of a file"),
    "limits": (dict, "a table of numbers: " + ", ".join(Limits._fields)),
}
# Those that name files or folders, which lie in the folder of the edition.
_PLACES: Final = ("output", "stylesheets", "styles", "schemas", "base", "baseline")


def find(start: Path) -> Path | None:
    """Return the ``edition.toml`` of a document or folder: beside it, or one folder above."""
    folder = start if start.is_dir() else start.parent
    for place in (folder, folder.resolve().parent):
        if (place / NAME).is_file():
            return place / NAME
    return None


def edition_folder(path: Path) -> Path:
    """Return the folder of the edition that a document belongs to: nothing outside it is read."""
    found = find(path)
    return (found or path).resolve().parent


def configuration(start: Path) -> Configuration:
    """Return the choices of the project to which a document or a folder belongs.

    Raises:
        ConfigurationError: the file is not TOML, or a key is unknown or of the wrong type.
    """
    path = find(start)
    return read(path) if path else Configuration()


def read(path: Path) -> Configuration:
    """Read a file of choices.

    Raises:
        ConfigurationError: it is not TOML, or a key is unknown or of the wrong type.
    """
    import tomllib

    text = text_of(path)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigurationError(path, line, str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(path, 1, "holds a number or a nesting too long to read") from error
    for key, value in given.items():
        _check(key, value, path, text)
    if "stylesheets" not in given and "lang" in given.get("parameters", {}):
        _check_language(given["parameters"]["lang"], path, text)
    return _made(given, path)


def _check(key: str, value: object, path: Path, text: str) -> None:
    if key not in _KEYS:
        known = ", ".join(sorted(_KEYS))
        raise ConfigurationError(path, line_of(text, key), f'unknown key "{key}"; known: {known}')
    kind, wanted = _KEYS[key]
    strings = not isinstance(value, list) or all(isinstance(item, str) for item in value)
    if not (isinstance(value, kind) and strings):
        raise _wrong(key, wanted, value, path, text)
    if key in _PLACES:
        refuse_outside(key, value if isinstance(value, list) else [str(value)], path, text)
    if isinstance(value, list) and key in {"files", "exclude", "entities"}:
        refuse_patterns(key, value, path, text)
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_inner(key, name, inner, path, text)


def _check_inner(table: str, name: str, value: object, path: Path, text: str) -> None:
    line = line_of(text, name, table)
    if table == "limits":
        if name not in Limits._fields:
            reason = f'unknown key "limits.{name}"; known: {", ".join(Limits._fields)}'
            raise ConfigurationError(path, line, reason)
        most = DEEPEST if name == "depth" else 10**9
        if type(value) is not int or not 0 < value <= most:
            wanted = f"a whole number above 0, up to {most:,}"
            raise _wrong(f"limits.{name}", wanted, value, path, text)
    elif table == "rules" and value not in LEVELS:
        raise _wrong(f"{table}.{name}", "error, warning, info or off", value, path, text)
    elif table == "labels" and name not in label_keys():
        reason = f'unknown key "labels.{name}"; known: {", ".join(sorted(label_keys()))}'
        raise ConfigurationError(path, line, reason)
    elif not isinstance(value, str):
        raise _wrong(f"{table}.{name}", "a string", value, path, text)


def _check_language(value: str, path: Path, text: str) -> None:
    if value.partition("-")[0] not in languages():
        reason = f'"parameters.lang" must be one of {", ".join(languages())}; found {value!r}'
        raise ConfigurationError(path, line_of(text, "lang", "parameters"), reason)


def _wrong(key: str, wanted: str, value: object, path: Path, text: str) -> ConfigurationError:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string"}
    names |= {list: "a list", dict: "a table"}
    table, _, name = key.rpartition(".")
    reason = f'"{key}" must be {wanted}; found {names.get(type(value), "a date")}: {value!r}'
    return ConfigurationError(path, line_of(text, name, table), reason)


def _made(given: dict[str, object], path: Path) -> Configuration:
    made = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    for key in ("output", "stylesheets", "base", "baseline"):
        if key in made:
            made[key] = path.parent / str(made[key])
    for key in ("schemas", "styles"):
        if isinstance(names := made.get(key), tuple):
            made[key] = tuple(path.parent / name for name in names)
    if labels := made.pop("labels", None):
        from json import dumps

        told = made.get("parameters", {})
        made["parameters"] = {**(told if isinstance(told, dict) else {}), "labels": dumps(labels)}
    if isinstance(limits := made.get("limits"), dict):
        made["limits"] = Limits(**limits)
    return Configuration(folder=path.parent, **made)  # type: ignore[arg-type]
