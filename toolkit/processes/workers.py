"""Processes that share work: a standard executor whose workers may die without taking others."""

import os
import pickle
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import SimpleQueue
from typing import Final, ParamSpec, TypeVar

from toolkit.errors import WorkerError
from toolkit.processes.pipes import read_message, write_message

P = ParamSpec("P")
T = TypeVar("T")

_CAN_FORK: Final = hasattr(os, "fork")
_SERVE: Final = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from toolkit.processes.workers import serve; serve(*map(int, sys.argv[1:3]))"
)


def local_executor(jobs: int, seconds: float) -> Executor:
    """Return an executor of so many processes; a task that takes longer is ended."""
    if _CAN_FORK:
        return Workers(jobs, seconds)
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


# Our ends of the pipes of all workers: one that is forked must not keep another's open.
_ends: set[int] = set()


class Workers(Executor):
    """Processes, each fed by a thread: one that dies or hangs costs its task alone."""

    def __init__(self, jobs: int, seconds: float) -> None:
        """Start the processes; each task may take `seconds`."""
        self._seconds = seconds
        self._queue: SimpleQueue[tuple[Future[object], bytes] | None] = SimpleQueue()
        self._workers = [_Worker() for _ in range(jobs)]
        # What is left when this process ends must not keep it.
        self._threads = [
            threading.Thread(target=self._feed, args=(w,), daemon=True) for w in self._workers
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a task to the next free worker; function and arguments are pickled."""
        future: Future[T] = Future()
        self._queue.put((future, pickle.dumps((fn, args, kwargs))))  # type: ignore[arg-type]
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 -- the interface's signature
        """End the workers when the queue is empty, or at once if futures are cancelled."""
        if cancel_futures:
            while not self._queue.empty():
                item = self._queue.get()
                if item:
                    item[0].cancel()
            for worker in self._workers:
                worker.kill()
        for _ in self._threads:
            self._queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _feed(self, worker: "_Worker") -> None:
        while (item := self._queue.get()) and not worker.killed:
            future, task = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                done, result = pickle.loads(worker.run(task, self._seconds))  # noqa: S301 -- from our own child
            except Exception as error:  # noqa: BLE001 -- the future hands it on
                future.set_exception(error)
            else:
                (future.set_result if done else future.set_exception)(result)
        if not worker.ended:
            worker.end()


class _Worker:
    """One process and the two pipes to it."""

    def __init__(self) -> None:
        self.killed = False
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
            serve(tasks_in, answers_out)
        _ends.update((self._tasks, self._answers))
        os.close(tasks_in)
        os.close(answers_out)

    def run(self, task: bytes, seconds: float) -> bytes:
        """Return what the process answers.

        Raises:
            WorkerError: it died or took too long; another has taken its place.
        """
        until = time.monotonic() + seconds
        late = False
        try:
            write_message(self._tasks, task)
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


def serve(tasks: int, answers: int) -> None:
    """Answer tasks until the pipe is closed; never returns."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
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
