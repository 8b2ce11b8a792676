"""Read content models, and the model classes and macros they use."""

from typing import Final

from lxml.etree import _Element

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.datatypes import value
from toolkit.odd.declarations import Declarations
from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Child,
    Empty,
    Group,
    Model,
    Never,
    Text,
)
from toolkit.odd.reading import kind, listed, occurrences, parts, refuse

_EXPANSIONS: Final = {
    "sequence": (1, 1),
    "sequenceOptional": (0, 1),
    "sequenceRepeatable": (1, UNBOUNDED),
    "sequenceOptionalRepeatable": (0, UNBOUNDED),
}


class ContentReader:
    """Reads content models; classes and macros become named groups on first use."""

    def __init__(self, declarations: Declarations) -> None:
        self._declarations = declarations
        self.groups: dict[str, Model] = {}
        self._members: dict[str, list[tuple[str, str]]] = {}
        for kind_ in ("elementSpec", "classSpec"):
            for name, spec in declarations.specs[kind_].items():
                for key in declarations.memberships(spec):
                    self._members.setdefault(key, []).append((kind_, name))

    def content(self, spec: _Element) -> Model:
        """Return the content model of an element or macro."""
        return sequence(self._parts(spec, "content"))

    def _parts(self, spec: _Element, *names: str) -> list[Model]:
        """Read what stands in an element; what the customisation left out leaves nothing."""
        holders = parts(spec, *names) if names else [spec]
        read = [self._model(part) for holder in holders for part in parts(holder)]
        return [model for model in read if model is not None]

    def _model(self, element: _Element) -> Model | None:
        model = self._once(element)
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
                return self._macro(element)
            case "sequence" | "alternate" as name:
                return self._several(element, name)
            case "anyElement":
                return AnyElement(
                    tuple(listed(element, "require")), tuple(listed(element, "except"))
                )
            case "dataRef" | "valList":
                return value(element, self._declarations)
            case name:
                return refuse(element, f"<{name}> cannot stand in a content model")

    def _several(self, element: _Element, name: str) -> Model | None:
        items = self._parts(element)
        if not items:
            return None
        if name == "alternate":
            return choice(items)
        return interleave(items) if element.get("preserveOrder") == "false" else sequence(items)

    def _macro(self, element: _Element) -> Model | None:
        name = element.get("key", "")
        spec = self._declarations.find("macroSpec", name, element)
        if spec is None:
            return None
        if name not in self.groups:
            self.groups[name] = Never()
            self.groups[name] = self.content(spec)
        return Group(name)

    def _class(self, element: _Element) -> Model | None:
        key, how = element.get("key", ""), element.get("expand", "alternate")
        if self._declarations.find("classSpec", key, element) is None:
            return None
        include, exclude = listed(element, "include"), listed(element, "except")
        if how == "alternate" and not include and not exclude:
            self._group(key)
            return Never() if isinstance(self.groups[key], Never) else Group(key)
        if how != "alternate" and how not in _EXPANSIONS:
            refuse(element, f'the compiler does not know expand="{how}"')
        names = [n for n in self._elements(key) if (n in include if include else n not in exclude)]
        if how == "alternate":
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
        self.groups[key] = choice(items)

    def _elements(self, key: str) -> list[str]:
        found: dict[str, None] = {}
        for kind_, name in self._members.get(key, []):
            inner = [name] if kind_ == "elementSpec" else self._elements(name)
            found.update(dict.fromkeys(inner))
        return list(found)
