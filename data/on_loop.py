"""SQLite on the event loop itself: a statement takes tens of microseconds, a change of thread takes more.

Nothing here waits without letting the loop go on, except a statement, and that one is bounded. What asks the
disk to be sure, the commit, has a thread of its own.
"""

from __future__ import annotations

import asyncio
import math
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar, cast, overload

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.sql.selectable import TypedReturnsRows

from data.disk import Disk
from data.link import Parameters, Ts

BUSY_SECONDS = 5.0
"""So long another program may keep the file locked."""
RETRY_SECONDS = 0.01
"""Between two looks at a locked file."""
STATEMENT_SECONDS = 2.0
"""So long one statement may hold up the loop; then it is interrupted."""
INSTRUCTIONS = 20_000
"""Of SQLite's machine, between two looks at the clock: far more than a short question takes."""
WAIT_SECONDS = 5.0
"""So long a block may wait for one of the connections."""

LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
UNDONE_BY_ITSELF = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT}
"""After these SQLite may have rolled back already; what came next would be saved without its beginning."""

T = TypeVar("T")


class LoopEngine:
    """A few connections to one file, made when they are needed and kept."""

    def __init__(self, path: str, pragmas: str, begin: tuple[str, ...], connections: int) -> None:
        """`begin` holds the statements that a transaction begins with."""
        self.sync_engine = sa.create_engine(
            sa.URL.create("sqlite", database=path),
            hide_parameters=True,
            poolclass=sa.NullPool,
            connect_args={"timeout": 0, "isolation_level": None, "check_same_thread": False},
        )
        self._room = asyncio.Semaphore(connections)
        self._idle: list[sa.Connection] = []
        self.disk = Disk()
        self._deadline = math.inf
        self._listen(pragmas, begin)

    async def connect(self) -> LoopLink:
        """Raises sqlalchemy.exc.TimeoutError when all are in use for too long."""
        if self._room.locked():
            try:
                async with asyncio.timeout(WAIT_SECONDS):
                    await self._room.acquire()
            except TimeoutError:
                raise sa.exc.TimeoutError from None
        else:
            await self._room.acquire()
        try:
            connection = self._idle.pop() if self._idle else await patiently(self.sync_engine.connect)
        except BaseException:
            self._room.release()
            raise
        return LoopLink(self, connection)

    async def dispose(self) -> None:
        """Close what is idle. The last connection to a file copies its log into it, so in the thread."""
        idle, self._idle = self._idle, []
        try:
            for connection in idle:
                await self.disk.do(connection.close)
        finally:
            self.disk.end()

    def leave(self, connection: sa.Connection) -> None:
        """Back from a block."""
        self._room.release()
        if connection.invalidated:
            connection.close()
        else:
            self._idle.append(connection)

    def watch(self) -> None:
        """A statement begins; those of one loop run one after the other."""
        self._deadline = time.monotonic() + STATEMENT_SECONDS

    def unwatch(self) -> None:
        """What comes now may take its time: the bot is not up yet."""
        self._deadline = math.inf

    def _listen(self, pragmas: str, begin: tuple[str, ...]) -> None:
        @sa.event.listens_for(self.sync_engine, "connect")
        def prepare(fresh: DBAPIConnection, _: object) -> None:
            connection = cast(sqlite3.Connection, fresh)
            connection.executescript(pragmas)
            connection.set_progress_handler(lambda: time.monotonic() > self._deadline, INSTRUCTIONS)

        @sa.event.listens_for(self.sync_engine, "begin")
        def start(connection: sa.Connection) -> None:
            for statement in begin:
                raw(connection).execute(statement)

        @sa.event.listens_for(self.sync_engine, "invalidate")
        def let_go(connection: DBAPIConnection, *_: object) -> None:
            with suppress(sqlite3.Error):
                connection.rollback()  # closing alone leaves the file locked for as long as a cursor lives

        @sa.event.listens_for(self.sync_engine, "handle_error")
        def give_up_what_is_undone(context: sa.engine.ExceptionContext) -> None:
            context.is_disconnect = primary_code(context.original_exception) in UNDONE_BY_ITSELF


class LoopLink:
    """A connection for one block. Its statements are done when they return; awaiting them never suspends."""

    __slots__ = ("_connection", "_engine", "_saving")

    def __init__(self, engine: LoopEngine, connection: sa.Connection) -> None:
        self._engine = engine
        self._connection = connection
        self._saving = False

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    @property
    def invalidated(self) -> bool:
        return self._connection.invalidated

    @overload
    async def execute(
        self, statement: TypedReturnsRows[*Ts], parameters: Parameters | None = None
    ) -> sa.CursorResult[*Ts]: ...

    @overload
    async def execute(
        self, statement: sa.Executable, parameters: Parameters | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]: ...

    async def execute(
        self, statement: sa.Executable, parameters: Parameters | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]:
        self._engine.watch()
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401
        return (await self.execute(statement, parameters)).scalar()

    def tell(self, statement: str) -> None:
        """For what gives no rows and says nothing of people: SQLAlchemy takes ten times as long over it."""
        raw(self._connection).execute(statement)

    async def exec_driver_sql(self, statement: str) -> sa.CursorResult[Any]:
        self._engine.watch()
        return self._connection.exec_driver_sql(statement)

    async def run_sync(self, fn: Callable[[sa.Connection], T]) -> T:
        self._engine.unwatch()
        return fn(self._connection)

    async def begin(self) -> None:
        """Waits while another program has the file."""
        await patiently(self._connection.begin)

    async def commit(self) -> None:
        self._saving = True
        try:
            await self._engine.disk.do(self._connection.commit)
        finally:
            self._saving = False

    async def rollback(self) -> None:
        self._connection.rollback()

    async def close(self) -> None:
        self.put_back()

    def put_back(self) -> None:
        """Close, for whoever may not be held up: nothing here waits."""
        try:
            self._connection.rollback()
        finally:
            self._engine.leave(self._connection)

    async def invalidate(self) -> None:
        """Take the connection from a block that does not end; not while the disk is at work on it."""
        if not self._saving:
            self._connection.invalidate()


def raw(connection: sa.Connection) -> sqlite3.Connection:
    """The driver's own."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


async def patiently(act: Callable[[], T]) -> T:
    """Try again while another program has locked the file, and let the loop go on meanwhile."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return act()
        except (sa.exc.OperationalError, sqlite3.OperationalError) as problem:
            error = problem.orig if isinstance(problem, sa.exc.OperationalError) else problem
            if primary_code(error) not in LOCKED or time.monotonic() > until:
                raise
        await asyncio.sleep(RETRY_SECONDS)


def primary_code(error: BaseException | None) -> int | None:
    """SQLite's result code, without the detail in the higher bits."""
    code: Any = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
