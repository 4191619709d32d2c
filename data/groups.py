"""Blocks that write: one after the other, and saved together. Many clicks, one wait for the disk.

Each block runs under a savepoint of its own inside a transaction that its neighbours share, so that a block
that fails undoes itself alone. As soon as nobody waits for a turn, all is saved at once. Nobody learns of an
outcome before that: not even a block that was refused, because it may have seen what was not saved yet.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import sqlalchemy as sa

from data.errors import ConnectionLost, DatabaseClosed, DatabaseProblem, MaybeSaved, NotSaved
from data.link import Link
from data.on_loop import LoopLink
from data.turns import Turns
from data.waiting import Outcome, to_the_end
from measures import Durations

MOST = 128
"""Blocks in one group: what waits for the disk is bounded."""
LONGEST = 0.1
"""Seconds after which a group takes in nobody else, so that its first block does not wait for the last. Not
shorter: where the disk is slow or the machine is busy, small groups would let the line grow."""

COMMIT_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
"""Classes of what one wait for the disk, or for PostgreSQL, takes."""

MARK, KEEP, UNDO = "SAVEPOINT block", "RELEASE SAVEPOINT block", "ROLLBACK TO SAVEPOINT block"

TROUBLE = (sa.exc.SQLAlchemyError, sqlite3.Error, OSError)


class Group:
    """Blocks between one BEGIN and its COMMIT."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.kept = 0
        self.outcome: Outcome[DatabaseProblem | None] = Outcome()
        """What went wrong for all of them; None when they are saved."""
        self._until = time.monotonic() + LONGEST

    async def tell(self, statement: str) -> None:
        if isinstance(self.link, LoopLink):
            self.link.tell(statement)
        else:
            await self.link.exec_driver_sql(statement)

    @property
    def is_full(self) -> bool:
        return self.kept >= MOST or time.monotonic() > self._until


class Groups:
    """The turns of one connection that writes."""

    def __init__(
        self,
        connect: Callable[[], Awaitable[Link]],
        leave: Callable[[Link], Awaitable[None]],
        explain: Callable[[BaseException], DatabaseProblem | None],
        *,
        woken: int,
    ) -> None:
        """`woken`: see `Turns`."""
        self._connect, self._leave, self._explain = connect, leave, explain
        self._turns = Turns(woken, self._end_turn)
        self._group: Group | None = None
        self._saving: asyncio.Task[None] | None = None
        self._closed = False
        self.commits = Durations(COMMIT_SECONDS)

    @asynccontextmanager
    async def block(self) -> AsyncIterator[Link]:
        """Left when the block is saved, or undone. Raises NotSaved, or MaybeSaved."""
        refused: Exception | None = None
        await self._turns.take()
        try:
            group = await self._joined()
            try:
                await group.tell(MARK)
                yield group.link
                await group.tell(KEEP)
                group.kept += 1
            except BaseException as problem:
                await to_the_end(self._undo(group, problem))
                if not isinstance(problem, Exception):
                    raise
                refused = problem
        finally:
            self._end_turn()
        lost = await group.outcome.wait()
        if lost is not None:
            raise type(lost)(str(lost)) from (refused or lost)
        if refused is not None:
            raise refused

    def close(self) -> None:
        """Let nobody begin."""
        self._closed = True

    def give_up(self) -> None:
        """The database is closed over a block that does not end: its neighbours are told."""
        if self._group is not None:
            self._group.outcome.settle(DatabaseClosed("the database was closed before this was saved"))

    async def _joined(self) -> Group:
        if self._closed:
            raise DatabaseClosed("the database is being closed")
        if self._group is None:
            link = await self._connect()
            try:
                await link.begin()
            except BaseException:
                await self._leave(link)
                raise
            self._group = Group(link)
        return self._group

    async def _undo(self, group: Group, problem: BaseException) -> None:
        """Take back this block alone, if that can be done; else nothing of its group is saved."""
        lost: DatabaseProblem | None = None
        if group.kept:
            try:
                await group.tell(UNDO)
                await group.tell(KEEP)
                return
            except TROUBLE as worse:
                lost = self._loss(problem) or self._loss(worse) or _failed(worse)
        self._group = None
        with suppress(*TROUBLE):
            await group.link.rollback()
        await self._put_down(group, lost)

    def _end_turn(self) -> None:
        group = self._group
        if group is None or (self._turns.wanted and not group.is_full and not self._closed):
            self._turns.pass_on()
        else:
            self._saving = asyncio.create_task(self._save(group))

    async def _save(self, group: Group) -> None:
        self._group = None
        lost: DatabaseProblem | None = MaybeSaved(
            "it is not known whether this was saved: look before doing it again"
        )
        began = time.monotonic()
        try:
            await group.link.commit()
            self.commits.add(time.monotonic() - began)
            lost = None
        except TROUBLE as problem:
            lost = self._explain(problem) or _failed(problem)
            if isinstance(lost, ConnectionLost):
                lost = MaybeSaved(f"{lost} while it was saving: look before doing it again")
        finally:
            try:
                await self._put_down(group, lost)
            finally:
                self._turns.pass_on()

    async def _put_down(self, group: Group, lost: DatabaseProblem | None) -> None:
        try:
            await self._leave(group.link)
        finally:
            group.outcome.settle(lost)

    def _loss(self, problem: BaseException) -> NotSaved | None:
        plain = problem if isinstance(problem, NotSaved) else self._explain(problem)
        return plain if isinstance(plain, NotSaved) else None


def _failed(problem: Exception) -> NotSaved:
    return NotSaved(f"the blocks saved together with it failed ({type(problem).__name__}): do it again")
