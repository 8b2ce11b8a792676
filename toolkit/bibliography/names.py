"""The makers of works: what their surname is, and whether two names can be one person's."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from toolkit.bibliography.folding import Words, has_run, words
from toolkit.reading.document import TEI

# Words between forename and surname that belong to the surname.
_PARTICLES: Final = frozenset("von van der den de du della di da zu zur ten ter la le".split())


@dataclass(frozen=True, slots=True)
class Maker:
    """An author or editor as printed: the words of the name, and the person it points to."""

    surname: Words
    given: Words
    pointer: str = ""

    def may_be(self, other: "Maker") -> bool:
        """Say whether a name in a citation can stand for the maker of a work."""
        if self.pointer and self.pointer == other.pointer:
            return True
        mine = (*self.given, *self.surname)
        if not (has_run(other.surname, mine) or has_run(self.surname, other.surname)):
            return False
        given = tuple(word for word in mine if word not in other.surname)
        return not given or not other.given or _initials_agree(given, other.given)


def _initials_agree(one: Words, two: Words) -> bool:
    return one[0][0] == two[0][0]


def maker(element: "etree._Element", sort_name: str = "") -> Maker:
    """Read the name of an author or editor; a sort form, if one is known, parts it."""
    pointer = next((ref for e in element.iter("*") if (ref := e.get("ref"))), "")
    surname = " ".join(e.text or "" for e in element.iter(f"{{{TEI}}}surname"))
    text = plain_text(element)
    if surname.strip():
        given = " ".join(e.text or "" for e in element.iter(f"{{{TEI}}}forename"))
        return Maker(words(surname), words(given), pointer)
    known = sort_name.partition(",")[0]
    if known and has_run(words(known), words(text)):
        rest = tuple(word for word in words(text) if word not in words(known))
        return Maker(words(known), rest, pointer)
    return _parted(text, pointer)


def _parted(text: str, pointer: str) -> Maker:
    given, family = parted(text)
    return Maker(words(family), words(given), pointer)


def parted(text: str) -> tuple[str, str]:
    """Part a name by its comma, or before its last word and the particles before that."""
    if "," in text:
        family, _, given = text.partition(",")
        return given.strip(), family.strip()
    parts = text.split()
    cut = max(len(parts) - 1, 0)
    while cut > 0 and parts[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def plain_text(element: "etree._Element") -> str:
    """Return the text of an element as an editor reads it: corrected, and without notes."""
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join("".join(_reading(element)).split())


def _reading(element: "etree._Element") -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            name = child.tag.rpartition("}")[2]
            skipped = name in {"sic", "orig", "abbr", "note", "fw"}
            if not (skipped and (child.getparent() is None or _has_choice(child))):
                parts += _reading(child)
        parts.append(child.tail or "")
    return parts


def _has_choice(child: "etree._Element") -> bool:
    """Say whether another reading stands beside this one; a note is never part of a name."""
    parent = child.getparent()
    alone = etree.QName(child).localname == "note"
    return alone or (parent is not None and etree.QName(parent).localname == "choice")
