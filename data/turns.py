"""Turns, in the order they were asked for."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from data.errors import Busy

TURN_SECONDS = 30.0
"""So long a write may wait for those before it."""


class Turns:
    """One at a time. Whoever took a turn passes it on, and may look first whether anybody waits.

    Several are woken for one turn: on SQLite a block is over when it is first heard of again, and the next
    can begin at once. To wake them one by one would let through one block for each round of a busy loop.
    """

    def __init__(self, woken: int, given_back: Callable[[], None]) -> None:
        """`given_back` is called when somebody left who was woken, and the turn is free."""
        self._line: deque[_Waiter] = deque()
        self._taken = False
        self._woken = woken
        self._given_back = given_back

    @property
    def wanted(self) -> bool:
        return bool(self._line)

    async def take(self) -> None:
        """Raises Busy."""
        if not self._taken and not self._line:
            self._taken = True
            return
        me = _Waiter()
        self._line.append(me)
        try:
            async with asyncio.timeout(TURN_SECONDS):
                while self._taken or self._line[0] is not me:
                    await me.sleep()
        except BaseException as left:
            self._line.remove(me)
            if not self._taken:
                self._taken = True
                self._given_back()
            if isinstance(left, TimeoutError):
                raise Busy(f"other writes kept the database for {TURN_SECONDS:.0f} s") from None
            raise
        self._line.popleft()
        self._taken = True

    def pass_on(self) -> None:
        self._taken = False
        for waiter, _ in zip(self._line, range(self._woken), strict=False):
            waiter.wake()


class _Waiter:
    """Somebody in line; may be woken in vain."""

    def __init__(self) -> None:
        self._bell: asyncio.Future[None] | None = None

    async def sleep(self) -> None:
        self._bell = asyncio.get_running_loop().create_future()
        try:
            await self._bell
        finally:
            self._bell = None

    def wake(self) -> None:
        if self._bell is not None and not self._bell.done():
            self._bell.set_result(None)
