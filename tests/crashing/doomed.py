"""The bot in a process of its own, which counts its steps and is killed at the one it was told.

A step is a request to Discord before it is sent and after it was answered, and a transaction before it is
saved and after. Nothing of the bot is replaced. Only its time is ours: `jump` lets seconds pass at once.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import structlog
from alembic import command  # noqa: F401  # imported here once, so that no child has to

from actions.deps import Deps
from cogs.kit.bot import CircleBot
from cogs.kit.wire import point_at
from cogs.presence.cog import Presence
from cogs.upkeep.cog import Upkeep
from data.database import Database
from data.keys import MasterKey
from data.store import Store
from tests.crashing.weaknesses import WEAKNESSES
from text import shipped

MASTER_KEY = MasterKey(bytes(range(32)))
CALM = 3
"""So often in a row there must be nothing to do, a hundredth of a second apart, to call it rest."""
FOREVER = 1e9
"""Seconds. A jump in time must not look like a silent gateway."""


@dataclass(frozen=True, slots=True)
class Life:
    """What a bot is born with: where everything is, how far its clock is ahead, and what it does not do."""

    database_url: str
    api_url: str
    gateway_url: str
    cdn_url: str
    token: str
    ahead: float
    weakness: str | None
    fatal: int = 0
    """The step at which it is killed, counted from its birth; 0 for a life that ends otherwise."""


class Steps:
    """Counts from the moment it is armed, and ends the process at the step it was armed with."""

    def __init__(self, tell: Callable[[object], None]) -> None:
        self.going_on = 0
        """Requests and transactions that have begun and not ended."""
        self.in_database = 0
        """Those of them, and reads, that wait for the database: no time passes for it."""
        self.taken = 0
        self._tell = tell
        self._armed = False
        self._fatal = 0

    def arm(self, fatal: int) -> None:
        """0 for a life that ends otherwise."""
        self.taken, self._fatal, self._armed = 0, fatal, True

    def take(self, name: str) -> None:
        self.taken += 1
        if self._armed:
            self._tell(("step", name))
            if self.taken == self._fatal:
                os.kill(os.getpid(), signal.SIGKILL)


class Loop(asyncio.SelectorEventLoop):
    """A loop whose time can be moved forward: whatever waits for a moment in between is due."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


