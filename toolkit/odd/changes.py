"""Apply one declaration of a customisation to the declaration it changes."""

from copy import deepcopy
from typing import Final

from lxml.etree import _Element

from toolkit.odd.reading import LANG, kind, listed, parts

# Children that stand once: a new one takes the place of the old.
_SINGLE: Final = {
    "desc", "gloss", "altIdent", "equiv", "content", "remarks", "exemplum", "listRef",
}  # fmt: skip


def changed(base: _Element, change: _Element) -> _Element:
    """Return a copy of a declaration with what the change names replaced, added or removed.

    Attribute lists are only appended here: they are merged, list by list, when the
    attributes of an element are resolved.
    """
    new = deepcopy(base)
    for name, value in change.attrib.items():
        if name not in {"mode", "module"}:
            new.set(name, value)
    for part in parts(change):
        match kind(part):
            case "classes":
                _change_classes(new, part)
            case "constraintSpec":
                _drop(new, [old for old in parts(new, "constraintSpec") if _same(old, part)])
                _add(new, part)
            case name if name in _SINGLE:
                _drop(new, [old for old in parts(new, name) if _same_language(old, part)])
                _add(new, part)
            case _:
                _add(new, part)
    return new


def restricted(spec: _Element, reference: _Element) -> _Element:
    """Return a class with the attributes that a `classRef` includes or does not except."""
    include, exclude = listed(reference, "include"), listed(reference, "except")
    new = deepcopy(spec)
    for attribute in list(new.iter("{*}attDef")):
        name = attribute.get("ident", "")
        parent = attribute.getparent()
        unwanted = name not in include if include else name in exclude
        if unwanted and parent is not None:
            parent.remove(attribute)
    return new


def _change_classes(spec: _Element, part: _Element) -> None:
    old = parts(spec, "classes")
    if not old or part.get("mode", "replace") == "replace":
        _drop(spec, old)
        spec.append(deepcopy(part))
        return
    for member in parts(part, "memberOf"):
        _drop(old[0], [m for m in parts(old[0]) if m.get("key") == member.get("key")])
        _add(old[0], member)


def _drop(parent: _Element, children: list[_Element]) -> None:
    for child in children:
        parent.remove(child)


def _add(parent: _Element, part: _Element) -> None:
    if part.get("mode") != "delete":
        parent.append(deepcopy(part))


def _same(old: _Element, new: _Element) -> bool:
    return old.get("ident") == new.get("ident")


def _same_language(old: _Element, new: _Element) -> bool:
    if kind(new) not in {"desc", "gloss"}:
        return True
    language = new.get(LANG)
    return language in {None, "en"} or old.get(LANG) == language
