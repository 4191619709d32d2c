"""The heart-beat: claims the jobs that are due, hands each to its handler, writes down what became of it."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import datetime, timedelta

import discord
import structlog
from discord.ext import commands
from discord.http import Route

from actions import jobs
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import TooLate, Unreadable
from cogs.kit.skew import EVERY
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, outcome
from domain.jobs import BULK, LONGEST, MOST_AHEAD, Job, Next, State, Trouble, Wish, after, done, trouble

log = structlog.get_logger(__name__)

POLL = 1.0
"""Seconds after which one looks for due jobs though nobody rang."""
WORKERS = 8
"""Jobs done at the same time."""
FEW = 4
"""With fewer in flight in a community, a person's job is done while they wait for their answer."""
PATIENCE = 5.0
"""Seconds that a person is let wait for that."""
LONG_FOR = 1.0
"""Seconds in which a line that was too long to count is not counted anew: thousands may sign up at once."""
PRUNE_EVERY = timedelta(hours=1)


class UnknownKind(Exception):
    """No handler of this version does such a job."""


class Away(Exception):
    """Discord has mislaid the server for a while."""


class Clock(commands.Cog):
    """Does what the table of jobs says. `ended` counts, by kind and state, what became of them."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self.deps = bot.deps
        self.poll = POLL
        self.workers = WORKERS
        self.owner = secrets.token_hex(8)
        self.ended: Counter[tuple[str, str]] = Counter()
        self._here: Counter[int] = Counter()
        self._bulk = 0
        """How much BULK is being done: half of the workers stay for what is due to the second."""
        self._long_until: dict[tuple[int, str], float] = {}
        self._resting = True
        self._tasks: set[asyncio.Task[Next]] = set()
        self._beside: set[asyncio.Task[Next]] = set()
        self._heart: asyncio.Task[None] | None = None
        self._prune_at = self.deps.now()
        self._ask_at = 0.0

    async def cog_load(self) -> None:
        """A database has one process: what is leased now, a dead one held."""
        await jobs.release(self.deps)
        await jobs.retry_outgrown(self.deps)
        self._heart = asyncio.create_task(self._beat())

    async def cog_unload(self) -> None:
        """What is still held is free for the next start at once, and it will look before it acts."""
        if self._heart is not None:
            tasks = self._heart, *self._tasks, *self._beside
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._heart = None
            await jobs.release(self.deps, self.owner)

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """The server was looked after: what could not be done for want of something may be possible now."""
        await jobs.retry_mended(self.deps, community_id)

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """What a channel denied us it may allow now."""
        if before.overwrites != after.overwrites:
            await jobs.retry_mended(self.deps, after.guild.id)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """It is back: what waited for that need wait no longer."""
        await jobs.retry_mended(self.deps, guild.id)

    @property
    def in_flight(self) -> int:
        """How many jobs are being done."""
        return len(self._tasks) + len(self._beside)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being done, and nothing that is due is about to be."""
        return self._resting and not self.in_flight and not self.deps.bell.is_set()

    @contextmanager
    def room(self, community_id: int) -> Iterator[bool]:
        """Whether a job there can be done while somebody waits; it counts as in flight for that long."""
        free = self._here[community_id] < FEW
        with self._counted(community_id) if free else nullcontext():
            yield free

    async def ahead(self, wish: Wish) -> int:
        """How many of its kind come before it in its community, MOST_AHEAD at most."""
        now, line = asyncio.get_running_loop().time(), (wish.community_id, wish.kind)
        if now < self._long_until.get(line, now):
            return MOST_AHEAD
        count = await jobs.ahead(self.deps, wish)
        if count == MOST_AHEAD:
            self._long_until[line] = now + LONG_FOR
        return count

    async def do_now(self, wish: Wish) -> State:
        """Do what was wished for, with nobody before it; how it stands after a few seconds.

        It goes on meanwhile. Somebody may be at it already.
        """
        taken = await jobs.take(self.deps, wish, self.owner)
        if taken is None:
            return State.LEASED
        task = asyncio.create_task(self._carry_out(taken))
        self._beside.add(task)
        self.bot.counts(task)
        task.add_done_callback(self._freed)
        await asyncio.wait([task], timeout=PATIENCE)
        return task.result().state if task.done() else State.LEASED

    async def _beat(self) -> None:
        await self.bot.wait_until_ready()
        while not self.bot.ending:
            [ended] = await asyncio.gather(self._step(), return_exceptions=True)
            if isinstance(ended, asyncio.CancelledError):
                raise ended
            if ended is not None:
                log.error("clock-missed-a-beat", exc_info=ended)
                await asyncio.sleep(self.poll)

    async def _step(self) -> None:
        """Begin what is due, as far as workers are free; if that is nothing, rest."""
        self._resting = False
        self.deps.bell.clear()
        await self._ask_the_time()
        now, free = self.deps.now(), self.workers - len(self._tasks)
        await self._tidy(now)
        first = await jobs.next_at(self.deps) if free > 0 else None
        due = first is not None and first <= now
        bulk = max(1, self.workers // 2) - self._bulk
        claimed = await jobs.claim(self.deps, free, self.owner, self._folded(), bulk) if due else []
        for job in claimed:
            self._begin(job)
        if not claimed:  # of those that are due, the lanes are taken
            seconds = self.poll if first is None or due else (first - now).total_seconds()
            await self._rest(min(seconds, self.poll))

    def _folded(self) -> Mapping[str, int]:
        """The kinds of which many about one person are done as one."""
        return {kind: handler.together for kind, handler in self.bot.handlers.items() if handler.together > 1}

    async def _rest(self, seconds: float) -> None:
        """Until the time is up, somebody rings, or a worker is free."""
        self._resting = True
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.deps.bell.wait()
        self._resting = False

    async def _ask_the_time(self) -> None:
        """Discord's answers say it. A machine that slept has a right clock, and we believe another."""
        now = asyncio.get_running_loop().time()
        if self.bot.vitals.skew.too_far and now >= self._ask_at:
            self._ask_at = now + EVERY
            with suppress(Unknown, NotDone, Later):
                async with outcome():
                    await self.bot.http.request(Route("GET", "/gateway"))

    async def _tidy(self, now: datetime) -> None:
        if now >= self._prune_at:
            await jobs.prune(self.deps)
            self._prune_at = now + PRUNE_EVERY

    def _begin(self, job: Job) -> None:
        task = asyncio.create_task(self._worker(job))
        self._tasks.add(task)
        if job.kind == BULK:
            self._bulk += 1
            task.add_done_callback(self._one_less)
        self.bot.counts(task)
        task.add_done_callback(self._freed)

    async def _worker(self, job: Job) -> Next:
        with self._counted(job.community_id):
            return await self._carry_out(job)

    async def _carry_out(self, job: Job) -> Next:
        """Do a job that we hold, say so (`job_began`, `job_ended`), and return what became of it."""
        self.bot.dispatch("job_began", job)
        [ended] = await asyncio.gather(self._do(job), return_exceptions=True)
        if isinstance(ended, asyncio.CancelledError):
            raise ended
        then = ended if isinstance(ended, Next) else self._failed(job, ended)
        handler = self.bot.handlers.get(job.kind)
        settled = await jobs.settle(self.deps, job, then, handler.record if handler else None)
        record = log.bind(guild=job.community_id, kind=job.kind, job=job.job_id, attempt=job.attempts)
        record.info("job-ended" if settled.counted else "job-lost", state=then.state, error=then.error)
        self.ended[job.kind, then.state] += 1
        self.bot.dispatch("job_ended", job, then)
        if settled.ask_upkeep:
            self.bot.dispatch("upkeep_wanted", job.community_id, members=False)
        return then

    async def _do(self, job: Job) -> Next:
        guild = self.bot.get_guild(job.community_id)
        if guild is not None and guild.unavailable:
            raise Away
        if job.is_over(self.deps.now()) and not job.tried_before:
            raise TooLate
        handler = self.bot.handlers.get(job.kind)
        if handler is None:
            raise UnknownKind(job.kind)
        readable = replace(job, payload=handler.reads(job), version=handler.version)
        async with asyncio.timeout(LONGEST):
            return done(await handler.work(readable))

    def _failed(self, job: Job, error: BaseException) -> Next:
        wait = error.seconds if isinstance(error, Later) else 0
        why = _why(error)
        if why is Trouble.BROKEN:
            log.error("job-broken", guild=job.community_id, kind=job.kind, job=job.job_id, exc_info=error)
        return after(job, why, self.deps.now(), chance=self.deps.chance(), wait=wait)

    def _one_less(self, _: asyncio.Task[Next]) -> None:
        self._bulk -= 1

    def _freed(self, task: asyncio.Task[Next]) -> None:
        for tasks in (self._tasks, self._beside):
            tasks.discard(task)
        self.deps.bell.set()
        if not task.cancelled() and task.exception() is not None:
            log.error(
                "job-not-settled", exc_info=task.exception()
            )  # its lease runs out, and it is tried again

    @contextmanager
    def _counted(self, community_id: int) -> Iterator[None]:
        self._here[community_id] += 1
        try:
            yield
        finally:
            self._here[community_id] -= 1
            if not self._here[community_id]:
                del self._here[community_id]


def _why(error: BaseException) -> Trouble:
    match error:
        case TooLate():
            return Trouble.TOO_LATE
        case Away():
            return Trouble.AWAY
        case UnknownKind():
            return Trouble.UNKNOWN_KIND
        case Unreadable():
            return Trouble.UNREADABLE
        case Gone():
            return Trouble.GONE
        case Unknown() | TimeoutError():
            return Trouble.UNREACHED
        case Later():
            return Trouble.LATER
        case NotDone():
            return trouble(error.status, error.code) or Trouble.MISUNDERSTOOD
    return Trouble.BROKEN


def clock_of(bot: CircleBot) -> Clock:
    """The bot's clock."""
    clock = bot.get_cog("Clock")
    if not isinstance(clock, Clock):
        raise LookupError("this bot has no clock")
    return clock


async def setup(bot: CircleBot) -> None:
    await bot.add_cog(Clock(bot))
