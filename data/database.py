"""One database of either kind, opened by one process at a time: writes in turn, reads beside them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from data import keys, migrations
from data.errors import BadAddress, Busy, ConnectionLost, DatabaseClosed, MaybeSaved
from data.keys import Keys, MasterKey
from data.postgresql import PostgreSQL
from data.sqlite import SQLite
from data.store import Store
from data.waiting import to_the_end

TURN_SECONDS = 30.0
"""So long a write may wait for those before it."""

CLOSE_SECONDS = 2.0
"""So long a transaction may go on when the database is being closed."""


class Database:
    """Made by `open`, ended by `close`."""

    def __init__(self, kind: SQLite | PostgreSQL, master: MasterKey) -> None:
        self._kind = kind
        self._master = master
        self._writer = kind.writer()
        self._readers = kind.readers()
        self._turns = asyncio.Lock()
        self._links: set[AsyncConnection] = set()
        self._unused = asyncio.Event()
        self._unused.set()
        self._closing = False

    @classmethod
    async def open(cls, url: str, master_key: MasterKey) -> Database:
        """Claim the database and bring it up to date. Raises DatabaseProblem; see `data.errors`."""
        database = cls(_kind(url), master_key)
        try:
            await database._start()
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Store]:
        """One transaction that may write: kept at the end of the block, undone by anything it raises.

        Transactions run one after the other, in the order they asked. Raises NotSaved, or MaybeSaved.
        """
        async with self._turn(), self._link(self._writer) as link:
            with self._plainly():
                await link.begin()
            with self._plainly():
                try:
                    yield Store(link, Keys(link, self._master))
                except BaseException:
                    with suppress(sa.exc.DBAPIError):
                        await to_the_end(link.rollback())
                    raise
            await self._commit(link)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Store]:
        """One moment of the database; nothing can be changed through it."""
        async with self._link(self._readers) as link:
            with self._plainly():
                yield Store(link, Keys(link, self._master))

    async def close(self) -> None:
        """Let what runs come to its end for a moment, then let go of everything. As often as you like."""
        await to_the_end(self._close())

    async def _start(self) -> None:
        await to_the_end(self._kind.claim())
        async with self._link(self._writer) as link:
            with self._plainly():
                async with self._kind.migrating(link):
                    await migrations.upgrade(link, self._kind.name)
                    await keys.check(link, self._master)

    async def _commit(self, link: AsyncConnection) -> None:
        try:
            with self._plainly():
                await to_the_end(link.commit())
        except ConnectionLost as lost:
            raise MaybeSaved(f"{lost} while it was saving: look before doing it again") from lost

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await self._turns.acquire()
        except TimeoutError:
            raise Busy(f"other writes kept the database for {TURN_SECONDS:.0f} s") from None
        try:
            yield
        finally:
            self._turns.release()

    @asynccontextmanager
    async def _link(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        if self._closing:
            raise DatabaseClosed("the database is being closed")
        try:
            with self._plainly((sa.exc.DBAPIError, OSError)):
                link = await engine.connect()
        except sa.exc.TimeoutError:
            raise Busy("all connections that read are in use: a block keeps one for too long") from None
        self._links.add(link)
        self._unused.clear()
        try:
            yield link
        finally:
            try:
                await to_the_end(link.close())
            finally:
                self._links.discard(link)
                if not self._links:
                    self._unused.set()

    @contextmanager
    def _plainly(self, causes: tuple[type[Exception], ...] = (sa.exc.DBAPIError,)) -> Iterator[None]:
        """Turn what the driver raises into a problem with a cause and a fix, where it is one."""
        try:
            yield
        except causes as problem:
            plain = self._kind.explain(problem)
            if plain is None:
                raise
            raise plain from problem

    async def _close(self) -> None:
        self._closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._unused.wait()
        for link in list(self._links):
            await _let_go(link.invalidate())
        for engine in (self._readers, self._writer):
            await _let_go(engine.dispose())
        self._kind.release()


def _kind(url: str) -> SQLite | PostgreSQL:
    try:
        address = sa.make_url(url)
    except sa.exc.ArgumentError:
        address = sa.URL.create("unknown")
    match address.get_backend_name():
        case "sqlite":
            return SQLite(address.set(drivername="sqlite+aiosqlite"))
        case "postgresql" | "postgres":
            return PostgreSQL(address.set(drivername="postgresql+asyncpg"))
        case _:
            raise BadAddress("a database is sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER@HOST/NAME")


async def _let_go(work: Coroutine[Any, Any, None]) -> None:
    """What cannot be closed in time ends with the process; its threads do not hold that up."""
    with suppress(TimeoutError, sa.exc.SQLAlchemyError, OSError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await work
