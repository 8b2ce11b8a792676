"""Apply one declaration of a customisation to the declaration it changes."""

from copy import deepcopy
from typing import Final

from lxml.etree import _Element

from toolkit.odd.reading import LANG, kind, listed, parts

# Children that stand once: a new one takes the place of the old.
_SINGLE: Final = {
    "desc", "gloss", "altIdent", "equiv", "content", "remarks", "exemplum", "listRef",
    "datatype", "defaultVal", "valDesc", "paramList", "constraint",
}  # fmt: skip


def changed(base: _Element, change: _Element) -> _Element:
    """Return a copy of a declaration with what the change names replaced, added or removed.

    A change of an attribute that a class gives is kept as it is: it is applied when the
    attributes of the element are resolved.
    """
    new = deepcopy(base)
    _apply(new, change)
    return new


def _apply(new: _Element, change: _Element) -> None:
    for name, value in change.attrib.items():
        if name not in {"mode", "module", "source"}:
            new.set(name, value)
    for part in parts(change):
        match kind(part):
            case "classes":
                _change_classes(new, part)
            case "attList":
                _change_attributes(new, part)
            case "valList":
                _change_values(new, part)
            case "constraintSpec":
                _change_rule(new, part)
            case name if name in _SINGLE:
                _drop(new, [old for old in parts(new, name) if _same_language(old, part)])
                _add(new, part)
            case _:
                _add(new, part)


def restricted(spec: _Element, reference: _Element) -> _Element:
    """Return a class with the attributes that a `classRef` includes or does not except."""
    include, exclude = listed(reference, "include"), listed(reference, "except")
    new = deepcopy(spec)
    for attribute in list(new.iter("{*}attDef")):
        name = attribute.get("ident", "")
        unwanted = name not in include if include else name in exclude
        if unwanted:
            _drop(attribute.getparent(), [attribute])
    return new


def _change_classes(spec: _Element, part: _Element) -> None:
    old = parts(spec, "classes")
    if not old or part.get("mode", "replace") == "replace":
        _drop(spec, old)
        spec.append(copied(part))
        return
    for member in parts(part, "memberOf"):
        _drop(old[0], [m for m in parts(old[0]) if m.get("key") == member.get("key")])
        _add(old[0], member)


def _change_attributes(spec: _Element, part: _Element) -> None:
    """Merge a list of attributes: what the declaration has itself is changed in its place."""
    new = copied(part)
    for attribute in list(new.iter("{*}attDef")):
        ident = attribute.get("ident")
        own = [old for old in spec.iter("{*}attDef") if old.get("ident") == ident]
        if own and attribute.get("mode") == "change":
            _apply(own[-1], attribute)
            _drop(attribute.getparent(), [attribute])
        else:
            for old in own:
                _drop(old.getparent(), [old])
    if len(new):
        spec.append(new)


def _change_values(attribute: _Element, part: _Element) -> None:
    old = parts(attribute, "valList")
    if not old or part.get("mode", "replace") != "change":
        _drop(attribute, old)
        attribute.append(copied(part))
        return
    if "type" in part.attrib:
        old[0].set("type", part.get("type", ""))
    _merge(old[0], parts(part, "valItem"), keep=old[0].get("mode") == "change")


def _change_rule(spec: _Element, part: _Element) -> None:
    _merge(spec, [part], keep=False)


def _merge(old: _Element, items: list[_Element], *, keep: bool) -> None:
    """Merge items that are known by @ident; an order to delete is kept if it has work to do."""
    for item in items:
        name = kind(item)
        same = [other for other in parts(old, name) if other.get("ident") == item.get("ident")]
        if same and item.get("mode") == "change":
            _apply(same[0], item)
            continue
        _drop(old, same)
        if keep or item.get("mode") != "delete":
            old.append(copied(item))


def _drop(parent: _Element | None, children: list[_Element]) -> None:
    for child in children:
        if parent is not None:
            parent.remove(child)


def _add(parent: _Element, part: _Element) -> None:
    if part.get("mode") != "delete":
        parent.append(copied(part))


def _same_language(old: _Element, new: _Element) -> bool:
    if kind(new) not in {"desc", "gloss"}:
        return True
    language = new.get(LANG)
    return language in {None, "en"} or old.get(LANG) == language


def copied(element: _Element) -> _Element:
    """Return a copy that knows, wherever it is put, from which file it comes."""
    copy = deepcopy(element)
    if element.base:
        copy.base = element.base
    return copy
