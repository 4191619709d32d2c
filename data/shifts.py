"""Shifts at rest."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import shifts
from domain.shifts import Kind, Shift

REASON = "shifts.reason"
PLAIN = (
    *("community_id", "worldview_id", "user_id", "receiver_id", "kind", "given_at", "changed_at"),
    "message_id",
)
ONE = sa.select(shifts).where(
    shifts.c.community_id == sa.bindparam("community_id"), shifts.c.shift_id == sa.bindparam("shift_id")
)
BETWEEN = sa.select(shifts).where(
    shifts.c.community_id == sa.bindparam("community_id"),
    shifts.c.worldview_id == sa.bindparam("worldview_id"),
    shifts.c.user_id == sa.bindparam("user_id"),
    shifts.c.receiver_id == sa.bindparam("receiver_id"),
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """Questions about the shifts of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, shift_id: int) -> Shift | None:
        """With its reason."""
        return await self._one(ONE, community_id=community_id, shift_id=shift_id)

    async def between(
        self, community_id: int, worldview_id: int, user_id: int, receiver_id: int
    ) -> Shift | None:
        """The one that this person gave that one here."""
        facts = {"community_id": community_id, "worldview_id": worldview_id}
        return await self._one(BETWEEN, **facts, user_id=user_id, receiver_id=receiver_id)

    async def add(self, shift: Shift) -> int:
        """Keep a new one; its number."""
        added = await self.link.execute(
            shifts.insert().values(await self._row(shift)).returning(shifts.c.shift_id)
        )
        number: int = added.scalar_one()
        return number

    async def save(self, shift: Shift) -> None:
        """What has become of it."""
        await self.link.execute(
            shifts.update()
            .where(shifts.c.community_id == shift.community_id, shifts.c.shift_id == shift.shift_id)
            .values(await self._row(shift))
        )

    async def posted(self, community_id: int, shift_id: int, message_id: int) -> bool:
        """Everybody can read it in this message. False when the row is gone."""
        where = shifts.c.community_id == community_id, shifts.c.shift_id == shift_id
        return bool(
            (await self.link.execute(shifts.update().where(*where).values(message_id=message_id))).rowcount
        )

    async def _row(self, shift: Shift) -> dict[str, object]:
        key = await self.keys.of(shift.community_id, shift.user_id)
        row: dict[str, object] = {name: getattr(shift, name) for name in PLAIN}
        return row | {"reason": key.seal(shift.reason, place=REASON)}

    async def _one(self, query: sa.Executable, **facts: object) -> Shift | None:
        row = (await self.link.execute(query, facts)).one_or_none()
        key = None if row is None else await self.keys.find(row.community_id, row.user_id)
        if row is None or key is None:
            return None
        plain = {name: getattr(row, name) for name in PLAIN} | {"kind": Kind(row.kind)}
        return Shift(row.shift_id, **plain, reason=key.open(row.reason, place=REASON))
