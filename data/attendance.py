"""What hosts say of who came, at rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data.link import Link
from data.tables import attendance
from data.types import save_row
from domain.attendance import Correction


@dataclass(frozen=True, slots=True)
class Attendance:
    """Questions about the corrections to one date at a time."""

    link: Link

    async def of(self, community_id: int, occurrence_id: int) -> list[Correction]:
        query = sa.select(attendance.c.user_id, attendance.c.came, attendance.c.minutes).where(
            attendance.c.community_id == community_id, attendance.c.occurrence_id == occurrence_id
        )
        return [Correction(*row) for row in await self.link.execute(query)]

    async def save(
        self, community_id: int, occurrence_id: int, correction: Correction, by: int, now: datetime
    ) -> None:
        """In place of what was said before."""
        row = {
            "community_id": community_id,
            "occurrence_id": occurrence_id,
            "user_id": correction.user_id,
            "came": correction.came,
            "minutes": correction.minutes,
            "corrected_by": by,
            "corrected_at": now,
        }
        await save_row(self.link, attendance, row, ("community_id", "occurrence_id", "user_id"))
