"""One database of either kind, opened by one process at a time: writes in turn, reads beside them."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import sqlalchemy as sa

from data import keys, migrations
from data.errors import BadAddress, Busy, DatabaseClosed
from data.groups import Groups
from data.keys import Keys, MasterKey
from data.link import Engine, Link
from data.observing import ObservedLink, Observer, Saved
from data.on_loop import LoopLink
from data.postgresql import PostgreSQL
from data.remembered import Remembered
from data.sqlite import SQLite
from data.store import Store
from data.waiting import to_the_end
from measures import Durations

CLOSE_SECONDS = 2.0
"""So long a transaction may go on when the database is being closed."""

DRIVER = (sa.exc.DBAPIError, sqlite3.Error)


class Database:
    """Made by `open`, ended by `close`."""

    def __init__(self, kind: SQLite | PostgreSQL, master: MasterKey) -> None:
        self._kind = kind
        self._master = master
        self._writer = kind.writer()
        self._readers = kind.readers()
        self._browsers = kind.browsers()
        self._groups = Groups(
            lambda: self._connect(self._writer), self._leave, kind.explain, woken=kind.woken
        )
        self._remembered = Remembered()
        self._links: set[Link] = set()
        self._unused = asyncio.Event()
        self._unused.set()
        self._closing = False
        self._observer: Observer | None = None

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

        Transactions run one after the other, in the order they asked; neighbours may be saved together, see
        `data.groups`. Hold statements and rules only: whoever waits for Discord in here holds up everybody.
        Raises NotSaved, or MaybeSaved.
        """
        look, began, observed = self._remembered.look(), time.monotonic(), None
        try:
            with self._plainly():
                async with self._groups.block() as link:
                    if self._observer is not None:
                        link = observed = ObservedLink(link)
                    with self._plainly():
                        yield Store(link, Keys(link, self._master), look)
        finally:
            look.end()
        if observed is not None and self._observer is not None:
            self._observer(Saved(tuple(observed.statements), time.monotonic() - began))

    def observe(self, observer: Observer | None) -> None:
        """Have somebody told of every transaction that is kept; None for nobody, as at first."""
        self._observer = observer

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Store]:
        """One moment of the database; nothing can be changed through it. For what is read by the click."""
        async with self._reading(self._readers) as store:
            yield store

    @asynccontextmanager
    async def browse(self) -> AsyncIterator[Store]:
        """The same for what may be long, such as a list of everybody: nobody else waits for it."""
        async with self._reading(self._browsers) as store:
            yield store

    @property
    def commits(self) -> Durations:
        """What saving took, once for each group of blocks."""
        return self._groups.commits

    def unmerged_bytes(self) -> int | None:
        """The size of SQLite's -wal; None for PostgreSQL."""
        return self._kind.unmerged_bytes()

    async def prove_writable(self) -> None:
        """Save something of no importance. Raises NotSaved or MaybeSaved when that cannot be done."""
        async with self.begin() as store:
            await store.link.exec_driver_sql(self._kind.some_write())

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

    @asynccontextmanager
    async def _reading(self, engine: Engine) -> AsyncIterator[Store]:
        look = self._remembered.look()
        async with self._link(engine) as link:
            with self._plainly():
                await link.begin()
                yield Store(link, Keys(link, self._master), look)

    @asynccontextmanager
    async def _link(self, engine: Engine) -> AsyncIterator[Link]:
        link = await self._connect(engine)
        try:
            yield link
        finally:
            await self._leave(link)

    async def _connect(self, engine: Engine) -> Link:
        if self._closing:
            raise DatabaseClosed("the database is being closed")
        try:
            with self._plainly((*DRIVER, OSError)):
                link = await engine.connect()
        except sa.exc.TimeoutError:
            raise Busy("all connections that read are in use: a block keeps one for too long") from None
        self._links.add(link)
        self._unused.clear()
        return link

    async def _leave(self, link: Link) -> None:
        try:
            if isinstance(link, LoopLink):
                link.put_back()
            else:
                await to_the_end(link.close())
        finally:
            self._links.discard(link)
            if not self._links:
                self._unused.set()

    @contextmanager
    def _plainly(self, causes: tuple[type[Exception], ...] = DRIVER) -> Iterator[None]:
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
        self._groups.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._unused.wait()
        self._groups.give_up()
        for link in list(self._links):
            await _let_go(link.invalidate())
        for engine in (self._browsers, self._readers, self._writer):
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
