"""Topics of which somebody does not want to be asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from data.link import Link
from data.tables import off_limits


@dataclass(frozen=True, slots=True)
class OffLimits:
    """Questions about what people of one community keep out of their conversations."""

    link: Link

    async def of(self, community_id: int, user_ids: Collection[int]) -> set[str]:
        """What any of them keeps out."""
        query = sa.select(off_limits.c.topic).where(
            off_limits.c.community_id == community_id, off_limits.c.user_id.in_(sorted(user_ids))
        )
        return set((await self.link.execute(query)).scalars())
