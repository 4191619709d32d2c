"""Digests at rest: which month's were posted, and which lines may stand in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.loops import HEARD
from data.tables import approvals, digests, loops, verdicts, worldviews
from domain.digests import Line
from domain.loops import Verdict
from domain.worldviews import STANDING


@dataclass(frozen=True, slots=True)
class Digests:
    """Questions about the digests of one community."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, month: str) -> tuple[bool, int | None]:
        """Whether this month's was put together, and the post in which it stands."""
        query = sa.select(digests.c.message_id).where(*_of(community_id, month))
        row = (await self.link.execute(query)).one_or_none()
        return row is not None, None if row is None else row.message_id

    async def add(self, community_id: int, month: str, lines: Collection[Line]) -> None:
        """Put together: these lines belong to it from now on."""
        await self.link.execute(digests.insert().values(community_id=community_id, month=month))
        chosen = loops.c.loop_id.in_([line.loop_id for line in lines])
        theirs = loops.update().where(loops.c.community_id == community_id, chosen)
        await self.link.execute(theirs.values(digest=month))

    async def posted(self, community_id: int, month: str, message_id: int, now: datetime) -> None:
        values = {"message_id": message_id, "posted_at": now}
        await self.link.execute(digests.update().where(*_of(community_id, month)).values(values))

    async def ready(self, community_id: int) -> list[Line]:
        """What both want to be read, and no digest has had yet, the first that was agreed to first."""
        return await self._lines(community_id, loops.c.digest.is_(None))

    async def lines(self, community_id: int, month: str) -> list[Line]:
        """What this month's digest had, as far as both still want it."""
        return await self._lines(community_id, loops.c.digest == month)

    async def months_under(self, community_id: int, worldview_id: int) -> list[str]:
        """The digests with lines about this worldview."""
        return await self._months(community_id, loops.c.worldview_id == worldview_id)

    async def months_of(self, community_id: int, user_id: int) -> list[str]:
        """The digests with lines that this person said, or about a worldview of theirs."""
        own = sa.select(worldviews.c.worldview_id).where(
            worldviews.c.community_id == community_id, worldviews.c.user_id == user_id
        )
        return await self._months(
            community_id, sa.or_(loops.c.user_id == user_id, loops.c.worldview_id.in_(own))
        )

    async def _months(self, community_id: int, which: sa.ColumnElement[bool]) -> list[str]:
        had = loops.c.community_id == community_id, loops.c.digest.is_not(None)
        query = sa.select(loops.c.digest).distinct().where(*had, which)
        return sorted((await self.link.execute(query)).scalars())

    async def _lines(self, community_id: int, which: sa.ColumnElement[bool]) -> list[Line]:
        rows = (await self.link.execute(_agreed(community_id, which))).all()
        found = [await self._line(row) for row in rows]
        return [line for line in found if line is not None]

    async def _line(self, row: sa.Row[Any]) -> Line | None:
        key = await self.keys.find(row.community_id, row.user_id)
        if key is None:
            return None
        return Line(
            row.loop_id,
            key.open(row.heard, place=HEARD),
            row.user_id,
            row.author_id,
            tuple(row.topics),
            row.pseudonym,
            row.generation if row.shows_seat else None,
            row.thread_id,
        )


def _agreed(community_id: int, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Confirmed loops that listener and author have both approved."""
    by_listener, by_author = approvals.alias("by_listener"), approvals.alias("by_author")
    return (
        sa.select(
            *(loops.c.loop_id, loops.c.community_id, loops.c.user_id, loops.c.heard),
            worldviews.c.user_id.label("author_id"),
            *(worldviews.c.topics, worldviews.c.pseudonym, worldviews.c.shows_seat),
            *(worldviews.c.generation, worldviews.c.thread_id),
        )
        .join(worldviews, _same(worldviews) & (worldviews.c.worldview_id == loops.c.worldview_id))
        .join(verdicts, _same(verdicts) & (verdicts.c.loop_id == loops.c.loop_id))
        .join(by_listener, _by(by_listener, loops.c.user_id))
        .join(by_author, _by(by_author, worldviews.c.user_id))
        .where(
            loops.c.community_id == community_id,
            verdicts.c.verdict == Verdict.YES.value,
            worldviews.c.state.in_([state.value for state in STANDING]),
            which,
        )
        .order_by(by_author.c.approved_at, by_listener.c.approved_at, loops.c.loop_id)
    )


def _by(approval: sa.FromClause, person: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return _same(approval) & (approval.c.loop_id == loops.c.loop_id) & (approval.c.user_id == person)


def _same(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return table.c.community_id == loops.c.community_id


def _of(community_id: int, month: str) -> tuple[sa.ColumnElement[bool], ...]:
    return digests.c.community_id == community_id, digests.c.month == month
