"""Communities and their generations at rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

import sqlalchemy as sa

from data.link import Link
from data.remembered import Look
from data.tables import communities, generations, topics
from data.topics import starter
from data.types import add_missing, upsert
from domain.communities import Community, DiscussionSettings, Generation, Topic, TopicSettings

SETTINGS = tuple(field.name for field in fields(TopicSettings))
DISCUSSIONS = tuple(field.name for field in fields(DiscussionSettings))

WITH_GENERATIONS = (
    sa.select(
        communities.c.language,
        communities.c.set_up_at,
        communities.c.set_up_by,
        *(communities.c[name] for name in (*SETTINGS, *DISCUSSIONS)),
        generations.c.key,
        generations.c.first_year,
        generations.c.last_year,
        generations.c.name,
    )
    .outerjoin_from(communities, generations)
    .where(communities.c.community_id == sa.bindparam("community_id"))
    .order_by(generations.c.rank)
)


@dataclass(frozen=True, slots=True)
class Communities:
    """The servers the bot knows."""

    link: Link
    look: Look

    async def find(self, community_id: int) -> Community | None:
        known = self.look.find(community_id)
        if known is None:
            known = await self.read(community_id)
            if known is not None:
                self.look.keep(known)
        return known

    async def add(self, community: Community) -> None:
        """Keep a community, unless it is known already."""
        self.look.change()
        row = {"community_id": community.community_id, "language": community.language}
        await self.link.execute(add_missing(self.link, communities, row))
        for rank, band in enumerate(community.generations):
            await self.link.execute(add_missing(self.link, generations, _row(community, rank, band)))

    async def save(self, community: Community) -> None:
        self.look.change()
        row = {
            name: getattr(community, name) for name in ("community_id", "language", "set_up_at", "set_up_by")
        }
        row |= asdict(community.settings) | asdict(community.discussions)
        await self.link.execute(upsert(self.link, communities, row, ["community_id"]))
        for rank, band in enumerate(community.generations):
            statement = upsert(self.link, generations, _row(community, rank, band), ["community_id", "key"])
            await self.link.execute(statement)

    async def have_rooms(self, community_id: int, least: int) -> None:
        """There are to be at least so many discussion rooms."""
        self.look.change()
        fewer = (communities.c.community_id == community_id) & (communities.c.rooms < least)
        await self.link.execute(communities.update().where(fewer).values(rooms=least))

    async def save_topics(self, community_id: int, chosen: Sequence[Topic]) -> None:
        """The stewards' own list, in place of what there was."""
        self.look.change()
        await self.link.execute(topics.delete().where(topics.c.community_id == community_id))
        for rank, topic in enumerate(chosen):
            row = {"community_id": community_id, "rank": rank, **asdict(topic)}
            await self.link.execute(topics.insert().values(row))

    async def see_posts_until(self, community_id: int, thread_id: int) -> None:
        """What was posted by hand in the forum up to this thread has been seen to."""
        until = sa.func.coalesce(communities.c.posts_until, 0)
        later = sa.case((until > thread_id, until), else_=thread_id)
        await self.link.execute(
            communities.update().where(communities.c.community_id == community_id).values(posts_until=later)
        )

    async def posts_seen_until(self, community_id: int) -> int:
        """The newest such thread; 0 for none."""
        query = sa.select(communities.c.posts_until).where(communities.c.community_id == community_id)
        return (await self.link.execute(query)).scalar_one_or_none() or 0

    async def read(self, community_id: int) -> Community | None:
        """The same, past what is remembered."""
        rows = (await self.link.execute(WITH_GENERATIONS, {"community_id": community_id})).all()
        if not rows:
            return None
        bands = tuple(
            Generation(row.key, row.first_year, row.last_year, row.name)
            for row in rows
            if row.key is not None
        )
        first = rows[0]
        settings = TopicSettings(*(getattr(first, name) for name in SETTINGS))
        own = await self._topics(community_id) or starter(first.language)
        gathers = DiscussionSettings(*(getattr(first, name) for name in DISCUSSIONS))
        return Community(
            community_id, first.language, bands, first.set_up_at, first.set_up_by, settings, own, gathers
        )

    async def _topics(self, community_id: int) -> tuple[Topic, ...]:
        query = sa.select(topics.c.key, topics.c.name).where(topics.c.community_id == community_id)
        return tuple(Topic(*row) for row in await self.link.execute(query.order_by(topics.c.rank)))


def _row(community: Community, rank: int, band: Generation) -> dict[str, object]:
    return {"community_id": community.community_id, "rank": rank, **asdict(band)}
