"""Jobs at rest: wished for in somebody's transaction, claimed in one statement, ended by who holds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from data.claiming import (
    AHEAD,
    CLAIM,
    CLAIM_BULK,
    FINISH,
    FIRST,
    FIRST_BULK,
    FOLD,
    FORGET,
    HOLD,
    IDENTITY,
    OPEN,
    SETTLE,
    TAKE,
)
from data.link import Link
from data.tables import jobs
from data.types import inserting
from domain.jobs import (
    FOLDED,
    LEASE,
    NOBODY,
    Depth,
    Job,
    LeaseLost,
    Next,
    Payload,
    State,
    Trouble,
    Wish,
)

LOOK_AHEAD = 4
"""For each job that may be claimed, so many due ones are looked at: some share a lane with another."""
NOTHING: Mapping[str, int] = MappingProxyType({})
PRUNED = 500
"""So many old rows go in one statement: none may take long."""
UNTRIED = sa.case((jobs.c.attempts > 0, State.UNKNOWN.value), else_=State.READY.value)
"""The state of what nobody holds: whether one must look before doing it."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Questions about jobs. Only the clock's own are asked of all communities at once."""

    link: Link

    async def add(self, wish: Wish, now: datetime, *, again: bool = False) -> None:
        """Keep a wish. One that is open already comes sooner; with `again`, one in flight is done once more.

        Without, an open one that somebody works at goes on as it is. Nothing is given back, because most need
        no more than their wish, and to read the row costs more than to write it.
        """
        await self.link.execute(_adding(self.link.dialect.name, again=again), _new(wish, now))

    async def add_all(self, wishes: Sequence[Wish], now: datetime) -> None:
        """The same for many, at once."""
        if wishes:
            await self.link.execute(
                _adding(self.link.dialect.name, again=False), [_new(each, now) for each in wishes]
            )

    async def added(self, wish: Wish, now: datetime, *, again: bool = False) -> Job:
        """The same, and the job as it stands now."""
        await self.add(wish, now, again=again)
        return _job((await self.link.execute(OPEN, _which(wish))).one())

    async def claim(
        self,
        now: datetime,
        limit: int,
        owner: str,
        folded: Mapping[str, int] = NOTHING,
        bulk: int | None = None,
    ) -> list[Job]:
        """Lease what is due, the longest due first, one of each lane. An attempt counts from here on.

        BULK comes when nothing else is due, and so much of it at most. Of the kinds in `folded`, up to so
        many about the same person become one job, due or not.
        """
        claimed = await self._lease(CLAIM, now, limit, owner)
        left = limit - len(claimed)
        claimed += await self._lease(CLAIM_BULK, now, left if bulk is None else min(left, bulk), owner)
        for kind, most in folded.items():
            claimed = await self._fold(claimed, kind, most)
        return sorted(claimed, key=lambda job: (job.due_at, job.job_id))

    async def take(self, wish: Wish, now: datetime, owner: str) -> Job | None:
        """Lease what was wished for, due or not; None when it is done, or somebody is at it or its lane."""
        facts = {"now": now, "until": now + LEASE, "by": owner, **_which(wish)}
        row = (await self.link.execute(TAKE, facts)).one_or_none()
        return None if row is None else _job(row)

    async def settle(self, job: Job, then: Next, now: datetime) -> bool:
        """What became of it, told by whoever holds it. False when the lease was lost to somebody else."""
        if then.state is not State.DONE:
            return await self._change(SETTLE, _settled(then, job, now))
        if job.user_id != NOBODY:  # what is done about a person need not be kept
            finished = await self._change(FORGET, _held(job))
        else:
            finished = await self._change(FINISH, _settled(then, job, now))
        once_more = Next(State.READY, now, error=None)
        return finished or await self._change(SETTLE, _settled(once_more, job, now))

    async def write_down(self, job: Job, payload: Payload, now: datetime) -> None:
        """Keep what its holder is about to do, for whoever goes on if they cannot. Raises LeaseLost."""
        held = (*_one(job), jobs.c.fence == job.fence, jobs.c.owner.is_not(None), jobs.c.next_at > now)
        if not await self._change(jobs.update().where(*held).values(payload=dict(payload))):
            raise LeaseLost

    async def release(self, now: datetime, owner: str | None = None) -> int:
        """Let go of what this owner holds, or with None of whatever anybody does. Its outcome is unknown."""
        held = jobs.c.owner.is_not(None) if owner is None else jobs.c.owner == owner
        freed = jobs.update().where(held).values(state=State.UNKNOWN, owner=None, next_at=now)
        return (await self.link.execute(freed)).rowcount

    async def revive(
        self, now: datetime, errors: Collection[Trouble], community_id: int | None = None
    ) -> int:
        """Try at once what has met one of these, here or everywhere."""
        revived = jobs.update().where(*_stuck(errors, community_id)).values(state=UNTRIED, next_at=now)
        return (await self.link.execute(revived)).rowcount

    async def stuck(self, errors: Collection[Trouble], community_id: int | None = None) -> int:
        """How many open jobs have met one of these, here or everywhere."""
        query = sa.select(sa.func.count()).select_from(jobs).where(*_stuck(errors, community_id))
        return (await self.link.execute(query)).scalar_one()

    async def open(self, community_id: int, kind: str, error: Trouble | None = None) -> list[Job]:
        """The open jobs of a kind, the oldest first; with `error`, those that met it."""
        query = sa.select(jobs).where(
            jobs.c.community_id == community_id,
            jobs.c.kind == kind,
            jobs.c.closed_at.is_(None),
            *([] if error is None else [jobs.c.error == error]),
        )
        return [_job(row) for row in await self.link.execute(query.order_by(jobs.c.job_id))]

    async def any_open(self, community_id: int, kind: str, keys: Collection[str]) -> bool:
        """Whether one of these, about nobody, is still to be done."""
        query = sa.select(jobs.c.job_id).where(
            jobs.c.community_id == community_id,
            jobs.c.kind == kind,
            jobs.c.key.in_(sorted(keys)),
            jobs.c.user_id == NOBODY,
            jobs.c.closed_at.is_(None),
        )
        return bool(keys) and (await self.link.execute(query.limit(1))).one_or_none() is not None

    async def untouched(self, community_id: int, kind: str) -> Job | None:
        """The newest open job of this kind that has certainly had no effect, and that nobody works at."""
        query = sa.select(jobs).where(
            jobs.c.community_id == community_id,
            jobs.c.kind == kind,
            jobs.c.closed_at.is_(None),
            jobs.c.owner.is_(None),
            jobs.c.attempts == 0,
        )
        row = (await self.link.execute(query.order_by(jobs.c.job_id.desc()).limit(1))).one_or_none()
        return None if row is None else _job(row)

    async def ahead(self, wish: Wish) -> int:
        """How many of its kind come before it in its community; of more than MOST_AHEAD, only so many."""
        return (await self.link.execute(AHEAD, _which(wish))).scalar_one()

    async def next_at(self) -> datetime | None:
        """When the first job may be claimed."""
        found = [(await self.link.execute(line)).scalar_one_or_none() for line in (FIRST, FIRST_BULK)]
        return min((each for each in found if each is not None), default=None)

    async def depths(self) -> list[Depth]:
        """The open jobs of all communities, by kind and state."""
        sums = (
            sa.func.count(),
            sa.func.sum(jobs.c.attempts),
            sa.func.min(jobs.c.due_at, type_=jobs.c.due_at.type),
        )
        query = (
            sa.select(jobs.c.kind, jobs.c.state, *sums)
            .where(jobs.c.closed_at.is_(None))
            .group_by(jobs.c.kind, jobs.c.state)
            .order_by(jobs.c.kind, jobs.c.state)
        )
        return [
            Depth(kind, State(state), count, int(attempts), oldest)
            for kind, state, count, attempts, oldest in await self.link.execute(query)
        ]

    async def prune(self, before: datetime) -> int:
        """Forget what was over by then, so much at a time; how much that was."""
        old = sa.select(jobs.c.job_id).where(jobs.c.closed_at < before).limit(PRUNED)
        return (await self.link.execute(jobs.delete().where(jobs.c.job_id.in_(old)))).rowcount

    async def _lease(self, line: sa.Executable, now: datetime, limit: int, owner: str) -> list[Job]:
        if limit <= 0:
            return []
        facts = {"now": now, "until": now + LEASE, "most": limit, "look": limit * LOOK_AHEAD, "by": owner}
        return [_job(row) for row in await self.link.execute(line, facts)]

    async def _fold(self, claimed: list[Job], kind: str, most: int) -> list[Job]:
        """Each with the keys of the others in its payload, under FOLDED; those are no jobs any more.

        What may have had an effect already, whether claimed or waiting, is left as it is.
        """
        whole = {
            (job.community_id, job.user_id): job
            for job in claimed
            if job.kind == kind and job.user_id != NOBODY and not job.tried_before
        }
        keys: dict[int, list[str]] = {}
        for community_id in {community_id for community_id, _ in whole}:
            who = [user_id for of, user_id in whole if of == community_id]
            facts = {"of": community_id, "of_kind": kind, "who": who, "most": most - 1}
            for user_id, key in await self.link.execute(FOLD, facts):
                keys.setdefault(whole[community_id, user_id].job_id, []).append(key)
        full = [replace(job, payload={**job.payload, FOLDED: keys.get(job.job_id, [])}) for job in claimed]
        rows = [{"its": job.job_id, "now_holds": dict(job.payload)} for job in full if job.job_id in keys]
        if rows:
            await self.link.execute(HOLD, rows)
        return [job if job.job_id in keys else plain for job, plain in zip(full, claimed, strict=True)]

    async def _change(self, statement: sa.Executable, facts: Mapping[str, object] | None = None) -> bool:
        return (await self.link.execute(statement, facts)).rowcount > 0


