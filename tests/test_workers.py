"""Processes that share work, and what becomes of one that has taken much memory."""

import time
from functools import partial
from pathlib import Path

import pytest

from toolkit.processes import worker
from toolkit.processes.worker import Worker
from toolkit.processes.workers import Workers

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell what a process takes"
)

kept: list[bytes] = []


def keep(megabytes: int, task: bytes = b"") -> int:
    """Keep so much more, where 50 MB more are too much, and tell how often this process did so."""
    worker.LARGEST = worker.megabytes() + 50
    kept.append(task + b"x" * megabytes * 1_000_000)
    return len(kept)


def test_a_process_that_has_grown_begins_anew_and_does_the_next_task() -> None:
    with Workers(1, 60) as executor:
        tasks = [executor.submit(keep, megabytes) for megabytes in (1, 1, 100, 1, 1)]
        told = [task.result() for task in tasks]

    assert told == [1, 2, 3, 1, 2]


def test_a_process_that_begins_anew_does_first_what_it_did_first() -> None:
    begun = Worker(partial(keep, 1))

    told = []
    for megabytes in (100, 1):
        begun.begin(keep, megabytes)
        told.append(begun.answer(time.monotonic(), 60))
    begun.end()

    assert told == [2, 2]


def test_a_process_with_a_large_task_may_grow_with_it() -> None:
    task = b"x" * 2_000_000

    with Workers(1, 60) as executor:
        told = [executor.submit(keep, 100, task).result() for _ in range(3)]

    assert told == [1, 2, 3]
