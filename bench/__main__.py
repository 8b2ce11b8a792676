"""Measure, and print a table: ``python -m bench [section …] [--full]``."""

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import cold, many, paint, safety, warm
from bench.table import Row, note, show

if TYPE_CHECKING:
    from collections.abc import Callable

SECTIONS = (
    *("start", "cold", "schema", "warm", "profile", "checks", "growth", "corpus", "paint"),
    *("mutations", "kills"),
)


def main() -> None:
    """Run the sections asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], help="all if none is named")
    parser.add_argument("--times", type=int, default=5, help="how often each is run")
    parser.add_argument("--documents", type=int, default=100, help="how large the corpus is")
    parser.add_argument("--full", action="store_true", help="2,000 documents, 10,000 mutations")
    asked = parser.parse_args()
    count = 2000 if asked.full else asked.documents
    note(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory(prefix="teikit-bench-") as name:
        work = Path(name)
        measures: dict[str, Callable[[], list[Row]]] = {
            "start": lambda: cold.start_up(asked.times),
            "cold": lambda: cold.chapter(work, asked.times),
            "schema": lambda: cold.schema(work, asked.times),
            "warm": warm.warm,
            "profile": warm.profile,
            "checks": lambda: many.checks(count, work),
            "growth": lambda: cold.growth(work, asked.times),
            "corpus": lambda: many.run_of_many(count, work),
            "paint": lambda: paint.first_paints(work, max(asked.times, 9)),
        }
        for section in asked.sections or SECTIONS:
            if section in measures:
                show(measures[section]())
            elif section == "mutations":
                note(f"mutations: {dict(safety.mutations(10_000 if asked.full else 200))}")
            else:
                note(f"kill -9: {dict(safety.kills(200 if asked.full else 12, work))}")


main()
