"""Time polls at rest: what is asked, the times, and who can make which."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data import plan_text
from data.discussions import COMMUNITY, wall
from data.keys import Keys
from data.link import Link
from data.tables import poll_times, poll_votes, time_polls
from domain.discussions import Plan
from domain.instants import Instant
from domain.time_polls import Standing, Time, TimePoll

PLACE = "time_polls.plan"


@dataclass(frozen=True, slots=True)
class TimePolls:
    """Questions about the time polls of one community at a time. What is asked is the community's."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, poll_id: int) -> TimePoll | None:
        return await self._one(community_id, time_polls.c.poll_id == poll_id)

    async def of_token(self, community_id: int, token: str) -> TimePoll | None:
        return await self._one(community_id, time_polls.c.token == token)

    async def add(
        self,
        community_id: int,
        plan: Plan,
        times: Sequence[Instant],
        token: str,
        now: datetime,
        *,
        by: int | None = None,
        standing: Standing = Standing.DRAFT,
        discussion_id: int | None = None,
    ) -> TimePoll:
        """Keep a new one. Its text names nobody: an erasure could not find them there."""
        plan = replace(plan, host_id=None, people=frozenset())
        key = await self.keys.of(community_id, COMMUNITY)
        row = {
            "community_id": community_id,
            "asked_by": by,
            "discussion_id": discussion_id,
            "plan": key.seal(plan_text.written(plan), place=PLACE),
            "token": token,
            "state": standing,
            "asked_at": now,
        }
        added = await self.link.execute(time_polls.insert().values(row).returning(time_polls.c.poll_id))
        number: int = added.scalar_one()
        kept = tuple(Time(choice, each.local, each.at) for choice, each in enumerate(times, 1))
        for time in kept:
            await self.link.execute(poll_times.insert().values(_time_row(community_id, number, time)))
        return TimePoll(number, community_id, by, plan, kept, standing, discussion_id)

    async def remove_drafts(self, community_id: int, user_id: int) -> None:
        """What this person began to ask and never did."""
        theirs = sa.select(time_polls.c.poll_id).where(
            time_polls.c.community_id == community_id,
            time_polls.c.asked_by == user_id,
            time_polls.c.state == Standing.DRAFT,
        )
        for table in (poll_times, time_polls):
            where = table.c.community_id == community_id, table.c.poll_id.in_(theirs)
            await self.link.execute(table.delete().where(*where))

    async def change(self, community_id: int, poll_id: int, **values: object) -> None:
        """Columns by name."""
        await self.link.execute(
            time_polls.update()
            .where(time_polls.c.community_id == community_id, time_polls.c.poll_id == poll_id)
            .values(values)
        )

    async def vote(self, community_id: int, poll_id: int, user_id: int, choices: Collection[int]) -> None:
        """These they can make, and no others."""
        mine = _of(poll_votes, community_id, poll_id)
        await self.link.execute(poll_votes.delete().where(*mine, poll_votes.c.user_id == user_id))
        rows = [
            {"community_id": community_id, "poll_id": poll_id, "user_id": user_id, "choice": choice}
            for choice in sorted(set(choices))
        ]
        if rows:
            await self.link.execute(poll_votes.insert(), rows)

    async def votes(self, community_id: int, poll_id: int) -> dict[int, list[int]]:
        """By the number of a time: who can make it."""
        query = sa.select(poll_votes.c.choice, poll_votes.c.user_id).where(
            *_of(poll_votes, community_id, poll_id)
        )
        found: dict[int, list[int]] = {}
        for choice, user_id in await self.link.execute(query.order_by(poll_votes.c.user_id)):
            found.setdefault(choice, []).append(user_id)
        return found

    async def _one(self, community_id: int, which: sa.ColumnElement[bool]) -> TimePoll | None:
        query = sa.select(time_polls).where(time_polls.c.community_id == community_id, which)
        row = (await self.link.execute(query)).one_or_none()
        if row is None:
            return None
        key = await self.keys.of(community_id, COMMUNITY)
        plan = plan_text.read(key.open(row.plan, place=PLACE))
        times = await self._times(community_id, row.poll_id)
        standing = Standing(row.state)
        return TimePoll(
            row.poll_id,
            community_id,
            row.asked_by,
            plan,
            times,
            standing,
            row.discussion_id,
            row.message_id,
        )

    async def _times(self, community_id: int, poll_id: int) -> tuple[Time, ...]:
        query = sa.select(poll_times.c.choice, poll_times.c.local, poll_times.c.starts_at)
        ordered = query.where(*_of(poll_times, community_id, poll_id)).order_by(poll_times.c.choice)
        return tuple(
            Time(choice, datetime.fromisoformat(local), at)
            for choice, local, at in await self.link.execute(ordered)
        )


def _time_row(community_id: int, poll_id: int, time: Time) -> dict[str, Any]:
    return {
        "poll_id": poll_id,
        "community_id": community_id,
        "choice": time.choice,
        "local": wall(time.local),
        "starts_at": time.at,
    }


def _of(table: sa.Table, community_id: int, poll_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.community_id == community_id, table.c.poll_id == poll_id
