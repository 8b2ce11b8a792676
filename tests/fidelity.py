"""What of a document its outputs must show to the letter, and what they may add: declared here, once."""

import re
from collections import Counter
from typing import Final

from lxml import etree, html

TEI: Final = {"tei": "http://www.tei-c.org/ns/1.0"}
# What is text. Entries and metadata have pages of their own, so the header and standOff are no
# part of it; where there is no text, it is what there is instead.
TEXTS: Final = (
    "//*[self::tei:text or self::tei:sourceDoc][not(ancestor::tei:text)]",
    "//tei:facsimile",
    "(/* | //tei:TEI/*)[not(self::tei:TEI or self::tei:teiCorpus or self::tei:teiHeader)]",
)
# What is no text within it: the bytes of pictures.
EXCLUDED: Final = "ancestor::tei:binaryObject"
# What a page adds to the text: by element, and by element and class.
ADDED_TAGS: Final = frozenset(("template", "nav", "sup"))
ADDED_CLASSES: Final = frozenset(
    "div.aids div.guide a.number span.number a.mark p.notes-beside h2.supplied-heading span.added"
    " a.added header.added div.regest details.gloss section.about".split()
)
# What the plain text adds, besides the numbers of notes: where they are called and where they stand.
TITLES: Final = (
    "(/tei:teiHeader | /*/tei:teiHeader)/tei:fileDesc/tei:titleStmt"
    "[not(/*/tei:text/tei:front/tei:docTitle)]/*[self::tei:title or self::tei:author]"
)
MARKS: Final = {
    "descendant-or-self::tei:gap": "…",
    "descendant::tei:choice/tei:corr": "recte:",
    "descendant::tei:p[@n][not(ancestor::tei:note)]": "¶{n}",
    "descendant::tei:body/tei:div[@n][not(tei:head)][@n != '0']": "section{n}",
    "descendant::tei:body/tei:div[@n = '0'][not(tei:head)]": "introduction",
}
# The pointers that call a note which stands among blocks.
CALLS: Final = etree.XPath(
    "self::*[not(../text()[normalize-space()])]/parent::*[self::tei:div or self::tei:back or self::tei:body"
    " or self::tei:front or self::tei:item or self::tei:list or self::tei:noteGrp]"
    "//ancestor::tei:text//*[self::tei:ref or self::tei:ptr]"
    "[starts-with(@target, '#')][substring-after(@target, '#') = $id]",
    namespaces=TEI,
)
Letters = Counter[str]


def letters(text: str) -> Letters:
    """Return what a text is made of: no spaces, no brackets, no difference of case."""
    return Counter(re.sub(r"[\s\[\]]", "", text.casefold().upper().casefold()))


def source_text(tree: "etree._ElementTree") -> str:
    """Return the text of a document."""
    texts = _texts(tree)
    parts = (node.xpath(f".//text()[not({EXCLUDED})]", namespaces=TEI) for node in texts)
    return "".join(str(part) for found in parts for part in found)


def page_text(page: str) -> str:
    """Return the text of a reading page, without what the page adds."""
    main = html.document_fromstring(page).get_element_by_id("content")
    for node in list(main.iter(etree.Element)):
        if _is_added(node):
            node.drop_tree()
        elif node.tag == "ins" and node.text:
            node.text = node.text.replace("recte:", "")
    return str(main.text_content())


def added_to_plain_text(tree: "etree._ElementTree") -> Letters:
    """Return what the plain text adds: the title, numbers of notes and paragraphs, marks, headings."""
    texts = _texts(tree)
    titles = tree.xpath(TITLES, namespaces=TEI)
    notes = [list(text.iter(f"{{{TEI['tei']}}}note")) for text in texts]
    numbers = [
        note.get("n", str(n)) * (1 + _callouts(note))
        for each in notes
        for n, note in enumerate(each, 1)
    ]
    said = ["".join(title.itertext()) for title in titles] + numbers
    said += ["notes"] if numbers else []
    for path, words in MARKS.items():
        said += [words.format(n=e.get("n")) for t in texts for e in t.xpath(path, namespaces=TEI)]
    return letters("".join(said))


def _calls(note: "etree._Element") -> "list[etree._Element]":
    ident = note.get("{http://www.w3.org/XML/1998/namespace}id")
    return CALLS(note, id=ident) if ident else []


def _callouts(note: "etree._Element") -> int:
    """Return how often the number of a note is written to call it: where it stands, or by pointers."""
    calls = [call for call in _calls(note) if not call.text and len(call) == 0]
    return len(calls) if _calls(note) else 1


def _texts(tree: "etree._ElementTree") -> "list[etree._Element]":
    return next((found for path in TEXTS if (found := tree.xpath(path, namespaces=TEI))), [])


def _is_added(node: "etree._Element") -> bool:
    classes = {f"{node.tag}.{name}" for name in (node.get("class") or "").split()}
    parent = node.getparent()
    return (
        node.tag in ADDED_TAGS
        or node.get("role") == "doc-backlink"
        or (node.tag == "h2" and parent is not None and parent.get("role") == "doc-endnotes")
        or bool(ADDED_CLASSES & classes)
    )
