"""The words of a TEI document in the order of reading, and what its plain text adds: declared here."""

import re
from collections import defaultdict
from typing import Final

from fidelity import Words
from lxml.etree import _Element, _ElementTree
from tei_parts import is_inline, is_parted, name_of, parts, stands

TEI: Final = {"tei": "http://www.tei-c.org/ns/1.0"}
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
# What is text. Entries and metadata have pages of their own, so the header and standOff are no
# part of it, but for notes on it; where there is no text, it is what there is instead.
TEXTS: Final = (
    "//*[self::tei:text or self::tei:sourceDoc][not(ancestor::tei:text)]",
    "//tei:facsimile",
    "(/* | //tei:TEI/*)[not(self::tei:TEI or self::tei:teiCorpus or self::tei:teiHeader)]",
)
BESIDE: Final = (
    "//tei:standOff//tei:note[not(../self::tei:standOff and (@type = 'regest' or @type = 'evidence'))]"
    "| //tei:standOff//tei:annotation[not(tei:note)]"
    "[*[not(self::tei:respStmt or self::tei:revisionDesc or self::tei:licence)]]"
)
POINTERS: Final = "//tei:text//*[self::tei:ref or self::tei:ptr][starts-with(concat(@target, ' '), concat($id, ' '))]"
# Notes in these stand apart from the words that they are on.
APART: Final = frozenset(
    "div back body front text noteGrp item list annotation listAnnotation standOff".split()
)
# What is no text: metadata, the bytes of pictures, and who is responsible for an annotation.
EXCLUDED: Final = "self::tei:binaryObject or self::tei:teiHeader or parent::tei:annotation and (self::tei:respStmt or self::tei:revisionDesc or self::tei:licence)"
# What the plain text adds, besides the numbers of notes: the title, and marks before some elements.
TITLES: Final = (
    "(/tei:teiHeader | /*/tei:teiHeader)/tei:fileDesc/tei:titleStmt"
    "[not(/*/tei:text/tei:front/tei:docTitle)]/*[self::tei:title or self::tei:author]"
)
OWN_TITLES: Final = (
    "parent::tei:TEI[ancestor::tei:teiCorpus][not(tei:text/tei:front[tei:docTitle or tei:titlePage])]"
    "/tei:teiHeader/tei:fileDesc/tei:titleStmt/*[self::tei:title or self::tei:author]"
)
MARKS: Final = {
    "//tei:gap": "…",
    "//tei:choice/tei:corr": "recte: ",
    "//tei:annotation/tei:ptr": " {target} ",
    "//tei:p[@n][not(ancestor::tei:note)]": "¶ {n} ",
    "//tei:body/tei:div[@n][not(tei:head)][@n != '0']": "{kind} {n} ",
    "//tei:listApp/tei:app[@loc]": "{loc} ",
    "//tei:body/tei:div[@n = '0'][not(tei:head)]": "introduction ",
}


