"""Participants at rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.pages import pages
from data.tables import participants
from data.types import save_row
from domain.people import Participant, Seat, Standing

ABOUT = "participants.about"
FIELDS = tuple(field.name for field in fields(Participant))
AT_ONCE = 500
"""So many people are named in one question."""
_values = attrgetter(*FIELDS)

ONE = sa.select(participants).where(
    participants.c.community_id == sa.bindparam("community_id"),
    participants.c.user_id == sa.bindparam("user_id"),
)
LANGUAGE = ONE.with_only_columns(participants.c.language)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class People:
    """Questions about the people of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, user_id: int) -> Participant | None:
        row = (await self.link.execute(ONE, _key(community_id, user_id))).one_or_none()
        return None if row is None else await self._value(row)

    async def everyone(self, community_id: int) -> list[Participant]:
        """All who ever signed up here and were not erased, without their line about themselves.

        A long read: see `Database.browse`.
        """
        query = sa.select(participants).where(participants.c.community_id == community_id)
        return [
            _participant(row, about=None)
            async for page in pages(self.link, query, participants.c.user_id)
            for row in page
        ]

    async def among(self, community_id: int, user_ids: Collection[int]) -> set[int]:
        """Which of these ever signed up here and were not erased."""
        asked, found = sorted(user_ids), set[int]()
        for start in range(0, len(asked), AT_ONCE):
            query = sa.select(participants.c.user_id).where(
                participants.c.community_id == community_id,
                participants.c.user_id.in_(asked[start : start + AT_ONCE]),
            )
            found |= set((await self.link.execute(query)).scalars())
        return found

    async def language_of(self, community_id: int, user_id: int) -> str | None:
        return (await self.link.execute(LANGUAGE, _key(community_id, user_id))).scalar_one_or_none()

    async def save(self, person: Participant) -> None:
        row: dict[str, object] = dict(zip(FIELDS, _values(person), strict=True))
        if person.about is not None:
            key = await self.keys.of(person.community_id, person.user_id)
            row["about"] = key.seal(person.about, place=ABOUT)
        await save_row(self.link, participants, row, ("community_id", "user_id"))

    async def _value(self, row: sa.Row[Any]) -> Participant:
        if row.about is None:
            return _participant(row, about=None)
        key = await self.keys.find(row.community_id, row.user_id)
        return _participant(row, about=key.open(row.about, place=ABOUT) if key else None)


def _key(community_id: int, user_id: int) -> dict[str, int]:
    return {"community_id": community_id, "user_id": user_id}


def _participant(row: sa.Row[Any], about: str | None) -> Participant:
    plain = {**row._mapping, "about": about, "seat": Seat(row.seat), "standing": Standing(row.standing)}
    return Participant(**plain)
