"""Who was greeted, so that nobody is greeted twice for one arrival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data.link import Link
from data.tables import communities, greetings
from data.types import upsert


@dataclass(frozen=True, slots=True)
class Greetings:
    """Arrivals and the message that answered each."""

    link: Link

    async def last_arrival(self, community_id: int, user_id: int) -> datetime | None:
        query = sa.select(greetings.c.joined_at).where(*_one(community_id, user_id))
        return (await self.link.execute(query)).scalar_one_or_none()

    async def expect(self, community_id: int, user_id: int, joined_at: datetime, job_id: int) -> None:
        """Note an arrival, and the job that will answer it."""
        row = {
            "community_id": community_id,
            "user_id": user_id,
            "joined_at": joined_at,
            "message_id": None,
            "job_id": job_id,
        }
        await self.link.execute(upsert(self.link, greetings, row, ["community_id", "user_id"]))

    async def found(self, community_id: int, user_id: int, joined_at: datetime, message_id: int) -> None:
        """Note an arrival that a message has answered already."""
        row = {
            "community_id": community_id,
            "user_id": user_id,
            "joined_at": joined_at,
            "message_id": message_id,
            "job_id": None,
        }
        await self.link.execute(upsert(self.link, greetings, row, ["community_id", "user_id"]))

    async def seen_until(self, community_id: int) -> datetime | None:
        """Who joined by then needs no greeting any more; None before anybody looked."""
        query = sa.select(communities.c.newcomers_until).where(communities.c.community_id == community_id)
        return (await self.link.execute(query)).scalar_one_or_none()

    async def see_until(self, community_id: int, moment: datetime) -> None:
        """Keep that, unless a later moment is kept already."""
        until = communities.c.newcomers_until
        earlier = communities.c.community_id == community_id, sa.or_(until.is_(None), until < moment)
        await self.link.execute(communities.update().where(*earlier).values(newcomers_until=moment))

    async def of_job(self, community_id: int, job_id: int) -> list[int]:
        """Whom this job welcomes, in the order in which they came."""
        return await self._people(community_id, greetings.c.job_id == job_id)

    async def in_message(self, community_id: int, message_id: int) -> list[int]:
        """Who is welcomed by this message."""
        return await self._people(community_id, greetings.c.message_id == message_id)

    async def posted(self, community_id: int, job_id: int, message_id: int) -> None:
        """All whom this job welcomes are welcomed by this message."""
        where = greetings.c.community_id == community_id, greetings.c.job_id == job_id
        await self.link.execute(greetings.update().where(*where).values(message_id=message_id))

    async def _people(self, community_id: int, condition: sa.ColumnElement[bool]) -> list[int]:
        query = sa.select(greetings.c.user_id).where(greetings.c.community_id == community_id, condition)
        found = await self.link.execute(query.order_by(greetings.c.joined_at, greetings.c.user_id))
        return list(found.scalars())


def _one(community_id: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return greetings.c.community_id == community_id, greetings.c.user_id == user_id
