"""aiosqlite with one trip to its thread per statement, where it makes four.

A statement has also ended when its trip has: no cancelled task leaves a cursor behind that holds a lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import aiosqlite

Row = Sequence[object]


class Outcome(NamedTuple):
    """All there is to know of a statement once it has run."""

    description: tuple[tuple[str, None, None, None, None, None, None], ...] | None = None
    rowcount: int = -1
    lastrowid: int | None = None
    rows: Sequence[Row] = ()


class BufferedConnection(aiosqlite.Connection):
    """What SQLAlchemy's dialect asks of a connection. Its thread does not hold up the end of the process."""

    def __init__(self, path: str, **options: Any) -> None:  # noqa: ANN401  # they are sqlite3.connect's own
        super().__init__(partial(sqlite3.connect, path, **options), iter_chunk_size=64)
        self._thread.daemon = True

    def cursor(self) -> BufferedCursor:  # type: ignore[override]  # less than aiosqlite's, enough for SQLAlchemy
        return BufferedCursor(self)

    async def carry_out(self, method: str, statement: str, parameters: Sequence[object]) -> Outcome:
        """`method` is the one of sqlite3's cursor."""
        work = (_carry_out, self._conn, method, statement, parameters)
        outcome: Outcome = await self._execute(*work)  # type: ignore[no-untyped-call]  # aiosqlite's is untyped
        return outcome


class BufferedCursor:
    """As much of a cursor as SQLAlchemy's adapter uses; only `execute` and `executemany` go anywhere."""

    arraysize = 1

    def __init__(self, connection: BufferedConnection) -> None:
        self._connection = connection
        self._outcome = Outcome()

    async def __aenter__(self) -> BufferedCursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[object] = ()) -> BufferedCursor:
        self._outcome = await self._connection.carry_out("execute", statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Sequence[Row]) -> BufferedCursor:
        self._outcome = await self._connection.carry_out("executemany", statement, parameters)
        return self

    async def fetchall(self) -> Sequence[Row]:
        return self._outcome.rows

    async def close(self) -> None:
        """There is nothing left to close."""

    @property
    def description(self) -> object:
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._outcome.lastrowid


def _carry_out(
    connection: sqlite3.Connection, method: str, statement: str, parameters: Sequence[object]
) -> Outcome:
    cursor = connection.cursor()
    try:
        getattr(cursor, method)(statement, parameters)
        rows = cursor.fetchall() if cursor.description else ()
        return Outcome(cursor.description, cursor.rowcount, cursor.lastrowid, rows)
    finally:
        cursor.close()
