"""Say what could stand in the place of what is wrong."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from lxml.etree import QName, _ElementTree

from toolkit.check.wording import closest, phrase
from toolkit.odd.language import ANY, TEXT, after, may_end
from toolkit.odd.model import Attribute, Choice, Datatype, ListOf, Literal, Model

# Elements that others are best wrapped in, in order of preference.
_WRAPPERS: Final = ("p", "item", "head", "bibl", "listPerson", "listPlace", "listOrg", "listEvent")
_SHOWN: Final = 8
_KINDS: Final = {
    "date": "a day such as 1911-10-30",
    "gYearMonth": "a month such as 1911-10",
    "gYear": "a year such as 1911",
    "anyURI": "a pointer without spaces",
    "nonNegativeInteger": "a whole number",
    "ID": "a name that begins with a letter and has only letters, digits, full stop, - and _",
    "language": "a language tag such as en or ru-Latn",
    "token": "a word without spaces",
    "boolean": "true or false",
    "decimal": "a number",
    "NCName": "an XML name",
    "Name": "an XML name",
}


class Adviser:
    """Gives advice in the light of one document: names it already uses come first."""

    def __init__(self, tree: _ElementTree, models: dict[str, Model]) -> None:
        self._uses = Counter(QName(element).localname for element in tree.iter("*"))
        self._models = models

    def names(self, names: Iterable[str]) -> str:
        """Return element names as a phrase: ``<p>, <list> or 3 more``."""
        ordered = sorted(set(names) - {TEXT, ANY}, key=lambda name: (-self._uses[name], name))
        shown = [f"<{name}>" for name in ordered[:_SHOWN]]
        if TEXT in names:
            shown.insert(0, "text")
        if ANY in names:
            shown.append("an element of another vocabulary")
        return phrase([*shown, f"{len(ordered) - _SHOWN} more"] if ordered[_SHOWN:] else shown)

    def expected(self, names: frozenset[str], parent: str) -> str:
        """Return what may stand here, or that nothing may."""
        return f"here may stand {self.names(names)}" if names else f"here <{parent}> must end"

    def wrapper(self, symbol: str, names: frozenset[str]) -> str:
        """Return the advice to wrap something, if there is an element to wrap it in."""
        for name in _WRAPPERS:
            if name in names and may_end(after(self._models[name], symbol)):
                return f"wrap it in <{name}>"
        return ""

    def similar(self, name: str, names: frozenset[str]) -> str:
        """Return the element that was probably meant."""
        found = closest(name, [n for n in names if n not in {TEXT, ANY}])
        found = found or closest(name, list(self._models))
        return f"did you mean <{found}>?" if found else ""


def of_value(attribute: Attribute, value: str) -> str:
    """Return what an attribute takes, and the value that was probably meant."""
    allowed = [literal for literal, _ in attribute.values]
    if attribute.listed == "closed" and allowed:
        meant = closest(value, allowed, 0.6)
        return (f'did you mean "{meant}"? ' if meant else "") + f"allowed: {', '.join(allowed)}"
    return f"write {kind_of(attribute.type)}"


def kind_of(model: Model) -> str:
    """Return a value model in plain words."""
    match model:
        case Datatype(name):
            return _KINDS.get(name, f"a value of the datatype {name}")
        case Literal(value):
            return f'"{value}"'
        case Choice(items):
            return phrase([kind_of(item) for item in items])
        case ListOf(item):
            return f"{kind_of(item)}, or several with spaces between them"
        case _:
            return "any text"
