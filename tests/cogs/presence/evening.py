"""A date whose room is open, and what is kept of who was there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from actions import attendance
from domain.discussions import State
from domain.rooms import OPENED
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import comes_to_rest
from tests.planning import planned
from tests.until import until
from tour.community import Bridge, sign_up
from tour.stage import Stage

ROOM = "discussion room 1"
SEAT = "I can mentor", "Gen Z · born 1997 to 2012"
NEAR = 10
"""Seconds."""


@dataclass
class Evening:
    """Times are in seconds since the room was opened."""

    stage: Stage
    bridge: Bridge
    number: int
    opened_at: datetime

    @property
    def community_id(self):
        return int(self.bridge.guild.id)

    @property
    def cog(self):
        return self.stage.bot.get_cog("Presence")

    async def passes(self, seconds):
        """When the bot has heard what happened so far, if it hears anything."""
        await self.heard()
        passes(self.stage, seconds)

    async def heard(self, within=0.3):
        with suppress(TimeoutError):
            await asyncio.wait_for(until(self._is_up_to_date), within)
        await until(lambda: self.cog is None or self.cog.notebook.is_empty)

    def _is_up_to_date(self):
        guild = self.stage.bot.get_guild(self.community_id)
        theirs = guild._voice_states if guild else {}
        return {str(each) for each in theirs} == set(self.bridge.guild.voice_states)

    async def goes_round(self):
        """Half a minute later, everybody has been asked after."""
        assert self.cog.rounds.rooms, "no room is watched"
        await self.passes(31)
        begun_at = self.stage.bot.deps.now()
        while (await self.seen_at() or self.opened_at) < begun_at:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    async def seen_at(self):
        async with self.stage.bot.deps.database.read() as store:
            date = await store.occurrences.find(self.community_id, self.number)
            assert date is not None
            return date.seen_at

    async def here(self):
        async with self.stage.bot.deps.database.read() as store:
            return await store.presences.in_room(self.community_id, self.number)

    async def becomes(self, state):
        """The part of whoever opens, starts and ends a date."""
        await self.heard()
        deps, now = self.stage.bot.deps, self.stage.bot.deps.now()
        over = {} if state in OPENED else {"ended_at": now}
        begun = {"started_at": now} if state is State.ON else {}
        async with deps.database.begin() as store:
            date = await store.occurrences.find(self.community_id, self.number)
            assert date is not None
            await store.occurrences.change(date, now, state=state, **over, **begun)
            date = await store.occurrences.find(self.community_id, self.number)
        self.stage.bot.dispatch({State.ON: "date_started"}.get(state, "date_ended"), date)

    async def visits(self):
        """(who, came, seconds before, left, seconds after)"""
        async with self.stage.bot.deps.database.read() as store:
            found = await store.presences.of(self.community_id, self.number)
        names = {int(person.id): person.name for person in self.bridge.world.people.values()}
        return [
            (
                names[each.user_id],
                self._second(each.came_at),
                each.came_within,
                self._second(each.left_at),
                each.left_within,
            )
            for each in found
        ]

    def _second(self, moment):
        return None if moment is None else (moment - self.opened_at).total_seconds()

    async def shows(self, *expected, within=5.0):
        """Wait until these visits are kept, give or take a few seconds."""
        wanted = [
            tuple(pytest.approx(part, abs=NEAR) if isinstance(part, int) else part for part in visit)
            for visit in expected
        ]
        deadline = asyncio.get_running_loop().time() + within
        found = await self.visits()
        while found != wanted and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.01)
            found = await self.visits()
        assert found == wanted, found

    async def attended(self):
        """Minutes, and how many more they may be, by name."""
        names = {int(person.id): person.name for person in self.bridge.world.people.values()}
        async with self.stage.bot.deps.database.read() as store:
            found = await attendance.attended(
                store, self.community_id, self.number, self.stage.bot.deps.now()
            )
        return {names[each.user_id]: each for each in found}


async def begun(stage, bridge):
    """Its room is open to whoever has signed up; how that comes about is told in tests/cogs/gathering."""
    date = await planned(stage, bridge, bridge.nora, timedelta(minutes=30))
    deps, community_id = stage.bot.deps, int(bridge.guild.id)
    now = deps.now()
    async with deps.database.begin() as store:
        await store.occurrences.change(date, now, state=State.OPEN, opened_at=now)
    stage.bot.dispatch("upkeep_wanted", community_id, members=False)
    await comes_to_rest(stage)
    async with deps.database.read() as store:
        stage.bot.dispatch("date_opened", await store.occurrences.find(community_id, date.occurrence_id))
    evening = Evening(stage, bridge, date.occurrence_id, now)
    await until(lambda: evening.cog.rounds.rooms)
    return evening


async def comes_in(bridge, name):
    person = await bridge.join(name)
    await sign_up(person, *SEAT)
    await person.sees("You are in")
    await person.has_roles("Gen Z", "Mentor")
    return person


def hurried(stage):
    """Keep what is heard at once, and ask without a pause."""
    cog = stage.bot.get_cog("Presence")
    cog.beat = 0.01
    cog.rounds.asking.every = 0
