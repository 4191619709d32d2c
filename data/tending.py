"""What the database knows of the threads under worldviews: who waits, who listened, which are open."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.pages import ROWS, pages
from data.tables import jobs, loops, participants, remarks, shifts, verdicts, worldviews
from domain.jobs import NOBODY
from domain.remarks import Kind
from domain.tending import Waiting
from domain.worldviews import State

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Threads:
    """Questions about the threads of one community at a time."""

    link: Link

    async def waiting(self, community_id: int, worldview_id: int) -> list[Waiting]:
        """Everything that waits for the author, the oldest first."""
        asked = await self.link.execute(_questions(community_id, worldview_id))
        said = await self.link.execute(_loops(community_id, worldview_id))
        found = [Waiting(row.said_at, row.message_id, remark_id=row.remark_id) for row in asked]
        found += [Waiting(row.said_at, row.message_id, loop_id=row.loop_id) for row in said]
        return sorted(found, key=lambda each: each.said_at)

    async def heard_by(self, community_id: int, worldview_id: int, author: int) -> set[str]:
        """The generations of those who asked, said back or replied."""
        listeners = sa.union(
            *(
                sa.select(table.c.user_id).where(*_under(table, community_id, worldview_id))
                for table in (remarks, loops)
            )
        ).subquery()
        query = (
            sa.select(participants.c.generation)
            .distinct()
            .where(
                participants.c.community_id == community_id,
                participants.c.user_id.in_(sa.select(listeners.c.user_id)),
                participants.c.user_id != author,
            )
        )
        return set((await self.link.execute(query)).scalars())

    async def last_said(self, community_id: int, worldview_id: int) -> datetime | None:
        """When somebody last said anything under it that we know of."""
        moments = [
            (remarks, remarks.c.said_at),
            (loops, loops.c.said_at),
            (shifts, shifts.c.changed_at),
        ]
        queries = [
            sa.select(sa.func.max(column, type_=column.type)).where(
                *_under(table, community_id, worldview_id)
            )
            for table, column in moments
        ]
        given = sa.func.max(verdicts.c.given_at, type_=verdicts.c.given_at.type)
        of_loops = verdicts.c.community_id == community_id, verdicts.c.loop_id == loops.c.loop_id
        under = _under(loops, community_id, worldview_id)
        queries.append(sa.select(given).select_from(loops.join(verdicts, sa.and_(*of_loops))).where(*under))
        found = [(await self.link.execute(query)).scalar_one() for query in queries]
        return max(filter(None, found), default=None)

    async def mark(self, community_id: int, worldview_id: int, **values: object) -> None:
        """Change some of a worldview's columns; its text stays as it is."""
        await self.link.execute(
            worldviews.update()
            .where(worldviews.c.community_id == community_id, worldviews.c.worldview_id == worldview_id)
            .values(**values)
        )

    async def open(self, community_id: int) -> AsyncIterator[Mapping[int, int]]:
        """The open worldviews that have a thread, in pages: their numbers, by thread."""
        query = sa.select(worldviews.c.worldview_id, worldviews.c.thread_id).where(
            *_in_state(community_id, State.OPEN), worldviews.c.thread_id.is_not(None)
        )
        async for page in pages(self.link, query, worldviews.c.worldview_id):
            yield {row.thread_id: row.worldview_id for row in page}

    async def of_threads(
        self, community_id: int, thread_ids: Collection[int]
    ) -> dict[int, tuple[int, State]]:
        """Number and state of the worldviews with these threads, by thread."""
        found: dict[int, tuple[int, State]] = {}
        wanted = sorted(thread_ids)
        columns = worldviews.c.thread_id, worldviews.c.worldview_id, worldviews.c.state
        for start in range(0, len(wanted), ROWS):
            query = sa.select(*columns).where(
                worldviews.c.community_id == community_id,
                worldviews.c.thread_id.in_(wanted[start : start + ROWS]),
            )
            rows = await self.link.execute(query)
            found |= {row.thread_id: (row.worldview_id, State(row.state)) for row in rows}
        return found

    async def orphans(self, community_id: int, forum_id: int, most: int) -> list[int]:
        """Archived worldviews whose thread is older than the forum, so that it cannot be in it."""
        query = (
            sa.select(worldviews.c.worldview_id)
            .where(*_in_state(community_id, State.ARCHIVED), worldviews.c.thread_id < forum_id)
            .order_by(worldviews.c.worldview_id)
            .limit(most)
        )
        return list((await self.link.execute(query)).scalars())

    async def looked_at_by(self, community_id: int, kind: str, key: str) -> datetime | None:
        """When the open job of this kind and key may be claimed, or is given up by whoever holds it."""
        query = sa.select(jobs.c.next_at).where(*_open_job(community_id, kind, key))
        return (await self.link.execute(query)).scalar_one_or_none()

    async def is_to_be_done(self, community_id: int, kind: str, key: str) -> bool:
        """Whether there is an open job of this kind and key."""
        query = sa.select(jobs.c.job_id).where(*_open_job(community_id, kind, key))
        return (await self.link.execute(query)).scalar_one_or_none() is not None


def _open_job(community_id: int, kind: str, key: str) -> tuple[Condition, ...]:
    return (
        jobs.c.community_id == community_id,
        jobs.c.kind == kind,
        jobs.c.key == key,
        jobs.c.user_id == NOBODY,
        jobs.c.closed_at.is_(None),
    )


def _questions(community_id: int, worldview_id: int) -> sa.Select[Any]:
    answer = remarks.alias("answer")
    answered = sa.exists().where(
        *_under(answer, community_id, worldview_id),
        answer.c.kind == Kind.ANSWER.value,
        answer.c.answers == remarks.c.remark_id,
    )
    return sa.select(remarks.c.remark_id, remarks.c.said_at, remarks.c.message_id).where(
        *_under(remarks, community_id, worldview_id),
        remarks.c.kind == Kind.QUESTION.value,
        remarks.c.passed_at.is_(None),
        ~answered,
    )


def _loops(community_id: int, worldview_id: int) -> sa.Select[Any]:
    judged = sa.exists().where(verdicts.c.community_id == community_id, verdicts.c.loop_id == loops.c.loop_id)
    return sa.select(loops.c.loop_id, loops.c.said_at, loops.c.message_id).where(
        *_under(loops, community_id, worldview_id), ~judged
    )


def _under(table: sa.FromClause, community_id: int, worldview_id: int) -> tuple[Condition, Condition]:
    return table.c.community_id == community_id, table.c.worldview_id == worldview_id


def _in_state(community_id: int, state: State) -> tuple[Condition, Condition]:
    return worldviews.c.community_id == community_id, worldviews.c.state == state.value
