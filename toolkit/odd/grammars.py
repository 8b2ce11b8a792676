"""Read a RELAX NG grammar (XML syntax) as a Schema."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml.etree import _Element

from toolkit.errors import SchemaError
from toolkit.odd.algebra import choice, interleave
from toolkit.odd.grammarparts import components, names, wild
from toolkit.odd.model import Child, Element, Model, Never, Schema
from toolkit.odd.patterns import PatternReader, Read, Refer, either
from toolkit.odd.reading import OddFault, kind, read_xml, refuse
from toolkit.odd.valuepatterns import inherited, patterns
from toolkit.odd.values import RNG

_WILD: Final = {"anyName", "nsName"}


def read_grammar(path: Path) -> Schema:
    """Return a RELAX NG grammar as a Schema; its elements are known by name.

    Raises:
        SchemaError: it cannot be read, or says what our model cannot say.
    """
    root = read_xml(path)
    if root.tag != f"{{{RNG}}}grammar":
        raise SchemaError(path, "is no RELAX NG grammar (XML syntax)")
    try:
        return Grammar([(root, "")]).schema(path.stem)
    except OddFault as fault:
        raise SchemaError(path, str(fault)) from fault


class Grammar:
    """Grammars with all that they include; definitions are read when they are referred to.

    Each root comes with a prefix, which its definitions get. What none of them defines is
    looked up by `outer`.
    """

    def __init__(self, roots: list[tuple[_Element, str]]) -> None:
        self.roots = roots
        self.outer: Refer | None = None
        self.reader = PatternReader(self._refer, self._element)
        self._namespace = inherited(roots[0][0], "ns") if roots else ""
        self._prefixes: dict[_Element, str] = {}
        self._defines: dict[str, list[_Element]] = {}
        self._starts: list[_Element] = []
        for root, prefix in roots:
            for part in components(root, frozenset()):
                self._prefixes[part.getroottree().getroot()] = prefix
                if kind(part) == "start":
                    self._starts.append(part)
                else:
                    self._defines.setdefault(prefix + part.get("name", ""), []).append(part)
        self._read: dict[str, Read | None] = {}
        self._nodes: dict[_Element, Model] = {}
        self._waiting: list[tuple[list[str], list[_Element]]] = []
        self.elements: dict[str, Element] = {}

    def finish(self) -> None:
        """Read what the elements hold that were met: not at once, for they may hold themselves."""
        while self._waiting:
            keys, body = self._waiting.pop()
            read = self.reader.all(body)
            for key in keys:
                attributes = {a.name: replace(a, origin=key) for a in read.attributes}
                element = self.elements[key]
                self.elements[key] = replace(element, content=read.content, attributes=attributes)

    def schema(self, ident: str) -> Schema:
        """Return everything, read."""
        start = choice(self.reader.all(patterns(part)).content for part in self._starts)
        for name, parts in self._defines.items():
            if name not in self._read:
                self.define(name, parts[0])
        self.finish()
        names = [start] if isinstance(start, Child) else getattr(start, "items", ())
        return Schema(
            ident=ident,
            namespace=self._namespace,
            start=tuple(item.name for item in names if isinstance(item, Child)),
            elements=self.elements,
            groups={},
        )

    def defines(self, name: str) -> bool:
        """Whether a name is defined here."""
        return name in self._defines

    def define(self, name: str, reference: _Element) -> Read:
        """Return what a definition says; those of one name are combined.

        Raises:
            OddFault: there is none, or it holds itself outside any element.
        """
        if name not in self._defines:
            refuse(reference, f'<{kind(reference)}> names "{name}", which nothing defines')
        if name not in self._read:
            self._read[name] = None
            self._read[name] = self._combined(self._defines[name])
        found = self._read[name]
        return refuse(reference, f'"{name}" is defined by itself') if found is None else found

    def _combined(self, parts: list[_Element]) -> Read:
        reads = [self.reader.all(patterns(part)) for part in parts]
        if len(reads) == 1:
            return reads[0]
        if "choice" in {part.get("combine") for part in parts}:
            return either(parts[0], reads)
        attributes = tuple(a for read in reads for a in read.attributes)
        return Read(interleave(read.content for read in reads), attributes)

    def _refer(self, node: _Element) -> Read:
        if kind(node) != "ref":
            refuse(node, f"the compiler does not know <{kind(node)}> of RELAX NG")
        own = node.get("name", "")
        name = self._prefixes.get(node.getroottree().getroot(), "") + own
        if name not in self._defines and self.outer is not None:
            name = own
        if name not in self._defines and self.outer is not None:
            return self.outer(node)
        alone = [part for part in self._defines.get(name, []) for part in patterns(part)]
        if len(alone) == 1 and kind(alone[0]) == "element":  # it may hold itself
            return self._element(alone[0])
        return self.define(name, node)

    def _element(self, node: _Element) -> Read:
        if node not in self._nodes:
            self._declare(node)
        return Read(self._nodes[node])

    def _declare(self, node: _Element) -> None:
        inside = patterns(node)
        if "name" not in node.attrib and any(
            kind(n) in _WILD for n in inside[0].iter(f"{{{RNG}}}*")
        ):
            self._nodes[node] = wild(inside[0], inside[1:])
            return
        qnames = list(names(node, inside))
        body = inside if "name" in node.attrib else inside[1:]
        keys = []
        for space, tag in qnames:
            keys.append(self._key(tag, space))
            if self.outer is not None and "~" in keys[-1]:
                refuse(node, f"a second definition of <{tag}>: in an ODD an element has one")
            self.elements[keys[-1]] = Element(keys[-1], tag, space, Never(), {})
        self._nodes[node] = choice(map(Child, keys))
        self._waiting.append((keys, body))

    def _key(self, tag: str, space: str) -> str:
        """Return a name for an element: its own, or one of its namespace, or of its definition."""
        own = tag if self.outer is None and space == self._namespace else f"{{{space}}}{tag}"
        name, times = own, 1
        while name in self.elements:
            times += 1
            name = f"{own}~{times}"
        return name
