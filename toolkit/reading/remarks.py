"""What of a document cannot be published as well as its editor may wish."""

from urllib.parse import urlsplit

from toolkit.problems import Level, Problem
from toolkit.reading.document import TEI, Document
from toolkit.reading.references import untagged


def remarks(document: Document) -> list[Problem]:
    """Return warnings for its build: of references without tagged parts, of pictures left out."""
    return [*untagged(document), *_uncopied(document)]


def _uncopied(document: Document) -> list[Problem]:
    """Return a warning if there are pictures beside the document, which a build does not copy."""
    pictures = [
        graphic
        for graphic in document.tree.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media")
        if _is_beside(graphic.get("url", ""))
    ]
    if not pictures:
        return []
    number, first = len(pictures), pictures[0]
    what = "1 picture is" if number == 1 else f"{number} pictures are"
    message = f"{what} not copied, only linked to; the first: {first.get('url')}"
    advice = "put them beside the pages, under the same names"
    place = (document.path, *document.position(first))
    return [Problem(*place, "picture-not-copied", message, advice, level=Level.WARNING)]


def _is_beside(address: str) -> bool:
    """Tell the address of a file from one of the web, or of a place in the document."""
    try:
        split = urlsplit(address)
    except ValueError:
        return False
    return bool(split.path) and not split.scheme and not split.netloc
