"""Reminders: 100,000 due in one minute, each claimed once, folded, the nearest start first.

They are what 2,000 dates bring, to each of which fifty people come: one is called in the thread, the others
want direct messages. Four tasks claim from one database, as far as writes there take turns. Time is moved on
to when the next are due: a message that has time waits ten minutes for others. Then a smaller lot is really
sent, by the clock of the bot through the sandbox. Discord takes 50 calls a second, which is the floor.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

import logs
from actions import reminders
from actions.deps import Deps
from actions.direct_reminders import MOST_TOGETHER
from actions.discussions import REMINDER
from actions.reminders import DIRECT
from bench._coming import HOST, Row, put
from bench.jobs import MASTER, on_postgresql
from cogs.clock import clock_of
from data.database import Database
from data.tables import jobs
from domain.communities import Community
from domain.jobs import FOLDED, Job, done
from domain.reminders import Due
from sandbox import World
from tour import community
from tour.stage import Stage, on_stage

DATES, COME, PEOPLE = 2_000, 50, 10_000
SENT_DATES, SENT_COME, SENT_PEOPLE = 60, 20, 100
TASKS, BATCH = 4, 500
A_SECOND = 50
"""Calls that Discord takes from one bot (topics/rate-limits#global-rate-limit)."""
HERE, FIRST_PERSON = 5, 10**17
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


async def measure(say: Callable[[str], None]) -> dict[str, object]:
    """Seconds until all are claimed and folded on each engine, and how fast they are sent."""
    logs.configure("warning", "json")
    figures: dict[str, object] = {"reminders": DATES * COME, "tasks": TASKS, "batch": BATCH}
    with tempfile.TemporaryDirectory() as folder:
        figures |= await _claimed(say, "sqlite", f"sqlite+aiosqlite:///{Path(folder, 'all.db')}")
        figures |= await _sent(say, f"sqlite+aiosqlite:///{Path(folder, 'sent.db')}")
    async with on_postgresql(say) as server:
        if server:
            url = await asyncio.to_thread(server.create, f"bench_{uuid4().hex}")
            figures |= await _claimed(say, "postgresql", url)
    return figures


@dataclass
class Run:
    """All reminders of one minute, on their way. `told`: what was claimed, in that order."""

    deps: Deps
    now: datetime = NOW
    told: list[tuple[str, int]] = field(default_factory=list)
    led: list[int] = field(default_factory=list)
    """Of each direct message, how long before the start its first reminder is, in minutes."""
    messages: int = 0
    claiming: float = 0.0
    """Seconds in claims and folds alone."""

    async def work(self, owner: str) -> None:
        while claimed := await self._claim(owner):
            for job in claimed:
                if job.kind == REMINDER:
                    await reminders.begin(self.deps, job)
            async with self.deps.database.begin() as store:
                for job in claimed:
                    await store.jobs.settle(job, done(), self.now)

    async def _claim(self, owner: str) -> list[Job]:
        async with self.deps.database.begin() as store:
            began = time.perf_counter()
            found = await store.jobs.claim(self.now, BATCH, owner, {DIRECT: MOST_TOGETHER})
            self.claiming += time.perf_counter() - began
        for job in found:
            self._note(job)
        return found

    def _note(self, job: Job) -> None:
        if job.kind not in (DIRECT, REMINDER):
            return
        self.messages += 1
        folded = job.payload.get(FOLDED, [])
        keys = [job.key, *(folded if job.kind == DIRECT and isinstance(folded, list) else [])]
        self.told += [(key, job.user_id) for key in keys]
        if job.kind == DIRECT:
            self.led.append(Due.of(job.key).minutes)

    async def goes_on(self) -> bool:
        """Time passes until there is something to do; False when there is nothing more."""
        async with self.deps.database.read() as store:
            query = sa.select(sa.func.max(jobs.c.next_at, type_=jobs.c.next_at.type))
            last = (await store.link.execute(query)).scalar_one_or_none()
        if last is not None:
            self.now = max(self.now, last)
        return last is not None


async def _claimed(say: Callable[[str], None], engine: str, url: str) -> dict[str, object]:
    """Raises RuntimeError when one was lost or doubled."""
    database = await Database.open(url, MASTER)
    try:
        run = Run(Deps(database))
        run.deps = Deps(database, now=lambda: run.now)
        async with database.begin() as store:
            await store.communities.save(Community(HERE, "en", set_up_at=NOW, set_up_by=HOST))
        people: list[Row] = [{"user_id": FIRST_PERSON + number} for number in range(PEOPLE)]
        expected = await put(run.deps, HERE, people, DATES, COME)
        began, cpu = time.perf_counter(), time.process_time()
        while await run.goes_on():
            await asyncio.gather(*(run.work(f"task {number}") for number in range(TASKS)))
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
    finally:
        await database.close()
    lost, doubled = expected - Counter(run.told), Counter(run.told) - expected
    if lost or doubled:
        raise RuntimeError(f"{lost.total()} lost, {doubled.total()} doubled")
    early = sum(1 for one, other in zip(run.led, run.led[1:], strict=False) if other < one)
    floor = run.messages / A_SECOND
    say(
        f"{engine}: {len(run.told)} claimed, folded and done in {took:.1f} s ({cpu:.1f} of CPU), the claims "
        f"alone in {run.claiming:.1f} s; {run.messages} messages, {early} before a nearer one; "
        f"at 50 a second {floor:.0f} s"
    )
    return {
        f"{engine}_s": round(took, 1),
        f"{engine}_cpu_s": round(cpu, 1),
        f"{engine}_claims_s": round(run.claiming, 1),
        f"{engine}_messages": run.messages,
        f"{engine}_out_of_order": early,
        f"{engine}_floor_s": round(floor),
    }


async def _sent(say: Callable[[str], None], url: str) -> dict[str, object]:
    """A smaller lot, by the clock and through the sandbox, which is on the same cores and holds nobody up."""
    database = await Database.open(url, MASTER)
    bridge = community.found(World())
    world = bridge.world
    try:
        async with on_stage(database, world, world.clock.now) as stage:
            await bridge.is_set_up()
            people: list[Row] = []
            for number in range(SENT_PEOPLE):
                person = await bridge.join(f"Guest-{number}")
                channel = world.direct_channel(person.id)
                people.append({"user_id": int(person.id), "channel_id": int(channel["id"])})
            here = int(bridge.guild.id)
            expected = await put(stage.bot.deps, here, people, SENT_DATES, SENT_COME)
            took, posted, told = await _all_sent(stage)
    finally:
        await database.close()
    if told != expected.total():
        raise RuntimeError(f"{told} were told of {expected.total()}")
    floor = posted / A_SECOND
    say(
        f"sent: {expected.total()} reminders in {posted} messages in {took:.1f} s; "
        f"at 50 a second {floor:.1f} s, ratio {took / floor:.2f}"
    )
    return {"sent_messages": posted, "sent_s": round(took, 1), "sent_ratio": round(took / floor, 2)}


async def _all_sent(stage: Stage) -> tuple[float, int, int]:
    """Real seconds, messages, and of how many dates they tell. Raises RuntimeError when one failed."""
    ended = clock_of(stage.bot).ended
    before, took = len(stage.world.ledger.effects("MESSAGE_CREATE")), 0.0
    for minutes in (0, 12):
        stage.world.clock.advance(minutes * 60)
        began = time.perf_counter()
        stage.bot.deps.bell.set()
        while not await _at_rest(stage):  # noqa: ASYNC110 - it is asked of the database
            await asyncio.sleep(0.005)
        took += time.perf_counter() - began
    if any(kind in (DIRECT, REMINDER) and state != "done" for kind, state in ended):
        raise RuntimeError(f"not all were sent: {dict(ended)}")
    posts = [str(effect.data) for effect in stage.world.ledger.effects("MESSAGE_CREATE")[before:]]
    return took, len(posts), sum(post.count("## How do we grow old?") for post in posts)


async def _at_rest(stage: Stage) -> bool:
    async with stage.database.read() as store:
        first = await store.jobs.next_at()
    return clock_of(stage.bot).at_rest and (first is None or first > stage.bot.deps.now())
