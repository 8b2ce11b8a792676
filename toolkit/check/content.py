"""What is wrong with the children of one element, each mistake once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.etree import QName, _Element

from toolkit.check.advice import Adviser
from toolkit.check.companions import PARTNERS, USUAL
from toolkit.check.finding import Finding
from toolkit.check.includes import inserted
from toolkit.check.models import Models
from toolkit.check.places import text_place
from toolkit.check.placing import Placing
from toolkit.check.repair import Repairer, Step, runs
from toolkit.check.strangers import Strangers
from toolkit.odd.language import TEXT
from toolkit.odd.model import Element
from toolkit.reading.document import Document
from toolkit.reading.inclusions import INCLUDE

_BLANK = " \t\r\n"
_SNIPPET = 40
_TAG = re.compile(r"<(\w+)>")
_OFTEN = 50


class Piece(NamedTuple):
    """A child of an element, or a text in it: its symbol, and the element it is or follows."""

    symbol: str
    node: _Element
    text: str = ""
    tail: bool = False


class Contents:
    """Explains the contents of the elements of one document."""

    def __init__(self, models: Models, document: Document) -> None:
        self._models = models
        self._document = document
        self._adviser = Adviser(document.tree, models)
        self._strangers = Strangers(models, self._adviser)

    def findings(self, node: _Element, element: Element) -> Iterator[Finding]:
        """Give what is wrong with the children of an element."""
        now = self._models.start[element.name]
        pieces = self._pieces(node)
        for piece in pieces:
            after = now.step(piece.symbol)
            if after is None:
                break
            now = after
        else:
            if now.may_end:
                return
        yield from self._explain(node, element, pieces)

    def _pieces(self, node: _Element) -> list[Piece]:
        found, last = [], node
        if (node.text or "").strip(_BLANK):
            found.append(Piece(TEXT, node, node.text or ""))
        for child in node:
            if child.tag == INCLUDE:
                found += [self._piece(tag, one) for tag, one in inserted(self._document, child)]
                last = child
            elif isinstance(child.tag, str):
                found.append(self._piece(child.tag, child))
                last = child
            if (child.tail or "").strip(_BLANK):
                found.append(Piece(TEXT, last, child.tail or "", tail=last is not node))
        return found

    def _piece(self, tag: str, node: _Element) -> Piece:
        known = self._models.elements.get(tag)
        return Piece(known.name if known else tag if tag[0] == "{" else "{}" + tag, node)

    def _explain(
        self, node: _Element, element: Element, pieces: Sequence[Piece]
    ) -> Iterator[Finding]:
        begin = self._models.start[element.name]
        unknown = {p.symbol: p.node for p in pieces if p.symbol.startswith("{")}
        likes = {
            symbol: self._adviser.similar(QName(one).localname, begin.everything)
            for symbol, one in unknown.items()
        }
        steps = Repairer([piece.symbol for piece in pieces], likes).steps(begin)
        placing = Placing(self._models, self._adviser, element, pieces, steps)
        added = {step.symbol for step in steps if step.kind == "add"}
        dropped = {step.symbol for step in steps if step.kind == "drop"}
        found = list(self._wrong(steps, node, element, pieces, placing, added))
        wrapped = {n for f in found if f.advice.startswith("wrap") for n in _TAG.findall(f.advice)}
        lacking = [s for s in steps if s.kind == "add" and s.symbol not in dropped]
        wanting = [step for step in lacking if not step.expected & wrapped]
        if found:  # what stands wrong was likely meant for one of several that might stand here
            wanting = [s for s in wanting if len(self._choices(s, pieces[s.at :])) == 1]
        yield from self._lacking(wanting, node, element, pieces)
        yield from found

    def _wrong(  # noqa: PLR0913, PLR0917 -- what is known of one element
        self,
        steps: list[Step],
        node: _Element,
        element: Element,
        pieces: Sequence[Piece],
        placing: Placing,
        added: set[str],
    ) -> Iterator[Finding]:
        """Give what stands where it must not, neighbours together."""
        often: Counter[str] = Counter()
        for run in runs(steps, [piece.symbol for piece in pieces]):
            first = pieces[run[0].at]
            often[first.symbol] += 1
            if often[first.symbol] > _OFTEN:
                continue  # who has read so many knows
            rest = [step for step in run if not step.symbol.startswith("{")]
            if first.symbol.startswith("{"):
                if first.node.tag != INCLUDE:  # that has a check of its own
                    yield self._strangers.finding(first.node, run[0].expected, element)
                rest = [step for step in rest if step is not run[0]]
            if rest:
                here = [pieces[step.at] for step in rest]
                advice = placing.advice(node, here, rest[0], added)
                yield self._misplaced(element, here, advice)

    def _lacking(
        self, steps: list[Step], node: _Element, element: Element, pieces: Sequence[Piece]
    ) -> Iterator[Finding]:
        by_place: dict[int, list[Step]] = {}
        for step in steps:
            by_place.setdefault(step.at, []).append(step)
        for at, group in by_place.items():
            follower = QName(pieces[at].node).localname if at < len(pieces) else ""
            where = f" before <{follower}>" if follower and pieces[at].symbol != TEXT else ""
            choices = self._choices(group[0], pieces[at:])
            partner = PARTNERS.get(pieces[0].symbol, "") if len(pieces) == 1 else ""
            if partner in choices:
                names = self._models.tag(partner)
                message = f"<{element.tag}> lacks {names}"
            elif len(group) == 1 and len(choices) > 1:
                message = f"<{element.tag}> is not complete"
                names = self._adviser.names(choices)
            else:
                meant = (self._usual(step, pieces[step.at :]) for step in group)
                names = " and ".join(self._models.tag(symbol) for symbol in meant)
                message = f"<{element.tag}> lacks {names}"
            yield Finding(node, "incomplete-element", message, f"add {names}{where}")

    def _usual(self, step: Step, rest: Sequence[Piece]) -> str:
        """Return what is most often meant of all that may be added."""
        return next((n for n in USUAL if n in self._choices(step, rest)), step.symbol)

    def _choices(self, step: Step, rest: Sequence[Piece]) -> set[str]:
        """Return all that would do as well as what was chosen to be added."""
        model = step.state
        found = set()
        for symbol in step.expected:
            after = model.step(symbol) if model else None
            fits = after is not None and (
                after.step(rest[0].symbol) is not None if rest else after.may_end
            )
            if fits and symbol[0] not in "#*{":
                found.add(symbol)
        return found or {step.symbol}

    def _misplaced(self, element: Element, pieces: list[Piece], advice: str) -> Finding:
        first = pieces[0]
        if any(piece.symbol == TEXT for piece in pieces):
            told = "".join(p.text or "".join(p.node.itertext()) for p in pieces)
            text = _snippet(told)
            advice = advice if any(map(str.isalnum, told)) else "take it out"
            message = f'text stands directly in <{element.tag}>: "{text}"'
            loose = first.symbol == TEXT
            place = text_place(self._document, first.node, tail=first.tail) if loose else None
            return Finding(first.node, "stray-text", message, advice, place=place)
        name = QName(first.node).localname
        inside = self._models.holds(element.name, first.symbol)
        where = f"at this point of <{element.tag}>" if inside else f"in <{element.tag}>"
        message = f"<{name}> may not stand {where}"
        return Finding(first.node, "misplaced-element", message, advice)


def _snippet(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SNIPPET else f"{words[: _SNIPPET - 1]}…"
