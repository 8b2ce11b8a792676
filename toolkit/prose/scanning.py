"""Which text of a document stands in which block, and where in the file's bytes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from toolkit.errors import DocumentError
from toolkit.prose.facts import BLOCKS, BLOCKS_ALONE, SUPPLIED, kept_elements
from toolkit.prose.folding import fold_letters
from toolkit.prose.pieces import Block, Callout, Fixed, Gap, Piece, Run
from toolkit.reading.document import TEI, Document

_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_XML_ID: Final = "http://www.w3.org/XML/1998/namespace id"


def scan(document: Document) -> list[Block]:
    """Return the blocks of the document's ``text``, in order.

    Raises:
        DocumentError: the file is not in UTF-8, so that its bytes cannot be edited in place.
    """
    try:
        document.source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(document.path, "is not in UTF-8; convert it first") from error
    return _Scanner(kept_elements(document)).run(document.source)


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, whether its text is kept, the block that it begins."""

    name: str
    kept: bool
    block: Block | None


@dataclass(slots=True)
class _Chunk:
    text: str
    start: int
    end: int


class _Scanner:
    """One pass of expat that keeps byte offsets."""

    def __init__(self, kept: frozenset[str]) -> None:
        self._kept = kept
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._stack: list[_Open] = []
        self._chunks: list[_Chunk] = []
        self._choice: list[str] | None = None
        self._gap_at: tuple[int, int] | None = None
        self.blocks: list[Block] = []

    def run(self, source: bytes) -> list[Block]:
        parser = self._parser
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)  # of the file alone
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        for name in ("Comment", "ProcessingInstruction", "StartCdataSection", "EndCdataSection"):
            setattr(parser, f"{name}Handler", self._other)
        parser.Parse(source, True)  # noqa: FBT003 -- expat takes it by position
        return self.blocks

    def _here(self) -> int:
        """Close what reached up to this event, and return the offset of the event."""
        here = self._parser.CurrentByteIndex
        if self._chunks and self._chunks[-1].end < 0:
            self._chunks[-1].end = here
        if self._gap_at and (block := self._block()):
            quantity, start = self._gap_at
            block.pieces.append(Gap(quantity, start, here))
        self._gap_at = None
        return here

    def _block(self) -> Block | None:
        return next((o.block for o in reversed(self._stack) if o.block), None)

    def _other(self, *_: object) -> None:
        self._here()
        self._flush()

    def _text(self, data: str) -> None:
        here = self._here()
        self._chunks.append(_Chunk(data, here, -1))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        here = self._here()
        self._flush()
        local = name.removeprefix(f"{TEI} ")
        if not self._stack:
            if local == "text":
                self._stack.append(_Open(local, kept=False, block=None))
            return
        parent, block = self._stack[-1], None
        if local in BLOCKS or (local in BLOCKS_ALONE and not self._block()):
            block = self._begin_block(local, attributes)
        kept = local in self._kept or local == "choice" or (parent.kept and not block)
        self._stack.append(_Open(local, kept, block))
        if local == "choice" and self._choice is None:
            self._choice = ["", ""]
        quantity = attributes.get("quantity", "0")
        if local == "gap" and attributes.get("reason") == "rights" and _NUMBER.fullmatch(quantity):
            self._gap_at = (int(quantity), here)

    def _begin_block(self, local: str, attributes: dict[str, str]) -> Block:
        parser = self._parser
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        outer = self._block()
        in_note = local == "note" or (outer is not None and outer.in_note)
        block = Block(attributes.get(_XML_ID, ""), *place, local, in_note)
        if local == "note":
            callout = Callout(attributes.get("n", ""))
            block.pieces.append(callout)
            if outer:
                outer.pieces.append(callout)
        elif outer and outer.in_note and not outer.has_letters:
            block.pieces += [piece for piece in outer.pieces if isinstance(piece, Callout)]
        self.blocks.append(block)
        return block

    def _end(self, name: str) -> None:
        if not self._stack:
            return
        local = name.removeprefix(f"{TEI} ")
        if local != "gap":  # a gap reaches up to the event after its own end
            self._here()
        self._flush()
        closed = self._stack.pop()
        if local == "choice" and not any(o.name == "choice" for o in self._stack):
            printed, other = self._choice or ("", "")
            self._choice = None
            if block := self._block():
                block.pieces.append(Fixed(printed, other or None))
        if closed.block and not closed.block.has_letters:
            self.blocks.remove(closed.block)

    def _flush(self) -> None:
        """Turn the character data since the last tag into pieces of the open block."""
        chunks, self._chunks = self._chunks, []
        block = self._block()
        if not chunks or block is None:
            return
        text = "".join(chunk.text for chunk in chunks)
        names = [o.name for o in self._stack]
        if self._choice is not None:
            self._choice[1 if SUPPLIED.intersection(names) else 0] += text
        elif not SUPPLIED.intersection(names):
            block.pieces.extend([Fixed(text)] if self._stack[-1].kept else _cut(chunks))


def _cut(chunks: Iterable[_Chunk]) -> Iterator[Piece]:
    """Part a text node into edge, run of prose, edge."""
    places = [(c, i) for c in chunks for i in range(len(c.text))]
    inside = [n for n, (c, i) in enumerate(places) if fold_letters(c.text[i])]
    if not inside:
        yield Fixed("".join(c.text[i] for c, i in places))
        return
    first, last = inside[0], inside[-1]
    yield Fixed("".join(c.text[i] for c, i in places[:first]))
    run = "".join(c.text[i] for c, i in places[first : last + 1])
    yield Run(run, _offset(*places[first], after=False), _offset(*places[last], after=True))
    yield Fixed("".join(c.text[i] for c, i in places[last + 1 :]))


def _offset(chunk: _Chunk, index: int, *, after: bool) -> int:
    """Return the byte offset of a character, or of what follows it."""
    if len(chunk.text.encode()) != chunk.end - chunk.start:  # a character reference or an entity
        return chunk.end if after else chunk.start
    return chunk.start + len(chunk.text[: index + after].encode())
