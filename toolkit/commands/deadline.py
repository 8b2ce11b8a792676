"""Limits of time: for the work of other processes, and for what this process does itself."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.limits import SMALL
from toolkit.reading.bounds import too_long

if TYPE_CHECKING:
    from concurrent.futures import Executor

# The seconds after which somebody who waits for one document is told why.
PATIENCE: float = 10


@contextmanager
def processes(jobs: int, seconds: float) -> "Iterator[Executor]":
    """Give a local executor for tasks that may take `seconds`; what interrupts us ends them."""
    from toolkit.processes.workers import local_executor

    executor = local_executor(jobs, seconds)
    finished = False
    try:
        yield executor
        finished = True
    finally:
        executor.shutdown(cancel_futures=not finished)


@contextmanager
def within(seconds: float, path: Path) -> Iterator[None]:
    """Give up what is done for a document when the time is over.

    Only the main thread of a system with alarms can do that; elsewhere there is no limit.

    Raises:
        ProblemsFound: it took longer.
    """
    here = threading.current_thread() is threading.main_thread()
    if not (here and hasattr(signal, "setitimer")):
        yield
        return

    def late(*_: object) -> None:
        raise too_long(path, seconds)

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def patiently(seconds: float, path: Path) -> Iterator[None]:
    """Say, if what is done for a document takes long, that it goes on, why, and until when."""
    timer = threading.Timer(PATIENCE, _say_why, (seconds, path))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _say_why(seconds: float, path: Path) -> None:
    size = path.stat().st_size if path.is_file() else 0
    why = f", for it has {size / 1e6:.1f} MB" if size > SMALL else ""
    said = f"{path}: still at work after {PATIENCE:g} s{why}; it may take {seconds:g} s, the limit"
    click.echo(f"teikit: {said}", err=True)
