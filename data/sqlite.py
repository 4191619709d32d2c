"""SQLite: one file, one connection that writes and checkpoints, a few that can only read.

Those for clicks work on the event loop, `data.on_loop`; those for long reads in aiosqlite's threads.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from data.buffered import BufferedConnection
from data.errors import (
    BadAddress,
    Busy,
    CorruptDatabase,
    DatabaseInUse,
    DatabaseProblem,
    DiskFull,
    NotSaved,
    Unwritable,
)
from data.link import Link
from data.locking import FileLock
from data.on_loop import (
    BUSY_SECONDS,
    LOCKED,
    STATEMENT_SECONDS,
    UNDONE_BY_ITSELF,
    LoopEngine,
    primary_code,
    raw,
)
from data.waiting import to_the_end

READERS = 8
"""Short reads at the same time; one that does not wait for anything else never meets another."""
BROWSERS = 2
WAIT_SECONDS = 5.0
"""So long a long read may wait for one of the connections."""

UNDOING = 100
"""Twentieths of a second: so long the end of a cancelled query is waited for."""

WRITER = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA mmap_size = 0;
"""

READER = """
PRAGMA query_only = ON;
PRAGMA wal_autocheckpoint = 0;
PRAGMA mmap_size = 0;
"""
# SQLite before 3.51.3 may damage a file that two connections checkpoint, so readers never do.

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}

SNAPSHOT = ("BEGIN", "SELECT 1 FROM sqlite_schema LIMIT 1")
"""A read sees the moment at which it began; and only its first statement can find the file locked."""


