"""Private calendar addresses at rest: of each secret only a digest is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data.link import Link
from data.tables import feeds, rsvps
from data.types import save_row
from domain.rsvps import Answer

COLUMNS = (feeds.c.community_id, feeds.c.user_id, feeds.c.made_at)


@dataclass(frozen=True, slots=True)
class Feed:
    """That somebody has an address, and since when."""

    community_id: int
    user_id: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Feeds:
    """Questions about calendar addresses."""

    link: Link

    async def find(self, community_id: int, user_id: int) -> Feed | None:
        query = sa.select(*COLUMNS).where(*_one(community_id, user_id))
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else Feed(*row)

    async def of_secret(self, secret: str) -> Feed | None:
        """Whose it is, in whatever community: who asks for it knows nothing else.

        A digest is looked up, so how long it takes tells nothing about how much of a guess was right.
        """
        query = sa.select(*COLUMNS).where(feeds.c.digest == digest(secret))
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else Feed(*row)

    async def save(self, community_id: int, user_id: int, secret: str, now: datetime) -> None:
        """In place of the one they had, which is worth nothing from now on."""
        row = {"community_id": community_id, "user_id": user_id, "digest": digest(secret), "made_at": now}
        await save_row(self.link, feeds, row, ("community_id", "user_id"))

    async def remove(self, community_id: int, user_id: int) -> None:
        await self.link.execute(feeds.delete().where(*_one(community_id, user_id)))

    async def answers(self, community_id: int, user_id: int) -> dict[int, Answer]:
        """What somebody has said to each date that they answered, by its number."""
        query = sa.select(rsvps.c.occurrence_id, rsvps.c.answer).where(
            rsvps.c.community_id == community_id, rsvps.c.user_id == user_id
        )
        return {row.occurrence_id: Answer(row.answer) for row in await self.link.execute(query)}


def digest(secret: str) -> str:
    """What is kept of a secret. It has 256 bits of chance, so that no salt or slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _one(community_id: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return feeds.c.community_id == community_id, feeds.c.user_id == user_id
