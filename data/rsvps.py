"""Who comes to a date of a discussion, at rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import participants, rsvps
from data.types import save_row
from domain.people import Seat
from domain.rsvps import Answer, Rsvp

COLUMNS = ("user_id", "answer", "seat", "line", "answered_at", "offered_until", "by_interest")


@dataclass(frozen=True, slots=True)
class Rsvps:
    """Questions about the answers to one date at a time."""

    link: Link

    async def find(self, community_id: int, occurrence_id: int, user_id: int) -> Rsvp | None:
        query = _of(community_id, occurrence_id).where(rsvps.c.user_id == user_id)
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else _rsvp(row)

    async def going_to(self, community_id: int, user_id: int, numbers: Collection[int]) -> set[int]:
        """To which of these dates somebody comes."""
        query = sa.select(rsvps.c.occurrence_id).where(
            rsvps.c.community_id == community_id,
            rsvps.c.user_id == user_id,
            rsvps.c.occurrence_id.in_(sorted(numbers)),
            rsvps.c.answer == Answer.GOING.value,
        )
        return set((await self.link.execute(query)).scalars())

    async def who(
        self, community_id: int, occurrence_id: int, *answers: Answer, most: int | None = None
    ) -> list[Rsvp]:
        """Who said any of these, in the order in which they were kept; with none given, all."""
        query = _of(community_id, occurrence_id).order_by(rsvps.c.line).limit(most)
        if answers:
            query = query.where(rsvps.c.answer.in_(sorted(answers)))
        return [_rsvp(row) for row in await self.link.execute(query)]

    async def tally(self, community_id: int, occurrence_id: int) -> dict[Answer, int]:
        """How many said what."""
        query = (
            sa.select(rsvps.c.answer, sa.func.count())
            .where(rsvps.c.community_id == community_id, rsvps.c.occurrence_id == occurrence_id)
            .group_by(rsvps.c.answer)
        )
        return {Answer(answer): count for answer, count in await self.link.execute(query)}

    async def sides(self, community_id: int, occurrence_id: int) -> set[tuple[str, Seat]]:
        """Which generations come, and in which seats."""
        of_theirs = (participants.c.community_id == rsvps.c.community_id) & (
            participants.c.user_id == rsvps.c.user_id
        )
        query = (
            sa.select(participants.c.generation, rsvps.c.seat)
            .join_from(rsvps, participants, of_theirs)
            .where(
                rsvps.c.community_id == community_id,
                rsvps.c.occurrence_id == occurrence_id,
                rsvps.c.answer == Answer.GOING,
            )
            .distinct()
        )
        return {(generation, Seat(seat)) for generation, seat in await self.link.execute(query)}

    async def save(self, community_id: int, occurrence_id: int, rsvp: Rsvp) -> None:
        """In place of what they said before."""
        row = {name: getattr(rsvp, name) for name in COLUMNS}
        row |= {"community_id": community_id, "occurrence_id": occurrence_id}
        await save_row(self.link, rsvps, row, ("community_id", "occurrence_id", "user_id"))


def _of(community_id: int, occurrence_id: int) -> sa.Select[Any]:
    return sa.select(*(rsvps.c[name] for name in COLUMNS)).where(
        rsvps.c.community_id == community_id, rsvps.c.occurrence_id == occurrence_id
    )


def _rsvp(row: sa.Row[Any]) -> Rsvp:
    return Rsvp(row.user_id, Answer(row.answer), Seat(row.seat), *tuple(row)[3:])
