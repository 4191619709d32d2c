"""The ledger of turns: who was given the word, and for how long they had it by the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import turns
from domain.conductor import Turn
from domain.people import Seat

COLUMNS = (
    *("turn_id", "community_id", "occurrence_id", "user_id", "seat", "position"),
    *("began_at", "due_at", "ended_at", "extended", "passed"),
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Questions about the turns of one date at a time."""

    link: Link

    async def find(self, community_id: int, turn_id: int) -> Turn | None:
        return await self._first(
            sa.select(turns).where(turns.c.community_id == community_id, turns.c.turn_id == turn_id)
        )

    async def last(self, community_id: int, occurrence_id: int) -> Turn | None:
        """The present turn, or the one before when it is nobody's."""
        query = sa.select(turns).where(*_of(community_id, occurrence_id))
        return await self._first(query.order_by(turns.c.turn_id.desc()).limit(1))

    async def begin(self, turn: Turn) -> Turn:
        """Keep a new one; with its number."""
        row = {name: getattr(turn, name) for name in COLUMNS if name != "turn_id"}
        added = await self.link.execute(turns.insert().values(row).returning(turns.c.turn_id))
        return replace(turn, turn_id=added.scalar_one())

    async def change(self, turn: Turn, **values: object) -> None:
        """Columns by name."""
        where = turns.c.community_id == turn.community_id, turns.c.turn_id == turn.turn_id
        await self.link.execute(turns.update().where(*where).values(values))

    async def on_prompt(self, community_id: int, occurrence_id: int, position: int) -> set[int]:
        """Who was given the word on this prompt."""
        query = sa.select(turns.c.user_id).where(
            *_of(community_id, occurrence_id), turns.c.position == position
        )
        return set((await self.link.execute(query)).scalars())

    async def per_seat(self, community_id: int, occurrence_id: int) -> dict[Seat, int]:
        """How many turns each seat took; those that were passed do not count."""
        query = (
            sa.select(turns.c.seat, sa.func.count())
            .where(*_of(community_id, occurrence_id), turns.c.passed.is_(False))
            .group_by(turns.c.seat)
        )
        found = {Seat(seat): count for seat, count in await self.link.execute(query)}
        return {seat: found.get(seat, 0) for seat in (Seat.MENTOR, Seat.MENTEE)}

    async def _first(self, query: sa.Select[Any]) -> Turn | None:
        row = (await self.link.execute(query)).one_or_none()
        if row is None:
            return None
        values = {name: getattr(row, name) for name in COLUMNS}
        return Turn(**values | {"seat": Seat(row.seat)})


def _of(community_id: int, occurrence_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return turns.c.community_id == community_id, turns.c.occurrence_id == occurrence_id
