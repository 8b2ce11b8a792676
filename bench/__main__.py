"""Measure, and print a table: ``python -m bench [section …] [--full]``."""

import argparse
import os
import tempfile
from pathlib import Path

from bench import cold, many, safety
from bench.table import note, show

SECTIONS = ("start", "cold", "schema", "warm", "checks", "growth", "corpus", "mutations", "kills")


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
        for section in asked.sections or SECTIONS:
            match section:
                case "start":
                    show(cold.start_up(asked.times))
                case "cold":
                    show(cold.chapter(work, asked.times))
                case "schema":
                    show(cold.schema(work, asked.times))
                case "checks":
                    show(many.checks(count, work))
                case "warm":
                    show(many.warm())
                case "growth":
                    show(cold.growth(work, asked.times))
                case "corpus":
                    show(many.run_of_many(count, work))
                case "mutations":
                    note(f"mutations: {dict(safety.mutations(10_000 if asked.full else 200))}")
                case _:
                    note(f"kill -9: {dict(safety.kills(200 if asked.full else 12, work))}")


main()
