"""PostgreSQL: one connection that writes and, as long as it lives, keeps every other process out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from data.errors import (
    Busy,
    ConnectionLost,
    DatabaseInUse,
    DatabaseProblem,
    DiskFull,
    Unreachable,
    Unwritable,
)
from data.link import Link

CONNECT_SECONDS = 10
STATEMENT_SECONDS = 30
READERS = 4
BROWSERS = 2
WAIT_SECONDS = 5.0
"""So long a read may wait for one of the connections."""

HOLDER = 0x0C1C1E5
"""The number of our advisory lock; a database has its own set of them."""

PATIENCE = 10
"""Tenths of a second: so long may the server need to notice that our last connection is gone."""

SESSION = {
    "application_name": "reverse-mentoring-circles",
    "idle_in_transaction_session_timeout": "60s",
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
"""A machine that vanished loses its lock after a minute, not after the two hours that TCP waits by itself."""


class PostgreSQL:
    """What differs from SQLite."""

    woken = 1
    """A block waits for the server, so nobody else could begin."""

    def __init__(self, url: sa.URL) -> None:
        self._url = url
        self.name = url.render_as_string(hide_password=True)

    async def claim(self) -> None:
        """Nothing to do: the writing connection claims the database when it is made."""

    def release(self) -> None:
        """The lock went with its connection."""

    def writer(self) -> AsyncEngine:
        engine = self._engine(pool_size=1, pool_pre_ping=True)

        @sa.event.listens_for(engine.sync_engine, "connect")
        def hold(connection: DBAPIConnection, _: object) -> None:
            if not connection.run_async(_hold):
                connection.close()
                raise DatabaseInUse(f"another process is using {self.name}: stop it first")

        return engine

    def readers(self) -> AsyncEngine:
        return self._reading(READERS)

    def browsers(self) -> AsyncEngine:
        """For long reads, so that they never keep short ones waiting."""
        return self._reading(BROWSERS)

    @asynccontextmanager
    async def migrating(self, link: Link) -> AsyncIterator[None]:
        await link.begin()
        yield
        await link.commit()

    def unmerged_bytes(self) -> None:
        """Its own affair."""

    def some_write(self) -> str:
        """A line in its log that nobody reads."""
        return "SELECT pg_logical_emit_message(true, 'circles', '')"

    def explain(self, problem: BaseException) -> DatabaseProblem | None:
        """The problem in plain words, if it is one of the database and not of the code."""
        if isinstance(problem, OSError):
            return Unreachable(f"{self.name} does not answer ({problem}): is PostgreSQL running there?")
        if not isinstance(problem, sa.exc.DBAPIError):
            return None
        state = getattr(problem.orig, "sqlstate", None) or ""
        if state == "53100":
            return DiskFull(f"no space is left for {self.name}: make room; what was saved before is safe")
        if state in {"55P03", "57014"}:
            return Busy(f"{self.name} was too busy to answer in time")
        if state == "25006":
            return Unwritable(f"{self.name} is read only: connect to the server that may write")
        if state[:2] in {"28", "3D"}:
            return Unreachable(f"{self.name} does not let us in ({_reason(problem)}): check the address")
        if problem.connection_invalidated or state[:2] in {"08", "57", "53"}:
            return ConnectionLost(f"the connection to {self.name} was lost ({_reason(problem)})")
        return None

    def _reading(self, connections: int) -> AsyncEngine:
        return self._engine(
            pool_size=connections,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            execution_options={"postgresql_readonly": True},
        )

    def _engine(self, **options: object) -> AsyncEngine:
        return create_async_engine(
            self._url,
            hide_parameters=True,
            max_overflow=0,
            pool_timeout=WAIT_SECONDS,
            connect_args={
                "timeout": CONNECT_SECONDS,
                "command_timeout": STATEMENT_SECONDS,
                "server_settings": SESSION,
            },
            **options,
        )


class _Connection(Protocol):
    """As much of asyncpg's connection as is needed here."""

    async def fetchval(self, query: str, *args: object) -> object: ...


async def _hold(raw: _Connection) -> bool:
    for _ in range(PATIENCE):
        if await raw.fetchval("SELECT pg_try_advisory_lock($1)", HOLDER):
            return True
        await asyncio.sleep(0.1)
    return False


def _reason(problem: sa.exc.DBAPIError) -> str:
    return str(problem.orig).splitlines()[0].partition(": ")[2] or type(problem.orig).__name__
