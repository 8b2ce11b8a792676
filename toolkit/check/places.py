"""Where things stand in the file, where lxml does not say it: tags, texts, words."""

from functools import lru_cache

from lxml.etree import _Element

from toolkit.reading.document import Document, Position
from toolkit.wellformed.markup import Markup, Token


@lru_cache(maxsize=1)
def markup(document: Document) -> Markup:
    """Return the markup of a document, found once."""
    from toolkit.wellformed.diagnosis import decoded

    return Markup(decoded(document.source))


def tag(document: Document, element: _Element) -> Token | None:
    """Return the start tag of an element as it stands in the file."""
    return markup(document).tag_at(*document.position(element))


def text_offset(document: Document, element: _Element, *, tail: bool) -> int | None:
    """Return where the text in an element begins, or the text after it."""
    found = tag(document, element)
    if found is None or not tail:
        return found.end if found else None
    end = markup(document).ends.get(found.start)
    return end.end if end else None


def byte_place(document: Document, at: int) -> Position:
    """Return the place of a byte of the file."""
    from toolkit.wellformed.diagnosis import decoded

    return Position(*markup(document).lines.place(len(decoded(document.source[:at]))))


def text_place(document: Document, element: _Element, *, tail: bool) -> Position | None:
    """Return the place of the first letter in an element, or after it."""
    at = text_offset(document, element, tail=tail)
    if at is None:
        return None
    text = markup(document).text
    while at < len(text):
        rest = text[at : at + 4]
        if rest[:1].isspace():
            at += 1
        elif rest == "<!--" or rest[:2] == "<?":
            at = max(text.find("-->" if rest == "<!--" else "?>", at), at) + len(rest[:2]) + 1
        else:
            break
    return Position(*markup(document).lines.place(at))


def word_place(
    document: Document, element: _Element, word: str, start: int, *, tail: bool
) -> Position | None:
    """Return the place of a word in the text of an element, or in the text after it.

    `start` is where the word stands in the text as lxml gives it; entities may have moved it.
    """
    at = text_offset(document, element, tail=tail)
    if at is None:
        return None
    source = markup(document).text
    exact = at + start
    if not source.startswith(word, exact):
        exact = source.find(word, at)
    return Position(*markup(document).lines.place(exact if exact >= 0 else at))
