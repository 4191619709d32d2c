"""Turns, in the order they were asked for."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from data.errors import Busy

TURN_SECONDS = 30.0
"""So long a write may wait for those before it."""


class Turns:
    """One at a time. Whoever took a turn passes it on, and may look first whether anybody waits."""

    def __init__(self, given_back: Callable[[], None]) -> None:
        """`given_back` is called for somebody who left in the very moment that the turn came."""
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._taken = False
        self._given_back = given_back

    @property
    def wanted(self) -> bool:
        while self._waiting and self._waiting[0].done():
            self._waiting.popleft()
        return bool(self._waiting)

    async def take(self) -> None:
        """Raises Busy."""
        if not self._taken:
            self._taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await mine
        except BaseException as left:
            if mine.done() and not mine.cancelled():
                self._given_back()
            if isinstance(left, TimeoutError):
                raise Busy(f"other writes kept the database for {TURN_SECONDS:.0f} s") from None
            raise

    def pass_on(self) -> None:
        if self.wanted:
            self._waiting.popleft().set_result(None)
        else:
            self._taken = False
