"""Looking at the jobs of a bot, and moving its time."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import sqlalchemy as sa

from cogs.clock import clock_of
from data.tables import jobs
from domain.jobs import Job, Wish
from tour.stage import Stage


def passes(stage: Stage, seconds: float) -> None:
    """Let time pass for Discord and for the bot."""
    stage.world.clock.advance(seconds)
    stage.bot.deps.bell.set()


async def wish(stage: Stage, *wishes: Wish) -> list[Job]:
    """Have something done."""
    async with stage.database.begin() as store:
        made = [await store.jobs.added(each, stage.bot.deps.now()) for each in wishes]
    stage.bot.deps.bell.set()
    return made


async def states(stage: Stage, kind: str) -> list[str]:
    """Where all jobs of this kind stand, also those that are over."""
    async with stage.database.read() as store:
        query = sa.select(jobs.c.state).where(jobs.c.kind == kind).order_by(jobs.c.job_id)
        return list((await store.link.execute(query)).scalars())


async def become(stage: Stage, kind: str, *expected: str, within: float = 5.0) -> None:
    """Wait until the jobs of this kind stand like this. Raises AssertionError when they do not get there."""
    found: list[str] = []
    deadline = asyncio.get_running_loop().time() + within
    while asyncio.get_running_loop().time() < deadline:
        found = await states(stage, kind)
        if found == list(expected):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{kind}: {found}, not {list(expected)}")


def quick(stage: Stage) -> None:
    """Look for due jobs all the time, and wait as little as may be between attempts."""
    clock = clock_of(stage.bot)
    clock.poll = 0.02
    clock.deps = replace(clock.deps, chance=lambda: 0.0)
