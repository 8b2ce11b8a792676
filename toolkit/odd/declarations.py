"""Which declarations are in force: an ODD alone, or a customisation of a base."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from toolkit.odd.changes import changed, restricted
from toolkit.odd.grammar import demand_known
from toolkit.odd.grammars import Grammar
from toolkit.odd.model import TEI
from toolkit.odd.reading import ID, beside, kind, listed, parts, read_xml, refuse
from toolkit.odd.sources import KINDS, Declarations, Sources
from toolkit.odd.values import RNG

_REFERENCES: Final = {"elementRef", "classRef", "macroRef", "dataRef"}


def memberships(spec: _Element) -> list[str]:
    """Return the classes an element or class is a member of."""
    members = [m for classes in parts(spec, "classes") for m in parts(classes, "memberOf")]
    return [m.get("key", "") for m in members if m.get("mode") != "delete"]


def select(schema: _Element, sources: Sources) -> Declarations:
    """Return the declarations that a `schemaSpec` asks for.

    Raises:
        OddFault: it uses something unknown, or refers to what is nowhere declared.
        SchemaError: the base cannot be read.
    """
    return _Selection(schema, sources).make()


class _Selection:
    """One `schemaSpec` being followed."""

    def __init__(self, schema: _Element, sources: Sources) -> None:
        self._found = Declarations()
        self._found.notes += demand_known(schema)
        self._sources = sources
        self._base = sources.of(schema)
        self._grammars: list[tuple[_Element, str]] = []
        self._steps = list(self._follow(schema, ()))
        self._found.known |= self._base.known

    def make(self) -> Declarations:
        found, steps = self._found, self._steps
        found.constraints += self._base.constraints
        for step in steps:
            self._refer(step)
        self._infrastructure()
        for step in steps:
            if kind(step) in KINDS:
                self._declare(step)
        if self._base.foreign is not None:
            self._grammars[:0] = self._base.foreign.roots
        found.foreign = Grammar(self._grammars)
        return found

    def _follow(self, spec: _Element, within: tuple[_Element, ...]) -> Iterator[_Element]:
        """Give the declarations of a schema in order, groups and references to groups followed."""
        for step in parts(spec):
            if kind(step) == "specGrp":
                yield from self._follow(step, within)
            elif kind(step) == "specGrpRef":
                group = _group(step)
                if group is None:
                    self._found.note(
                        step, f'<specGrpRef> points to "{step.get("target")}", which is nowhere'
                    )
                    continue
                if group in within:
                    refuse(step, f'the group "{step.get("target")}" holds itself')
                self._found.notes += demand_known(group)
                yield from self._follow(group, (*within, group))
            else:
                yield step

    def _refer(self, step: _Element) -> None:
        name, key = kind(step), step.get("key", "")
        if name == "constraintSpec":
            self._found.constraints.append(step)
        elif name == "moduleRef":
            self._module(step)
        elif name in _REFERENCES:
            wanted = f"{name.removesuffix('Ref')}Spec"
            source = self._source(step)
            if key not in source.specs[wanted]:
                self._miss(step, f'<{name}> names "{key}", which the base does not declare', source)
                return
            spec = source.specs[wanted][key]
            limited = step.get("include") or step.get("except")
            self._found.specs[wanted][key] = restricted(spec, step) if limited else spec

    def _miss(self, step: _Element, reason: str, source: Declarations) -> None:
        """Pass by a reference to nothing, and say so; without any base there is nothing to do."""
        if not source.known:
            refuse(step, f"{reason}: the ODD needs a base, such as TEI's p5subset.xml")
        self._found.note(step, reason)

    def _source(self, step: _Element) -> Declarations:
        if "source" not in step.attrib:
            return self._base
        source = self._sources.of(step)
        self._found.known |= source.known
        return source

    def _module(self, step: _Element) -> None:
        if "url" in step.attrib:
            path = beside(step, step.get("url", ""))
            self._grammars.append((read_xml(path, step), step.get("prefix", "")))
            changes = [part for content in parts(step, "content") for part in content]
            if changes:
                content = changes[0].getparent()
                self._grammars.append((content if content is not None else step, ""))
            return
        include, exclude = listed(step, "include"), listed(step, "except")
        if include and exclude:
            refuse(step, "<moduleRef> has @include or @except, not both")
        key, source = step.get("key"), self._source(step)
        modules = {s.get("module") for specs in source.specs.values() for s in specs.values()}
        if key not in modules:
            self._miss(step, f'<moduleRef> names "{key}", which is no module of the base', source)
        module = {n: s for n, s in source.specs["elementSpec"].items() if s.get("module") == key}
        for name in [*include, *exclude]:
            if name not in module:
                self._miss(step, f'the module "{key}" has no element "{name}"', source)
        for name, spec in module.items():
            if name in include if include else name not in exclude:
                self._found.specs["elementSpec"][name] = spec
        if source is not self._base:
            self._classes(source, {key})

    def _infrastructure(self) -> None:
        """Add the classes of the modules in use, and all macros and datatypes."""
        modules = {step.get("key") for step in self._steps if kind(step) == "moduleRef"}
        self._classes(self._base, modules)

    def _classes(self, source: Declarations, modules: set[str | None]) -> None:
        for kind_ in KINDS[1:]:
            for name, spec in source.specs[kind_].items():
                if kind_ != "classSpec" or spec.get("module") in {None, *modules}:
                    self._found.specs[kind_].setdefault(name, spec)

    def _declare(self, step: _Element) -> None:
        kind_, mode = kind(step), step.get("mode", "add")
        name = step.get("prefix", "") + step.get("ident", "")  # one name in two vocabularies
        base, specs = self._source(step).specs[kind_], self._found.specs[kind_]
        old = specs.get(name)
        if mode in {"change", "delete"} and name not in base and old is None:
            reason = f'<{kind_} mode="{mode}"> names "{name}", which the base does not declare'
            self._miss(step, reason, self._source(step))
            return
        if kind_ == "elementSpec" and mode in {"change", "delete"} and old is None:
            self._found.note(step, f'<{kind_} mode="{mode}"> names "{name}", which is left out')
            return
        if mode == "add" and old is not None and name not in base:
            refuse(step, f'<{kind_}> declares "{name}" a second time')
        if mode == "add" and old is not None:
            said = f'<{kind_}> declares "{name}" anew: it replaces that of the base'
            self._found.note(step, said)
        self._found.known.add((kind_, name))
        if mode == "delete":
            specs.pop(name, None)
        elif mode == "change":
            specs[name] = changed(old if old is not None else base[name], step)
        else:
            specs[name] = step


def _group(step: _Element) -> _Element | None:
    """Return the group that a `specGrpRef` points to, in this file or another."""
    file, _, target = step.get("target", "").partition("#")
    root = read_xml(beside(step, file), step) if file else step.getroottree().getroot()
    groups = root.iter(f"{{{TEI}}}specGrp")
    return next((group for group in groups if group.get(ID) == target or not target), None)


def inline(element: _Element) -> bool:
    """Whether an element is a RELAX NG pattern in the middle of an ODD."""
    return str(element.tag).startswith(f"{{{RNG}}}")
