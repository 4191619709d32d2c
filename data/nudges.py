"""Whom one may ask by name to listen, and whom one has asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import loops, nudges, off_limits, participants, remarks
from data.types import upsert
from domain.people import Standing
from domain.tending import RARELY, hopes_for
from domain.worldviews import Worldview


@dataclass(frozen=True, slots=True)
class Nudges:
    """Questions about those who were asked by name."""

    link: Link

    async def candidate(
        self, worldview: Worldview, now: datetime, chance: float, but: Collection[int] = ()
    ) -> int | None:
        """Somebody to ask, by chance of those whose last time is the longest ago. `but`: who it cannot be."""
        candidates = _candidates(worldview, now, but)
        first = (
            sa.select(candidates.c.nudged_at, sa.func.count().label("many"))
            .group_by(candidates.c.nudged_at)
            .order_by(candidates.c.nudged_at.is_not(None), candidates.c.nudged_at)
            .limit(1)
        )
        longest_ago = (await self.link.execute(first)).one_or_none()
        if longest_ago is None:
            return None
        place = min(int(chance * longest_ago.many), longest_ago.many - 1)
        same = candidates.c.nudged_at.is_not_distinct_from(longest_ago.nudged_at)
        query = sa.select(candidates.c.user_id).where(same).order_by(candidates.c.user_id)
        return (await self.link.execute(query.offset(place).limit(1))).scalar_one_or_none()

    async def last(self, community_id: int, user_id: int) -> datetime | None:
        """When this person was last asked."""
        latest = sa.func.max(nudges.c.nudged_at, type_=nudges.c.nudged_at.type)
        where = nudges.c.community_id == community_id, nudges.c.user_id == user_id
        found: datetime | None = (await self.link.execute(sa.select(latest).where(*where))).scalar_one()
        return found

    async def add(self, community_id: int, user_id: int, worldview_id: int, now: datetime) -> None:
        row = {
            "community_id": community_id,
            "user_id": user_id,
            "worldview_id": worldview_id,
            "nudged_at": now,
            "message_id": None,
        }
        await self.link.execute(upsert(self.link, nudges, row, ["community_id", "user_id", "worldview_id"]))

    async def posted(self, community_id: int, user_id: int, worldview_id: int, message_id: int) -> None:
        """Which message names them."""
        await self.link.execute(
            nudges.update()
            .where(
                nudges.c.community_id == community_id,
                nudges.c.user_id == user_id,
                nudges.c.worldview_id == worldview_id,
            )
            .values(message_id=message_id)
        )


def _candidates(worldview: Worldview, now: datetime, but: Collection[int]) -> sa.Subquery:
    """Who takes part, minds none of the topics, has not listened here yet and was left alone for long."""
    here = participants.c.community_id == worldview.community_id
    last = _last(worldview.community_id)
    unheard = hopes_for(worldview)
    query = (
        sa.select(participants.c.user_id, last.c.nudged_at)
        .outerjoin(last, last.c.user_id == participants.c.user_id)
        .where(
            here,
            _is_present(now),
            participants.c.user_id.not_in([worldview.user_id, *but]),
            sa.or_(last.c.nudged_at.is_(None), last.c.nudged_at <= now - RARELY),
            *_strangers(worldview),
            *([] if unheard is None else [participants.c.generation != unheard]),
        )
    )
    return query.subquery("candidates")


def _last(community_id: int) -> sa.Subquery:
    latest = sa.func.max(nudges.c.nudged_at, type_=nudges.c.nudged_at.type).label("nudged_at")
    query = sa.select(nudges.c.user_id, latest).where(nudges.c.community_id == community_id)
    return query.group_by(nudges.c.user_id).subquery("last")


def _is_present(now: datetime) -> sa.ColumnElement[bool]:
    """As `Participant.standing_at` says."""
    standing, until = participants.c.standing, participants.c.paused_until
    rested = sa.and_(standing == Standing.PAUSED.value, until.is_not(None), until <= now)
    return sa.or_(standing == Standing.TAKING_PART.value, rested)


def _strangers(worldview: Worldview) -> list[sa.ColumnElement[bool]]:
    """Who said nothing here yet, and would not rather be left alone with these topics."""
    tables: list[tuple[Any, sa.ColumnElement[bool]]] = [
        (off_limits, off_limits.c.topic.in_(worldview.topics)),
        (remarks, remarks.c.worldview_id == worldview.worldview_id),
        (loops, loops.c.worldview_id == worldview.worldview_id),
    ]
    return [
        ~sa.exists().where(
            table.c.community_id == worldview.community_id,
            table.c.user_id == participants.c.user_id,
            condition,
        )
        for table, condition in tables
    ]
