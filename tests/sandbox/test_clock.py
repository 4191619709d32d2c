"""The sandbox's time: it is moved on, it goes by, and what is due happens at its moment."""

import asyncio
import copy
import re
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

import sandbox.clock
from sandbox import Sandbox, World
from sandbox.clock import Clock
from sandbox.verbs import members

SANDBOX = Path(sandbox.clock.__file__).parent


class Diary:
    """What happened when, by the clock itself."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.entries: list[tuple[str, float]] = []
        self.started = clock.now()

    def plan(self, what: str, after: float):
        return self.clock.at(self.started + timedelta(seconds=after), partial(self.write, what))

    def write(self, what: str) -> None:
        self.entries.append((what, (self.clock.now() - self.started).total_seconds()))

    def write_and_plan(self, what: str, after: float) -> None:
        self.write(what)
        self.plan(what + " again", after)


def test_what_is_due_happens_in_order_each_at_its_own_moment():
    diary = Diary(Clock())
    for what, after in (("late", 30), ("early", 10), ("never yet", 61), ("beside early", 10)):
        diary.plan(what, after)
    diary.clock.advance(60)
    assert diary.entries == [("early", 10), ("beside early", 10), ("late", 30)]
    assert diary.clock.now() >= diary.started + timedelta(seconds=60)
    diary.clock.advance(2)
    assert diary.entries[3:] == [("never yet", 61)]


def test_what_is_planned_meanwhile_is_not_forgotten():
    diary = Diary(Clock())
    diary.clock.at(diary.started + timedelta(seconds=5), partial(diary.write_and_plan, "bell", 15))
    diary.clock.advance(20)
    assert diary.entries == [("bell", 5), ("bell again", 15)]


def test_both_of_its_measures_stand_still_at_that_moment():
    clock = Clock()
    started, moment = clock.monotonic(), clock.now() + timedelta(seconds=5)
    seen: list[float] = []
    clock.at(moment, lambda: seen.append(clock.monotonic() - started))
    clock.advance(3600)
    assert seen == [pytest.approx(5, abs=0.1)]
    assert clock.monotonic() - started >= 3600


def test_what_is_cancelled_does_not_happen():
    diary = Diary(Clock())
    diary.plan("cancelled", 1).cancel()
    diary.clock.advance(2)
    assert diary.entries == []


def test_time_does_not_go_back():
    with pytest.raises(ValueError, match="back"):
        Clock().advance(-1)


async def test_while_a_sandbox_runs_what_is_due_happens_by_itself():
    async with Sandbox() as sandbox:
        diary = Diary(sandbox.world.clock)
        diary.plan("second", 0.03)
        diary.plan("first", 0.01)
        diary.plan("cancelled", 0.02).cancel()
        sandbox.world.clock.at(diary.started + timedelta(seconds=0.04), sandbox.world.changed.happened)
        async with asyncio.timeout(3):
            while len(diary.entries) < 2:
                await sandbox.world.changed.wait()
    assert diary.entries == [("first", 0.01), ("second", 0.03)]


async def test_what_a_timer_breaks_is_not_hidden():
    sandbox = await Sandbox().__aenter__()
    sandbox.world.clock.at(sandbox.world.clock.now(), partial(divmod, 1, 0))
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(sandbox.runs(), 3)
    with pytest.raises(ZeroDivisionError):
        await sandbox.__aexit__(None, None, None)


async def test_a_copy_of_the_world_has_timers_of_its_own():
    world = World()
    guild = world.create_guild("Bridge", owner="Nora")
    nora = guild.owner_id
    world.clock.at(world.clock.now() + timedelta(seconds=5), partial(members.leave, world, guild, nora))
    other = copy.deepcopy(world)
    other.clock.advance(6)
    assert nora in guild.members
    assert nora not in other.guilds[guild.id].members


async def test_sleep_in_the_world_is_ended_by_moving_its_time(world):
    asleep = asyncio.create_task(world.sleep(3600))
    await asyncio.sleep(0)
    assert not asleep.done()
    world.clock.advance(3600)
    await asyncio.wait_for(asleep, 1)


READS_REAL_TIME = re.compile(
    r"\btime\.\w+\(|datetime\.(now|utcnow|today)\(|asyncio\.sleep\(|call_(later|at)\("
)
MAY_READ_IT = {
    "clock.py": "it is where the real time comes in",
    "page/live.py": "the page is drawn for real eyes",
    "page/lens/live.py": "and so is the lens",
}


def test_everything_else_goes_by_the_worlds_clock():
    files = sorted(SANDBOX.rglob("*.py"))
    readers = {
        file.relative_to(SANDBOX).as_posix()
        for file in files
        if READS_REAL_TIME.search(file.read_text("utf-8"))
    }
    assert readers == MAY_READ_IT.keys()
