"""The compiled schema: elements, attributes, rules, and an algebra of content models.

Every emitter and every checker reads this one form; none of them sees an ODD.
"""

from dataclasses import dataclass, field
from math import inf

from lxml.etree import _Element

TEI = "http://www.tei-c.org/ns/1.0"


@dataclass(frozen=True, slots=True)
class Text:
    """Any character data."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing at all."""


@dataclass(frozen=True, slots=True)
class Never:
    """What no document can satisfy: the trace of an element that was left out."""


@dataclass(frozen=True, slots=True)
class Child:
    """One element, by its name in the schema."""

    name: str


@dataclass(frozen=True, slots=True)
class AnyElement:
    """An element of any vocabulary with anything in it, but what is excluded.

    `require` and `exclude` are namespaces, or single names as ``{namespace}name``; `known`
    are the elements of the schema itself that are within these limits.
    """

    require: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """A model class or macro, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """All of these, in this order."""

    items: "tuple[Model, ...]"


@dataclass(frozen=True, slots=True)
class Interleave:
    """All of these, in any order."""

    items: "tuple[Model, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these."""

    items: "tuple[Model, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same thing, at least and at most so many times."""

    item: "Model"
    least: int
    most: float


@dataclass(frozen=True, slots=True)
class Datatype:
    """A value of an XML Schema datatype, with its facets as (name, value)."""

    name: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Literal:
    """One value, letter by letter."""

    value: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several values with spaces between them."""

    item: "Model"
    least: int
    most: float


Value = Datatype | Literal | ListOf
Model = (
    Text
    | Empty
    | Never
    | Child
    | AnyElement
    | Group
    | Sequence
    | Interleave
    | Choice
    | Repeat
    | Datatype
    | Literal
    | ListOf
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as one element has it; of another vocabulary it is ``{namespace}name``."""

    name: str
    type: Model = field(default_factory=Text)
    usage: str = "opt"
    values: tuple[tuple[str, str], ...] = ()
    listed: str = "open"
    default: str = ""
    description: str = ""
    origin: str = ""
    rivals: str = ""

    @property
    def split(self) -> tuple[str, str]:
        """Its namespace, if it is of another vocabulary, and its name with no braces."""
        space, _, local = self.name.rpartition("}")
        return space[1:], local

    @property
    def required(self) -> bool:
        """Whether an element without it is invalid."""
        return self.usage == "req" and not self.rivals


@dataclass(frozen=True, slots=True)
class Element:
    """An element: what it may hold and which attributes it takes."""

    name: str
    tag: str
    namespace: str
    content: Model
    attributes: dict[str, Attribute]
    description: str = ""
    module: str = ""
    classes: tuple[str, ...] = ()

    @property
    def qname(self) -> str:
        """Its name as lxml writes it."""
        return f"{{{self.namespace}}}{self.tag}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A Schematron constraint, the context its bare assertions have, and its section of prose."""

    ident: str
    context: str
    constraint: _Element
    section: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """A whole schema, compiled; `notes` say what in its ODD has no effect, with the line."""

    ident: str
    namespace: str
    start: tuple[str, ...]
    elements: dict[str, Element]
    groups: dict[str, Model]
    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()


UNBOUNDED = inf
