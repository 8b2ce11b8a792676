"""Whether the values of one attribute are all values of another."""

from typing import Final

from toolkit.odd.model import Choice, Datatype, ListOf, Literal, Model, Text
from toolkit.odd.values import values

# What each datatype is a special case of, as far as ODDs need it.
_WIDER: Final = {
    "NCName": {"Name", "NMTOKEN", "token", "string"},
    "ID": {"NCName", "Name", "token", "string"},
    "language": {"token", "string"},
    "token": {"string"},
    "nonNegativeInteger": {"integer", "decimal"},
    "integer": {"decimal"},
}


def foreign_value(ours: Model, theirs: Model) -> str | None:  # noqa: PLR0911 -- one case a kind
    """Return a value, or a kind of value, of one model that the other does not accept."""
    match ours, theirs:
        case _, Text():
            return None
        case Literal(value), _:
            return None if values(theirs).accept(value) else value
        case Choice(items), _:
            found = (foreign_value(item, theirs) for item in items)
            return next((value for value in found if value is not None), None)
        case _, Choice(items):
            return None if any(foreign_value(ours, item) is None for item in items) else str(ours)
        case ListOf(item, least, most), ListOf(other, fewest, greatest):
            inside = fewest <= least and most <= greatest
            return foreign_value(item, other) if inside else str(ours)
        case _, ListOf(other, fewest, greatest) if fewest <= 1 <= greatest:
            return foreign_value(ours, other)
        case Datatype(), Datatype():
            return None if _narrower(ours, theirs) else str(ours)
        case _:
            return str(ours)


def _narrower(ours: Datatype, theirs: Datatype) -> bool:
    if not set(theirs.facets) <= set(ours.facets):
        return False
    return ours.name == theirs.name or theirs.name in _WIDER.get(ours.name, set())
