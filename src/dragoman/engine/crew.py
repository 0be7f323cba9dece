"""Many reports coded on several cores, in the order in which they came.

The process that asks codes too; helpers are started only when there is enough for them to do. A
report is coded alike by whoever takes it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")

# Loading takes a helper about as long as it takes to code some dozens of reports.
ALONE = 24
# How many each helper has before it, so that it never waits.
AHEAD = 3
# How many are held until those before them are done.
HELD = 64
# Each process holds about 0.4 GB.
MOST = 8


def cores() -> int:
    """How many processes to code with: the cores that this one may use, `MOST` at most."""
    try:
        return min(len(os.sched_getaffinity(0)), MOST)
    except AttributeError:  # not on every system
        return min(os.cpu_count() or 1, MOST)


class Crew(Generic[Asked, Found]):
    """`jobs` processes, this one among them, that do `work`, a function of a module.

    `lost` says what is found where a process died of the work.
    """

    def __init__(
        self, work: Callable[[Asked], Found], lost: Callable[[Asked], Found], jobs: int
    ) -> None:
        self._work, self._lost, self._helpers = work, lost, jobs - 1
        self._pool: ProcessPoolExecutor | None = None
        self._busy: deque[Future[Found]] = deque()
        self._begun = 0

    def each(
        self, items: Iterable[Asked], wanted: Callable[[Asked], bool]
    ) -> Iterator[tuple[Asked, Found | None]]:
        """Each item in order with what was found; None for those that are not `wanted`."""
        line: deque[tuple[Asked, Future[Found] | None]] = deque()
        try:
            for item in items:
                line.append((item, self._begin(item) if wanted(item) else None))
                while line and (len(line) > HELD or _is_done(line[0][1])):
                    yield self._ended(*line.popleft())
            while line:
                yield self._ended(*line.popleft())
        finally:
            self._dismiss()

    def _begin(self, item: Asked) -> Future[Found]:
        """The work on an item: given to a helper if one is free, else done here and now."""
        self._begun += 1
        while self._busy and self._busy[0].done():
            self._busy.popleft()
        if self._begun > ALONE and len(self._busy) < self._helpers * AHEAD:
            try:
                self._busy.append(self._given(item))
            except BrokenProcessPool:
                self._dismiss()
            else:
                return self._busy[-1]
        done: Future[Found] = Future()
        done.set_result(self._work(item))
        return done

    def _given(self, item: Asked) -> Future[Found]:
        if self._pool is None:
            self._pool = _pool(self._helpers)
        return self._pool.submit(self._work, item)

    def _ended(self, item: Asked, work: Future[Found] | None) -> tuple[Asked, Found | None]:
        if work is None:
            return item, None
        try:
            return item, work.result()
        except BrokenProcessPool:
            self._dismiss()
            return item, self._apart(item)

    def _apart(self, item: Asked) -> Found:
        """The work in a process of its own, since whichever it was that one died of may kill."""
        pool = _pool(1)
        try:
            return pool.submit(self._work, item).result()
        except BrokenProcessPool:
            return self._lost(item)
        finally:
            pool.shutdown(cancel_futures=True)

    def _dismiss(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None
        self._busy.clear()


def _is_done(work: Future[Found] | None) -> bool:
    return work is None or work.done()


def _pool(helpers: int) -> ProcessPoolExecutor:
    # Started anew and not forked: a fork would inherit locks that other threads hold.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(helpers, mp_context=context, initializer=_serve)


def _serve() -> None:
    """A helper stops when this process says so or is gone, not when a key is pressed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
