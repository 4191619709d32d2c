"""The small community of the demo, with the real bot in it and the page to see it on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from tempfile import TemporaryDirectory

from data.database import Database
from data.keys import MasterKey
from sandbox import Sandbox, World
from sandbox.page import attach
from tour import community, guide
from tour.stage import Stage


@asynccontextmanager
async def bridge_up(world: World | None = None) -> AsyncIterator[Stage]:
    """Set up, three people in, Mei and Ruth just arrived. The bot's time is the world's."""
    world = world or World()
    with TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{folder}/bridge.db", MasterKey(bytes(32)))
        try:
            page = partial(attach, guide=guide.steps)
            async with Sandbox(world, extras=[page]) as sandbox:
                stage = Stage(sandbox, database, world.clock.now)
                bridge = community.found(sandbox.world)
                await stage.start()
                try:
                    await community.settle(bridge)
                    yield stage
                finally:
                    await stage.stop()
        finally:
            await database.close()
