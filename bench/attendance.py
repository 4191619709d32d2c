"""A thousand people who come into a discussion room in 30 s and leave in 10 s, on a bad gateway.

It loses events, tells some twice and some in the wrong order, and is out for a while as people come. The
driver keeps the truth: who came and left when. What the bot kept is read from its database afterwards. A
person is right when every moment at which they were there is thought possible, and every moment claimed is
one at which they were; exact, when nothing is uncertain. Events carry no time, so two seconds are given.

Both bots are processes of their own, ours as an operator has it; the bare one hears the same events, and does
nothing with them. CPU is what the process used until it had come to rest, by the number of comings and
goings: for ours with the questions it asks of Discord, and all that its other parts do about a room.
"""

from __future__ import annotations

import asyncio
import copy
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import discord

import logs
from actions.deps import Deps
from actions.discussions import find
from bench._stands import cpu_of
from data.database import Database
from data.keys import MasterKey
from domain.attendance import JITTER, Presence
from domain.blueprint import Kind
from domain.discussions import Occurrence
from domain.rooms import OPENED
from sandbox import Sandbox, World
from sandbox.verbs import voice
from tests.actions.listening.village import person
from tests.planning import planned
from tests.processes import Process, connected, started
from tour import community
from tour.community import Bridge
from tour.stage import on_stage

PEOPLE, COMING, LEAVING = 1_000, 30.0, 10.0
LOST, TWICE = 0.02, 0.02
DISORDER, EVERY = 0.5, 5.0
"""So many seconds at a time events are held back and then told in disorder, and so often."""
OUTAGE = 3.0
"""Seconds in which no event is heard and none is told later; the session is lost."""
ASKED = 40.0
"""Seconds after which everybody who is there, as far as the bot knows, was asked after once more."""
RESTS = 0.03
"""Seconds of CPU in one second below which a bot has come to rest: ours has a beat."""
EVENT = "VOICE_STATE_UPDATE"
INTENTS = discord.Intents(guilds=True, voice_states=True, guild_scheduled_events=True, members=True).value

Say = Callable[[str], None]


@dataclass(frozen=True)
class Crowd:
    """A room that is open, and those who will come."""

    bridge: Bridge
    room_id: str
    occurrence_id: int
    people: list[str]


@dataclass
class Truth:
    """When each came and left."""

    came: dict[int, datetime] = field(default_factory=dict)
    left: dict[int, datetime] = field(default_factory=dict)
    cpu_us: float = 0.0


async def measure(
    say: Say, people: int = PEOPLE, coming: float = COMING, leaving: float = LEAVING, asked: float = ASKED
) -> dict[str, object]:
    """How many are right, how many exact, and what an event costs beside bare discord.py."""
    logs.configure("warning", "json")
    with tempfile.TemporaryDirectory() as folder:
        url, key = f"sqlite:///{Path(folder, 'attendance.db')}", Path(folder, "master.key")
        crowd = await _crowd(url, key, people)
        bare_crowd = copy.deepcopy(crowd)
        ours = {"DATABASE_URL": url, "MASTER_KEY_FILE": str(key), "LOG_LEVEL": "error", "HEALTH_PORT": "0"}
        truth = await _played(crowd, ("bot.py",), ours, coming, leaving, asked)
        bare = await _played(
            bare_crowd, ("-m", "bench._idling", "bare", str(INTENTS)), {}, coming, leaving, 1.0
        )
        visits = await _kept(url, key, crowd)
    found = judged(truth, visits)
    ratio = truth.cpu_us / bare.cpu_us
    say(f"{people} people: {found['right']} right, {found['exact']} of them exact to two seconds")
    say(f"largest uncertainty {found['largest_s']} s, wrong {found['wrong']}, never seen {found['unseen']}")
    say(f"CPU an event: ours {truth.cpu_us:.0f} us, bare discord.py {bare.cpu_us:.0f} us, ratio {ratio:.2f}")
    return {
        "people": people,
        **found,
        "cpu_us": round(truth.cpu_us),
        "bare_cpu_us": round(bare.cpu_us),
        "cpu_ratio": round(ratio, 2),
    }


def judged(truth: Truth, visits: Mapping[int, list[Presence]]) -> dict[str, int]:
    """How many people's visits are right, exact, wrong, and left no trace at all."""
    counts = {"right": 0, "exact": 0, "wrong": 0, "unseen": 0, "largest_s": 0}
    for user_id, came_at in truth.came.items():
        theirs, left_at = visits.get(user_id, []), truth.left[user_id]
        if not theirs:
            counts["unseen"] += 1
            continue
        right = is_right(theirs, came_at, left_at)
        counts["right" if right else "wrong"] += 1
        unsure = max(visit.came_within + visit.left_within for visit in theirs)
        counts["exact"] += right and not unsure
        counts["largest_s"] = max(counts["largest_s"], unsure)
    return counts


def is_right(visits: list[Presence], came_at: datetime, left_at: datetime) -> bool:
    """Whether what is claimed was so, and what was so is thought possible."""
    certain = [visit.certain(left_at) for visit in visits]
    possible = sorted(visit.possible(left_at) for visit in visits)
    claimed = all(
        last <= first or (first >= came_at - JITTER and last <= left_at + JITTER) for first, last in certain
    )
    reached = came_at + JITTER
    for first, last in possible:
        if first <= reached:
            reached = max(reached, last + JITTER)
    return claimed and possible[0][0] <= came_at + JITTER and reached >= left_at