def _new(wish: Wish, now: datetime) -> dict[str, object]:
    due = wish.due_at or now
    return {
        **{name: getattr(wish, name) for name in IDENTITY},
        "lane": wish.lane or f"{wish.kind}:{wish.key or wish.user_id}",
        "state": State.READY,
        "due_at": due,
        "next_at": due + wish.head_start,
        "expires_at": wish.expires_at,
        "attempts": 0,
        "fence": 0,
        "asks": 1,
        "payload": dict(wish.payload),
        "version": wish.version,
    }


def _which(wish: Wish) -> dict[str, object]:
    return {f"its_{name}": getattr(wish, name) for name in IDENTITY}


@cache
def _adding(dialect: str, *, again: bool) -> sa.Executable:
    insert = inserting(dialect, jobs)
    fresh = insert.excluded
    free = jobs.c.owner.is_(None)
    changed: dict[str, Any] = {
        "state": sa.case((free, UNTRIED), else_=jobs.c.state),
        "next_at": sa.case((free, fresh.next_at), else_=jobs.c.next_at),
        "asks": jobs.c.asks + (1 if again else 0),
    }
    return insert.on_conflict_do_update(
        index_elements=IDENTITY, index_where=jobs.c.closed_at.is_(None), set_=changed
    )


def _held(job: Job) -> dict[str, object]:
    """What names a job and this hold on it, for SETTLE, FINISH and FORGET."""
    of = {"its_community_id": job.community_id, "its_job_id": job.job_id}
    return {**of, "its_fence": job.fence, "its_asks": job.asks}


