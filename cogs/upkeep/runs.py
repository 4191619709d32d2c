"""Upkeep in the background: one run at a time for each community, however often it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import structlog

log = structlog.get_logger(__name__)

AT_ONCE = 4
"""Communities looked after at the same time. After a start all are, and Discord takes 50 calls a second."""

AFTER_A_FAULT = 60.0
"""Seconds until a run that ended in a fault is tried again."""

Run = Callable[[int, bool], Awaitable[float | None]]
"""Does the work for a community, with or without its members; answers after how many seconds to come back."""


@dataclass(frozen=True, slots=True)
class Order:
    due: float
    """On the event loop's clock."""
    members: bool


class Runs:
    """Remembers what is ordered. Orders for one community that wait together are carried out together."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._orders: dict[int, Order] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._news: dict[int, asyncio.Event] = {}
        self._closed = False
        self._at_work = 0
        self._at_once = asyncio.Semaphore(AT_ONCE)

    def ask(self, community_id: int, *, members: bool, after: float = 0) -> None:
        """Order a run, `after` some seconds at the latest; there are none any more after `close`."""
        if self._closed:
            return
        order = Order(asyncio.get_running_loop().time() + after, members)
        earlier = self._orders.get(community_id, order)
        self._orders[community_id] = Order(min(order.due, earlier.due), members or earlier.members)
        self._news.setdefault(community_id, asyncio.Event()).set()
        if community_id not in self._workers:
            worker = asyncio.create_task(self._work(community_id))
            self._workers[community_id] = worker
            worker.add_done_callback(partial(self._report, community_id))

    @property
    def settled(self) -> bool:
        """Whether nothing is to be done now; what is put off does not count."""
        now = asyncio.get_running_loop().time()
        return not self._at_work and all(order.due > now for order in self._orders.values())

    async def close(self) -> None:
        """Stop at once; whatever was left undone is found at the next start."""
        workers = list(self._workers.values())
        self._closed = True
        self._orders.clear()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self, community_id: int) -> None:
        try:
            while order := self._orders.get(community_id):
                wait = order.due - asyncio.get_running_loop().time()
                if wait > 0:
                    await self._sleep(community_id, wait)
                    continue
                del self._orders[community_id]
                come_back = await self._carry_out(community_id, order)
                if come_back is not None:
                    self.ask(community_id, members=True, after=come_back)
        finally:  # in one go with the last look for orders, so that none falls between
            for kept in (self._workers, self._news, self._orders):
                kept.pop(community_id, None)

    async def _carry_out(self, community_id: int, order: Order) -> float | None:
        self._at_work += 1
        try:
            async with self._at_once:
                return await self._run(community_id, order.members)
        finally:
            self._at_work -= 1

    async def _sleep(self, community_id: int, seconds: float) -> None:
        """Until the time is up, or another order came that may be more urgent."""
        news = self._news[community_id]
        news.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for of Python 3.11 may swallow a cancellation
                await news.wait()

    def _report(self, community_id: int, worker: asyncio.Task[None]) -> None:
        """A fault, such as a database that was away for a moment. Nobody else would ask for what was left."""
        if not worker.cancelled() and worker.exception() is not None:
            log.error("upkeep-failed", exc_info=worker.exception())
            self.ask(community_id, members=True, after=AFTER_A_FAULT)
