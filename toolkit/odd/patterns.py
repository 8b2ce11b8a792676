"""Read RELAX NG patterns: what an element holds and which attributes it takes, apart.

RELAX NG may tie attributes to content; an ODD, and so our model, may not. A pattern that
does is refused with its line.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.model import (
    UNBOUNDED,
    Attribute,
    Empty,
    Literal,
    Model,
    Never,
    Text,
)
from toolkit.odd.reading import kind, refuse
from toolkit.odd.valuepatterns import as_value, data, inherited, list_of, patterns
from toolkit.odd.values import ANNOTATIONS, RNG

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_TIMES: Final = {"optional": (0, 1), "zeroOrMore": (0, UNBOUNDED), "oneOrMore": (1, UNBOUNDED)}


@dataclass(frozen=True, slots=True)
class Read:
    """What a pattern says: content, and attributes beside it."""

    content: Model = Empty()  # noqa: RUF009 -- frozen
    attributes: tuple[Attribute, ...] = ()


Refer = Callable[[_Element], Read]


class PatternReader:
    """Reads patterns; what a reference or an element stands for is for its owner to say."""

    def __init__(self, refer: Refer, element: Refer) -> None:
        self._refer = refer
        self._element = element

    def all(self, nodes: Iterable[_Element]) -> Read:
        """Read patterns that stand one after the other."""
        return _together([self.read(node) for node in nodes], sequence)

    def read(self, node: _Element) -> Read:  # noqa: PLR0911 -- one case a kind
        """Read one pattern.

        Raises:
            OddFault: our model cannot say the same.
        """
        match kind(node):
            case "ref" | "parentRef" | "externalRef":
                return self._refer(node)
            case "element":
                return self._element(node)
            case "attribute":
                return Read(attributes=tuple(self._attributes(node)))
            case "group" | "div":
                return self.all(patterns(node))
            case "interleave":
                return _together([self.read(part) for part in patterns(node)], interleave)
            case "mixed":
                inside = self.all(patterns(node))
                return replace(inside, content=interleave((Text(), inside.content)))
            case "choice":
                return either(node, [self.read(part) for part in patterns(node)])
            case "optional" | "zeroOrMore" | "oneOrMore" as name:
                return _times(node, self.all(patterns(node)), *_TIMES[name])
            case _:
                return Read(self._leaf(node))

    def _leaf(self, node: _Element) -> Model:  # noqa: PLR0911 -- one case a kind
        match kind(node):
            case "text":
                return Text()
            case "empty":
                return Empty()
            case "notAllowed":
                return Never()
            case "data":
                return data(node)
            case "value":
                return Literal((node.text or "").strip())
            case "list":
                return list_of(node, self._content(patterns(node)))
            case name:
                return refuse(node, f"the compiler does not know <{name}> of RELAX NG")

    def _content(self, nodes: list[_Element]) -> Model:
        read = self.all(nodes)
        if read.attributes:
            refuse(nodes[0], "an attribute cannot stand here")
        return read.content

    def _attributes(self, node: _Element) -> list[Attribute]:
        inside = patterns(node)
        names = [node.get("name", "")] if "name" in node.attrib else []
        spaces = [node.get("ns", "")] if names else []
        if not names:
            classes = [part for part in inside[0].iter(f"{{{RNG}}}*") if not len(part)]
            if any(kind(part) != "name" for part in classes):
                refuse(node, "an attribute of any name cannot be one of an element's own")
            names = [(part.text or "").strip() for part in classes]
            spaces = [inherited(part, "ns") for part in classes]
            inside = inside[1:]
        model = as_value(self._content(inside)) if inside else Text()
        default = node.get(f"{{{ANNOTATIONS}}}defaultValue", "")
        found = [_qualified(node, *pair) for pair in zip(names, spaces, strict=True)]
        rivals = f"line {node.sourceline}" if len(found) > 1 else ""
        return [Attribute(name, model, "req", default=default, rivals=rivals) for name in found]


def _qualified(node: _Element, name: str, space: str) -> str:
    prefix, colon, local = name.rpartition(":")
    if colon and prefix != "xml":
        space = node.nsmap.get(prefix) or ""
    if prefix == "xml" or space == _XML:
        return f"xml:{local}"
    return f"{{{space}}}{local}" if space else local


def _together(reads: list[Read], join: Callable[[Iterable[Model]], Model]) -> Read:
    found: dict[str, Attribute] = {}
    for attribute in (a for read in reads for a in read.attributes):
        found[attribute.name] = attribute
    return Read(join([read.content for read in reads]), tuple(found.values()))


def _times(node: _Element, inside: Read, least: int, most: float) -> Read:
    attributes = inside.attributes
    if least == 0 and any(a.usage == "req" for a in attributes):
        alone = len({a.rivals or a.name for a in attributes}) == 1
        if not (alone and isinstance(inside.content, Empty)):
            refuse(node, "attributes that depend on each other or on content are not possible here")
        attributes = tuple(replace(a, usage="opt") for a in attributes)
    return Read(repeat(inside.content, least, most), attributes)


def either(node: _Element, reads: list[Read]) -> Read:
    """Return one of several: of contents, of attributes, or of the values of one attribute.

    Raises:
        OddFault: an attribute would depend on content.
    """
    content = choice(read.content for read in reads)
    found = [a for read in reads for a in read.attributes]
    if not found:
        return Read(content)
    if not isinstance(content, Empty) or any(len(read.attributes) > 1 for read in reads):
        refuse(node, "attributes that depend on each other or on content are not possible here")
    sure = all(read.attributes and read.attributes[0].usage == "req" for read in reads)
    usage = "req" if sure else "opt"
    if len({a.name for a in found}) == 1:
        return Read(
            attributes=(replace(found[0], type=choice(a.type for a in found), usage=usage),)
        )
    rivals = f"line {node.sourceline}"
    return Read(attributes=tuple(replace(a, usage=usage, rivals=rivals) for a in found))
