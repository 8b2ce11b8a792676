"""Where an element belongs that stands in the wrong place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml.etree import QName, _Element

from toolkit.check.advice import Adviser
from toolkit.check.companions import CONTAINERS
from toolkit.check.models import Models
from toolkit.check.repair import Step
from toolkit.habits import ways
from toolkit.odd.language import TEXT
from toolkit.odd.model import Element
from toolkit.wordlists import ELEMENTS

if TYPE_CHECKING:
    from toolkit.check.automaton import State
    from toolkit.check.content import Piece

# Among so many children no place is tried for one of them.
_MANY = 300
# So many letters of a name tell that another one that holds them was meant.
_TELLING = 3


class Placing:
    """Finds the place for what stands wrong in one element."""

    def __init__(
        self,
        models: Models,
        adviser: Adviser,
        element: Element,
        pieces: "Sequence[Piece]",
        steps: Sequence[Step],
    ) -> None:
        self._models = models
        self._adviser = adviser
        self._element = element
        self._pieces = pieces
        swaps = {step.at: step.symbol for step in steps if step.kind == "swap"}
        dropped = {step.at for step in steps if step.kind == "drop"}
        self._kept = [
            (at, swaps.get(at, piece.symbol))
            for at, piece in enumerate(pieces)
            if at not in dropped
        ]

    def advice(self, node: _Element, run: "Sequence[Piece]", step: Step, added: set[str]) -> str:
        """Return what to do with the children of a run."""
        symbols = tuple(piece.symbol for piece in run)
        if TEXT not in symbols and len(run) == 1:
            moved = self._moved(step, symbols[0]) or self._twice(run[0], step)
            if moved:
                return moved
        if not step.expected.isdisjoint(ways(symbols[0], {})):
            return self._adviser.habit(run[0].node, step.expected)
        named = [n for n in step.expected if n[-4:] == "Name" and symbols[0].startswith(n[:-4])]
        if named:
            entry = f"<{symbols[0]}> is for its entry in a register"
            return f"did you mean {self._adviser.names(named)}? {entry}"
        alike = [n for n in step.expected if symbols[0].lower() in n.lower()]
        if step.kind == "swap" and alike and len(symbols[0]) >= _TELLING:
            return f"did you mean {self._adviser.names(alike)}?"
        mixed = self._models.holds(self._element.name, TEXT)
        sisters = {piece.symbol for piece in self._pieces if piece not in run} - {TEXT}
        usual = [n for n in ELEMENTS.get(symbols[0], ()) if n in step.expected]
        wrapped = self._adviser.wrapper(symbols, step.expected, sisters)
        if usual and len(run) == 1 and not any(f"<{n}>" in wrapped for n in _containers(symbols)):
            return f"did you mean {self._models.tag(usual[0])}?"
        found = [wrapped, self._beside(node, run[0]) if TEXT not in symbols else ""]
        last = self._last(node, run[0], step, added)
        ordered = found[::-1] if mixed else found
        return next((way for way in ordered if way), last)

    def _last(self, node: _Element, piece: "Piece", step: Step, added: set[str]) -> str:
        """Return what to do with what can be neither wrapped nor put beside."""
        if not step.expected:
            return self._empty(piece)
        if step.kind == "swap":
            return f"here must stand {self._adviser.names(step.expected)}"
        known = piece.symbol != TEXT and piece.symbol not in added
        elsewhere = self._elsewhere(node, piece.symbol) if known else ""
        return elsewhere or self._adviser.expected(step.expected, self._element.tag)

    def _empty(self, piece: "Piece") -> str:
        name = self._element.tag
        if self._models.begins(self._element.name):
            return f"here <{name}> must end"
        words = name == "ptr" and "ref" in self._models.schema.elements
        other = "; <ref> may hold words" if words else ""
        what = "the words" if piece.symbol == TEXT else f"<{QName(piece.node).localname}>"
        return f"take {what} out of it: <{name}/> holds nothing{other}"

    def _accepts(self, symbols: Sequence[str]) -> bool:
        now: State | None = self._models.start[self._element.name]
        for symbol in symbols:
            now = now.step(symbol) if now else None
        return bool(now and now.may_end)

    def _moved(self, step: Step, symbol: str) -> str:
        """Return where among its sisters an element fits, the nearest place first."""
        if len(self._kept) > _MANY:
            return ""
        places = sorted(range(len(self._kept) + 1), key=lambda at: abs(self._index(at) - step.at))
        for at in places:
            symbols = [name for _, name in self._kept]
            symbols.insert(at, symbol)
            if self._accepts(symbols):
                return self._said(at, step)
        return ""

    def _index(self, at: int) -> int:
        return self._kept[at][0] if at < len(self._kept) else len(self._pieces)

    def _said(self, at: int, step: Step) -> str:
        later = self._index(at) > step.at
        if later and at:
            neighbour, word = self._pieces[self._kept[at - 1][0]], "behind"
        elif at < len(self._kept):
            neighbour, word = self._pieces[self._kept[at][0]], "before"
        else:
            return f"move it to the end of <{self._element.tag}>"
        if neighbour.symbol == TEXT:
            return f"move it {word} the text of <{self._element.tag}>"
        line = neighbour.node.sourceline
        return f"move it {word} <{QName(neighbour.node).localname}> (line {line})"

    def _twice(self, piece: "Piece", step: Step) -> str:
        """Return the advice to keep one of two, if one of them could stand here."""
        if len(self._kept) > _MANY:
            return ""
        for at, symbol in self._kept:
            if symbol == piece.symbol and at < step.at:
                line = self._pieces[at].node.sourceline
                name = QName(piece.node).localname
                rest = [s for other, s in self._kept if other != at]
                place = sum(1 for other, _ in self._kept if other < at)
                if self._accepts([*rest[:place], symbol, *rest[place:]]) and not self._accepts(
                    [*rest[:place], symbol, symbol, *rest[place:]]
                ):
                    return f"keep one: <{self._element.tag}> has a <{name}> already, on line {line}"
        return ""

    def _beside(self, node: _Element, piece: "Piece") -> str:
        """Return the advice to end the parent earlier, if the element may follow it."""
        parent = node.getparent()
        known = None if parent is None else self._models.elements.get(str(parent.tag))
        if known is None:
            return ""
        before: State | None = None
        now: State | None = self._models.start[known.name]
        for sister in parent.iterchildren("*") if parent is not None else ():
            found = self._models.elements.get(str(sister.tag))
            before = now
            now = now.step(found.name if found else str(sister.tag)) if now else None
            if sister is node:
                break
        name = QName(piece.node).localname
        if now is not None and now.step(piece.symbol) is not None:
            return f"end <{self._element.tag}> before it: <{name}> stands beside it, not in it"
        earlier = before.step(piece.symbol) if before is not None else None
        if earlier is not None and earlier.step(self._element.name) is not None:
            return f"move it before the <{self._element.tag}>: it stands directly in <{known.tag}>"
        return ""

    def _elsewhere(self, node: _Element, symbol: str) -> str:
        """Return the nearest element above that may hold it, or those that may."""
        for ancestor in node.iterancestors():
            known = self._models.elements.get(str(ancestor.tag))
            if known and self._models.holds(known.name, symbol):
                return f"move it out: it stands directly in <{known.tag}>"
        return self._adviser.homes(self._models.parents.get(symbol, []))


def _containers(symbols: Sequence[str]) -> tuple[str, ...]:
    return CONTAINERS.get(symbols[0], ())
