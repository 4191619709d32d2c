"""Waiting for what nothing tells of."""

import asyncio


async def until(so):
    """Bounded by the test's own time."""
    while not so():  # noqa: ASYNC110
        await asyncio.sleep(0.005)
