"""Whether the bot can do its work: checked when somebody asks."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from actions import jobs
from cogs.kit.bot import CircleBot
from cogs.kit.identifies import SCARCE
from data.database import Database
from data.errors import DatabaseProblem
from domain.jobs import Depth

PROVEN_FOR = 10.0
"""Seconds for which one write proves that the database can be written, however often somebody asks."""
PATIENCE = 5.0
"""Seconds that this write may take."""
LATE = timedelta(seconds=60)
"""A job that is due for so long shows that the bot does not keep up."""


class State(StrEnum):
    """In one word."""

    READY = "ready"
    DEGRADED = "degraded"
    """It works, and somebody should look."""
    NOT_READY = "not ready"


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found. The names in `needed` must hold for the bot to be ready, those in `wanted` should."""

    needed: dict[str, bool]
    wanted: dict[str, bool]

    @property
    def state(self) -> State:
        if not all(self.needed.values()):
            return State.NOT_READY
        return State.READY if all(self.wanted.values()) else State.DEGRADED


class Checks:
    """Of one bot and its database."""

    def __init__(self, bot: CircleBot, database: Database) -> None:
        self._bot = bot
        self._database = database
        self._writable = False
        self._proven_at: float | None = None
        self._proving = asyncio.Lock()

    async def condition(self) -> Condition:
        vitals, left = self._bot.vitals, self._bot.identifies.left
        return Condition(
            needed={
                "gateway": vitals.connected,
                "database": await self._proven(),
                "clock_usable": not vitals.skew.too_far,
                "jobs": await self._in_time(),
                **{name: check() for name, check in vitals.checks.items()},
            },
            wanted={
                "clock_right": not vitals.skew.noticeable,
                "sessions_left": left is None or left > SCARCE,
                **{f"breaker_{one.name}": not one.wait() for one in vitals.breakers},
            },
        )

    async def depths(self) -> list[Depth]:
        """How much work waits; nothing is known of it while the database does not answer."""
        try:
            return await jobs.depths(self._bot.deps)
        except DatabaseProblem:
            return []

    async def _in_time(self) -> bool:
        """Whether what is due is begun; what waits because Discord asked for it is not due."""
        try:
            first = await jobs.next_at(self._bot.deps)
        except DatabaseProblem:
            return False
        return first is None or self._bot.deps.now() - first < LATE

    async def _proven(self) -> bool:
        """Nobody can say that a disk is full without writing to it."""
        async with self._proving:
            if self._proven_at is None or time.monotonic() > self._proven_at + PROVEN_FOR:
                self._writable = await self._write()
                self._proven_at = time.monotonic()
            return self._writable

    async def _write(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._database.prove_writable()
        except (DatabaseProblem, TimeoutError):
            return False
        return True
