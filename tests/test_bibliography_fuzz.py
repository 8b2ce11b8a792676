"""Invented items of every type, with any variables of CSL: into the TEI and back nothing is lost."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from toolkit import Document, parse
from toolkit.bibliography import add, read
from toolkit.bibliography.items import DATES, NAMES, TYPES
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

EMPTY = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader/>\n  <text><body><p/></body></text>\n</TEI>\n'
SCHEMA = Path(__file__).parent / "bibliography" / "csl-data.schema.json"
ELSEWHERE = {"id", "type", "title", "citation-key", "journalAbbreviation", "shortTitle"}
PEOPLE = [
    {"literal": "Guild & Sons"},
    {"family": "Berg", "given": "Otto", "non-dropping-particle": "von der"},
    {"family": "Liddell Hart", "given": "B. H."},
    {"family": "Plato"},
    {"family": "Rohr", "given": "Anselm", "suffix": "Jr."},
    {"family": "Ünal", "given": "Şükrü <x>"},
]
TIMES = [
    {"date-parts": [[1988]]},
    {"date-parts": [[1988, 5]]},
    {"date-parts": [[1988, 5, 3], [1989, 1, 2]]},
    {"date-parts": [[1907]], "circa": True},
    {"literal": "in the ice winter"},
]
FORMED = {"DOI": "10.5/{}", "language": "de", "page": "12-3{}", "URL": "https://example.org/{}"}


def variables() -> list[str]:
    """Return the variables of CSL that hold a text."""
    properties = json.loads(SCHEMA.read_text(encoding="utf-8"))["items"]["properties"]
    plain = {
        name
        for name, kind in properties.items()
        if kind.get("type") in ("string", ["string", "number"])
    }
    return sorted(plain - ELSEWHERE - NAMES - DATES)


def invented(chance: random.Random, n: int) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"w{n}",
        "type": chance.choice(sorted(TYPES)),
        "title": f"Fog {n} & more",
    }
    for name in chance.sample(variables(), chance.randrange(10)):
        item[name] = FORMED.get(name, f"{name} {{}}").format(n)
    for name in chance.sample(sorted(NAMES), chance.randrange(4)):
        item[name] = chance.choices(PEOPLE, k=chance.randrange(1, 4))
    for name in chance.sample(sorted(DATES), chance.randrange(3)):
        item[name] = chance.choice(TIMES)
    return item


def brought_in(items: list[dict[str, Any]], folder: Path) -> Document:
    path = folder / "works.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    reading = read(path)
    assert reading.problems == ()
    return parse(add(parse(EMPTY, path), reading.items, path).source, path)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_csl_says_of_a_work_the_tei_says_and_says_back(seed: int, tmp_path: Path) -> None:
    items = [invented(random.Random(1000 * seed + n), n) for n in range(120)]

    made = Stylesheet(XSLT / "bibliography.csl.json.xsl").render(brought_in(items, tmp_path))

    back = {item["id"]: item for item in json.loads(made)}
    lost = [
        (item["type"], name, value, back[item["id"]].get(name))
        for item in items
        for name, value in item.items()
        if back[item["id"]].get(name) != value
    ]
    assert lost == []
