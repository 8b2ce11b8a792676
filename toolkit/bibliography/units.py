"""Archival units: archive, fond, opis, delo, and which of them a reference leaves out."""

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from toolkit.bibliography.folding import words
from toolkit.bibliography.names import plain_text
from toolkit.bibliography.works import below, pick
from toolkit.reading.document import XML_ID, Document

if TYPE_CHECKING:
    from lxml import etree

LEVELS: Final = ("archive", "fond", "opis", "delo")

_PRINTED: Final = {
    "fond": re.compile(r"\b(?:f|fond|ф)\.?\s*(\d[\w-]*)", re.IGNORECASE),
    "opis": re.compile(r"\b(?:op|opis|оп)\.?\s*(\d[\w-]*)", re.IGNORECASE),
    "delo": re.compile(r"\b(?:d|dd|delo|д)\.?\s*(\d[\w-]*)", re.IGNORECASE),
}
# What makes an untagged reference one to an archive: two of its levels, one after the other, or
# nothing but one of them with its leaves.
_LOOKS_ARCHIVAL: Final = re.compile(
    r"\b(?:(?:f|fond)\.\s*\d[\w-]*,?\s*op|op\.\s*\d[\w-]*,?\s*dd?)\.\s*\d"
    r"|^(?:op|d|оп|д)\.\s*\d[\w-]*(?:,\s*(?:l|л)l?\.\s*\d|\W*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """An archival unit, or what a reference says of one; what it leaves out is empty."""

    archive: str = ""
    fond: str = ""
    opis: str = ""
    delo: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """The levels that are named, from the archive down."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))

    @property
    def elided(self) -> tuple[str, ...]:
        """The levels above the first that is named."""
        first = self.given[0] if self.given else ""
        return LEVELS[: LEVELS.index(first)] if first else LEVELS

    @property
    def torn(self) -> bool:
        """Whether a level is missing between two that are named."""
        spots = [LEVELS.index(level) for level in self.given]
        return bool(spots) and spots[-1] - spots[0] + 1 != len(spots)

    def under(self, other: "Unit") -> "Unit":
        """Return this unit with the levels it leaves out taken from another."""
        taken = {level: getattr(other, level) for level in self.elided}
        return Unit(**{**{level: getattr(self, level) for level in LEVELS}, **taken})

    def __str__(self) -> str:
        """Write it as a reference, with a question mark for what is not known."""
        signs = ("", "f. ", "op. ", "d. ")
        parts = [s + getattr(self, level) for s, level in zip(signs, LEVELS, strict=True)]
        return ", ".join(p for p, level in zip(parts, LEVELS, strict=True) if level in self.given)


class Archives:
    """The archives of an edition under all their names, and its archival units."""

    def __init__(self, document: Document) -> None:
        """Read the archives and the units of a document's registers."""
        self._keys: dict[str, str] = {}
        for org in document.xpath("//tei:standOff//tei:org[@xml:id]"):
            for name in pick(org, "tei:orgName"):
                self._keys.setdefault(_key(name), org.get(XML_ID, ""))
        self._units: dict[Unit, list[str]] = {}
        for entry in document.xpath("//tei:listBibl/tei:bibl[@type='archival'][@xml:id]"):
            unit = self.read(entry)
            self._units.setdefault(unit, []).append(entry.get(XML_ID, ""))

    def read(self, reference: "etree._Element") -> Unit:
        """Return the unit that a reference names, as far as it names it."""
        names = below(reference, "orgName", "repository")
        tagged = {
            str(e.get("type")): " ".join(words(plain_text(e)))
            for e in below(reference, "idno")
            if e.get("type") is not None
        }
        if tagged.keys() & set(LEVELS):
            given = {level: tagged.get(level, "") for level in LEVELS[1:]}
            return Unit(self._archive(names), **given)
        text = plain_text(reference)
        found = {level: sign.search(text) for level, sign in _PRINTED.items()}
        given = {level: hit[1] if hit else "" for level, hit in found.items()}
        return Unit(self._archive(names) or self._printed_archive(text), **given)

    def find(self, unit: Unit) -> list[str]:
        """Return the ids of the entries of a unit."""
        return self._units.get(unit, [])

    def _archive(self, names: "list[etree._Element]") -> str:
        """Return the key of an archive; a second name, "hereafter …", is learnt."""
        if not names:
            return ""
        pointed = names[0].get("ref", "").removeprefix("#")
        return pointed or self._learn([_key(name) for name in names])

    def _learn(self, names: list[str]) -> str:
        """Return the key that any of these names has, and give it to all of them."""
        key = next((self._keys[name] for name in names if name in self._keys), names[0])
        for name in names:
            self._keys.setdefault(name, key)
        return key

    def _printed_archive(self, text: str) -> str:
        before = re.split(r",?\s*(?:\(hereafter ([^)]+)\),?\s*)?\b(?:f|fond|ф)\.\s*\d", text)
        if len(before) == 1 or not re.search(r"[^\W\d_]{2}", before[0]):
            return ""
        return self._learn([" ".join(words(name)) for name in before[:2] if name])


def is_archival(reference: "etree._Element") -> bool:
    """Say whether a reference is to an archival unit."""
    if reference.get("type") == "archival":
        return True
    if any(e.get("type") in LEVELS[1:] for e in below(reference, "idno")):
        return True
    return not below(reference, "title") and bool(_LOOKS_ARCHIVAL.search(plain_text(reference)))


def _key(name: "etree._Element") -> str:
    return " ".join(words(plain_text(name)))
