"""How anyone waits for the world to be different, without asking over and over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everyone who waits whenever something in the world has changed."""

    def __init__(self) -> None:
        self.count = 0
        self._waiting: list[asyncio.Future[None]] = []

    def happened(self) -> None:
        self.count += 1
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> None:
        """Return after the next change."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        await future

    async def until(self, ask: Callable[[], T | None], within: float) -> T | None:
        """The first answer that is not None, asked again after every change; None after `within` seconds."""
        try:
            async with asyncio.timeout(within):
                while (answer := ask()) is None:
                    await self.wait()
                return answer
        except TimeoutError:
            return ask()
