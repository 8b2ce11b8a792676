"""One process that works for another: tasks go through one pipe, answers come through the other."""

import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from toolkit.errors import WorkerError
from toolkit.processes.pipes import is_written_to, read_message, widen, write_message

CAN_FORK: Final = hasattr(os, "fork")
_SERVE: Final = (
    "import sys; sys.path[:] = sys.argv[4:]; "
    "from toolkit.processes.worker import served; served(*sys.argv[1:4])"
)
# The megabytes beyond which a process begins anew before its next task, for the engine's collector
# takes ever more. Chapters of a book reach them once in fifty or more, and to begin costs as much
# as one of them.
LARGEST: float = 450
# A larger task may take so many times its bytes.
_TIMES: Final = 800
# Our ends of the pipes of all workers: one that is forked must not keep another's open.
_ends: set[int] = set()
# Where a process that serves answers.
_answering: list[int] = []


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
        work = tasks_in, answers_out, self._first
        self._pid = _started(*work) if _runs_native_threads() else _forked()
        self.closed = self.ended = False
        if self._pid == 0:
            for end in (*_ends, self._tasks, self._answers):
                os.close(end)
            serve(*work)
        _ends.update((self._tasks, self._answers))
        widen(self._tasks)
        widen(self._answers)
        os.close(tasks_in)
        os.close(answers_out)

    def begin(self, function: Callable[..., object], *args: object, **kwargs: object) -> None:
        """Hand a task over; it may have to wait until the process is ready to read it."""
        self.begin_pickled(pickle.dumps((function, args, kwargs)))

    def begin_pickled(self, task: bytes) -> None:
        """Hand over a task that is pickled already."""
        with suppress(BrokenPipeError):  # it has died, which is told when it should answer
            write_message(self._tasks, task)

    def answer(self, begun: float, seconds: float) -> object:
        """Return what a task returned that was begun then, a time of ``time.monotonic``.

        Raises:
            Exception: what the task raised.
            WorkerError: the process died, or took more than `seconds`.
        """
        until, late, told = begun + seconds, False, ""
        while isinstance(told, str):
            try:
                answer = read_message(self._answers, until)
            except TimeoutError:
                answer, late = None, True
                os.kill(self._pid, signal.SIGKILL)
            if answer is None:
                raise WorkerError(self.end(), seconds if late else None, told)
            told = pickle.loads(answer)  # noqa: S301 -- from our own child
        done, result = told
        if not done:
            raise result
        return result

    def restart(self) -> None:
        """Start another process in the place of one that ended before its time."""
        if not self.killed:
            self._start()

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.killed = True
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def end(self) -> int:
        """Close the pipes, which ends the process, and return how it ended."""
        self.close()
        self.ended = True
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])

    def close(self) -> None:
        """Close the pipes: the process begins to end, which takes a while if it is large."""
        if not self.closed:
            self.closed = True
            for end in (self._tasks, self._answers):
                _ends.discard(end)
                os.close(end)


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


def _started(tasks: int, answers: int, first: Callable[[], object] | None) -> int:
    """Start another interpreter that finds the same modules, and return its number."""
    command = _command(tasks, answers, first)
    return os.posix_spawn(sys.executable, command, os.environ)


def _command(tasks: int, answers: int, first: Callable[[], object] | None) -> list[str]:
    """Return what starts an interpreter that serves, and let it have the pipes."""
    for pipe in (tasks, answers):
        os.set_inheritable(pipe, True)  # noqa: FBT003 -- its only argument
    given = (str(tasks), str(answers), pickle.dumps(first).hex())
    return [sys.executable, "-c", _SERVE, *given, *sys.path]


def served(tasks: str, answers: str, first: str) -> None:
    """Serve as an interpreter that was started for it; never returns."""
    serve(int(tasks), int(answers), pickle.loads(bytes.fromhex(first)))  # noqa: S301 -- from our own parent


def serve(tasks: int, answers: int, first: Callable[[], object] | None = None) -> None:
    """Do what is first, then answer tasks until the pipe is closed; never returns.

    If it has grown large when another task comes, a new interpreter begins in its place.
    """
    status = 1
    _answering[:] = [answers]
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if first:
            first()
        while (task := read_message(tasks, None)) is not None:
            write_message(answers, _answer(task))
            if megabytes() > max(LARGEST, len(task) * _TIMES / 1e6) and is_written_to(tasks):
                with suppress(OSError):
                    os.execv(sys.executable, _command(tasks, answers, first))  # noqa: S606 -- no shell
        status = 0
    finally:
        os._exit(status)


def say(where: str) -> None:
    """Tell the process that waits for an answer where the work is, should it take too long."""
    for answers in _answering:
        write_message(answers, pickle.dumps(where))


def megabytes() -> float:
    """Return how much memory this process takes, or 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except OSError:
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _answer(task: bytes) -> bytes:
    try:
        function, args, kwargs = pickle.loads(task)  # noqa: S301 -- from our own parent
        return pickle.dumps((True, function(*args, **kwargs)))
    except BaseException as error:  # noqa: BLE001 -- the executor's interface hands errors on
        return pickle.dumps((False, error))
