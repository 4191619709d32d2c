"""The pytest plug-in: `pytest_plugins = ["sandbox.testing"]` gives tests a `sandbox` and its `world`."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from sandbox.server import Sandbox
from sandbox.world import World


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A local Discord of one's own, with nobody in it yet."""
    async with Sandbox() as running:
        yield running


@pytest_asyncio.fixture
async def world(sandbox: Sandbox) -> World:
    return sandbox.world
