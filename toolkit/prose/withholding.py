"""Take the running prose out of an edition, and leave what proves that it was put back."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from toolkit.errors import DocumentError, ProblemsFound
from toolkit.problems import Problem
from toolkit.prose.facts import kept_elements
from toolkit.prose.folding import digest, fold_letters, fold_typography
from toolkit.prose.pieces import Block, Gap, Run
from toolkit.prose.scanning import scan
from toolkit.reading.document import Document, parse

KINDS: Final[dict[str, Callable[[str], str]]] = {
    "letters": fold_letters,
    "typography": fold_typography,
}

_NO_DECLARATION: Final = (
    "does not declare which elements are facts; add to its encodingDesc, for example, "
    '<tagsDecl><namespace name="http://www.tei-c.org/ns/1.0">'
    '<tagUsage gi="persName" ana="#kept"/></namespace></tagsDecl>'
)

_DECLARATION: Final = (
    '<tagsDecl><namespace name="http://www.tei-c.org/ns/1.0">{}</namespace></tagsDecl>'
    '<classDecl><taxonomy><category xml:id="kept"><catDesc>A fact: kept in the published file.'
    "</catDesc></category></taxonomy></classDecl>"
)
_ENCODING: Final = "<encodingDesc>{}</encodingDesc>"


def digests(document: Document) -> dict[tuple[str, str], str]:
    """Return the digests that a document carries, by block id and kind."""
    spans = document.xpath("//tei:standOff/tei:spanGrp[@type='digest']/tei:span[@target]")
    return {
        (e.get("target", "").removeprefix("#"), e.get("type", "")): (e.text or "").strip()
        for e in spans
    }


def declared(document: Document, facts: Sequence[str]) -> Document:
    """Return a document whose header declares facts; one that declares some stays as it is.

    Raises:
        DocumentError: it has no header into which the declaration could be written.
    """
    if not facts or kept_elements(document):
        return document
    source = document.source
    for end, form in ((b"</encodingDesc>", "{}"), (b"</fileDesc>", _ENCODING)):
        at = source.find(end)
        if at >= 0:
            at += len(end) if end == b"</fileDesc>" else 0
            usages = "".join(f'<tagUsage gi="{name}" ana="#kept"/>' for name in facts)
            said = form.format(_DECLARATION.format(usages)).encode()
            return parse(splice(source, [(at, at, said)]), document.path)
    raise DocumentError(document.path, _NO_DECLARATION)


def withhold(document: Document) -> bytes:
    """Return the document's bytes with running prose as measured gaps, and with its digests.

    What is a fact and stays is declared in the header; nothing but runs of prose and the
    list of digests is touched, so that the rest of the file stays as it was, to the byte.
    A block whose letters and digits are those of the digest that it has keeps its digests,
    whatever copy its prose came from; a block that is withheld already keeps its own.

    Raises:
        DocumentError: the header does not declare which elements are facts.
        ProblemsFound: a block with text has no ``xml:id``; prose stands where it cannot be
            taken out (a CDATA section, an entity) or proved (withheld, without a digest).
    """
    if not kept_elements(document):
        raise DocumentError(document.path, _NO_DECLARATION)
    blocks = scan(document)
    _demand_ids(document, blocks)
    _demand_plain_text(document)
    wanted = _wanted(document, blocks)
    edits = [
        (run.start, run.end, _gap(run).encode())
        for block in blocks
        for run in block.pieces
        if isinstance(run, Run)
    ]
    withheld = splice(document.source, edits)
    return withheld if digests(document) == wanted else _with_digests(document, withheld, wanted)


def splice(source: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return the bytes with each ``start:end`` replaced."""
    parts, done = [], 0
    for start, end, new in sorted(edits):
        parts += [source[done:start], new]
        done = end
    return b"".join([*parts, source[done:]])


def _gap(run: Run) -> str:
    return f'<gap reason="rights" unit="letters" quantity="{len(fold_letters(run.text))}"/>'


def _demand_ids(document: Document, blocks: Sequence[Block]) -> None:
    problems = [
        Problem(
            document.path,
            block.line,
            block.column,
            "block-without-id",
            f"this <{block.name}> holds text but has no xml:id, so its text cannot be proved",
            "give it a stable xml:id",
        )
        for block in blocks
        if not block.ident
    ]
    if problems:
        raise ProblemsFound(problems)


def _demand_plain_text(document: Document) -> None:
    """Refuse prose that hides from an edit in place: CDATA sections and declared entities."""
    problems = [
        Problem(
            document.path,
            document.source.count(b"\n", 0, at.start()) + 1,
            1,
            "prose-out-of-reach",
            f"prose in {what} cannot be taken out in place",
            "write it as plain text",
        )
        for pattern, what in ((rb"<!\[CDATA\[", "a CDATA section"), (rb"<!ENTITY", "an entity"))
        for at in re.finditer(pattern, document.source)
    ]
    if problems:
        raise ProblemsFound(problems)


def _wanted(document: Document, blocks: Sequence[Block]) -> dict[tuple[str, str], str]:
    """Return the digests that the blocks must carry, by block id and kind."""
    older = digests(document)
    wanted: dict[tuple[str, str], str] = {}
    problems = []
    for block in blocks:
        now = {(block.ident, kind): digest(fold(block.text)) for kind, fold in KINDS.items()}
        letters = (block.ident, "letters")
        withheld = any(isinstance(piece, Gap) for piece in block.pieces)
        if withheld and letters not in older:
            problems.append(_unproved(document, block))
        same = withheld or older.get(letters) == now[letters]
        wanted |= {key: older.get(key, value) if same else value for key, value in now.items()}
    if problems:
        raise ProblemsFound(problems)
    return wanted


def _unproved(document: Document, block: Block) -> Problem:
    return Problem(
        document.path,
        block.line,
        block.column,
        "prose-withheld-already",
        f"part of the text of <{block.name} xml:id={block.ident!r}> is withheld and has no digest",
        "weave the document first",
    )


def _with_digests(document: Document, source: bytes, wanted: dict[tuple[str, str], str]) -> bytes:
    """Put the list of digests into ``standOff``, in place of an older one."""
    spans = "".join(
        f'\n      <span type="{kind}" target="#{ident}">{value}</span>'
        for (ident, kind), value in wanted.items()
    )
    group = f'<spanGrp type="digest">{spans}\n    </spanGrp>'
    text = source.decode("utf-8")
    older = re.search(r'<spanGrp type="digest"\s*(/>|>.*?</spanGrp>)', text, re.DOTALL)
    if older:
        text = text[: older.start()] + group + text[older.end() :]
    elif document.xpath("//tei:standOff"):
        at = text.rindex("</standOff>")
        text = f"{text[:at]}  {group}\n  {text[at:]}"
    else:
        at = text.index("</teiHeader>") + len("</teiHeader>")
        text = f"{text[:at]}\n  <standOff>\n    {group}\n  </standOff>{text[at:]}"
    parse(text.encode(), document.path)
    return text.encode()
