"""One at a time: what must not happen twice at once to the same member or server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

_locks: WeakValueDictionary[tuple[int, ...], asyncio.Lock] = WeakValueDictionary()


@asynccontextmanager
async def turn_of(*ids: int) -> AsyncIterator[None]:
    """Wait for whoever is at it. A lock lives as long as somebody holds it or waits for it."""
    lock = _locks.setdefault(ids, asyncio.Lock())
    async with lock:
        yield