async def _crowd(url: str, key: Path, people: int) -> Crowd:
    """The steward's part, played once: a date that begins in five minutes, so that its room is open."""
    bridge = community.found(World())
    database = await Database.open(url, MasterKey.from_file(key))
    try:
        async with on_stage(database, bridge.world) as stage:
            await bridge.is_set_up()
            date = await planned(stage, bridge, bridge.nora, timedelta(minutes=6))
            deps, community_id = stage.bot.deps, int(bridge.guild.id)
            await _opened(deps, date)
            async with database.read() as store:
                room_id = await store.objects.find(community_id, Kind.CHANNEL, "room-1")
            await asyncio.sleep(1.0)
        crowd = bridge.world.add_members(bridge.guild, people)
        async with database.begin() as store:
            for user_id in crowd:
                await store.people.save(person(int(user_id), community_id))
    finally:
        await database.close()
    seat = bridge.guild.role("Mentor")["id"]
    for user_id in crowd:
        bridge.guild.members[user_id]["roles"].append(seat)
    return Crowd(bridge, str(room_id), date.occurrence_id, crowd)


async def _opened(deps: Deps, date: Occurrence) -> None:
    async with asyncio.timeout(60):
        while True:
            found = await find(deps, date.community_id, date.occurrence_id)
            if found is not None and found.state in OPENED:
                return
            await asyncio.sleep(0.05)


async def _played(
    crowd: Crowd,
    arguments: tuple[str, ...],
    environment: Mapping[str, str],
    coming: float,
    leaving: float,
    asked: float,
) -> Truth:
    """The whole evening before one bot."""
    truth, world = Truth(), crowd.bridge.world
    async with _running(world, arguments, environment) as process:
        before = cpu_of(process.pid)
        disorder = asyncio.create_task(_disorder(world))
        outage = asyncio.create_task(_outage(world, coming / 2))
        await _moves(crowd, crowd.room_id, coming, truth.came)
        await outage
        await _moves(crowd, None, leaving, truth.left)
        disorder.cancel()
        world.gateway_faults.clear()
        await asyncio.sleep(asked)
        truth.cpu_us = (cpu_of(process.pid) - before) / (2 * len(crowd.people)) * 1e6
    return truth


@asynccontextmanager
async def _running(
    world: World, arguments: tuple[str, ...], environment: Mapping[str, str]
) -> AsyncIterator[Process]:
    """Connected and at rest, on a gateway that is not to be relied on."""
    async with Sandbox(world) as sandbox:
        address = {"SANDBOX_URL": sandbox.page_url.rstrip("/"), "DISCORD_TOKEN": world.token}
        async with started(*arguments, **address, **environment) as process:
            await connected(sandbox)
            await asyncio.sleep(2.0)
            await _rests(process.pid)
            rng = Random(7)  # noqa: S311 - the same misfortune each time
            faults = world.gateway_faults
            faults.lose(EVENT, times=1 << 30, where=lambda _: rng.random() < LOST)
            faults.repeat(EVENT, times=1 << 30, where=lambda _: rng.random() < TWICE)
            yield process


async def _rests(pid: int) -> None:
    """Until it has started for good."""
    before, now = -1.0, cpu_of(pid)
    while now - before > RESTS:
        await asyncio.sleep(1.0)
        before, now = now, cpu_of(pid)


async def _moves(crowd: Crowd, room_id: str | None, seconds: float, when: dict[int, datetime]) -> None:
    world, began = crowd.bridge.world, time.perf_counter()
    for number, user_id in enumerate(crowd.people):
        pause = began + number * seconds / len(crowd.people) - time.perf_counter()
        if pause > 0:
            await asyncio.sleep(pause)
        voice.move(world, crowd.bridge.guild.id, user_id, room_id)
        when[int(user_id)] = world.clock.now()


async def _disorder(world: World) -> None:
    for seed in range(1000):
        await asyncio.sleep(EVERY - DISORDER)
        world.gateway_faults.hold(EVENT)
        await asyncio.sleep(DISORDER)
        world.gateway_faults.release(shuffled=seed)


async def _outage(world: World, after: float) -> None:
    await asyncio.sleep(after)
    identified = world.sessions.identified
    world.gateway_faults.shut = True
    await world.invalidate_sessions()
    await asyncio.sleep(OUTAGE)
    world.gateway_faults.shut = False
    async with asyncio.timeout(60):
        while world.sessions.identified == identified:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


async def _kept(url: str, key: Path, crowd: Crowd) -> dict[int, list[Presence]]:
    database = await Database.open(url, MasterKey.from_file(key))
    try:
        async with database.read() as store:
            found = await store.presences.of(int(crowd.bridge.guild.id), crowd.occurrence_id)
    finally:
        await database.close()
    visits: dict[int, list[Presence]] = {}
    for visit in found:
        visits.setdefault(visit.user_id, []).append(visit)
    return visits
