"""Documents made at random from a schema: valid ones, and the same with one random change."""

from random import Random

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.algebra import is_value, unfold
from toolkit.odd.model import (
    Child,
    Choice,
    Datatype,
    Interleave,
    ListOf,
    Literal,
    Model,
    Repeat,
    Schema,
    Sequence,
    Text,
)
from toolkit.odd.sampling import sample
from toolkit.odd.values import value_model, values

XML = "{http://www.w3.org/XML/1998/namespace}"
FAR = 99
EXAMPLES = {
    "date": "1911-10-30",
    "gYear": "1911",
    "gYearMonth": "1911-10",
    "language": "ru-Latn",
    "anyURI": "#a",
    "nonNegativeInteger": "7",
    "decimal": "-1.5",
    "boolean": "true",
    "string": "some words",
}
PATTERNS = {"[0-9a-f]{16,128}": "5f1d6c0e9a27b384", "-?[0-9]": "50.85 4.35"}
CHANGES = [
    ("type", "section"),
    ("when", "1911"),
    ("n", "two words"),
    ("nope", "x"),
    ("reason", "two words"),
    ("quantity", "-1"),
]


class Documents:
    """Makes documents of one schema; the same seed always makes the same ones."""

    def __init__(self, schema: Schema, seed: int) -> None:
        self.schema = schema
        self.random = Random(seed)
        self.made = 0
        self.models = {e.name: unfold(e.content, schema.groups) for e in schema.elements.values()}
        self.height = dict.fromkeys(self.models, FAR)
        for _ in range(20):
            self.height = {n: min(FAR, self.least(m) + 1) for n, m in self.models.items()}

    def valid(self, room: int | None = None) -> _Element:
        """Return a valid document, no deeper than it must be or than some room."""
        self.made = 0
        return self.element(self.schema.start[0], room or self.random.randint(6, 9))

    def change(self, root: _Element) -> None:
        """Change one thing; the document may be valid still."""
        nodes = list(root.iter("*"))[1:]
        node, names = self.random.choice(nodes), list(self.models)
        match self.random.randrange(5):
            case 0:
                node.tag = f"{{{self.schema.namespace}}}{self.random.choice(names)}"
            case 1:
                node.getparent().remove(node)
            case 2:
                etree.SubElement(node, f"{{{self.schema.namespace}}}{self.random.choice(names)}")
            case 3:
                node.text = (node.text or "") + " words"
            case _:
                node.set(*self.random.choice(CHANGES))

    def least(self, model: Model) -> int:
        """Return the least height of what a model needs."""
        match model:
            case Child(name):
                return self.height[name]
            case Sequence(items) | Interleave(items):
                return max(map(self.least, items))
            case Choice(items):
                return min(map(self.least, items))
            case Repeat(item, least):
                return self.least(item) if least else 0
            case _:
                return 0

    def word(self, model: Model, room: int) -> list[str]:
        """Return a random word of a model, of elements that need no more than some height."""
        match model:
            case Text():
                return ["#text"] if self.random.random() < 0.7 else []
            case Child(name):
                return [name]
            case Sequence(items):
                return [symbol for item in items for symbol in self.word(item, room)]
            case Choice(items):
                low = [item for item in items if self.least(item) <= room]
                return self.word(self.random.choice(low), room)
            case Repeat(item, least, most):
                fits = self.least(item) <= room
                times = self.random.randint(least, int(min(most, least + 2))) if fits else least
                return [symbol for _ in range(times) for symbol in self.word(item, room)]
            case _:
                return []

    def value(self, model: Model) -> str:
        """Return a value of a model."""
        match model:
            case Choice(items):
                return self.value(self.random.choice(items))
            case Literal(value):
                return value
            case ListOf(item, least):
                times = self.random.randint(max(least, 1), least + 2)
                return " ".join(self.value(item) for _ in range(times))
            case Datatype("ID"):
                return f"id{self.made}"
            case Datatype(name, facets):
                told = [v for k, v in PATTERNS.items() if facets and facets[0][1].startswith(k)]
                guess = told[0] if told else EXAMPLES.get(name, "word")
                return guess if values(model).accept(guess) else sample(model) or guess
            case _:
                return "free text"

    def element(self, name: str, room: int) -> _Element:
        """Return a random element."""
        self.made += 1
        spec, model = self.schema.elements[name], self.models[name]
        node = etree.Element(spec.qname, nsmap={None: spec.namespace})
        for attribute in spec.attributes.values():
            if attribute.required or self.random.random() < 0.12:
                key = attribute.name.replace("xml:", XML)
                node.set(key, self.value(value_model(attribute)))
        if is_value(model):
            node.text = self.value(model)
            return node
        for symbol in self.word(model, room - 1):
            if symbol != "#text":
                node.append(self.element(symbol, room - 1))
            elif len(node):
                node[-1].tail = "text "
            else:
                node.text = "text "
        return node
