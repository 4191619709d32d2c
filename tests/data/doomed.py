"""Processes that hold a database and die of it. Started by the tests next to this file."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import sqlalchemy as sa
from alembic import command  # noqa: F401  # imported here once, so that no child has to

from data import migrations
from data.database import Database
from data.errors import DatabaseProblem
from data.tables import communities
from tests.databases import MASTER_KEY


def hold(url: str, pipe: Connection) -> None:
    """Open the database, write into it without coming to an end, and stay."""

    async def run() -> None:
        try:
            database = await Database.open(url, MASTER_KEY)
        except DatabaseProblem as problem:
            pipe.send(f"{type(problem).__name__}: {problem}")
            return
        async with database.begin() as store:
            await store.link.execute(communities.insert().values(community_id=1, language="en"))
        async with database.begin() as store:
            await store.link.execute(communities.insert().values(community_id=2, language="en"))
            pipe.send("writing")
            await asyncio.Event().wait()

    asyncio.run(run())


def write_on(url: str, pipe: Connection, first: int = 1) -> None:
    """Save number after number, each in two halves, and tell of it as soon as it is saved."""

    async def run() -> None:
        database = await Database.open(url, MASTER_KEY)
        for number in count(first):
            async with database.begin() as store:
                for half in (number, -number):
                    await store.link.execute(communities.insert().values(community_id=half, language="en"))
            pipe.send(number)

    asyncio.run(run())


def die_while_opening(url: str, versions: Path, statement: int) -> None:
    """Kill this process at its n-th change or commit."""
    migrations.VERSIONS = versions
    at_change(statement, lambda: os.kill(os.getpid(), signal.SIGKILL))

    async def run() -> None:
        await (await Database.open(url, MASTER_KEY)).close()

    asyncio.run(run())


def at_change(number: int, act: Callable[[], None]) -> Callable[[], None]:
    """Act before the n-th statement that changes something, commits included. Gives what calls it off."""
    left = number

    def count(*event: object) -> None:
        nonlocal left
        reads = len(event) > 1 and str(event[2]).startswith(("SELECT", "PRAGMA"))
        left -= not reads
        if left == 0 and not reads:
            act()

    for moment in ("before_cursor_execute", "commit"):
        sa.event.listen(sa.Engine, moment, count)

    def call_off() -> None:
        for moment in ("before_cursor_execute", "commit"):
            sa.event.remove(sa.Engine, moment, count)

    return call_off


ENDED = 3
"""The exit code of whoever ends as it was told to."""


def end(url: str, announce: Callable[[], None], interrupted: bool, closes: bool) -> None:
    """Come to an end in the middle of a block."""

    async def run() -> None:
        database = await Database.open(url, MASTER_KEY)
        try:
            async with database.begin() as store:
                await store.link.execute(communities.insert().values(community_id=1, language="en"))
                announce()
                if interrupted:
                    signal.raise_signal(signal.SIGINT)
                    await asyncio.Event().wait()
                raise SystemExit(ENDED)
        finally:
            if closes:
                await database.close()

    # in the background, as in some CI, a process is started with this signal ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        raise SystemExit(ENDED) from None
