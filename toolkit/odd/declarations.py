"""Which declarations are in force: an ODD alone, or a customisation of a base."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from toolkit.odd.changes import changed, restricted
from toolkit.odd.model import TEI
from toolkit.odd.reading import ID, kind, listed, parts, refuse

KINDS: Final = ("elementSpec", "classSpec", "macroSpec", "dataSpec")

Table = dict[str, dict[str, _Element]]


@dataclass
class Declarations:
    """The declarations in force, by kind and name, and every name that is known at all."""

    schema: _Element
    specs: Table
    known: set[tuple[str, str]]
    constraints: list[_Element] = field(default_factory=list)

    def find(self, kind_: str, key: str | None, reference: _Element) -> _Element | None:
        """Return a declaration, or nothing if the customisation left it out.

        Raises:
            OddFault: nobody declares it.
        """
        name = key or ""
        if (kind_, name) not in self.known:
            refuse(reference, f'<{kind(reference)}> names "{name}", which nothing declares')
        return self.specs[kind_].get(name)

    def memberships(self, spec: _Element) -> list[str]:
        """Return the classes an element or class is a member of."""
        members = [m for classes in parts(spec, "classes") for m in parts(classes, "memberOf")]
        return [m.get("key", "") for m in members if m.get("mode") != "delete"]


def declared(root: _Element) -> Table:
    """Return everything a document declares, whatever schema it is for."""
    table: Table = {kind_: {} for kind_ in KINDS}
    for kind_ in KINDS:
        for spec in root.iter(f"{{{TEI}}}{kind_}"):
            table[kind_].setdefault(spec.get("ident", ""), spec)
    return table


def select(schema: _Element, base: Table | None) -> Declarations:
    """Return the declarations that a `schemaSpec` asks for.

    Raises:
        OddFault: it refers to something that is nowhere declared.
    """
    base = base or {kind_: {} for kind_ in KINDS}
    specs: Table = {kind_: {} for kind_ in KINDS}
    found = Declarations(schema, specs, {(k, name) for k in KINDS for name in base[k]})
    steps = list(_steps(schema))
    for step in steps:
        _refer(step, base, found)
    _infrastructure(steps, base, specs)
    for step in steps:
        if kind(step) in KINDS:
            _declare(step, base, found)
    return found


def _steps(spec: _Element) -> Iterator[_Element]:
    """Give the declarations of a schema in order, groups and references to groups followed."""
    for step in parts(spec):
        if kind(step) == "specGrp":
            yield from _steps(step)
        elif kind(step) == "specGrpRef":
            target = step.get("target", "").removeprefix("#")
            groups = step.getroottree().iter(f"{{{TEI}}}specGrp")
            group = next((group for group in groups if group.get(ID) == target), None)
            if group is None:
                refuse(
                    step, f'<specGrpRef> points to "{target}", which is no <specGrp> of this file'
                )
            yield from _steps(group)
        else:
            yield step


def _refer(step: _Element, base: Table, found: Declarations) -> None:
    name, key = kind(step), step.get("key", "")
    if name == "constraintSpec":
        found.constraints.append(step)
    elif name == "moduleRef":
        _module(step, base, found)
    elif name in {"elementRef", "classRef", "macroRef", "dataRef"}:
        wanted = f"{name.removesuffix('Ref')}Spec"
        if key not in base[wanted]:
            refuse(step, f'<{name}> names "{key}", which the base does not declare')
        spec = base[wanted][key]
        limited = step.get("include") or step.get("except")
        found.specs[wanted][key] = restricted(spec, step) if limited else spec


def _module(step: _Element, base: Table, found: Declarations) -> None:
    include, exclude = listed(step, "include"), listed(step, "except")
    module = {n: s for n, s in base["elementSpec"].items() if s.get("module") == step.get("key")}
    for name in [*include, *exclude]:
        if name not in module:
            refuse(step, f'the module "{step.get("key")}" has no element "{name}"')
    for name, spec in module.items():
        if name in include if include else name not in exclude:
            found.specs["elementSpec"][name] = spec


def _infrastructure(steps: list[_Element], base: Table, specs: Table) -> None:
    """Add the classes of the modules in use, and all macros and datatypes."""
    modules = {step.get("key") for step in steps if kind(step) == "moduleRef"}
    for kind_ in KINDS[1:]:
        for name, spec in base[kind_].items():
            if kind_ != "classSpec" or spec.get("module") in modules:
                specs[kind_].setdefault(name, spec)


def _declare(step: _Element, base: Table, found: Declarations) -> None:
    kind_, name, mode = kind(step), step.get("ident", ""), step.get("mode", "add")
    specs = found.specs[kind_]
    old = specs.get(name)
    if mode in {"change", "delete"} and name not in base[kind_] and old is None:
        refuse(step, f'<{kind_} mode="{mode}"> names "{name}", which the base does not declare')
    if mode == "add" and old is not None and name not in base[kind_]:
        refuse(step, f'<{kind_}> declares "{name}" a second time')
    found.known.add((kind_, name))
    if mode == "delete":
        specs.pop(name, None)
    elif mode == "change":
        specs[name] = changed(old if old is not None else base[kind_][name], step)
    else:
        specs[name] = step
