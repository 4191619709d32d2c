"""Playing an operation again and again, each time with another misfortune, and comparing what it leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from data.database import Database
from tests.crashing.copies import Databases, Prepare, Prepared, prepare
from tests.crashing.doomed import MASTER_KEY
from tests.crashing.facts import Facts, facts
from tests.crashing.lives import Bot, alive
from tests.crashing.people import People
from tests.crashing.verdict import Verdict, judge
from tour.community import Bridge

LONGEST = 60.0
"""Real seconds of one play."""
SOON = 300.0
"""Seconds. What the bot plans for later than that is no part of the operation."""

REFUSALS = ("403", "404")

Play = Callable[[People], Awaitable[None]]


async def nothing(_: Bridge) -> None:
    """What comes before an operation that begins in an empty server."""


@dataclass(frozen=True)
class Operation:
    """A short story. `before` is played undisturbed; in `play`, everything may go wrong."""

    name: str
    play: Play
    before: Prepare = nothing
    last: bool = False
    """Whether nobody looks again: what Discord then says is gone is gone, and no 404 is played."""


@dataclass(frozen=True)
class Misfortune:
    """What goes wrong in one play: a kill at the n-th step, answers that are lost by number of the call."""

    kill: int = 0
    again: int = 0
    """The step at which the bot that came after is killed as well."""
    calls: tuple[tuple[int, str], ...] = ()

    @property
    def refused(self) -> bool:
        """Whether Discord says no. That is believed until the next occasion, such as a start."""
        return any(outcome.split()[0] in REFUSALS for _, outcome in self.calls)

    def __str__(self) -> str:
        kills = [f"killed at step {step}" for step in (self.kill, self.again) if step]
        return ", then ".join(kills + [f"call {number}: {outcome}" for number, outcome in self.calls])


@dataclass(frozen=True)
class Ending:
    """What a play left, and how it went."""

    facts: Facts
    steps: list[str]
    deaths: int
    calls: int


_undisturbed: dict[tuple[str, str], Ending] = {}


@dataclass
class Loop:
    """One operation on one kind of database, with what a bot without a weakness leaves undisturbed."""

    operation: Operation
    databases: Databases
    prepared: Prepared
    weakness: str | None = None
    undisturbed: Ending = field(init=False)

    @classmethod
    async def ready(cls, operation: Operation, databases: Databases, weakness: str | None = None) -> Loop:
        loop = cls(operation, databases, await prepare(operation.before, databases), weakness)
        key = operation.name, databases.kind
        if key not in _undisturbed:
            _undisturbed[key], verdict = await loop._play(Misfortune(), None)
            assert verdict.clean, f"{operation.name} with nothing going wrong: {verdict}"
        loop.undisturbed = _undisturbed[key]
        return loop

    @property
    def steps(self) -> int:
        """How many there are to be killed at."""
        return len(self.undisturbed.steps)

    def step(self, number: int) -> str:
        """What the bot is about to do, or has just done, at this step."""
        return self.undisturbed.steps[number - 1]

    @property
    def calls(self) -> int:
        """How many requests to Discord there are to be answered wrongly."""
        return self.undisturbed.calls

    async def suffer(self, misfortune: Misfortune) -> Verdict:
        """Play it once, with this going wrong."""
        return (await self.suffer_and_tell(misfortune))[1]

    async def suffer_and_tell(self, misfortune: Misfortune) -> tuple[Ending, Verdict]:
        """The same, with how it went."""
        return await self._play(misfortune, self.undisturbed.facts)

    async def _play(self, misfortune: Misfortune, should: Facts | None) -> tuple[Ending, Verdict]:
        weakness = self.weakness if should else None
        bridge = self.prepared.copy()
        url = await self.databases.fresh(self.prepared.rows)
        async with asyncio.timeout(LONGEST), alive(bridge.world, url, weakness) as (bot, sandbox):
            people = People(bridge, bot)
            await come_to_rest(bot)
            before = len(sandbox.requests)
            bot.next_fatal = misfortune.again
            await bot.arm(misfortune.kill)
            for number, outcome in misfortune.calls:
                bridge.world.faults.at(number, outcome)
            steps = bot.process.steps
            await self.operation.play(people)
            await come_to_rest(bot)
            calls = len(sandbox.requests) - before
            if misfortune.refused:
                bridge.world.faults.clear()
                await bot.restart()
                await come_to_rest(bot)
        found = await _look(bridge, url)
        ending = Ending(found, steps, bot.deaths, calls)
        return ending, judge(should or found, found, people.journal, refused=misfortune.refused)


async def come_to_rest(bot: Bot) -> None:
    """Wait until the bot has nothing left to do, letting the time pass until what it has planned."""
    while (due := await bot.rests()) is not None and due < SOON:
        bot.jump(due)


async def _look(bridge: Bridge, url: str) -> Facts:
    database = await Database.open(url, MASTER_KEY)
    try:
        return await facts(bridge, database)
    finally:
        await database.close()
