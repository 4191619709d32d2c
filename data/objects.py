"""Which Discord object stands for what: roles, channels and panels by their blueprint key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data.link import Link
from data.tables import discord_objects
from data.types import upsert
from domain.actual import Record
from domain.blueprint import Kind


@dataclass(frozen=True, slots=True)
class Objects:
    """The ids noted for a community's objects."""

    link: Link

    async def all(self, community_id: int) -> dict[tuple[Kind, str], Record]:
        """All but the pages of the index, of which there may be hundreds."""
        query = sa.select(discord_objects).where(
            discord_objects.c.community_id == community_id, discord_objects.c.kind != Kind.INDEX_PAGE
        )
        rows = await self.link.execute(query)
        return {(Kind(row.kind), row.key): Record(row.discord_id, row.digest) for row in rows}

    async def find(self, community_id: int, kind: Kind, key: str) -> int | None:
        """The Discord id of one object."""
        query = sa.select(discord_objects.c.discord_id).where(
            discord_objects.c.community_id == community_id,
            discord_objects.c.kind == kind,
            discord_objects.c.key == key,
        )
        return (await self.link.execute(query)).scalar_one_or_none()

    async def record(self, community_id: int, kind: Kind, key: str, record: Record, now: datetime) -> None:
        """Note an object; one that was noted before under this key is forgotten."""
        row = {
            "community_id": community_id,
            "kind": kind.value,
            "key": key,
            "discord_id": record.discord_id,
            "digest": record.digest,
            "recorded_at": now,
        }
        await self.link.execute(upsert(self.link, discord_objects, row, ["community_id", "kind", "key"]))
