"""The index of worldviews that were put to rest: which stands on which page."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import discord_objects, worldviews
from data.worldviews import worldview_of
from domain.blueprint import Kind
from domain.index import ENTRIES
from domain.worldviews import State, Worldview


@dataclass(frozen=True, slots=True)
class Index:
    """Questions about the pages of one community. None costs more for there being many pages."""

    link: Link
    keys: Keys

    async def page_with_room(self, community_id: int) -> int:
        """The last page, or the one after it when it is full. The first is 1."""
        here = worldviews.c.community_id == community_id
        last = await self.link.scalar(sa.select(sa.func.max(worldviews.c.index_page)).where(here))
        if last is None:
            return 1
        on_it = sa.select(sa.func.count()).where(here, worldviews.c.index_page == last)
        return int(last) if await self.link.scalar(on_it) < ENTRIES else int(last) + 1

    async def page(self, community_id: int, number: int) -> list[Worldview]:
        """What stands on a page, the first that came to it first; of the text only the title's part."""
        query = sa.select(worldviews).where(
            worldviews.c.community_id == community_id,
            worldviews.c.index_page == number,
            worldviews.c.state.in_([State.OPEN.value, State.ARCHIVED.value]),
        )
        rows = await self.link.execute(query.order_by(worldviews.c.archived_at, worldviews.c.worldview_id))
        found = []
        for row in rows:
            key = await self.keys.find(community_id, row.user_id)
            found.append(worldview_of(row, key))
        return found

    async def of_author(self, community_id: int, user_id: int) -> list[int]:
        """The pages on which something of this person stands."""
        query = (
            sa.select(worldviews.c.index_page)
            .distinct()
            .where(
                worldviews.c.community_id == community_id,
                worldviews.c.user_id == user_id,
                worldviews.c.index_page.is_not(None),
            )
        )
        return sorted((await self.link.execute(query)).scalars())

    async def elsewhere(self, community_id: int, post_id: int) -> list[int]:
        """The pages that were posted in another post than this one."""
        query = sa.select(discord_objects.c.key).where(
            discord_objects.c.community_id == community_id,
            discord_objects.c.kind == Kind.INDEX_PAGE,
            discord_objects.c.digest != str(post_id),
        )
        return sorted(int(key) for key in (await self.link.execute(query)).scalars())
