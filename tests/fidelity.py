"""Words in order, as an output shows them: what a page adds to the text is declared here."""

import re
from typing import Final

from lxml import etree, html
from lxml.etree import _Element

ADDED_TAGS: Final = frozenset(("template", "nav", "sup", "rp"))
ADDED_CLASSES: Final = frozenset(
    "div.aids div.guide a.number span.number a.mark p.notes-beside h2.supplied-heading span.added"
    " a.added header.added mo.added div.regest details.gloss section.about".split()
)
BLOCKS: Final = frozenset(
    "div p ul ol li table caption tr td th section article figure figcaption blockquote"
    " header h1 h2 h3 h4 h5 h6 br".split()
)


class Words:
    """Letters in order without spaces, brackets and case; where words part, and where they may."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.parted: set[int] = set()
        self.edges: set[int] = set()

    @property
    def letters(self) -> str:
        """All letters."""
        return "".join(self._parts)

    def add(self, text: str | None) -> None:
        """Add some text; its spaces part words."""
        for part in re.split(r"(\s+)", text or ""):
            if part.isspace():
                self.parted.add(self.length)
            else:
                folded = re.sub(r"[\[\]⟦⟧]", "", part.casefold().upper().casefold())
                self._parts.append(folded)
                self.length += len(folded)

    def edge(self, parts: bool) -> None:
        """Say that an element begins or ends here, and whether it parts words."""
        (self.parted if parts else self.edges).add(self.length)


def differences(source: Words, shown: Words) -> list[str]:
    """Return in what an output differs from its source: letters, words that are joined or cut."""
    wanted, found = source.letters, shown.letters
    if wanted != found:
        at = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), None)
        at = min(len(wanted), len(found)) if at is None else at
        return [f"{wanted[max(0, at - 30) : at + 30]!r} is {found[max(0, at - 30) : at + 30]!r}"]
    ends = {0, len(wanted)}
    joined = source.parted - shown.parted - ends
    cut = shown.parted - source.parted - source.edges - ends
    return [f"joined: {wanted[at - 9 : at]}|{wanted[at : at + 9]}" for at in sorted(joined)[:9]] + [
        f"cut: {wanted[at - 9 : at]}|{wanted[at : at + 9]}" for at in sorted(cut)[:9]
    ]


def page_words(page: str) -> Words:
    """Return the words of a reading page, without what the page adds."""
    main = html.document_fromstring(page).get_element_by_id("content")
    words = Words()
    walk = etree.iterwalk(main, events=("start", "end"))
    for event, node in walk:
        if not isinstance(node.tag, str):
            words.add(node.tail if event == "end" else "")
        elif event == "end":
            words.edge(_is_block(node) and not _is_added(node))
            words.add(node.tail if node is not main else "")
        elif _is_added(node):
            walk.skip_subtree()
        else:
            words.edge(_is_block(node))
            text = node.text or ""
            words.add(text.replace("recte:", "") if node.tag == "ins" else text)
    return words


def plain_words(plain: str) -> Words:
    """Return the words of the plain text."""
    words = Words()
    words.add(plain)
    return words


def _is_block(node: _Element) -> bool:
    return node.tag in BLOCKS or node.get("class") == "l"


def _is_added(node: _Element) -> bool:
    classes = {f"{node.tag}.{name}" for name in (node.get("class") or "").split()}
    parent = node.getparent()
    return (
        node.tag in ADDED_TAGS
        or node.get("role") == "doc-backlink"
        or (node.tag == "h2" and parent is not None and parent.get("role") == "doc-endnotes")
        or bool(ADDED_CLASSES & classes)
    )
