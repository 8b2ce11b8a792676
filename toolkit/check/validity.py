"""Why a document does not fit the schema.

An ODD gives each element one definition, so a document is valid exactly when the
attributes and children of each element are. Going element by element, one mistake
neither hides another nor is reported twice.
"""

import re
from collections.abc import Iterator

from lxml.etree import QName, _Element

from toolkit.check import attributes
from toolkit.check.advice import Adviser
from toolkit.check.content import Contents
from toolkit.check.finding import Finding
from toolkit.check.models import Models
from toolkit.check.survey import survey
from toolkit.odd.model import Element, Model, Schema
from toolkit.odd.values import values
from toolkit.reading.document import Document


class Validity:
    """A schema made ready to explain documents."""

    def __init__(self, schema: Schema) -> None:
        self.models = Models(schema)

    def explain(self, document: Document) -> Iterator[Finding]:
        """Give everything that keeps a document from being valid."""
        root = document.tree.getroot()
        yield from self._root(root, document)
        contents = Contents(self.models, document)
        names, profiles = self.models.names, self.models.profiles
        for node in survey(document).elements:
            name = names.get(str(node.tag))
            if name is None:  # the parent reports what is unknown
                continue
            profile = profiles[name]
            if not profile.fits(node):
                yield from attributes.findings(node, profile)
            if profile.start is None:
                yield from _value(node, profile.element, self.models.content[name])
            elif not self.models.fit(node, profile.start):
                yield from contents.findings(node, profile.element)

    def _root(self, root: _Element, document: Document) -> Iterator[Finding]:
        known = self.models.elements.get(str(root.tag))
        if known is None or known.name not in self.models.schema.start:
            message = f"the document begins with <{QName(root).localname}>"
            start = Adviser(document.tree, self.models).names(self.models.schema.start)
            yield Finding(root, "wrong-root", message, f"begin it with {start}")


def _value(node: _Element, element: Element, model: Model) -> Iterator[Finding]:
    inner = next(node.iterchildren("*"), None)
    if inner is not None:
        message = f"<{element.tag}> holds a value, not elements"
        yield Finding(inner, "misplaced-element", message, "take the tag out and keep its text")
    elif not values(model).accept(text := "".join(node.itertext())):
        message = f'"{text}" is no value of <{element.tag}>'
        yield Finding(node, "wrong-value", message, _meant(model, text, element.description))


def _meant(model: Model, text: str, description: str) -> str:
    """Return what to write: the value with its commas or its order mended, if that is one."""
    plain = " ".join(re.split(r"[\s,;]+", text.strip(" \t\n\r,;°")))
    for guess in (plain, " ".join(reversed(plain.split()))):
        if values(model).accept(guess):
            return f'write "{guess}"'
    return f"write {description[:1].lower()}{description[1:].rstrip('.')}" if description else ""
