"""Whether the bot can do its work: checked when somebody asks."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from enum import StrEnum

from cogs.kit.bot import CircleBot
from cogs.kit.identifies import SCARCE
from data.database import Database
from data.errors import DatabaseProblem

PROVEN_FOR = 10.0
"""Seconds for which one write proves that the database can be written, however often somebody asks."""
PATIENCE = 5.0
"""Seconds that this write may take."""


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
                **{name: check() for name, check in vitals.checks.items()},
            },
            wanted={
                "clock_right": not vitals.skew.noticeable,
                "sessions_left": left is None or left > SCARCE,
                **{f"breaker_{one.name}": not one.wait() for one in vitals.breakers},
            },
        )

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
