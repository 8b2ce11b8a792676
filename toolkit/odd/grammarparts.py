"""The parts of a RELAX NG grammar: definitions, inclusions, classes of names."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from lxml.etree import _Element

from toolkit.odd.model import AnyElement, Model
from toolkit.odd.reading import beside, kind, read_xml, refuse
from toolkit.odd.valuepatterns import inherited, patterns
from toolkit.odd.values import RNG

# Files that a grammar brings in: more are a trap.
_MOST: Final = 1_000


def components(
    root: _Element, seen: frozenset[Path], read: Iterator[int] | None = None
) -> Iterator[_Element]:
    """Give the definitions and starts of a grammar; those of an inclusion may be overridden.

    `read` counts the files that are brought in, each as often as it is.
    """
    read = read or count(1)
    for part in patterns(root):
        match kind(part):
            case "div":
                yield from components(part, seen, read)
            case "include":
                path = beside(part, part.get("href", ""))
                if path in seen:
                    refuse(part, f'"{part.get("href")}" includes itself')
                if next(read) > _MOST:
                    refuse(part, f"the grammar includes files more than {_MOST:,} times, the limit")
                own = list(components(part, seen, read))
                over = {(kind(node), node.get("name")) for node in own}
                for node in components(read_xml(path, part), seen | {path}, read):
                    if (kind(node), node.get("name")) not in over:
                        yield node
                yield from own
            case "define" | "start":
                yield part
            case name:
                refuse(part, f"the compiler does not know <{name}> in <{kind(root)}> of RELAX NG")


def names(node: _Element, inside: list[_Element]) -> Iterator[tuple[str, str]]:
    """Give the names of an element pattern, each with its namespace."""
    given = [node] if "name" in node.attrib else list(inside[0].iter(f"{{{RNG}}}name"))
    for part in given:
        yield _qname(part)


def _qname(part: _Element) -> tuple[str, str]:
    text = part.get("name") or (part.text or "").strip()
    prefix, _, local = text.rpartition(":")
    return (part.nsmap.get(prefix) or "") if prefix else inherited(part, "ns"), local


def wild(names: _Element, body: list[_Element]) -> Model:
    """Return an element of any name; it must hold anything, or our model cannot say it."""
    inside = [part for node in body for part in node.iter(f"{{{RNG}}}*")]
    if not any(kind(part) == "anyName" for part in inside):
        refuse(
            names, "an element of any name that does not take any attribute is not possible here"
        )
    exclude = [part for node in names.iter(f"{{{RNG}}}except") for part in node.iter(f"{{{RNG}}}*")]
    require = [part.get("ns", "") for part in names.iter(f"{{{RNG}}}nsName") if part not in exclude]
    spaces = [inherited(part, "ns") for part in exclude if kind(part) == "nsName"]
    tags = ["{{{}}}{}".format(*_qname(part)) for part in exclude if kind(part) == "name"]
    return AnyElement(tuple(sorted(require)), tuple(sorted([*spaces, *tags])))
