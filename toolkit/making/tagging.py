"""What WeasyPrint leaves out of the tags of a PDF: which elements are notes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pydyf
    import weasyprint


def tag_notes(_: "weasyprint.Document", pdf: "pydyf.PDF") -> None:
    """Tag footnotes as Note, with the id that PDF/UA-1 demands."""
    import pydyf

    elements = [item for item in pdf.objects if _type(item) == "/StructElem"]
    root = next(element for element in elements if element["S"] == "/Document")
    number = 0
    for part in _kids(pdf, root):
        # The foot of a page is no named element, and its notes are spans.
        for note in _kids(pdf, part) if part["S"] == "/NonStruct" else ():
            if note["S"] == "/Span":
                number += 1
                note["S"], note["ID"] = "/Note", pydyf.String(f"note-{number}")


def _kids(pdf: "pydyf.PDF", element: "pydyf.Dictionary") -> "list[pydyf.Dictionary]":
    """Return the elements that stand in an element of the structure."""
    references = [kid for kid in element["K"] if isinstance(kid, bytes)]
    found = [pdf.objects[int(reference.split()[0])] for reference in references]
    return [item for item in found if _type(item) == "/StructElem"]


def _type(item: object) -> object:
    return item.get("Type") if isinstance(item, dict) else None
