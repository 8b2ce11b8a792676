"""Which elements of a schema an element of any name may be."""

from dataclasses import replace
from typing import Final

from lxml.etree import _Element

from toolkit.odd.algebra import choice, interleave, repeat, sequence
from toolkit.odd.language import after
from toolkit.odd.model import (
    TEI,
    AnyElement,
    Choice,
    Interleave,
    Model,
    Never,
    Repeat,
    Sequence,
)
from toolkit.odd.reading import listed, said
from toolkit.odd.sources import Declarations

# What TEI excludes where neither @except nor schemaSpec/@defaultExceptions says otherwise.
_EXCEPT: Final = (TEI, "{http://www.tei-c.org/ns/Examples}egXML")


class Names:
    """The qualified names of a schema's elements, and what its `anyElement` leaves out."""

    def __init__(self, declarations: Declarations, schema: _Element) -> None:
        namespace, language = schema.get("ns", TEI), schema.get("targetLang", "en")
        self._qnames = {}
        for name, spec in declarations.specs["elementSpec"].items():
            tag = said(spec, "altIdent", language) or spec.get("ident", "")
            self._qnames[name] = f"{{{spec.get('ns', namespace)}}}{tag}"
        given = listed(schema, "defaultExceptions")
        self._default = tuple(_expanded(schema, word) for word in given) if given else _EXCEPT

    def any(self, element: _Element) -> AnyElement:
        """Return what an `anyElement` stands for."""
        require = tuple(listed(element, "require"))
        exclude = tuple(_expanded(element, word) for word in listed(element, "except"))
        default = () if require or "except" in element.attrib else self._default
        return self._limited(AnyElement(require, exclude or default))

    def within(self, model: Model) -> Model:
        """Return a model from RELAX NG with the schema's own elements told to its wild ones."""
        match model:
            case AnyElement():
                return self._limited(model)
            case Sequence(items):
                return sequence(map(self.within, items))
            case Choice(items):
                return choice(map(self.within, items))
            case Interleave(items):
                return interleave(map(self.within, items))
            case Repeat(item, least, most):
                return repeat(self.within(item), least, most)
            case _:
                return model

    def _limited(self, model: AnyElement) -> AnyElement:
        known = frozenset(
            name
            for name, qname in self._qnames.items()
            if not isinstance(after(model, qname), Never)
        )
        return replace(model, known=known)


def _expanded(element: _Element, word: str) -> str:
    """Return a namespace as it is, and a name with a prefix as ``{namespace}name``."""
    prefix, _, local = word.partition(":")
    namespace = element.nsmap.get(prefix)
    return f"{{{namespace}}}{local}" if namespace and local else word
