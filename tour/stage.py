"""Where every story is played: the real bot on a real database, logged in to the sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from actions.deps import Deps, utc_now
from cogs.kit.bot import CircleBot
from cogs.kit.identifies import Identifies, Pace
from cogs.kit.wire import point_at
from data.database import Database
from sandbox import Sandbox, World
from text import shipped

LOGIN_SECONDS = 10.0
OFTEN = Pace(at_once=1000, every=1.0)
"""A story may identify as often as it likes, and at once: the sandbox resets no token."""


@dataclass
class Stage:
    """A sandbox, and the bot on it; the bot can be stopped and started like a process."""

    sandbox: Sandbox
    database: Database
    now: Callable[[], datetime] = utc_now
    options: Mapping[str, Any] = field(default_factory=dict)
    """What discord.py is told besides what our bot tells it."""
    bot: CircleBot = field(init=False)
    _running: asyncio.Task[None] | None = None

    @property
    def world(self) -> World:
        return self.sandbox.world

    async def start(self) -> None:
        """Log in, and return when the bot is ready. Raises what ended the bot instead."""
        point_at(self.sandbox.api_url, self.sandbox.gateway_url, self.sandbox.cdn_url)
        deps = Deps(self.database, self.now)
        options = {
            "identifies": Identifies(OFTEN, pause=_at_once),
            "guild_ready_timeout": 0.05,
            **self.options,
        }
        self.bot = CircleBot(deps, shipped(), **options)
        if self.now is not utc_now:  # the story's time: it may be moved without anybody setting a clock
            self.bot.vitals.skew.steady = self.world.clock.monotonic
        await self.bot.login(self.world.token)
        self._running = asyncio.create_task(self.bot.connect())
        ready = asyncio.create_task(self.bot.wait_until_ready())
        async with asyncio.timeout(LOGIN_SECONDS):
            await asyncio.wait([self._running, ready], return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            ready.cancel()
            await self._running

    async def stop(self) -> None:
        await self.bot.close()
        if self._running is not None:
            await asyncio.wait([self._running])

    async def restart(self) -> None:
        """What an operator does on a new release; everything that was shown must go on working."""
        await self.stop()
        await self.start()


@asynccontextmanager
async def on_stage(
    database: Database,
    world: World,
    now: Callable[[], datetime] = utc_now,
    **options: Any,  # noqa: ANN401 - discord.py's
) -> AsyncIterator[Stage]:
    """The bot logged in, for as long as the block lasts."""
    async with Sandbox(world) as sandbox:
        stage = Stage(sandbox, database, now, options)
        try:
            await stage.start()
            yield stage
        finally:
            await stage.stop()


async def _at_once(_: float) -> None:
    """No wait."""
