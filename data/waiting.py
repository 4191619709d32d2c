"""Waiting that a cancellation does not cut short."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Await `work` until it is done; a cancellation that came meanwhile is raised afterwards."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as caught:
            cancelled = caught
    if cancelled is None or task.cancelled():
        return task.result()
    task.exception()
    raise cancelled


class Outcome(Generic[T]):
    """Something that will be known once, to all who wait for it."""

    def __init__(self) -> None:
        self._known: list[T] = []
        self._waiting: list[asyncio.Future[None]] = []

    def settle(self, value: T) -> None:
        """The first value counts."""
        if self._known:
            return
        self._known.append(value)
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> T:
        """Until it is known; a cancellation that came meanwhile is raised afterwards."""
        cancelled: asyncio.CancelledError | None = None
        while not self._known:
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                await future
            except asyncio.CancelledError as caught:
                cancelled = caught
        if cancelled is not None:
            raise cancelled
        return self._known[0]
