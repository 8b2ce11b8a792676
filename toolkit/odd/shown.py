"""Content models and values in words and signs that people read."""

from toolkit.odd.algebra import is_value
from toolkit.odd.model import (
    UNBOUNDED,
    AnyElement,
    Attribute,
    Child,
    Choice,
    Datatype,
    Empty,
    Group,
    Interleave,
    ListOf,
    Literal,
    Model,
    Never,
    Repeat,
    Sequence,
    Text,
)

_MANY = 8


def content(model: Model) -> str:  # noqa: PLR0911 -- one case a kind
    """Return a content model in the notation of DTDs and RELAX NG."""
    match model:
        case Text():
            return "text"
        case Empty():
            return "empty"
        case Never():
            return "nothing"
        case Child(name) | Group(name):
            return name
        case AnyElement(require, exclude):
            limits = [*require, *(f"not {name}" for name in exclude)]
            return f"any element ({', '.join(limits)})" if limits else "any element"
        case Sequence(items):
            return f"({', '.join(map(content, items))})"
        case Choice(items) if not is_value(model):
            return f"({' | '.join(map(content, items))})"
        case Interleave(items):
            return f"({' & '.join(map(content, items))})"
        case Repeat(item, least, most):
            return content(item) + _times(least, most)
        case _:
            return values(model)


def _times(least: int, most: float) -> str:
    signs = {(0, 1): "?", (0, UNBOUNDED): "*", (1, UNBOUNDED): "+"}
    upper = "" if most == UNBOUNDED else int(most)
    return signs.get((least, most), f"{{{least},{upper}}}")


def values(model: Model) -> str:  # noqa: PLR0911 -- one case a kind
    """Return what values a model takes."""
    match model:
        case Text():
            return "any text"
        case Literal(""):
            return "nothing"
        case Literal(value):
            return f"“{value}”"
        case Datatype(name, facets):
            limits = ", ".join(f"{facet} {value}" for facet, value in facets)
            return f"{name} ({limits})" if limits else name
        case Choice(items) if len(items) > _MANY and all(isinstance(i, Literal) for i in items):
            return f"one of {len(items)} values"
        case Choice(items):
            return " or ".join(map(values, items))
        case Sequence(items):
            return " and ".join(map(values, items))
        case ListOf(item, least, most):
            return f"{_how_many(least, most)} of {values(item)}"
        case other:
            return content(other)


def _how_many(least: int, most: float) -> str:
    if most == UNBOUNDED:
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {int(most)}"


def usage(attribute: Attribute) -> str:
    """Return whether an attribute must stand."""
    if attribute.rivals:
        return "one of several" if attribute.usage == "req" else "not beside its rivals"
    return {"req": "required", "rec": "recommended"}.get(attribute.usage, "optional")
