"""The parts of a TEI element in the order of reading, and where words part: declared here."""

from typing import Final

from lxml.etree import QName, _Element

TEI: Final = "http://www.tei-c.org/ns/1.0"
# What parts words wherever it begins or ends, though no space is written.
PARTING: Final = frozenset(
    "text front body back group div div1 div2 div3 p head ab l lg list item row cell table space sp speaker"
    " castList castGroup castItem set prologue epilogue opener closer postscript salute signed dateline"
    " address addrLine epigraph trailer argument titlePage docImprint imprimatur entry entryFree"
    " superEntry hom sense cit eg u post annotationBlock floatingText listBibl listPerson listPlace listOrg"
    " listEvent person place org event biblStruct msDesc sourceDoc surface surfaceGrp zone line"
    " facsimile figDesc figure spGrp listWit witness listApp egXML titlePart byline".split()
)
# What parts words where it follows another element, if nothing is written between the elements there.
WORDS: Final = frozenset(
    "forename surname persName settlement region author title date publisher pubPlace lem rdg orth pron"
    " pos gen usg def lang role actor street postCode birth occupation".split()
)
# What is read before the rest of an element, and after it; on a page, and in lines.
FIRST: Final = {
    True: {
        "choice": "sic orig abbr am",
        "front": "docTitle titlePage byline",
        "table": "head",
        "list": "head headLabel headItem",
    },
    False: {"choice": "sic orig abbr am", "front": "docTitle byline"},
}
LAST: Final = {
    True: {"choice": "corr reg expan ex", "figure": "head"},
    False: {"choice": "corr reg expan ex"},
}


def stands(node: _Element) -> bool:
    """Tell whether an element stands in lines of its own."""
    name, above = name_of(node), name_of(node.getparent())
    return (
        name in PARTING
        or (name, above) == ("app", "listApp")
        or ((name, above) == ("seg", "u") and not _has_words(node.getparent()))
        or (name == "note" and above in {"u", "div"} and is_inline(node))
    )


def is_inline(note: _Element) -> bool:
    """Tell whether a note is read where it stands, as those among speeches are."""
    above = note.getparent()
    speech = name_of(above) == "u" or (
        name_of(above) == "div" and above.find(f"{{{TEI}}}u") is not None
    )
    called = "//*[contains(concat(' ', @target, ' '), concat(' #', $id, ' '))][name() = 'ref' or name() = 'ptr']"
    free = not any(note.get(name) for name in ("place", "n", "target"))
    id_ = note.get("{http://www.w3.org/XML/1998/namespace}id")
    return "inline" in (note.get("place") or "").split() or bool(
        speech and free and not (id_ and note.xpath(called, id=id_))
    )


def _has_words(node: "_Element | None") -> bool:
    texts = [] if node is None else [node.text, *(child.tail for child in node)]
    return any((text or "").strip() for text in texts)


def parts(node: _Element, *, on_page: bool) -> list["_Element | str"]:
    """Return the children and texts of an element in the order of reading."""
    first = FIRST[on_page].get(name_of(node), "").split()
    last = LAST[on_page].get(name_of(node), "").split()
    ranked: list[tuple[int, _Element | str]] = [(len(first), node.text or "")]
    for child in node:
        name = name_of(child)
        rank = first.index(name) if name in first else len(first) + (name in last)
        ranked += [(rank, child)] if name else []
        ranked += [(len(first), child.tail or "")]
    found = [part for _, part in sorted(ranked, key=lambda pair: pair[0])]
    words = any(isinstance(part, str) and part.strip() for part in found)
    between = name_of(node) in {"subst", "ruby"} or (
        name_of(node) in {"mod", "formula"} and not words
    )
    found = [part for part in found if not (between and isinstance(part, str) and part.isspace())]
    return _unbroken(found)


def _unbroken(found: list["_Element | str"]) -> list["_Element | str"]:
    """Leave the spaces out around breaks that part no words, and where tokens are joined."""
    for at, part in enumerate(found):
        if isinstance(part, str):
            begun = (
                part.lstrip()
                if any(_joins(n, "right") for n in found[max(0, at - 1) : at])
                else part
            )
            found[at] = (
                begun.rstrip() if any(_joins(n, "left") for n in found[at + 1 : at + 2]) else begun
            )
    return found


def _joins(node: "_Element | str", side: str) -> bool:
    if isinstance(node, str):
        return False
    ends = [node, *(node[-1:] if side == "right" else node[:1])]
    return node.get("break") == "no" or any(end.get("join") in {side, "both"} for end in ends)


def name_of(node: "_Element | None") -> str:
    """Return the name of an element of TEI; another for one of another vocabulary."""
    if node is None or not isinstance(node.tag, str):
        return ""
    name = QName(node)
    return name.localname if name.namespace == TEI else "foreign"


def is_parted(node: _Element) -> bool:
    """Tell whether words part before an element, though no space is written."""
    name, above, before = name_of(node), node.getparent(), node.getprevious()
    if name not in WORDS or above is None or before is None or name_of(before) in {"", "note"}:
        return name == "lb" and node.get("break") != "no"
    texts = [above.text, *(child.tail for child in above)]
    last = "".join(before.itertext())[-1:]
    close = not before.tail and not any((text or "").strip() for text in texts)
    ends = last in set(".,;:!?)") or last.isnumeric() or last.lower() != last.upper()
    return close and ends
