"""One process that works for another: tasks go through one pipe, answers come through the other."""

import os
import pickle
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from toolkit.errors import WorkerError
from toolkit.processes.pipes import read_message, write_message

CAN_FORK: Final = hasattr(os, "fork")
_SERVE: Final = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from toolkit.processes.worker import serve; serve(*map(int, sys.argv[1:3]))"
)
# Our ends of the pipes of all workers: one that is forked must not keep another's open.
_ends: set[int] = set()


class Worker:
    """One process and the two pipes to it."""

    def __init__(self, first: Callable[[], object] | None = None) -> None:
        """Start the process; `first` is what it does before any task, and nobody waits for."""
        self.killed = False
        self._first = first
        self._start()

    def _start(self) -> None:
        tasks_in, self._tasks = os.pipe()
        self._answers, answers_out = os.pipe()
        fresh = _runs_native_threads()
        self._pid = _started(tasks_in, answers_out) if fresh else _forked()
        self.ended = False
        if self._pid == 0:
            for end in (*_ends, self._tasks, self._answers):
                os.close(end)
            serve(tasks_in, answers_out, self._first)
        _ends.update((self._tasks, self._answers))
        os.close(tasks_in)
        os.close(answers_out)
        self._unread = 0
        if fresh and self._first:
            write_message(self._tasks, pickle.dumps((self._first, (), {})))
            self._unread = 1

    def run(self, task: bytes, seconds: float) -> bytes:
        """Return what the process answers.

        Raises:
            WorkerError: it died or took too long; another has taken its place.
        """
        until = time.monotonic() + seconds
        late = False
        try:
            write_message(self._tasks, task)
            for _ in range(self._unread):
                read_message(self._answers, until)
            self._unread = 0
            answer = read_message(self._answers, until)
        except BrokenPipeError:
            answer = None
        except TimeoutError:
            answer, late = None, True
            os.kill(self._pid, signal.SIGKILL)
        if answer is None:
            status = self.end()
            if not self.killed:
                self._start()
            raise WorkerError(status, seconds if late else None)
        return answer

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.killed = True
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def end(self) -> int:
        """Close the pipes, which ends the process, and return how it ended."""
        self.ended = True
        for end in (self._tasks, self._answers):
            _ends.discard(end)
            os.close(end)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


def _runs_native_threads() -> bool:
    """Tell whether others than Python started threads here, as Saxon's engine does.

    A fork would copy what they guard, half done, without them.
    """
    try:
        return len(os.listdir("/proc/self/task")) > threading.active_count()  # noqa: PTH208 -- counted
    except OSError:
        return "saxonche" in sys.modules


def _forked() -> int:
    with warnings.catch_warnings():
        # A worker that replaces a dead one is forked beside threads, which only feed pipes.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _started(tasks: int, answers: int) -> int:
    """Start another interpreter that finds the same modules, and return its number."""
    for pipe in (tasks, answers):
        os.set_inheritable(pipe, True)  # noqa: FBT003 -- its only argument
    return os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", _SERVE, *map(str, (tasks, answers)), *sys.path],
        os.environ,
    )


def serve(tasks: int, answers: int, first: Callable[[], object] | None = None) -> None:
    """Do what is first, then answer tasks until the pipe is closed; never returns."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if first:
            first()
        while (task := read_message(tasks, None)) is not None:
            write_message(answers, _answer(task))
        status = 0
    finally:
        os._exit(status)


def _answer(task: bytes) -> bytes:
    try:
        function, args, kwargs = pickle.loads(task)  # noqa: S301 -- from our own parent
        return pickle.dumps((True, function(*args, **kwargs)))
    except BaseException as error:  # noqa: BLE001 -- the executor's interface hands errors on
        return pickle.dumps((False, error))
