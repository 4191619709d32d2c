"""A community that is played step by step, each to its end: sandbox, real bot, real database, one loop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from cogs.clock import Clock
from cogs.upkeep.cog import Upkeep
from data.database import Database
from tests.databases import MASTER_KEY
from tests.staging import SetUp, another, fill
from tour.stage import Stage, on_stage

T = TypeVar("T")
PATIENCE = 20.0
"""Seconds in which everything must have come to rest on a busy machine."""


class Play:
    """The community after /setup, and a loop of its own. `close` it."""

    def __init__(self, url: str, once: SetUp) -> None:
        self._runner = asyncio.Runner()
        self._open = AsyncExitStack()
        self._gate = asyncio.Event()
        self.bridge = another(once)
        self.do(self._start(url, once))

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def close(self) -> None:
        try:
            self._gate.set()
            self.do(self._open.aclose())
        finally:
            self._runner.close()

    async def _start(self, url: str, once: SetUp) -> None:
        database = await Database.open(url, MASTER_KEY)
        self._open.push_async_callback(database.close)
        await fill(database, once.rows)
        world = self.bridge.world
        self.stage = await self._open.enter_async_context(on_stage(database, world, world.clock.now))
        self._wire()
        await self.rest(connected=True)

    def _wire(self) -> None:
        """A bot that looks at once and not a second after a change, and identifies again when it is let."""
        upkeep = self.stage.bot.get_cog("Upkeep")
        assert isinstance(upkeep, Upkeep)
        upkeep.settle = 0
        self._gate.set()
        self.stage.bot.identifies.pause = self._until_let

    async def _until_let(self, _: float) -> None:
        await self._gate.wait()

    # What befalls the bot

    async def starts(self) -> None:
        await self.stage.start()
        self._wire()

    async def loses_its_session(self) -> None:
        """Op 9: what happens until `lets_identify` is never told to it."""
        self._gate.clear()
        await self.bridge.world.invalidate_sessions()

    def lets_identify(self) -> None:
        self._gate.set()

    async def lets_pass(self, days: float) -> None:
        self.bridge.world.clock.advance(days * 86400)

    async def tells_again(self, name: str) -> None:
        """Discord repeats that somebody has joined."""
        world, guild = self.bridge.world, self.bridge.guild
        member = guild.member(world.person(name).id)
        world.emit("GUILD_MEMBER_ADD", member | {"guild_id": guild.id}, guild)
        await world.told()

    # Waiting

    async def rest(self, *, connected: bool) -> None:
        """Until the bot has heard everything, and has done what was to be done."""
        async with asyncio.timeout(PATIENCE):
            calm, seen = 0, -1
            while calm < 3:
                count = len(self.stage.sandbox.requests) + self.bridge.world.changed.count
                calm = calm + 1 if count == seen and not self._busy(connected=connected) else 0
                seen = count
                await asyncio.sleep(0.002)

    def _busy(self, *, connected: bool) -> bool:
        bot = self.stage.bot
        upkeep = bot.get_cog("Upkeep")  # gone with a bot that has stopped
        clock = bot.get_cog("Clock")
        working = bot._work or (isinstance(upkeep, Upkeep) and upkeep.runs._workers)
        if isinstance(clock, Clock) and not clock.at_rest:
            return True
        return bool(working) or (connected and not heard_everything(self.stage))


def heard_everything(stage: Stage) -> bool:
    """Whether the bot is connected, and has read what was sent to it."""
    session = stage.world.sessions.find(stage.bot.ws.session_id or "")
    return bool(
        session
        and session.connection
        and stage.bot.ws.sequence == session.sequence
        and stage.bot._connection._ready_task is None
    )