def _settled(then: Next, job: Job, now: datetime) -> dict[str, object]:
    return {
        **_held(job),
        "state": then.state,
        "next_at": then.next_at,
        "owner": None,
        "attempts": then.attempts,
        "first_attempt_at": job.first_attempt_at if then.attempts else None,
        "error": then.error,
        "result_id": then.result_id,
        "closed_at": now if then.state in (State.DONE, State.EXPIRED) else None,
    }


def _stuck(errors: Collection[Trouble], community_id: int | None) -> list[sa.ColumnElement[bool]]:
    here = [] if community_id is None else [jobs.c.community_id == community_id]
    return [*here, jobs.c.closed_at.is_(None), jobs.c.owner.is_(None), jobs.c.error.in_(sorted(errors))]


def _one(job: Job) -> tuple[sa.ColumnElement[bool], ...]:
    return jobs.c.community_id == job.community_id, jobs.c.job_id == job.job_id


def _job(row: sa.Row[Any]) -> Job:
    payload: Payload = row.payload
    error = None if row.error is None else Trouble(row.error)
    return Job(
        row.job_id,
        row.community_id,
        row.kind,
        row.key,
        row.user_id,
        row.lane,
        State(row.state),
        row.due_at,
        row.next_at,
        row.expires_at,
        row.attempts,
        row.fence,
        row.asks,
        row.first_attempt_at,
        row.result_id,
        error,
        payload,
        row.version,
    )
