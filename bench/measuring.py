"""Run programs and say what they took: wall time, processor time, the most memory of a process."""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TEIKIT = str(Path(sys.executable).with_name("teikit"))


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds, seconds of all processors, megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float
    exit_code: int = 0


def run(command: Sequence[str], cwd: Path | None = None) -> Cost:
    """Run a command to its end and measure it and its children.

    Python may keep the modules that it compiled, as it does wherever a package is installed.
    """
    usual = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=usual, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    watch = _Watch(process.pid)
    code = process.wait()
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user - before.children_user + after.children_system
    return Cost(wall, cpu - before.children_system, watch.end(), code)


def median(costs: Sequence[Cost]) -> Cost:
    """Return the middle of each figure."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.memory for cost in costs),
        max(cost.exit_code for cost in costs),
    )


def in_turn(runs: dict[str, Callable[[], Cost]], times: int) -> dict[str, Cost]:
    """Run everything in turn, again and again, so that a busy machine is so for all of them."""
    taken: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(times):
        for name, measure in runs.items():
            taken[name].append(measure())
    return {name: median(costs) for name, costs in taken.items()}


class _Watch:
    """Looks at a process and its children now and then, for the most memory that one takes."""

    def __init__(self, root: int) -> None:
        self._root, self._most, self._done = root, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._done.wait(0.05):
            for pid in _family(self._root):
                self._most = max(self._most, _high_water(pid))

    def end(self) -> float:
        """Stop looking and return the megabytes."""
        self._done.set()
        self._thread.join()
        return self._most


def _family(root: int) -> list[int]:
    found = [root]
    for pid in found:
        with suppress(OSError, ValueError):
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
            found += [int(child) for child in children.split()]
    return found


def _high_water(pid: int) -> float:
    with suppress(OSError, ValueError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        line = next(line for line in lines if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return 0.0
