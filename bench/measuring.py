"""Run programs and say what they took: wall time, processor time, the most memory of a process."""

import os
import re
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
    first, then = run_in_parts(command, re.compile("(?!)"), cwd)
    return Cost(first.wall + then.wall, first.cpu + then.cpu, first.memory, first.exit_code)


def run_in_parts(
    command: Sequence[str], mark: re.Pattern[str], cwd: Path | None = None
) -> tuple[Cost, Cost]:
    """Run a command and measure what it takes until it says a certain line, and after that.

    The memory of the second part is that of the processes that are started in it.
    """
    usual = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = _children_cpu(), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=usual, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    watch, marked = _Watch(process.pid), None
    for line in process.stderr or ():
        if marked is None and mark.search(line):
            marked = time.perf_counter(), _cpu(process.pid)
            watch.turn()
    code, end = process.wait(), time.perf_counter()
    cpu, memory = _children_cpu() - before, watch.end()
    middle, used = marked or (end, cpu)
    first = Cost(middle - start, used, memory[0], code)
    return first, Cost(end - middle, cpu - used, memory[1], code)


def _children_cpu() -> float:
    now = os.times()
    return now.children_user + now.children_system


def _cpu(pid: int) -> float:
    """Return the seconds of a running process and of its children that have ended."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK")


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
        self._root, self._done = root, threading.Event()
        self._most: list[dict[int, float]] = [{}]
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._done.wait(0.05):
            self._note()

    def _note(self) -> None:
        for pid in _family(self._root):
            most = next((part for part in self._most if pid in part), self._most[-1])
            most[pid] = max(most.get(pid, 0.0), _high_water(pid))

    def turn(self) -> None:
        """Count the processes that are started from now on apart."""
        self._most.append({})

    def end(self) -> tuple[float, float]:
        """Stop looking and return the megabytes of the largest process, before and after a turn."""
        self._done.set()
        self._thread.join()
        before, after = (max(most.values(), default=0.0) for most in [*self._most, {}][:2])
        return before, after


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
