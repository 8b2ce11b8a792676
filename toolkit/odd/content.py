"""Read content models, and the model classes and macros they use."""

from typing import Final

from lxml.etree import _Element

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.datatypes import value
from toolkit.odd.declarations import inline, memberships
from toolkit.odd.grammars import Grammar
from toolkit.odd.model import (
    UNBOUNDED,
    Child,
    Element,
    Empty,
    Group,
    Model,
    Never,
    Text,
)
from toolkit.odd.names import Names
from toolkit.odd.patterns import Read
from toolkit.odd.reading import kind, listed, occurrences, parts, refuse
from toolkit.odd.sources import Declarations

# The usual expansion; what it was called before.
_ONE_OF: Final = ("alternation", "alternate")
_EXPANSIONS: Final = {
    "sequence": (1, 1),
    "sequenceOptional": (0, 1),
    "sequenceRepeatable": (1, UNBOUNDED),
    "sequenceOptionalRepeatable": (0, UNBOUNDED),
}


class ContentReader:
    """Reads content models; classes and macros become named groups on first use."""

    def __init__(self, declarations: Declarations, schema: _Element) -> None:
        self._declarations = declarations
        self._names = Names(declarations, schema)
        self._prefix = schema.get("prefix", "")
        self.groups: dict[str, Model] = {}
        self._open: set[str] = set()
        self._members: dict[str, list[tuple[str, str]]] = {}
        self._grammar = declarations.foreign or Grammar([])
        self._grammar.outer = self._named
        for kind_ in ("elementSpec", "classSpec"):
            for name, spec in declarations.specs[kind_].items():
                for key in memberships(spec):
                    self._members.setdefault(key, []).append((kind_, name))

    def content(self, spec: _Element) -> Model:
        """Return the content model of an element or macro."""
        return sequence(self._parts(spec, "content"))

    def foreign(self) -> dict[str, Element]:
        """Return the elements that RELAX NG in the ODD or beside it has brought in."""
        self._grammar.finish()
        return self._grammar.elements

    def _parts(self, spec: _Element, *names: str) -> list[Model]:
        """Read what stands in an element; what the customisation left out leaves nothing."""
        holders = parts(spec, *names) if names else [spec]
        read = [self._model(part) for holder in holders for part in parts(holder)]
        return [model for model in read if model is not None]

    def _model(self, element: _Element) -> Model | None:
        model = self._inline(element) if inline(element) else self._once(element)
        return None if model is None else repeat(model, *occurrences(element))

    def _once(self, element: _Element) -> Model | None:  # noqa: PLR0911 -- one case a kind
        match kind(element):
            case "textNode":
                return Text()
            case "empty":
                return Empty()
            case "elementRef":
                spec = self._declarations.find("elementSpec", element.get("key"), element)
                return None if spec is None else Child(element.get("key", ""))
            case "classRef":
                return self._class(element)
            case "macroRef":
                return self._macro(element, element.get("key", ""))
            case "sequence" | "alternate" as name:
                return self._several(element, name)
            case "anyElement":
                return self._names.any(element)
            case "dataRef" | "valList":
                return value(element, self._declarations)
            case name:
                return refuse(element, f"<{name}> cannot stand in a content model")

    def _inline(self, element: _Element) -> Model:
        read = self._grammar.reader.read(element)
        if read.attributes:
            refuse(element, "an attribute in a content model is not possible: use <attDef>")
        return self._names.within(read.content)

    def _named(self, node: _Element) -> Read:
        """Return what a reference in RELAX NG means that no grammar defines: an ODD's own name."""
        name = node.get("name", "").removeprefix(self._prefix)
        known = self._declarations.known
        if ("elementSpec", name) in known:
            there = name in self._declarations.specs["elementSpec"]
            return Read(Child(name) if there else Never())
        if ("macroSpec", name) in known:
            return Read(self._macro(node, name) or Never())
        for data in (name, f"tei{name}"):  # TEI renamed data.… to teidata.…
            if ("dataSpec", data) in known:
                spec = self._declarations.find("dataSpec", data, node)
                return Read(Never() if spec is None else self.content(spec))
        key, _, expansion = name.partition("_")
        how = expansion or _ONE_OF[0]
        if ("classSpec", key) in known:
            return Read(self._of_class(node, key, how) or Never())
        return refuse(node, f'<rng:ref> names "{name}", which nothing declares')

    def _several(self, element: _Element, name: str) -> Model | None:
        items = self._parts(element)
        if not items:
            return None
        if name == "alternate":
            return choice(items)
        return interleave(items) if element.get("preserveOrder") == "false" else sequence(items)

    def _macro(self, element: _Element, name: str) -> Model | None:
        spec = self._declarations.find("macroSpec", name, element)
        if spec is None:
            return None
        if name in self._open:
            refuse(element, f'the macro "{name}" holds itself')
        if name not in self.groups:
            self._open.add(name)
            self.groups[name] = self.content(spec)
            self._open.discard(name)
        return Group(name)

    def _class(self, element: _Element) -> Model | None:
        return self._of_class(element, element.get("key", ""), element.get("expand", _ONE_OF[0]))

    def _of_class(self, element: _Element, key: str, how: str) -> Model | None:
        if self._declarations.find("classSpec", key, element) is None:
            return None
        include, exclude = listed(element, "include"), listed(element, "except")
        if how in _ONE_OF and not include and not exclude:
            self._group(key)
            return Never() if isinstance(self.groups[key], Never) else Group(key)
        if how not in {*_ONE_OF, *_EXPANSIONS}:
            refuse(element, f'the compiler does not know expand="{how}"')
        names = [n for n in self._elements(key) if (n in include if include else n not in exclude)]
        if how in _ONE_OF:
            return choice(map(Child, names))
        return (
            sequence(repeat(Child(name), *_EXPANSIONS[how]) for name in names) if names else Never()
        )

    def _group(self, key: str) -> None:
        """Make the group of a model class: its elements, and the groups of its subclasses."""
        if key in self.groups:
            return
        self.groups[key] = Never()
        items: list[Model] = []
        for kind_, name in self._members.get(key, []):
            if kind_ == "elementSpec":
                items.append(Child(name))
            elif name not in self.groups or not isinstance(self.groups[name], Never):
                self._group(name)
                empty = isinstance(self.groups[name], Never)
                items.append(Never() if empty else Group(name))
        if self._grammar.defines(key):  # RELAX NG beside the ODD adds to the class
            items.append(
                self._grammar.define(key, self._declarations.specs["classSpec"][key]).content
            )
        self.groups[key] = choice(items)

    def _elements(self, key: str) -> list[str]:
        found: dict[str, None] = {}
        seen, rest = {key}, self._members.get(key, [])[::-1]
        while rest:
            kind_, name = rest.pop()
            if kind_ == "elementSpec":
                found.setdefault(name)
            elif name not in seen:
                seen.add(name)
                rest.extend(self._members.get(name, [])[::-1])
        return list(found)
