"""What a block of text is made of, whether its prose is present or withheld."""

from dataclasses import dataclass, field

from toolkit.prose.folding import fold_letters


@dataclass(frozen=True, slots=True)
class Fixed:
    """Text that stays in the file: a fact, or punctuation; a copy may have `other` instead."""

    text: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of prose, from its first letter to its last, at `start:end` of the file's bytes."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of prose withheld: how many letters and digits it has, at `start:end` of the bytes."""

    quantity: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Callout:
    """The place where a note is called; a copy may print its number there."""

    number: str


Piece = Fixed | Run | Gap | Callout


@dataclass(slots=True)
class Block:
    """A paragraph, heading, quotation or note: its pieces in the order of the text.

    `in_note` tells the blocks of notes, which a copy prints apart from the text.
    """

    ident: str
    line: int
    column: int
    name: str
    in_note: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the block as printed, its withheld runs left out."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Fixed | Run))

    @property
    def length(self) -> int:
        """How many letters and digits the block has as printed, withheld ones and all."""
        return len(fold_letters(self.text)) + sum(
            piece.quantity for piece in self.pieces if isinstance(piece, Gap)
        )

    @property
    def has_letters(self) -> bool:
        """Whether the block holds text of its own, present or withheld."""
        return bool(fold_letters(self.text)) or any(isinstance(p, Gap) for p in self.pieces)
