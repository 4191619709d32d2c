"""Jobs: 100,000 due ones claimed, each once, beside the bare drivers; and messages sent by the clock.

The bare drivers run the same claim, as text, on the same table, batch and number of workers: so the ratio
says what the layers above the database cost. All writes of a process take turns, so that more workers change
little. Sends go through the real bot and the sandbox, which is on the same cores.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

import logs
from cogs.clock import clock_of
from cogs.kit import bot as kit
from data.claiming import CLAIM
from data.database import Database
from data.keys import MasterKey
from data.tables import communities, jobs
from domain.jobs import LEASE
from sandbox import World
from tests import postgres
from tests.cogs.noting import NOTE, note
from tour import community
from tour.stage import on_stage

JOBS = 100_000
BATCH = 500
CHUNK = 1000
WORKERS = (1, 4)
SENDS = 400
HERE = 5
SPELLING = "%Y-%m-%d %H:%M:%S.%f"
"""How moments stand in SQLite."""
MASTER = MasterKey(bytes(32))
NOW = datetime(2027, 3, 1, tzinfo=UTC)
FACTS = {"now": NOW, "until": NOW + LEASE, "most": BATCH, "look": BATCH * 4, "by": "bench"}

Claim: TypeAlias = Callable[[], Awaitable[list[int]]]
Opened: TypeAlias = Callable[[Database, str], AbstractAsyncContextManager[Claim]]
Beside: TypeAlias = Callable[[Callable[[], str]], Awaitable[str]]


async def _here(work: Callable[[], str]) -> str:
    return work()


async def measure(say: Callable[[str], None]) -> dict[str, object]:
    """Claims and sends a second on each engine."""
    logs.configure("warning", "json")
    figures: dict[str, object] = {"jobs": JOBS, "batch": BATCH}
    with tempfile.TemporaryDirectory() as folder:
        figures |= await _claims(say, "sqlite", lambda: f"sqlite+aiosqlite:///{Path(folder, uuid4().hex)}.db")
        for workers in WORKERS:
            rate = await _sends(f"sqlite+aiosqlite:///{Path(folder, f'{workers}.db')}", workers)
            say(f"sends through the sandbox, {workers} workers: {rate:.0f} a second")
            figures[f"sends_{workers}_per_s"] = round(rate)
    async with on_postgresql(say) as server:
        if server:
            figures |= await _claims(
                say, "postgresql", lambda: server.create(f"bench_{uuid4().hex}"), asyncio.to_thread
            )
    return figures


async def _claims(
    say: Callable[[str], None], engine: str, new_url: Callable[[], str], beside: Beside = _here
) -> dict[str, object]:
    """Seconds for all claims, ours and the bare driver's, each on a fresh database."""
    found: dict[str, object] = {}
    for workers in WORKERS:
        ours = await _timed(await beside(new_url), workers, _ours)
        bare = await _timed(await beside(new_url), workers, BARE[engine])
        say(f"{engine}, {workers} workers: {JOBS} claims in {ours:.2f} s, bare driver {bare:.2f} s")
        found[f"{engine}_{workers}_s"] = round(ours, 2)
        found[f"{engine}_{workers}_bare_s"] = round(bare, 2)
        found[f"{engine}_{workers}_per_s"] = round(JOBS / ours)
    return found


async def _timed(url: str, workers: int, opened: Opened) -> float:
    """Seconds until all are claimed. Raises RuntimeError when one was claimed twice, or never."""
    database = await Database.open(url, MASTER)
    await _fill(database)
    seen: list[int] = []
    try:
        async with opened(database, url) as claim:

            async def work() -> None:
                while found := await claim():
                    seen.extend(found)

            began = time.perf_counter()
            await asyncio.gather(*(work() for _ in range(workers)))
            took = time.perf_counter() - began
    finally:
        await database.close()
    if not len(seen) == len(set(seen)) == JOBS:
        raise RuntimeError(f"{len(seen)} claims of {len(set(seen))} jobs")
    return took


async def _fill(database: Database) -> None:
    """All due, each in a lane of its own."""
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=HERE, language="en"))
    for start in range(0, JOBS, CHUNK):
        async with database.begin() as store:
            await store.link.execute(jobs.insert(), [_row(start + number) for number in range(CHUNK)])


