"""Worldviews at rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.keys import Keys, PersonKey
from data.link import Link
from data.tables import worldviews
from domain.people import Seat
from domain.worldviews import Explanation, Made, State, Worldview

PARTS = ("belief", "moment", "misread", "ask_me")
PLAIN = (
    *("community_id", "user_id", "made", "state", "topics", "shows_seat", "seat", "generation", "pseudonym"),
    *("consent", "thread_id", "card_id", "posted_at", "opens_at", "changed_at", "archived_at"),
    *("answer_nudged_at", "listener_nudged_at", "index_page"),
)
ONE = sa.select(worldviews).where(
    worldviews.c.community_id == sa.bindparam("community_id"),
    worldviews.c.worldview_id == sa.bindparam("worldview_id"),
)
OF_THREAD = sa.select(worldviews).where(
    worldviews.c.community_id == sa.bindparam("community_id"),
    worldviews.c.thread_id == sa.bindparam("thread_id"),
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class Worldviews:
    """Questions about the worldviews of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, worldview_id: int) -> Worldview | None:
        """With its text."""
        return await self._one(ONE, {"community_id": community_id, "worldview_id": worldview_id})

    async def of_thread(self, community_id: int, thread_id: int) -> Worldview | None:
        """The one whose thread this is."""
        return await self._one(OF_THREAD, {"community_id": community_id, "thread_id": thread_id})

    async def newest(self, community_id: int, user_id: int) -> Worldview | None:
        """The last one that this author posted with the form."""
        query = sa.select(worldviews).where(*_by(community_id, user_id), worldviews.c.made == Made.FORM)
        return await self._one(query.order_by(worldviews.c.worldview_id.desc()).limit(1), {})

    async def last_by_hand(self, community_id: int, user_id: int) -> int | None:
        """The newest thread that this author made by hand."""
        query = sa.select(sa.func.max(worldviews.c.thread_id)).where(
            *_by(community_id, user_id), worldviews.c.made == Made.HAND
        )
        found: int | None = (await self.link.execute(query)).scalar_one()
        return found

    async def has_agreed(self, community_id: int, user_id: int, consent: int) -> bool:
        """Whether this author ever agreed to this version of what becomes of a worldview."""
        query = sa.select(sa.literal(1)).where(*_by(community_id, user_id), worldviews.c.consent == consent)
        return (await self.link.execute(query.limit(1))).one_or_none() is not None

    async def has_pseudonym(self, community_id: int, pseudonym: str) -> bool:
        """Whether anybody ever had it here."""
        query = sa.select(sa.literal(1)).where(
            worldviews.c.community_id == community_id, worldviews.c.pseudonym == pseudonym
        )
        return (await self.link.execute(query.limit(1))).one_or_none() is not None

    async def add(self, worldview: Worldview) -> int:
        """Keep a new one; its number."""
        row = await self._row(worldview)
        added = await self.link.execute(worldviews.insert().values(row).returning(worldviews.c.worldview_id))
        number: int = added.scalar_one()
        return number

    async def save(self, worldview: Worldview) -> None:
        """What has become of one, text and all."""
        await self.link.execute(
            worldviews.update()
            .where(
                worldviews.c.community_id == worldview.community_id,
                worldviews.c.worldview_id == worldview.worldview_id,
            )
            .values(await self._row(worldview))
        )

    async def _one(self, query: sa.Executable, facts: Mapping[str, int]) -> Worldview | None:
        row = (await self.link.execute(query, facts)).one_or_none()
        if row is None:
            return None
        key = None
        if any(getattr(row, part) is not None for part in PARTS):
            key = await self.keys.find(row.community_id, row.user_id)
        return worldview_of(row, key)

    async def _row(self, worldview: Worldview) -> dict[str, object]:
        row: dict[str, object] = {name: getattr(worldview, name) for name in PLAIN}
        row["topics"] = list(worldview.topics)
        row |= dict.fromkeys(PARTS)
        texts = {part: text for part in PARTS if (text := getattr(worldview.explanation, part))}
        if texts:
            key = await self.keys.of(worldview.community_id, worldview.user_id)
            row |= {part: key.seal(text, place=f"worldviews.{part}") for part, text in texts.items()}
        return row


def _by(community_id: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return worldviews.c.community_id == community_id, worldviews.c.user_id == user_id


def worldview_of(row: sa.Row[Any], key: PersonKey | None) -> Worldview:
    """The row as a value; without a key, without its text."""
    texts = {
        part: key.open(sealed, place=f"worldviews.{part}")
        for part in PARTS
        if key is not None and (sealed := getattr(row, part)) is not None
    }
    plain = {name: getattr(row, name) for name in PLAIN}
    plain |= {
        "topics": tuple(row.topics),
        "made": Made(row.made),
        "state": State(row.state),
        "seat": None if row.seat is None else Seat(row.seat),
    }
    return Worldview(row.worldview_id, **plain, explanation=Explanation(**texts))
