"""One document in a process that has compiled everything: what it costs, and where that goes."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from bench.documents import CHAPTER
from bench.measuring import Cost
from bench.table import Row
from toolkit.check import check
from toolkit.making.build import with_version
from toolkit.making.rendering import render
from toolkit.reading.document import load
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets
from toolkit.xsl.transform import Stylesheet

_BASE = "lxml, parse and serialise"
_COPY = Path(__file__).with_name("copy.xsl")


def warm() -> list[Row]:
    """Compare check and all outputs in a warm process with a bare parse and serialise."""
    return _rows("chapter, warm", "whole")


def profile() -> list[Row]:
    """Tell what each part of it costs: rules, the engine's reading and copying, each output."""
    return _rows("chapter, warm, in parts", "parts")


def _rows(section: str, which: str) -> list[Row]:
    command = [sys.executable, "-m", "bench.warm", which]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    measured: dict[str, tuple[float, str]] = json.loads(said)
    costs = {name: Cost(seconds, seconds, 0) for name, (seconds, _) in measured.items()}
    return [
        Row(section, name, costs[name], _BASE, costs, remark)
        for name, (_, remark) in measured.items()
    ]


def _cost(work: Callable[[], object], times: int) -> float:
    """Return the least CPU that work took, after a first time that does not count."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _measured(which: str) -> Iterator[tuple[str, tuple[float, str]]]:
    yield _BASE, (_cost(lambda: etree.tostring(etree.parse(CHAPTER)), 40), "")
    yield from _whole() if which == "whole" else _parts()


def _whole() -> Iterator[tuple[str, tuple[float, str]]]:
    sheets, told = tuple(stylesheets(XSLT)), with_version(None)

    def everything() -> None:
        document = load(CHAPTER)
        check(document)
        render(document, sheets, told)

    yield "check and every output", (_cost(everything, 5), "")
    yield "check alone", (_cost(lambda: check(load(CHAPTER)), 20), "")


def _parts() -> Iterator[tuple[str, tuple[float, str]]]:
    sheets, told = tuple(stylesheets(XSLT)), with_version(None)
    yield "load", (_cost(lambda: load(CHAPTER), 20), "")
    document = load(CHAPTER)
    yield "check", (_cost(lambda: check(document), 20), "")
    copy = Stylesheet(_COPY)
    yield "the engine reads it", (_cost(lambda: copy.read(load(CHAPTER)), 20), "with load")
    size = len(copy.render(document).encode())
    yield "the engine copies it", (_cost(lambda: copy.render(document), 20), f"{size:,} bytes")
    made = render(document, sheets, told).outputs
    total = sum(map(len, made.values()))
    every = _cost(lambda: render(document, sheets, told), 5)
    yield "every output, together", (every, f"{total:,} bytes")
    for sheet in sheets:
        alone = _cost(partial(render, document, (sheet,), told), 5)
        yield f"{sheet.stem}, alone", (alone, f"{len(made[sheet.stem]):,} bytes")


if __name__ == "__main__":
    print(json.dumps(dict(_measured(sys.argv[1]))))
