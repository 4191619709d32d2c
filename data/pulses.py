"""The three taps at rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import pulses
from data.types import save_row
from domain.pulses import Pulse, Question, Tap


@dataclass(frozen=True, slots=True)
class Pulses:
    """Questions about the taps after one date at a time."""

    link: Link

    async def find(self, community_id: int, occurrence_id: int, user_id: int) -> Pulse:
        """What they tapped so far; nothing, to begin with."""
        row = (await self.link.execute(_of(community_id, occurrence_id, user_id))).one_or_none()
        return Pulse(user_id) if row is None else _pulse(row)

    async def all(self, community_id: int, occurrence_id: int) -> list[Pulse]:
        return [_pulse(row) for row in await self.link.execute(_of(community_id, occurrence_id))]

    async def save(
        self, community_id: int, occurrence_id: int, user_id: int, question: Question, tap: Tap, now: datetime
    ) -> None:
        """In place of what they tapped there before."""
        row = {
            "occurrence_id": occurrence_id,
            "community_id": community_id,
            "user_id": user_id,
            question.value: int(tap),
            "answered_at": now,
        }
        await save_row(self.link, pulses, row, ("occurrence_id", "community_id", "user_id"))


def _of(community_id: int, occurrence_id: int, user_id: int | None = None) -> sa.Select[Any]:
    query = sa.select(pulses).where(
        pulses.c.community_id == community_id, pulses.c.occurrence_id == occurrence_id
    )
    return query if user_id is None else query.where(pulses.c.user_id == user_id)


def _pulse(row: sa.Row[Any]) -> Pulse:
    given = {question: getattr(row, question.value) for question in Question}
    return Pulse(row.user_id, {question: Tap(tap) for question, tap in given.items() if tap is not None})
