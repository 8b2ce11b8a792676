"""From bytes to a tree, safely: no network, no other file, no bomb, and the place of each fault.

What explains a fault is imported when there is one.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.errors import ProblemsFound
from toolkit.limits import Limits
from toolkit.problems import Problem
from toolkit.reading.bounds import limit, refuse_size
from toolkit.reading.entities import is_settled, settle_names
from toolkit.reading.kinds import kind_of
from toolkit.wellformed.names import refused_name

# What libxml2 reports that does not make a document ill formed: checks report these better.
_NOT_FATAL: Final = {"DTD_ID_REDEFINED", "DTD_XMLID_VALUE", "WAR_UNKNOWN_VERSION"}
_ENTITY: Final = {"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY"}
# What libxml2 refuses for its size, and reads when asked to read large documents.
_LARGE: Final = {
    "ERR_RESOURCE_LIMIT",
    "ERR_NAME_TOO_LONG",
    "ERR_COMMENT_NOT_FINISHED",
    "ERR_CDATA_NOT_FINISHED",
    "ERR_PI_NOT_FINISHED",
}
_NAME: Final = re.compile(r"Entity '([^']*)'")


def read_tree(source: bytes, path: Path, limits: Limits) -> "etree._ElementTree":
    """Return the tree of a document; entities that it declares itself are expanded.

    Raises:
        ProblemsFound: the bytes are not well-formed XML, or exceed a limit.
    """
    refuse_size(source, path, limits)
    _refuse_others(source, path)
    root, log = _parse(source, path, large=False)
    if _hits_a_size(log) and not _declares_entities(root):
        root, log = _parse(source, path, large=True)
    if any(entry.type_name in _ENTITY for entry in log):
        from toolkit.reading.parameters import are_declared, expanded

        if are_declared(source):
            root, log = _parse(expanded(source, path), path, large=False)
    faults = list(_faults(log, root, source, path, limits))
    if faults or root is None:
        from toolkit.wellformed.diagnosis import alien, diagnose

        other = alien(source, path)
        if faults or other:
            raise ProblemsFound([other] if other else faults)
        unknown = malformed(path, 1, 1, "no XML was found")
        raise ProblemsFound([diagnose(source, path) or unknown])
    _refuse_depth(root, path, limits)
    if problem := refused_name(source, path):
        raise ProblemsFound([problem])
    settle_names(root)
    return root.getroottree()


def malformed(path: Path, line: int, column: int, said: str) -> Problem:
    """Return the problem of a document that is not XML."""
    words = re.sub(r", line \d+, column \d+$", "", " ".join(said.split())).rstrip(".")
    said = words if words not in {"", "(null)"} else "no XML was found"
    message = f"the document is not well-formed XML: {said}"
    advice = "mend the markup here or shortly before"
    return Problem(path, max(line, 1), max(column, 1), "not-well-formed", message, advice)


def _parse(
    source: bytes, path: Path, *, large: bool
) -> "tuple[etree._Element | None, etree._ListErrorLog]":
    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, recover=True, huge_tree=large
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        if not parser.error_log:
            line, column = error.position
            from toolkit.wellformed.diagnosis import diagnose

            found = diagnose(source, path) or malformed(path, line, column, error.msg or "")
            raise ProblemsFound([found]) from error
        root = None
    return root, parser.error_log


def _hits_a_size(log: "etree._ListErrorLog") -> bool:
    return any(entry.type_name in _LARGE for entry in log)


def _declares_entities(root: "etree._Element | None") -> bool:
    """Tell whether a document could grow by expansion: a large one of that kind is not read."""
    dtd = None if root is None else root.getroottree().docinfo.internalDTD
    return dtd is not None and any(True for _ in dtd.iterentities())


def _faults(
    log: "etree._ListErrorLog",
    root: "etree._Element | None",
    source: bytes,
    path: Path,
    limits: Limits,
) -> Iterator[Problem]:
    """Yield each entity that cannot be read, once, or else the first fault of another kind."""
    seen = set()
    outside = _outside_entities(root)
    for entry in log:
        harmless = entry.level <= etree.ErrorLevels.WARNING or entry.type_name in _NOT_FATAL
        if harmless or is_settled(entry, root):
            continue
        name = _name(entry)
        if entry.type_name in _ENTITY and name not in seen:
            if name not in outside or _is_used(name, source):
                seen.add(name)
                yield _entity(name, entry, outside, source, path)
        elif entry.type_name not in _ENTITY:
            if not seen:
                yield _fault(entry, source, path, limits)
            return


def _fault(entry: "etree._LogEntry", source: bytes, path: Path, limits: Limits) -> Problem:
    if "amplification" in entry.message:
        return _bomb(entry, source, path)
    if "Excessive depth" in entry.message:
        return _too_deep(path, entry.line, entry.column, limits)
    from toolkit.wellformed.diagnosis import diagnose, unknown_encoding

    if entry.type_name == "ERR_UNSUPPORTED_ENCODING":
        return unknown_encoding(source, path)
    return diagnose(source, path) or malformed(path, entry.line, entry.column, entry.message)


def _name(entry: "etree._LogEntry") -> str:
    found = _NAME.search(entry.message)
    return found[1] if found else ""


def _is_used(name: str, source: bytes) -> bool:
    """Tell a use in the text from that of a parameter entity, which only an outside DTD needs."""
    return f"&{name};".encode() in source.replace(b"\0", b"")


def _outside_entities(root: "etree._Element | None") -> dict[str, str]:
    dtd = None if root is None else root.getroottree().docinfo.internalDTD
    if dtd is None:
        return {}
    return {str(e.name): e.system_url for e in dtd.iterentities() if e.system_url}


def _entity(
    name: str, entry: "etree._LogEntry", outside: dict[str, str], source: bytes, path: Path
) -> Problem:
    if name in outside:
        message = f'the entity &{name}; is in another file, "{outside[name]}", which is not read'
        advice = "write its text into the document, or use xi:include"
        return Problem(path, entry.line, entry.column, "outside-entity", message, advice)
    from toolkit.wellformed.diagnosis import undeclared

    return undeclared(name, source, path)


def _bomb(entry: "etree._LogEntry", source: bytes, path: Path) -> Problem:
    start = source.find(b"<!ENTITY")
    line = source.count(b"\n", 0, start) + 1 if start > 0 else entry.line
    column = start - source.rfind(b"\n", 0, start) if start > 0 else entry.column
    message = "the entities declared here expand to far more text than the document holds"
    return Problem(path, line, column, "limit", message, "write the text itself")


def _refuse_others(source: bytes, path: Path) -> None:
    """Refuse what is no text at all, by its name where that can be told."""
    if name := kind_of(source):
        message = f"the document is not well-formed XML: it is {name}"
        advice = "give the TEI file itself, or make one of it first"
        raise ProblemsFound([Problem(path, 1, 1, "not-well-formed", message, advice)])


def _refuse_depth(root: "etree._Element", path: Path, limits: Limits) -> None:
    found = root.xpath("/*" * (limits.depth + 1))
    if isinstance(found, list) and found and isinstance(found[0], etree._Element):  # noqa: SLF001 -- lxml's public class
        raise ProblemsFound([_too_deep(path, found[0].sourceline or 1, 1, limits)])


def _too_deep(path: Path, line: int, column: int, limits: Limits) -> Problem:
    message = f"elements stand more than {limits.depth} deep in one another, the limit"
    return limit(path, line, column, message, "depth")
