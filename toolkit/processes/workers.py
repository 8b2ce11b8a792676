"""Processes that share work: a standard executor whose workers may die without taking others."""

import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import SimpleQueue
from typing import ParamSpec, TypeVar

from toolkit.processes.worker import CAN_FORK, Worker

P = ParamSpec("P")
T = TypeVar("T")


def local_executor(jobs: int, seconds: float) -> Executor:
    """Return an executor of so many processes; a task that takes longer is ended."""
    if CAN_FORK:
        return Workers(jobs, seconds)
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


class Workers(Executor):
    """Processes, each fed by a thread: one that dies or hangs costs its task alone."""

    def __init__(self, jobs: int, seconds: float) -> None:
        """Start the processes; each task may take `seconds`."""
        self._seconds = seconds
        self._queue: SimpleQueue[tuple[Future[object], bytes] | None] = SimpleQueue()
        self._workers = [Worker() for _ in range(jobs)]
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

    def _feed(self, worker: Worker) -> None:
        while (item := self._queue.get()) and not worker.killed:
            future, task = item
            if not future.set_running_or_notify_cancel():
                continue
            begun = time.monotonic()
            try:
                worker.begin_pickled(task)
                result = worker.answer(begun, self._seconds)
            except Exception as error:  # noqa: BLE001 -- the future hands it on
                if worker.ended:
                    worker.restart()
                future.set_exception(error)
            else:
                future.set_result(result)
        if not worker.ended:
            worker.end()
