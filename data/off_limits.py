"""The topics of which people do not want to be asked, at rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from data.link import Link
from data.tables import off_limits

OF_PERSON = sa.select(off_limits.c.topic).where(
    off_limits.c.community_id == sa.bindparam("community_id"),
    off_limits.c.user_id == sa.bindparam("user_id"),
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class OffLimits:
    """Topic keys. Those that the stewards took off their list stay, for the day it comes back."""

    link: Link

    async def of_person(self, community_id: int, user_id: int) -> frozenset[str]:
        found = await self.link.execute(OF_PERSON, {"community_id": community_id, "user_id": user_id})
        return frozenset(found.scalars())

    async def of(self, community_id: int, user_ids: Collection[int]) -> set[str]:
        """What at least one of these people does not want to be asked about."""
        if not user_ids:
            return set()
        query = sa.select(off_limits.c.topic).where(
            off_limits.c.community_id == community_id, off_limits.c.user_id.in_(user_ids)
        )
        return set((await self.link.execute(query.distinct())).scalars())

    async def save(self, community_id: int, user_id: int, topics: Collection[str]) -> None:
        """These, and no others."""
        await self.link.execute(
            off_limits.delete().where(
                off_limits.c.community_id == community_id, off_limits.c.user_id == user_id
            )
        )
        rows = [
            {"community_id": community_id, "user_id": user_id, "topic": topic} for topic in sorted(topics)
        ]
        if rows:
            await self.link.execute(off_limits.insert(), rows)
