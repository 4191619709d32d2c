"""How jobs are claimed: statements that are put together once, the same on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from data.tables import jobs
from data.tables.core import OPEN_BULK, OPEN_PRESSING
from domain.jobs import MOST_AHEAD, State

IDENTITY = ["community_id", "kind", "key", "user_id"]


def _claiming(line: sa.ColumnElement[bool]) -> sa.Executable:
    """One statement, the same on both engines but for the lock that only PostgreSQL needs.

    A common table expression is evaluated once; a plain subquery with a LIMIT need not be.
    """
    now = sa.bindparam("now", type_=jobs.c.next_at.type)
    due = (
        sa.select(jobs.c.job_id, jobs.c.next_at, jobs.c.community_id, jobs.c.lane)
        .where(jobs.c.next_at <= now, line, ~_lane_is_busy(now))
        .order_by(jobs.c.next_at, jobs.c.job_id)
        .limit(sa.bindparam("look", type_=sa.Integer))
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    order = due.c.next_at, due.c.job_id
    turn = sa.func.row_number().over(partition_by=(due.c.community_id, due.c.lane), order_by=order)
    first = sa.select(due.c.job_id, due.c.next_at, turn.label("turn")).cte("first")
    chosen = (
        sa.select(first.c.job_id)
        .where(first.c.turn == 1)
        .order_by(first.c.next_at, first.c.job_id)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .cte("chosen")
    )
    return _leasing(jobs.c.job_id.in_(sa.select(chosen.c.job_id)))


def _taking() -> sa.Executable:
    now = sa.bindparam("now", type_=jobs.c.next_at.type)
    return _leasing(*wished(jobs), jobs.c.next_at.is_not(None), ~_lane_is_busy(now))


def _ahead() -> sa.Select[int]:
    mine = jobs.alias("mine")
    before = (
        sa.select(jobs.c.job_id)
        .where(
            jobs.c.community_id == sa.bindparam("its_community_id"),
            jobs.c.kind == sa.bindparam("its_kind"),
            jobs.c.closed_at.is_(None),
            jobs.c.next_at.is_not(None),
            jobs.c.job_id < sa.select(mine.c.job_id).where(*wished(mine)).scalar_subquery(),
        )
        .limit(MOST_AHEAD)
    )
    return sa.select(sa.func.count()).select_from(before.subquery())


def wished(table: sa.FromClause) -> Iterator[sa.ColumnElement[bool]]:
    """The open job with the identity that `_which` gives."""
    yield from (table.c[name] == sa.bindparam(f"its_{name}", type_=jobs.c[name].type) for name in IDENTITY)
    yield table.c.closed_at.is_(None)


def _lane_is_busy(now: sa.BindParameter[Any]) -> sa.ColumnElement[bool]:
    other = jobs.alias("other")
    return sa.exists().where(
        other.c.community_id == jobs.c.community_id,
        other.c.lane == jobs.c.lane,
        other.c.owner.is_not(None),
        other.c.next_at > now,
    )


def _leasing(*where: sa.ColumnElement[bool]) -> sa.Executable:
    now = sa.bindparam("now", type_=jobs.c.next_at.type)
    return (
        jobs.update()
        .where(*where)
        .values(
            state=State.LEASED,
            owner=sa.bindparam("by", type_=sa.Text),
            next_at=sa.bindparam("until", type_=jobs.c.next_at.type),
            fence=jobs.c.fence + 1,
            attempts=jobs.c.attempts + 1,
            first_attempt_at=sa.func.coalesce(jobs.c.first_attempt_at, now),
        )
        .returning(*jobs.c)
    )


def _folding() -> sa.Executable:
    """Takes what waits for the same people, so much for each; one statement for all of them."""
    turn = sa.func.row_number().over(partition_by=jobs.c.user_id, order_by=(jobs.c.due_at, jobs.c.job_id))
    others = (
        sa.select(jobs.c.job_id, turn.label("turn"))
        .where(
            jobs.c.community_id == sa.bindparam("of", type_=jobs.c.community_id.type),
            jobs.c.user_id.in_(sa.bindparam("who", expanding=True)),
            jobs.c.user_id != sa.literal_column("0"),  # as the index says it
            jobs.c.kind == sa.bindparam("of_kind", type_=sa.Text),
            jobs.c.closed_at.is_(None),
            jobs.c.owner.is_(None),
            jobs.c.attempts == 0,
        )
        .cte("others")
    )
    taken = sa.select(others.c.job_id).where(others.c.turn <= sa.bindparam("most", type_=sa.Integer))
    return jobs.delete().where(jobs.c.job_id.in_(taken)).returning(jobs.c.user_id, jobs.c.key)


CLAIM = _claiming(OPEN_PRESSING)
CLAIM_BULK = _claiming(OPEN_BULK)
FIRST, FIRST_BULK = (
    sa.select(jobs.c.next_at).where(line).order_by(jobs.c.next_at, jobs.c.job_id).limit(1)
    for line in (OPEN_PRESSING, OPEN_BULK)
)
"""When the first of each line may be claimed."""
FOLD = _folding()
HOLD = (
    jobs.update()
    .where(jobs.c.job_id == sa.bindparam("its", type_=jobs.c.job_id.type))
    .values(payload=sa.bindparam("now_holds", type_=jobs.c.payload.type))
)
TAKE = _taking()
AHEAD = _ahead()
OPEN = sa.select(jobs).where(*wished(jobs))


def _held(*more: str) -> list[sa.ColumnElement[bool]]:
    """The job as it was claimed, by whoever still holds it."""
    names = ("community_id", "job_id", "fence", *more)
    same = [jobs.c[name] == sa.bindparam(f"its_{name}", type_=jobs.c[name].type) for name in names]
    return [*same, jobs.c.owner.is_not(None)]


OUTCOME = ("state", "next_at", "owner", "attempts", "first_attempt_at", "error", "result_id", "closed_at")
_TOLD = {name: sa.bindparam(name, type_=jobs.c[name].type) for name in OUTCOME}
SETTLE = jobs.update().where(*_held()).values(_TOLD)
FINISH = jobs.update().where(*_held("asks")).values(_TOLD)
"""Unless it was asked for once more meanwhile."""
FORGET = jobs.delete().where(*_held("asks"))
