"""Say in what two schemas differ, for people."""

from pathlib import Path

from toolkit.counting import many
from toolkit.odd.comparison import Difference, differences
from toolkit.odd.model import Schema
from toolkit.odd.ready import schema_at
from toolkit.odd.telling import shortest, written


def compared(first: Path, second: Path, base: Path | None = None) -> str:
    """Return in what two schemas differ, each an ODD or a RELAX NG grammar; nothing if they agree.

    Raises:
        SchemaError: one of them cannot be read or compiled.
    """
    pair = (schema_at(first, base), schema_at(second, base))
    found = differences(*pair)
    names = (first.name, second.name) if first.name != second.name else (str(first), str(second))
    lines: list[str] = []
    for taker in (0, 1):
        own = [difference for difference in found if difference.taker == taker]
        if own:
            lines += [f"Only {names[taker]}:", *_told(own, pair[taker], pair[1 - taker]), ""]
    documents = shortest(*pair, found)
    for taker, document in enumerate(documents):
        if document is not None:
            other = names[1 - taker]
            lines += [f"A shortest document that {names[taker]} accepts and {other} refuses:"]
            lines += [written(document).rstrip(), ""]
    return "\n".join(lines).rstrip()


def _told(found: list[Difference], mine: Schema, other: Schema) -> list[str]:
    whole = sorted(d.element for d in found if not d.attribute and d.reason == "is in one only")
    lines = [f"  has {many(len(whole), 'element')} more: {', '.join(whole)}"] if whole else []
    alike: dict[str, list[str]] = {}
    for difference in sorted(found, key=lambda d: (d.element, d.attribute)):
        if difference.element not in whole:
            said = _said(difference, mine, other)
            alike.setdefault(said, []).append(f"<{difference.element}>")
    return lines + [f"  {said}: {', '.join(names)}" for said, names in sorted(alike.items())]


def _said(difference: Difference, mine: Schema, other: Schema) -> str:
    """Return what a schema does more, without the element it does it in."""
    name, attribute = difference.element, difference.attribute
    if attribute and difference.reason == "takes":
        lists = [_values(schema, name, attribute) for schema in (mine, other)]
        more = [value for value in lists[0] if value not in lists[1]]
        if all(lists) and more:
            return f"takes @{attribute} {', '.join(f'“{value}”' for value in more)}"
    if attribute and difference.reason == "is in one only":
        return f"has @{attribute}"
    at = f" @{attribute}" if attribute else ""
    word = " ".join(difference.word)
    return f"{difference.reason}{at}{f' ({word})' if word else ''}"


def _values(schema: Schema, name: str, attribute: str) -> list[str]:
    """Return the closed list of values of an attribute."""
    element = schema.elements.get(name)
    found = element.attributes.get(attribute) if element else None
    return [value for value, _ in found.values] if found and found.listed == "closed" else []
