"""Who asked for the name behind a pseudonym, and what came of it, at rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import reveals
from domain.reveals import Reveal

REASON = "reveals.reason"
PLAIN = (
    *("community_id", "worldview_id", "asked_at", "confirmed_by", "confirmed_at"),
    *("declined_by", "declined_at", "message_id"),
)


@dataclass(frozen=True, slots=True)
class Reveals:
    """Questions about the reveals of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, reveal_id: int) -> Reveal | None:
        query = sa.select(reveals).where(
            reveals.c.community_id == community_id, reveals.c.reveal_id == reveal_id
        )
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else await self._value(row)

    async def of(self, community_id: int, worldview_id: int) -> list[Reveal]:
        """All about one worldview, oldest first."""
        query = sa.select(reveals).where(
            reveals.c.community_id == community_id, reveals.c.worldview_id == worldview_id
        )
        rows = await self.link.execute(query.order_by(reveals.c.reveal_id))
        return [await self._value(row) for row in rows.all()]

    async def add(self, reveal: Reveal) -> int:
        """Keep a new one; its number."""
        key = await self.keys.of(reveal.community_id, reveal.asked_by)
        row = _row(reveal) | {"reason": key.seal(reveal.reason, place=REASON)}
        added = await self.link.execute(reveals.insert().values(row).returning(reveals.c.reveal_id))
        number: int = added.scalar_one()
        return number

    async def save(self, reveal: Reveal) -> None:
        """What has come of it; the reason stays as it was written."""
        which = reveals.c.community_id == reveal.community_id, reveals.c.reveal_id == reveal.reveal_id
        await self.link.execute(reveals.update().where(*which).values(_row(reveal)))

    async def _value(self, row: sa.Row[Any]) -> Reveal:
        key = await self.keys.find(row.community_id, row.user_id)
        plain = {name: getattr(row, name) for name in PLAIN}
        reason = key.open(row.reason, place=REASON) if key is not None else ""
        return Reveal(row.reveal_id, asked_by=row.user_id, reason=reason, **plain)


def _row(reveal: Reveal) -> dict[str, object]:
    return {name: getattr(reveal, name) for name in PLAIN} | {"user_id": reveal.asked_by}