class Source:
    """The text of a document, as a page and as lines of plain text have it."""

    def __init__(self, tree: _ElementTree) -> None:
        self._tree = tree
        self._texts: list[_Element] = next(
            (found for path in TEXTS if (found := tree.xpath(path, namespaces=TEI))), []
        )
        self._ids = {str(node.get(XML_ID)): node for node in tree.iter("*") if node.get(XML_ID)}
        self._inside = {node for text in self._texts for node in text.iter("*")}
        self._notes = {text: _notes_in(text) for text in self._texts}
        self._strays: set[_Element] = set()
        self._add_notes_beside()
        self._lifted = {note for notes in self._notes.values() for note in notes}
        self._excluded = set(tree.xpath(f"//*[{EXCLUDED}]", namespaces=TEI))
        self._before: dict[_Element, str] = defaultdict(str)
        self._after: dict[_Element, str] = defaultdict(str)
        self._mark()

    def page(self) -> Words:
        """Return the words as a page has them: each text, then its notes."""
        words = Words()
        for text in self._texts:
            self._walk(words, text, on_page=True)
            for note in self._notes[text]:
                self._walk(words, note, on_page=True, lifted=True)
        return words

    def lines(self) -> Words:
        """Return the words as lines have them: the title, all texts, all notes with their numbers."""
        words = Words()
        for title in self._tree.xpath(TITLES, namespaces=TEI):
            self._walk(words, title, on_page=False)
        for text in self._texts:
            for title in text.xpath(OWN_TITLES, namespaces=TEI):
                self._walk(words, title, on_page=False)
            self._walk(words, text, on_page=False)
        words.add(" notes " if any(self._notes.values()) else "")
        for text in self._texts:
            for at, note in enumerate(self._notes[text], 1):
                words.add(" " if note in self._strays else f" {note.get('n', at)} ")
                self._walk(words, note, on_page=False, lifted=True)
        return words

    def _walk(self, words: Words, node: _Element, *, on_page: bool, lifted: bool = False) -> None:
        words.edge(parts=lifted or stands(node) or is_parted(node))
        words.add("" if on_page else self._before[node])
        if lifted or not (node in self._lifted or node in self._excluded):
            for part in parts(node, on_page=on_page):
                if isinstance(part, str):
                    words.add(part)
                else:
                    self._walk(words, part, on_page=on_page)
        if not (on_page or lifted) and self._after[node]:
            words.parted.discard(words.length)
            words.add(self._after[node])
        words.edge(parts=lifted or stands(node))

    def _add_notes_beside(self) -> None:
        """Notes beside the texts come with the text that they are on, at its end."""
        found = [
            note
            for note in self._tree.xpath(BESIDE, namespaces=TEI)
            if note not in self._inside
            and name_of(note.getparent()) in APART
            and not is_inline(note)
        ]
        self._inside |= {part for note in found for part in note.iter("*")}
        self._strays = {note for note in found if not self._callers(note)}
        for note in sorted(found, key=lambda note: note in self._strays):
            within = [part for part in _notes_in(note) if part is not note]
            self._notes[self._home(note)] += [note, *within]

    def _home(self, note: _Element) -> _Element:
        (caller,) = self._callers(note)[:1] or [note]
        document = next(note.iterancestors(f"{{{TEI['tei']}}}TEI"))
        of_document = [text for text in self._texts if text.getparent() is document]
        above = [text for text in self._texts if text in caller.iterancestors()]
        return (above or of_document or self._texts)[0]

    def _callers(self, note: _Element) -> list[_Element]:
        """Return the pointers to a note that stands apart, else what it is on."""
        above = note.getparent()
        text = "".join([above.text or "", *(child.tail or "" for child in above)])
        if name_of(above) not in APART or text.strip():
            return []
        pointers = self._tree.xpath(POINTERS, namespaces=TEI, id=f"#{note.get(XML_ID)}")
        pointing = [node for node in (note, above) if node.get("target")][:1]
        ends = [node.get("targetEnd", node.get("target", "")) for node in pointing]
        ids = [token[1:] for end in ends for token in end.split() if token.startswith("#")]
        on = [self._ids[ids[-1]]] if ids and ids[-1] in self._ids else []
        return pointers or [node for node in on if node in self._inside - set(self._texts)]

    def _mark(self) -> None:
        """Say what the plain text adds before and after which elements."""
        for path, mark in MARKS.items():
            for node in self._tree.xpath(path, namespaces=TEI):
                self._before[node] += mark.format(kind=_kind(node), **node.attrib)
        for notes in self._notes.values():
            for at, note in enumerate(notes, 1):
                number = note.get("n", str(at))
                for caller in self._callers(note) or {note} - self._strays:
                    filled = name_of(caller) in {"ref", "ptr"} and (caller.text or len(caller))
                    self._after[caller] += "" if filled else number


def _notes_in(node: _Element) -> list[_Element]:
    return [note for note in node.iter(f"{{{TEI['tei']}}}note") if not is_inline(note)]


def _kind(node: _Element) -> str:
    """Return what a section says that it is, in words."""
    part = node.get("type") == "textpart"
    kind = node.get("subtype" if part else "type") or "section"
    words = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|[-_]", " ", kind)
    plain = re.fullmatch(r"[^\W\d_]{3,}([ ]?[^\W\d_]+)*", words)
    return words if plain and kind not in {"div", "textpart"} else "section"
