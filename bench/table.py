"""Figures as a table that reads the same on a terminal and in Markdown."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.measuring import Cost


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what was measured, and to what it is compared."""

    section: str
    name: str
    cost: Cost
    base: str
    """The name of the figure that the ratio is to."""
    costs: Mapping[str, Cost]
    remark: str = ""

    @property
    def ratio(self) -> str:
        """How many times the base this took, in wall time."""
        base = self.costs.get(self.base)
        return f"{self.cost.wall / base.wall:.2f}" if base and base.wall else ""


def show(rows: Sequence[Row]) -> None:
    """Print rows as a table."""
    print("| what | wall s | CPU s | most MB | ratio | to | |")
    print("|---|---:|---:|---:|---:|---|---|")
    for row in rows:
        cost = row.cost
        remark = row.remark + (f" exit {cost.exit_code}" if cost.exit_code else "")
        figures = f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f} | {row.ratio}"
        print(f"| {row.section}: {row.name} | {figures} | {row.base} | {remark} |", flush=True)


def note(text: str) -> None:
    """Say something beside the table."""
    print(f"bench: {text}", file=sys.stderr, flush=True)