def _row(number: int) -> dict[str, Any]:
    due = NOW - timedelta(milliseconds=JOBS - number)
    return {
        "community_id": HERE,
        "kind": "bench",
        "key": str(number),
        "user_id": 0,
        "lane": f"bench:{number}",
        "state": "ready",
        "due_at": due,
        "next_at": due,
        "attempts": 0,
        "fence": 0,
        "asks": 1,
        "payload": {},
        "version": 1,
    }


@asynccontextmanager
async def _ours(database: Database, _: str) -> AsyncIterator[Claim]:
    async def claim() -> list[int]:
        async with database.begin() as store:
            return [job.job_id for job in await store.jobs.claim(NOW, BATCH, "bench")]

    yield claim


@asynccontextmanager
async def _bare_sqlite(_: Database, url: str) -> AsyncIterator[Claim]:
    """The same statement by sqlite3 alone, as sure of the disk as ours."""
    text, facts = _spelled(sqlite.dialect(paramstyle="named"))
    plain = {
        name: f"{each:{SPELLING}}" if isinstance(each, datetime) else each for name, each in facts.items()
    }
    with closing(sqlite3.connect(sa.make_url(url).database or "", isolation_level=None)) as link:
        link.execute("PRAGMA synchronous = FULL")

        async def claim() -> list[int]:
            link.execute("BEGIN IMMEDIATE")
            rows = link.execute(text, plain).fetchall()
            link.execute("COMMIT")
            return [row[0] for row in rows]

        yield claim


@asynccontextmanager
async def _bare_postgresql(_: Database, url: str) -> AsyncIterator[Claim]:
    """The same statement by asyncpg alone."""
    text, facts = _spelled(postgresql.dialect(paramstyle="named"))  # type: ignore[no-untyped-call] # no types there
    names = [*facts]
    for number, name in enumerate(names, 1):
        text = re.sub(rf"(?<!:):{name}\b", f"${number}", text)
    link = await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))
    turn = asyncio.Lock()

    async def claim() -> list[int]:
        async with turn, link.transaction():
            return [row[0] for row in await link.fetch(text, *facts.values())]

    try:
        yield claim
    finally:
        await link.close()


BARE: dict[str, Opened] = {"sqlite": _bare_sqlite, "postgresql": _bare_postgresql}


def _spelled(dialect: sa.Dialect) -> tuple[str, dict[str, Any]]:
    """The claim as text, and all its values."""
    compiled = CLAIM.compile(dialect=dialect)  # type: ignore[attr-defined] # every statement has it
    return str(compiled), {**compiled.params, **FACTS}


async def _sends(url: str, workers: int) -> float:
    """Messages a second that the clock posts with so many workers."""
    kit.ROOMS = ("tests.cogs.noting", *(room for room in kit.ROOMS if room != "tests.cogs.noting"))  # type: ignore[assignment] # one more room
    database = await Database.open(url, MASTER)
    bridge = community.found(World())
    try:
        async with on_stage(database, bridge.world) as stage:
            await bridge.is_set_up()
            clock_of(stage.bot).workers = workers
            async with database.begin() as store:
                for number in range(SENDS):
                    await store.jobs.add(note(bridge.guild, f"Note {number}"), stage.bot.deps.now())
            before = clock_of(stage.bot).ended[NOTE, "done"]
            began = time.perf_counter()
            stage.bot.deps.bell.set()
            while clock_of(stage.bot).ended[NOTE, "done"] - before < SENDS:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
            return SENDS / (time.perf_counter() - began)
    finally:
        await database.close()


@asynccontextmanager
async def on_postgresql(say: Callable[[str], None]) -> AsyncIterator[postgres.Server | None]:
    """The server, which has a loop of its own and so a thread; None where there is no PostgreSQL."""
    with ExitStack() as stack:
        try:
            server = await asyncio.to_thread(stack.enter_context, postgres.running())
        except pytest.skip.Exception as skipped:
            say(f"PostgreSQL is left out: {skipped}")
            yield None
            return
        try:
            yield server
        finally:
            await asyncio.to_thread(stack.close)
