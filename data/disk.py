"""The thread that waits for the disk, so that the event loop does not."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeAlias, TypeVar

from data.waiting import Outcome

T = TypeVar("T")
Job: TypeAlias = Callable[[], None]


class Disk:
    """Does one thing after the other. A process may end without it, even if the disk hangs."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    async def do(self, work: Callable[[], T]) -> T:
        """The result of `work`, or what it raises. Waited for to its end even by whoever is cancelled."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="disk", daemon=True)
            self._thread.start()
        loop = asyncio.get_running_loop()
        outcome: Outcome[Callable[[], T]] = Outcome()

        def job() -> None:
            answer = _tried(work)
            if not loop.is_closed():
                loop.call_soon_threadsafe(outcome.settle, answer)

        self._jobs.put(job)
        return (await outcome.wait())()

    def end(self) -> None:
        """When all that was asked for is done."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


def _tried(work: Callable[[], T]) -> Callable[[], T]:
    """What gives the result of `work`, or raises what it raised."""
    try:
        result = work()
    except BaseException as problem:  # noqa: BLE001 - it is raised where it was asked for
        caught = problem

        def fail() -> T:
            raise caught

        return fail
    return lambda: result
