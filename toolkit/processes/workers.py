"""Processes that share work: a standard executor whose workers may die without taking others."""

import pickle
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from queue import SimpleQueue
from typing import ParamSpec, TypeVar

from toolkit.processes.worker import CAN_FORK, Worker

P = ParamSpec("P")
T = TypeVar("T")


def local_executor(jobs: int, seconds: float, started: Sequence[Worker] = ()) -> Executor:
    """Return an executor of so many processes; a task that takes longer is ended."""
    if CAN_FORK:
        return Workers(jobs, seconds, started)
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


class Workers(Executor):
    """Processes, each fed by a thread: one that dies or hangs costs its task alone."""

    def __init__(self, jobs: int, seconds: float, started: Sequence[Worker] = ()) -> None:
        """Start the processes, unless they have been started; each task may take `seconds`."""
        self._seconds = seconds
        self._queue: SimpleQueue[tuple[Future[object], bytes] | None] = SimpleQueue()
        self._workers = started or [Worker() for _ in range(jobs)]
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
            try:
                done, result = pickle.loads(worker.run(task, self._seconds))  # noqa: S301 -- from our own child
            except Exception as error:  # noqa: BLE001 -- the future hands it on
                future.set_exception(error)
            else:
                (future.set_result if done else future.set_exception)(result)
        if not worker.ended:
            worker.end()
