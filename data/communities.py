"""Communities and their generations at rest."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import sqlalchemy as sa

from data.link import Link
from data.tables import communities, generations
from data.types import add_missing, upsert
from domain.communities import Community, Generation


@dataclass(frozen=True, slots=True)
class Communities:
    """The servers the bot knows."""

    link: Link

    async def find(self, community_id: int) -> Community | None:
        query = sa.select(communities).where(communities.c.community_id == community_id)
        row = (await self.link.execute(query)).one_or_none()
        if row is None:
            return None
        return Community(
            row.community_id,
            row.language,
            await self._generations(community_id),
            row.set_up_at,
            row.set_up_by,
        )

    async def add(self, community: Community) -> None:
        """Keep a community, unless it is known already."""
        row = {"community_id": community.community_id, "language": community.language}
        await self.link.execute(add_missing(self.link, communities, row))
        for rank, band in enumerate(community.generations):
            await self.link.execute(add_missing(self.link, generations, _row(community, rank, band)))

    async def save(self, community: Community) -> None:
        row = asdict(community)
        del row["generations"]
        await self.link.execute(upsert(self.link, communities, row, ["community_id"]))
        for rank, band in enumerate(community.generations):
            statement = upsert(self.link, generations, _row(community, rank, band), ["community_id", "key"])
            await self.link.execute(statement)

    async def _generations(self, community_id: int) -> tuple[Generation, ...]:
        query = (
            sa.select(generations)
            .where(generations.c.community_id == community_id)
            .order_by(generations.c.rank)
        )
        rows = await self.link.execute(query)
        return tuple(Generation(row.key, row.first_year, row.last_year, row.name) for row in rows)


def _row(community: Community, rank: int, band: Generation) -> dict[str, object]:
    return {"community_id": community.community_id, "rank": rank, **asdict(band)}
