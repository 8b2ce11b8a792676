"""What WeasyPrint leaves out of the tags of a PDF: which elements are notes, and which links."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pydyf
    import weasyprint


def tag_notes(_: "weasyprint.Document", pdf: "pydyf.PDF") -> None:
    """Tag footnotes as Note, with the id that PDF/UA-1 demands, and callouts as Link."""
    import pydyf

    elements = _structure(pdf)
    root = next((n for n, found in elements.items() if found["S"] == "/Document"), None)
    number = 0
    for element in elements.values():
        if element["S"] == "/NonStruct" and any(_is_link(pdf, kid) for kid in element["K"]):
            element["S"] = "/Link"
        if element["S"] == "/NonStruct" and _number(element["P"]) == root:
            # The foot of a page: all other content stands in the one main element.
            for kid in filter(None, (elements.get(_number(kid)) for kid in element["K"])):
                number += 1
                kid["S"], kid["ID"] = "/Note", pydyf.String(f"note-{number}")


def _structure(pdf: "pydyf.PDF") -> "dict[int | None, pydyf.Dictionary]":
    """Return the elements of the structure by the numbers of their objects."""
    import pydyf

    return {
        item.number: item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
    }


def _number(reference: object) -> int | None:
    """Return the number of the object that a reference is to."""
    return int(reference.split()[0]) if isinstance(reference, bytes) else None


def _is_link(pdf: "pydyf.PDF", kid: object) -> bool:
    """Tell whether a part of an element is the annotation of a link."""
    number = _number(kid)
    item = pdf.objects[number] if number is not None else None
    return isinstance(item, dict) and item.get("Type") == "/OBJR"