class SQLite:
    """What differs from PostgreSQL."""

    woken = 32
    """Blocks that may begin in one round of the loop; see `data.turns`."""

    def __init__(self, url: sa.URL) -> None:
        if not url.database or url.database == ":memory:":
            raise BadAddress("SQLite needs a file: sqlite+aiosqlite:///data/circles.db")
        self.path = Path(url.database).absolute()
        self._url = url.set(database=str(self.path))
        self._lock = FileLock(_beside(self.path, ".lock"))
        self._writes = time.time_ns()

    @property
    def name(self) -> str:
        return str(self.path)

    async def claim(self) -> None:
        """Make this process the only one here. Raises DatabaseInUse, Unwritable, CorruptDatabase."""
        await asyncio.to_thread(self._claim)

    def release(self) -> None:
        self._lock.free()

    def writer(self) -> LoopEngine:
        return LoopEngine(str(self.path), WRITER, ("BEGIN IMMEDIATE",), connections=1)

    def readers(self) -> LoopEngine:
        return LoopEngine(str(self.path), READER, SNAPSHOT, READERS)

    def browsers(self) -> AsyncEngine:
        engine = create_async_engine(
            self._url,
            hide_parameters=True,
            pool_size=BROWSERS,
            max_overflow=0,
            pool_timeout=WAIT_SECONDS,
            connect_args={
                "async_creator_fn": BufferedConnection,
                "timeout": BUSY_SECONDS,
                "isolation_level": None,
            },
        )

        @sa.event.listens_for(engine.sync_engine, "connect")
        def prepare(connection: DBAPIConnection, _: object) -> None:
            connection.run_async(lambda fresh: fresh.executescript(READER))

        @sa.event.listens_for(engine.sync_engine, "invalidate")
        def undo(connection: DBAPIConnection, *_: object) -> None:
            with suppress(asyncio.CancelledError, sa.exc.MissingGreenlet, ValueError):
                connection.run_async(lambda busy: to_the_end(_undo(busy)))

        @sa.event.listens_for(engine.sync_engine, "begin")
        def start(link: sa.Connection) -> None:
            link.exec_driver_sql("BEGIN")

        return engine

    @asynccontextmanager
    async def migrating(self, link: Link) -> AsyncIterator[None]:
        """One transaction in which tables may be rebuilt: foreign keys are looked at once, at its end."""
        await link.run_sync(_foreign_keys("OFF"))
        await link.begin()
        yield
        broken = (await link.exec_driver_sql("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise CorruptDatabase(_damaged(self.path, f"{broken[0][0]} refers to rows that are gone"))
        await link.commit()
        await link.run_sync(_foreign_keys("ON"))

    def unmerged_bytes(self) -> int:
        try:
            return _beside(self.path, "-wal").stat().st_size
        except FileNotFoundError:
            return 0

    def some_write(self) -> str:
        """A number in the file's header that nothing reads; another each time, or nothing is written."""
        self._writes += 1
        return f"PRAGMA user_version = {self._writes % 2**31}"

    def explain(self, problem: BaseException) -> DatabaseProblem | None:
        """The problem in plain words, if it is one of the database and not of the code."""
        error = problem.orig if isinstance(problem, sa.exc.DBAPIError) else problem
        if not isinstance(error, sqlite3.Error):
            return None
        code = primary_code(error)
        if code == sqlite3.SQLITE_FULL:
            return DiskFull(f"no space is left for {self.path}: make room; what was saved before is safe")
        if code in DAMAGED:
            return CorruptDatabase(_damaged(self.path, str(error)))
        if code in LOCKED:
            return Busy(f"another program has kept {self.path} locked for {BUSY_SECONDS:.0f} s: close it")
        if code in FORBIDDEN:
            return Unwritable(f"{self.path} may not be written ({error}): give the bot's user the right to")
        if code == sqlite3.SQLITE_INTERRUPT:
            return NotSaved(f"a statement on {self.path} took longer than {STATEMENT_SECONDS:.0f} s")
        if code in UNDONE_BY_ITSELF:
            return NotSaved(f"{self.path} could not be written ({error.sqlite_errorname}): look at the disk")
        return None

    def _claim(self) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._lock.take():
                raise DatabaseInUse(f"another process is using {self.path}: stop it first")
            if not self.path.exists():
                self._create()
            with self.path.open("r+b"):
                pass
        except OSError as problem:
            raise Unwritable(
                f"{problem.filename or self.path}: {problem.strerror}; the bot must be able to write there"
            ) from problem
        self._inspect()

    def _create(self) -> None:
        """The file appears whole, so that an empty one is never ours."""
        if _beside(self.path, "-wal").exists():
            raise CorruptDatabase(_damaged(self.path, "the file is missing, but its -wal is there"))
        fresh = _beside(self.path, ".new")
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(fresh)) as link:
            link.execute("PRAGMA journal_mode = WAL")
        fresh.replace(self.path)

    def _inspect(self) -> None:
        """Read only, so that a damaged file stays exactly as it was found."""
        finding = "the file is empty"
        if self.path.stat().st_size:
            try:
                with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as link:
                    (finding,) = link.execute("PRAGMA quick_check(1)").fetchone()
            except sqlite3.Error as problem:
                raise self.explain(problem) or problem from problem
        if finding != "ok":
            raise CorruptDatabase(_damaged(self.path, finding))


def _foreign_keys(state: str) -> Callable[[sa.Connection], None]:
    """For what SQLite ignores inside a transaction, and SQLAlchemy would begin one for."""

    def switch(connection: sa.Connection) -> None:
        raw(connection).execute(f"PRAGMA foreign_keys = {state}")

    return switch


async def _undo(connection: aiosqlite.Connection) -> None:
    """A cancelled query would run on, or begin only now; it is interrupted until the thread is free."""
    for _ in range(UNDOING):
        with suppress(TimeoutError, sqlite3.Error):
            async with asyncio.timeout(0.05):
                await connection.rollback()
                return
        await connection.interrupt()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _damaged(path: Path, finding: str) -> str:
    file, away = shlex.quote(str(path)), shlex.quote(str(path.with_name("damaged")))
    return (
        f"{path} is damaged ({' '.join(finding.split())}) and was left as it is; put a backup in its place: "
        f"mkdir {away} && mv {file}* {away} && cp BACKUP {file}"
    )
