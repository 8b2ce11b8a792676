"""The TEI of names and of single lines of an entry."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from toolkit.bibliography.fonts import highlighted
from toolkit.bibliography.items import OTHERS, Name
from toolkit.bibliography.names import parted

STEP: Final = "  "


def resp(role: str, names: Iterable[Name]) -> list[str]:
    """Return a statement of responsibility, for “and others” and for roles TEI has no name for."""
    return [
        f"<respStmt><resp>{escape(role)}</resp>"
        f"{'<name>and others</name>' if name == OTHERS else person(name, '')}</respStmt>"
        for name in names
    ]


def person(name: Name, pointer: str) -> str:
    """Return a name in its order; its parts are tagged where they cannot be told otherwise."""
    if "literal" in name:
        return f"<orgName>{escape(name['literal'])}</orgName>"
    opening = start_tag("persName", ref=pointer)
    keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    order = [name[key] for key in keys if key in name]
    plain = not name.keys() & set(keys[1:3] + keys[4:])
    if plain and parted(" ".join(order)) == (name.get("given", ""), name.get("family", "")):
        return f"{opening}{escape(' '.join(order))}</persName>"
    tags = dict(zip(keys, ("forename", *["nameLink"] * 2, "surname", "genName"), strict=True))
    kinds = {"dropping-particle": "dropping"}
    parts = [leaf(tags[k], name[k], type=kinds.get(k, ""))[0] for k in keys if name.get(k)]
    return f"{opening}{' '.join(parts)}</persName>"


def leaf(tag: str, text: str, **attributes: str) -> list[str]:
    """Return an element with text as one line; nothing where there is no text."""
    return [f"{start_tag(tag, **attributes)}{escape(text)}</{tag}>"] if text else []


def title(text: str, **attributes: str) -> list[str]:
    """Return a title as one line, what is set in another font highlighted."""
    return [f"{start_tag('title', **attributes)}{highlighted(text)}</title>"] if text else []


def start_tag(tag: str, **attributes: str) -> str:
    """Return a start tag with those attributes that have a value."""
    written = "".join(f" {name}={quoteattr(v)}" for name, v in attributes.items() if v)
    return f"<{tag}{written}>"


def inside(lines: Iterable[str]) -> list[str]:
    """Return lines one step further in."""
    return [f"{STEP}{line}" for line in lines]
