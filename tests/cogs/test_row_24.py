"""A host whose clock is wrong: nothing happens too early, and nothing twice."""

from datetime import timedelta

import pytest

from cogs.clock import clock_of
from cogs.kit import bot as kit
from cogs.kit import skew
from cogs.upkeep.outcomes import outcome
from tests.cogs.noting import NOTE, note
from tests.cogs.ticking import become, passes, quick, states, wish
from tests.until import until
from tour.stage import on_stage

SOON = timedelta(minutes=4)
TEXT = "The circle meets in a moment"


class Host:
    """Its clock is off by so much."""

    def __init__(self, world):
        self.world = world
        self.off = timedelta()

    def now(self):
        return self.world.clock.now() + self.off


@pytest.fixture
def host(bridge, monkeypatch):
    monkeypatch.setattr(kit, "ROOMS", ("tests.cogs.noting", *kit.ROOMS))
    monkeypatch.setattr(skew, "EVERY", 0.0)
    return Host(bridge.world)


@pytest.fixture
async def bot(database, bridge, host):
    async with on_stage(database, bridge.world, now=host.now) as stage:
        await bridge.nora.sees("Set up")
        quick(stage)
        yield stage


async def goes_wrong(stage, host, off):
    """Its clock is set, and Discord answers often enough for the bot to notice."""
    host.off = off
    for _ in range(skew.SAMPLES):
        async with outcome():
            await stage.bot.fetch_user(stage.bot.application_id)


async def looks(stage, monkeypatch):
    """The bot's clock has looked a few times for what is due."""
    clock, seen = clock_of(stage.bot), []

    async def counted():
        seen.append(1)
        await type(clock)._step(clock)

    with monkeypatch.context() as patched:
        patched.setattr(clock, "_step", counted)
        await until(lambda: len(seen) > 3)


def posted(bridge):
    return sum(
        TEXT in bridge.nora.reads(each)
        for each in bridge.world.messages.history(bridge.guild.channel("general")["id"])
    )


async def in_a_while(stage, host, bridge):
    """Wished for on a host whose clock was right."""
    await wish(stage, note(bridge.guild, TEXT, due_at=host.world.clock.now() + SOON))


@pytest.mark.parametrize("minutes", [5, -5, -60])
async def test_row_24_with_a_wrong_host_clock_everything_happens_once_and_at_the_right_time(
    bot, host, bridge, monkeypatch, minutes
):
    await in_a_while(bot, host, bridge)
    await goes_wrong(bot, host, timedelta(minutes=minutes))
    await looks(bot, monkeypatch)
    assert await states(bot, NOTE) == ["ready"]
    passes(bot, SOON.total_seconds())
    await become(bot, NOTE, "done")
    await goes_wrong(bot, host, timedelta())
    await looks(bot, monkeypatch)
    assert await states(bot, NOTE) == ["done"]
    assert posted(bridge) == 1


async def test_row_24_a_host_clock_that_is_put_back_does_nothing_twice(bot, host, bridge, monkeypatch):
    await in_a_while(bot, host, bridge)
    passes(bot, SOON.total_seconds())
    await become(bot, NOTE, "done")
    await goes_wrong(bot, host, timedelta(hours=-1))
    await looks(bot, monkeypatch)
    assert await states(bot, NOTE) == ["done"]
    assert posted(bridge) == 1


async def test_control_a_bot_that_believes_its_host_is_too_early(bot, host, bridge, monkeypatch):
    monkeypatch.setattr(skew, "NOTICEABLE", float("inf"))
    await in_a_while(bot, host, bridge)
    await goes_wrong(bot, host, timedelta(minutes=5))
    await become(bot, NOTE, "done")
