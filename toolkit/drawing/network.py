"""A network of persons named together: who stands near whom, by the same rule every time."""

from collections import deque
from collections.abc import Mapping, Sequence
from math import cos, sin, sqrt
from typing import Any, Final, NamedTuple

from toolkit.drawing.geometry import Point, Window, around
from toolkit.drawing.labels import Spot, place, width

_WIDTH: Final = 1600.0
_TYPE: Final = 25.0
_RADIUS: Final = (6.0, 17.0)
_MOST: Final = 48
_ROUNDS: Final = 40
# So far apart stand two persons whom one step parts, at most.
_LARGEST: Final = 230.0
_HIGH: Final = 1.9 * _TYPE * 1.35
# Persons between whom no chain of pairs leads stand this much farther apart than the farthest.
_STRANGERS: Final = 1.0

Weights = Mapping[tuple[str, str], int]


class Person(NamedTuple):
    """A person who is named together with others."""

    ident: str
    label: str
    mentions: int


def draw_network(data: dict[str, Any]) -> str:
    """Return a network as XML, from its nodes and links as JSON; nothing if nobody is together."""
    weights = {
        (link["source"], link["target"]): link["paragraphs"] or link["notes"]
        for link in _drawn_links(data["links"])
    }
    persons = _strongest(data["nodes"], weights)
    if not persons:
        return ""
    idents = [person.ident for person in persons]
    kept = {pair: weight for pair, weight in weights.items() if set(pair) <= set(idents)}
    spots, frame = _spots(persons, _fitted(_layout(idents, kept)))
    labels = {label.ident: label for label in place(spots, _TYPE, frame.grown(-4))}
    at = {spot.ident: spot.at for spot in spots}
    lines = "".join(_line(pair, weight, at) for pair, weight in kept.items())
    points = "".join(
        f'<point ref="{spot.ref}" x="{spot.at[0]:.0f}" y="{spot.at[1]:.0f}"'
        f' r="{spot.radius:.1f}" anchor="{label.anchor}"'
        f' tx="{label.at[0]:.0f}" ty="{label.at[1]:.0f}"/>'
        for spot in spots
        for label in [labels[spot.ident]]
    )
    size = f'width="{frame.right:.0f}" height="{frame.top:.0f}"'
    return f'<drawing><view id="network" {size}>{lines}{points}</view></drawing>'


