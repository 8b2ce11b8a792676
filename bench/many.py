"""Many documents: throughput on one and two processors, memory, a second run; joint pages apart."""

import os
import re
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.documents import corpus
from bench.measuring import TEIKIT, Cost, run, run_in_parts
from bench.table import Row

_DOCUMENTS_DONE = re.compile(r"^[\d,]+ documents? in ")
_BUSY = "x = 0\nfor i in range(20_000_000): x += i"


def run_of_many(count: int, work: Path) -> list[Row]:
    """Build a folder of chapters on one and on two processors, whole and again."""
    folder = corpus(count, work / "many")
    few = corpus(max(count // 10, 2), work / "few")
    parts = {
        f"{count // 10} documents, 2 jobs": _build(few, work / "out-few", 2),
        f"{count} documents, 1 job": _build(folder, work / "out1", 1),
        f"{count} documents, 2 jobs": _build(folder, work / "out2", 2),
        "again, nothing changed": _again(folder, work / "out2"),
        "again, one document changed": _changed(folder, work / "out2"),
    }
    costs = {name: documents for name, (documents, _) in parts.items()}
    costs |= {f"{name}: joint pages": joint for name, (_, joint) in parts.items()}
    one, two = costs[f"{count} documents, 1 job"], costs[f"{count} documents, 2 jobs"]
    bare = _bare_speedup()
    remark = f"speed-up {one.wall / two.wall:.2f}; two bare busy processes {bare:.2f}"
    base = f"{count} documents, 2 jobs"
    return [
        Row("corpus", name, cost, base, costs, remark if name == base else "")
        for name, cost in costs.items()
    ]


def checks(count: int, work: Path) -> list[Row]:
    """Compare the check of a folder of chapters with jing's of the same, in one process."""
    folder = corpus(count, work / "checked")
    costs = {
        "teikit check, 2 jobs": run([TEIKIT, "check", "--jobs", "2", str(folder)]),
        "teikit check, 1 job": run([TEIKIT, "check", "--jobs", "1", str(folder)]),
    }
    tei_all = Path(os.environ.get("TEIKIT_SHARED", "/nowhere")) / "tei" / "tei_all.rng"
    if tei_all.is_file() and shutil.which("jing"):
        files = [str(path) for path in sorted(folder.iterdir())]
        costs["jing, tei_all.rng"] = run(["jing", "-i", str(tei_all), *files])
    base = next(reversed(costs))
    return [Row(f"{count} checks", name, cost, base, costs) for name, cost in costs.items()]


def _build(folder: Path, into: Path, jobs: int) -> tuple[Cost, Cost]:
    shutil.rmtree(into, ignore_errors=True)
    return _again(folder, into, jobs)


def _again(folder: Path, into: Path, jobs: int = 2) -> tuple[Cost, Cost]:
    """Build, and return what the documents took and what their joint pages took."""
    command = [TEIKIT, "build", str(folder), "-o", str(into), "--jobs", str(jobs)]
    return run_in_parts(command, _DOCUMENTS_DONE)


def _changed(folder: Path, into: Path) -> tuple[Cost, Cost]:
    document = next(iter(sorted(folder.iterdir())))
    document.write_bytes(document.read_bytes().replace(b"</title>", b" revised</title>", 1))
    return _again(folder, into)


def _bare_speedup() -> float:
    """Return how much faster two busy processes are than one after the other, here and now."""
    alone = _timed(lambda: list(map(_busy, range(2))))
    with ProcessPoolExecutor(2) as executor:
        list(executor.map(_nothing, range(4)))
        together = _timed(lambda: list(executor.map(_busy, range(2))))
    return alone / together


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _busy(_: int) -> None:
    exec(_BUSY)  # noqa: S102 -- our own words, the same for all


def _nothing(_: int) -> None:
    time.sleep(0.1)
