"""Who answers whom in a time, counted where it was said: by seat, and how many people that were."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import loops, participants, remarks, shifts, verdicts, worldviews
from domain.people import Seat
from domain.remarks import Kind


@dataclass(frozen=True, slots=True)
class Answering:
    """Questions about what was said in one community in a time. Long reads: see `Database.browse`."""

    link: Link

    async def by_seat(self, community_id: int, since: datetime, until: datetime) -> dict[Seat, int]:
        """Answers, and words on what was said back, by the seat in which the author wrote."""
        found: Counter[Seat] = Counter()
        for query in (_answers(community_id, since, until), _verdicts(community_id, since, until)):
            counted = query.add_columns(worldviews.c.seat, sa.func.count().label("many"))
            rows = await self.link.execute(counted.group_by(worldviews.c.seat))
            found.update({Seat(row.seat): row.many for row in rows if row.seat is not None})
        return dict(found)

    async def people(self, community_id: int, since: datetime, until: datetime) -> int:
        """How many different people that were."""
        authors = [
            _answers(community_id, since, until).add_columns(remarks.c.user_id),
            _verdicts(community_id, since, until).add_columns(verdicts.c.user_id),
        ]
        query = sa.select(sa.func.count()).select_from(sa.union(*authors).subquery())
        return (await self.link.execute(query)).scalar_one()

    async def active(self, community_id: int, since: datetime, until: datetime) -> dict[Seat, int]:
        """How many people in each seat said anything at all; the seat as it is now."""
        said = sa.union(
            *(
                sa.select(table.c.user_id).where(table.c.community_id == community_id, *_in(at, since, until))
                for table, at in (
                    (remarks, remarks.c.said_at),
                    (loops, loops.c.said_at),
                    (verdicts, verdicts.c.given_at),
                    (shifts, shifts.c.given_at),
                )
            )
        ).subquery()
        query = (
            sa.select(participants.c.seat, sa.func.count().label("many"))
            .where(participants.c.community_id == community_id)
            .where(participants.c.user_id.in_(sa.select(said.c.user_id)))
            .group_by(participants.c.seat)
        )
        return {Seat(row.seat): row.many for row in await self.link.execute(query)}


def _answers(community_id: int, since: datetime, until: datetime) -> sa.Select[Any]:
    same = worldviews.c.community_id == remarks.c.community_id
    return (
        sa.select()
        .select_from(remarks.join(worldviews, same & (worldviews.c.worldview_id == remarks.c.worldview_id)))
        .where(remarks.c.community_id == community_id, remarks.c.kind == Kind.ANSWER.value)
        .where(*_in(remarks.c.said_at, since, until))
    )


def _verdicts(community_id: int, since: datetime, until: datetime) -> sa.Select[Any]:
    loop = (loops.c.community_id == verdicts.c.community_id) & (loops.c.loop_id == verdicts.c.loop_id)
    same = worldviews.c.community_id == loops.c.community_id
    under = same & (worldviews.c.worldview_id == loops.c.worldview_id)
    return (
        sa.select()
        .select_from(verdicts.join(loops, loop).join(worldviews, under))
        .where(verdicts.c.community_id == community_id, *_in(verdicts.c.given_at, since, until))
    )


def _in(
    moment: sa.Column[datetime], since: datetime, until: datetime
) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return moment >= since, moment < until