def live(life: Life, pipe: Connection) -> None:
    """Run the bot until it is killed."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    if life.weakness is not None:
        WEAKNESSES[life.weakness]()
    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(_live(life, pipe))


async def _live(life: Life, pipe: Connection) -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Loop)
    loop.ahead = life.ahead
    steps = Steps(pipe.send)
    if life.fatal:
        steps.arm(life.fatal)
    _count_transactions(steps)
    point_at(life.api_url, life.gateway_url, life.cdn_url)
    database = await Database.open(life.database_url, MASTER_KEY)
    now = lambda: datetime.now(UTC) + timedelta(seconds=loop.ahead)  # noqa: E731
    deps = Deps(database, now, chance=lambda: 0.0)  # so that two lives are dealt the same
    bot = CircleBot(deps, shipped(), guild_ready_timeout=0.05, heartbeat_timeout=FOREVER)
    _count_requests(bot, steps)
    await bot.login(life.token)
    gateway = asyncio.create_task(bot.connect())
    await bot.wait_until_ready()
    hearing = Hearing(bot, steps, pipe, loop)
    loop.add_reader(pipe.fileno(), hearing.obey)
    pipe.send(("ready",))
    await gateway


class Hearing:
    """Does what the test says."""

    def __init__(self, bot: CircleBot, steps: Steps, pipe: Connection, loop: Loop) -> None:
        self._bot = bot
        self._steps = steps
        self._pipe = pipe
        self._loop = loop
        self._watching: set[asyncio.Task[None]] = set()

    def obey(self) -> None:
        match self._pipe.recv():
            case ("arm", int(fatal)):
                self._steps.arm(fatal)
                self._pipe.send(("armed",))
            case ("jump", float(seconds)):
                self._loop.ahead += seconds
            case ("are you awake",):
                self._pipe.send(("awake", bool(self._steps.in_database)))
            case ("rest",):
                watching = asyncio.create_task(self._tell_of_rest())
                self._watching.add(watching)
                watching.add_done_callback(self._watching.discard)

    async def _tell_of_rest(self) -> None:
        """With the seconds until it will have something to do; None when nothing is planned."""
        calm, seen = 0, -1
        while calm < CALM:
            await asyncio.sleep(0.01)
            still = not self._busy() and seen == self._steps.taken
            calm, seen = calm + 1 if still else 0, self._steps.taken
        planned = [*self._runs(), *await self._jobs()]
        self._pipe.send(("rest", max(0.0, min(planned)) if planned else None))

    def _busy(self) -> bool:
        runs = self._upkeep.runs
        presence = self._bot.get_cog("Presence")
        assert isinstance(presence, Presence)
        return bool(
            self._steps.going_on
            or self._bot._work
            or any(each not in runs._orders for each in runs._workers)
            or not presence.notebook.is_empty
        )

    def _runs(self) -> list[float]:
        now = self._loop.time()
        return [order.due - now for order in self._upkeep.runs._orders.values()]

    async def _jobs(self) -> list[float]:
        deps = self._bot.deps
        async with deps.database.read() as store:
            first = await store.jobs.next_at()
        return [(first - deps.now()).total_seconds()] if first else []

    @property
    def _upkeep(self) -> Upkeep:
        upkeep = self._bot.get_cog("Upkeep")
        assert isinstance(upkeep, Upkeep)
        return upkeep


def _count_requests(bot: CircleBot, steps: Steps) -> None:
    """The client's own hooks: they see what the library retries, and the answers to clicks as well."""

    async def begun(_: object, request: SimpleNamespace, sent: Any) -> None:
        request.counted = "/api/" in sent.url.path
        if request.counted:
            steps.going_on += 1
            steps.take(f"before {_named(sent)}")

    async def answered(_: object, request: SimpleNamespace, sent: Any) -> None:
        if request.counted:
            steps.take(f"after {_named(sent)}")
            await over(_, request, sent)

    async def over(_: object, request: SimpleNamespace, __: object) -> None:
        steps.going_on -= request.counted
        request.counted = False

    trace = bot.http.http_trace
    assert trace is not None
    for signal_, handler in (
        (trace.on_request_start, begun),
        (trace.on_request_end, answered),
        (trace.on_request_exception, over),
    ):
        signal_.insert(0, handler)


def _named(request: Any) -> str:
    """Without ids and tokens, so that the same step has the same name in every run."""
    parts = request.url.path.partition("/api/v10")[2].split("/")
    return f"{request.method} {'/'.join('…' if len(part) > 15 else part for part in parts)}"


def _count_transactions(steps: Steps) -> None:
    begins = Database.begin

    @asynccontextmanager
    async def begin(self: Database) -> AsyncIterator[Store]:
        name = _verb()
        steps.going_on += 1
        steps.in_database += 1
        try:
            async with begins(self) as store:
                yield store
                steps.take(f"before saving {name}")
            steps.take(f"after saving {name}")
        finally:
            steps.going_on -= 1
            steps.in_database -= 1

    Database.begin = begin  # type: ignore[method-assign]
    Database.read = _watched(Database.read, steps)  # type: ignore[assignment,method-assign]
    Database.browse = _watched(Database.browse, steps)  # type: ignore[assignment,method-assign]


Reads = Callable[[Database], AbstractAsyncContextManager[Store]]


def _watched(reads: Reads, steps: Steps) -> Reads:
    @asynccontextmanager
    async def read(self: Database) -> AsyncIterator[Store]:
        steps.in_database += 1
        try:
            async with reads(self) as store:
                yield store
        finally:
            steps.in_database -= 1

    return read


def _verb() -> str:
    """The action that asks for the transaction."""
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if file.parent.name == "actions":
            return f"{file.stem}.{frame.f_code.co_name}"
    return "something"
