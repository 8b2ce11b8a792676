"""A ``biblStruct`` for an item: which variable of CSL stands where in the TEI."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.bibliography.edtf import attributes, said
from toolkit.bibliography.items import IN_PERIODICALS, OTHERS, Date, Item
from toolkit.bibliography.markup import inside, leaf, person, resp, start_tag, title
from toolkit.bibliography.remarks import related, remarks

_TYPES: Final = {"article-journal": "article", "article": "preprint"}
_IDNOS: Final = {"DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "URL": "URI"}
_SCOPES: Final = {
    "volume": "volume",
    "issue": "issue",
    "part": "part",
    "chapter-number": "chapter",
    "page": "page",
}
_ROLES: Final = {"translator": "translator", "compiler": "compiler"}
# What has a place of its own; all other texts become remarks that name their variable.
_PLACED: Final = frozenset(
    "title title-short volume-title container-title container-title-short collection-title "
    "collection-number publisher publisher-place edition language".split()
)


def entry(item: Item, ident: str, indent: str = "") -> str:
    """Return the ``biblStruct`` of an item, indented."""
    kind = str(item.teikit.get("type") or _TYPES.get(item.kind, item.kind))
    parts = [
        *_analytic(item),
        *_monogr(item),
        *_series(item),
        *remarks(item, _PLACED | _IDNOS.keys() | _SCOPES.keys()),
        *related(item),
    ]
    role = str(item.teikit.get("subtype") or "")
    key = "_".join(str(item.teikit.get("sortKey") or "").split())
    lines = [
        start_tag("biblStruct", **{"xml:id": ident, "type": kind, "subtype": role, "sortKey": key}),
        *inside(parts),
        "</biblStruct>",
    ]
    return f"\n{indent}".join(lines)


def has_host(item: Item) -> bool:
    """Say whether a work is part of a book or a periodical."""
    texts = {"container-title", "container-title-short"}
    return bool(texts & item.texts.keys()) or "container-author" in item.names


def _analytic(item: Item) -> list[str]:
    if not has_host(item):
        return []
    names = [*_makers(item, "author"), *_makers(item, "translator")]
    parts = [*names, *_titles(item, "a"), *_idnos(item, ("DOI", "URL"))]
    return ["<analytic>", *inside(parts), "</analytic>"]


def _monogr(item: Item) -> list[str]:
    if has_host(item):
        level = "j" if item.kind in IN_PERIODICALS else "m"
        maker, titles, numbers = "container-author", _hosts(item, level), ["ISBN", "ISSN"]
    else:
        maker, titles, numbers = "author", _titles(item, "m"), list(_IDNOS)
    own = ["editor", "compiler", *(() if has_host(item) else ("translator",))]
    editors = [line for role in own for line in _makers(item, role)]
    first = _makers(item, maker)
    placed = {"author", "container-author", "editor", "compiler", "translator", "collection-editor"}
    others = [line for r, names in item.names.items() if r not in placed for line in resp(r, names)]
    idnos = _idnos(item, numbers)
    head = [*first, *titles, *idnos, *editors, *others]
    edition = leaf("edition", item.texts.get("edition", ""))
    return ["<monogr>", *inside([*head, *edition, *_imprint(item)]), "</monogr>"]


def _imprint(item: Item) -> list[str]:
    parts = [
        *(line for place in parts_of(item, "publisher-place") for line in leaf("pubPlace", place)),
        *(line for name in parts_of(item, "publisher") for line in leaf("publisher", name)),
        *date(item.dates.get("issued", {})),
        *(line for name in _SCOPES if name in item.texts for line in scope(item, name)),
    ]
    return ["<imprint>", *inside(parts or ["<date/>"]), "</imprint>"]


def parts_of(item: Item, variable: str) -> list[str]:
    """Return the members of a list of publishers or places."""
    return [part for part in item.texts.get(variable, "").split("; ") if part]


def scope(item: Item, variable: str) -> list[str]:
    """Return the ``biblScope`` of a volume, an issue or pages."""
    text = item.texts[variable]
    unit = _SCOPES[variable]
    if unit == "part":
        unit = str(item.teikit.get("part") or unit)
    found = re.fullmatch(r"(\w+)[-–](\w+)", text) if unit == "page" else None
    ends = {"from": found[1], "to": found[2]} if found else {}
    return leaf("biblScope", text.replace("-", "–") if found else text, unit=unit, **ends)


def date(told: Date) -> list[str]:
    """Return the ``date`` of a work."""
    return leaf("date", said(told), **attributes(told))


def _titles(item: Item, level: str) -> list[str]:
    language = item.texts.get("language", "")
    named = {"level": level, "xml:lang": language}
    subtitle, is_volume = _told(item, "subtitle"), "volume-title" in item.texts
    return [
        *_whole(item.texts.get("title", ""), "" if is_volume else subtitle, **named),
        *_whole(item.texts.get("volume-title", ""), subtitle, **named),
        *title(item.texts.get("title-short", ""), type="short", **named),
    ]


def _hosts(item: Item, level: str) -> list[str]:
    named = {
        "level": level,
        "ref": _told(item, "ref"),
        "xml:lang": _told(item, "container-language"),
    }
    short = item.texts.get("container-title-short", "")
    return [
        *_whole(item.texts.get("container-title", ""), _told(item, "container-subtitle"), **named),
        *title(short, level=level, type="short"),
    ]


def _whole(text: str, subtitle: str, **named: str) -> list[str]:
    """Return a title, its subtitle apart if it ends in that."""
    main = text.removesuffix(f": {subtitle}") if subtitle else text
    if main == text:
        return title(text, **named)
    return [*title(main, **named), *title(subtitle, **{**named, "ref": ""}, type="sub")]


def _told(item: Item, name: str) -> str:
    return str(item.teikit.get(name) or "")


def _series(item: Item) -> list[str]:
    name = title(item.texts.get("collection-title", ""), level="s")
    number = leaf("biblScope", item.texts.get("collection-number", ""), unit="volume")
    parts = [*name, *_makers(item, "collection-editor"), *number]
    return ["<series>", *inside(parts), "</series>"] if parts else []


def _idnos(item: Item, names: Sequence[str]) -> list[str]:
    return [line for name in names for line in idno(item, name)]


def idno(item: Item, variable: str) -> list[str]:
    """Return the ``idno`` of a DOI, ISBN, ISSN or URL."""
    return leaf("idno", item.texts.get(variable, ""), type=_IDNOS[variable])


def _makers(item: Item, variable: str) -> list[str]:
    names = item.names.get(variable, [])
    refs = item.teikit.get("refs")
    pointers = refs.get(variable, []) if isinstance(refs, dict) else []
    tag = "author" if variable.endswith("author") else "editor"
    role = {"role": _ROLES[variable]} if variable in _ROLES else {}
    found = []
    for n, name in enumerate(names):
        if name == OTHERS:
            found += resp(variable, [name])
        else:
            pointer = str(pointers[n]) if n < len(pointers) else ""
            found.append(f"{start_tag(tag, **role)}{person(name, pointer)}</{tag}>")
    return found