def _drawn_links(links: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the pairs of paragraphs; where there are none, those of notes."""
    return [link for link in links if link["paragraphs"]] or list(links)


def _strongest(nodes: Sequence[dict[str, Any]], weights: Weights) -> list[Person]:
    """Return the persons with the most company, the strongest first."""
    strength: dict[str, int] = {}
    for pair, weight in weights.items():
        for ident in pair:
            strength[ident] = strength.get(ident, 0) + weight
    chosen = sorted(strength, key=lambda ident: (-strength[ident], ident))[:_MOST]
    known = {node["id"]: node for node in nodes}
    return [Person(ident, known[ident]["label"], known[ident]["mentions"]) for ident in chosen]


def _layout(idents: Sequence[str], weights: Weights) -> dict[str, Point]:
    """Return a place for each, the distances as near as can be to those along the pairs."""
    wanted = _distances(idents, weights)
    count = len(idents)
    pulls = [_pulls(number, goals) for number, goals in enumerate(wanted)]
    at = [
        complex(
            (0.3 + number / count) * cos(2.4 * number), (0.3 + number / count) * sin(2.4 * number)
        )
        for number in range(count)
    ]
    for _ in range(_ROUNDS):
        for number in range(count):
            at[number] = _settled(at[number], at, pulls[number])
    return {ident: (spot.real, spot.imag) for ident, spot in zip(idents, at, strict=True)}


def _pulls(number: int, goals: Sequence[float]) -> list[tuple[int, float, float]]:
    """Return the others, how far each shall be, and how strongly that is wished."""
    return [(other, goal, 1 / (goal * goal)) for other, goal in enumerate(goals) if other != number]


def _settled(
    here: complex, at: Sequence[complex], pulls: Sequence[tuple[int, float, float]]
) -> complex:
    """Return where one stands best while all others stay (stress majorization, one step)."""
    total, place = 0.0, 0j
    for other, goal, pull in pulls:
        there = at[other]
        away = here - there
        place += pull * (there + away * (goal / (abs(away) or 1e-9)))
        total += pull
    return place / total if total else here


def _distances(idents: Sequence[str], weights: Weights) -> list[list[float]]:
    """Return the wanted distances: steps from one to the other along pairs."""
    order = {ident: number for number, ident in enumerate(idents)}
    near: list[list[int]] = [[] for _ in idents]
    for one, other in weights:
        near[order[one]].append(order[other])
        near[order[other]].append(order[one])
    steps = [_steps(number, near) for number in range(len(idents))]
    far = max((max(row.values()) for row in steps), default=1) + _STRANGERS
    found = [[float(row.get(number, far)) for number in range(len(idents))] for row in steps]
    for (one, other), weight in weights.items():
        a, b = order[one], order[other]
        found[a][b] = found[b][a] = 0.6 + 0.6 / weight
    return found


def _steps(start: int, near: Sequence[Sequence[int]]) -> dict[int, int]:
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for other in near[here]:
            if other not in steps:
                steps[other] = steps[here] + 1
                waiting.append(other)
    return steps


def _fitted(at: Mapping[str, Point]) -> dict[str, Point]:
    """Turn the longer side across, and stretch the picture to the width of the page."""
    box = around(at.values())
    if box.top - box.bottom > box.right - box.left:
        at = {ident: (y, -x) for ident, (x, y) in at.items()}
        box = around(at.values())
    scale = min(0.76 * _WIDTH / max(box.right - box.left, 0.5), _LARGEST)
    margin = (_WIDTH - (box.right - box.left) * scale) / 2
    return {
        ident: ((x - box.left) * scale + margin, (y - box.bottom) * scale)
        for ident, (x, y) in at.items()
    }


def _spots(persons: Sequence[Person], at: Mapping[str, Point]) -> tuple[list[Spot], Window]:
    """Return the points, pushed apart where their labels would crowd, and the frame."""
    most = max(person.mentions for person in persons) or 1
    least, largest = _RADIUS
    places = {person.ident: at[person.ident] for person in persons}
    widths = [(person.ident, width(person.label, _TYPE)) for person in persons]
    for _ in range(40):
        places = _eased(widths, places)
    box = around(places.values())
    spots = [
        Spot(
            person.ident,
            (places[person.ident][0], places[person.ident][1] - box.bottom + 40),
            least + (largest - least) * sqrt(person.mentions / most),
            person.label,
        )
        for person in persons
    ]
    return spots, Window(0, 0, _WIDTH, box.top - box.bottom + 80)


def _eased(widths: Sequence[tuple[str, float]], places: Mapping[str, Point]) -> dict[str, Point]:
    """Push persons who stand too close a little apart, up and down for the most part."""
    moved = dict(places)
    for number, (one, wide) in enumerate(widths):
        for other, broad in widths[number + 1 :]:
            (x, y), (ox, oy) = moved[one], moved[other]
            lack = _HIGH - abs(y - oy)
            if lack > 0 and abs(x - ox) < (wide + broad) * 0.3 + 24:
                push = lack / 4 * (1 if (y, one) > (oy, other) else -1)
                moved[one] = (x, y + push)
                moved[other] = (ox, oy - push)
    return moved


def _line(pair: tuple[str, str], weight: int, at: Mapping[str, Point]) -> str:
    (x, y), (ox, oy) = at[pair[0]], at[pair[1]]
    strength = min(weight, 6)
    return f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{ox:.0f}" y2="{oy:.0f}" weight="{strength}"/>'
