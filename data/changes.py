"""What people are about to change about discussions, until they have confirmed it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import changes
from domain.changes import Change, Edit, Scope, What

PLACE = "changes.change"


@dataclass(frozen=True, slots=True)
class Changes:
    """Questions about what one person is changing in one community."""

    link: Link
    keys: Keys

    async def add(self, community_id: int, user_id: int, change: Change, now: datetime) -> int:
        """In place of what they wanted before; its number."""
        key = await self.keys.of(community_id, user_id)
        await self.link.execute(
            changes.delete().where(changes.c.community_id == community_id, changes.c.user_id == user_id)
        )
        row = {
            "community_id": community_id,
            "user_id": user_id,
            "change": key.seal(_written(change), place=PLACE),
            "saved_at": now,
        }
        number: int = (
            await self.link.execute(changes.insert().values(row).returning(changes.c.change_id))
        ).scalar_one()
        return number

    async def find(self, community_id: int, user_id: int, change_id: int) -> tuple[Change, bool] | None:
        """What it is, and whether it was made; None when it is somebody else's, or replaced."""
        query = sa.select(changes).where(*_one(community_id, user_id, change_id))
        row = (await self.link.execute(query)).one_or_none()
        key = await self.keys.find(community_id, user_id) if row is not None else None
        if row is None or key is None:
            return None
        return _read(key.open(row.change, place=PLACE)), row.made_at is not None

    async def made(self, community_id: int, user_id: int, change_id: int, now: datetime) -> None:
        """It is done, and counts no second time."""
        made = changes.update().where(*_one(community_id, user_id, change_id)).values(made_at=now)
        await self.link.execute(made)

    async def forget(self, community_id: int, user_id: int, change_id: int) -> None:
        """They let it be."""
        await self.link.execute(changes.delete().where(*_one(community_id, user_id, change_id)))


def _one(community_id: int, user_id: int, change_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        changes.c.community_id == community_id,
        changes.c.user_id == user_id,
        changes.c.change_id == change_id,
    )


def _written(change: Change) -> str:
    facts = {**asdict(change), "at": change.at.isoformat() if change.at else None}
    return json.dumps(facts, ensure_ascii=False)


def _read(text: str) -> Change:
    facts = json.loads(text)
    return Change(
        occurrence_id=facts["occurrence_id"],
        seen=facts["seen"],
        what=What(facts["what"]),
        scope=Scope(facts["scope"]),
        at=datetime.fromisoformat(facts["at"]) if facts["at"] else None,
        edit=Edit(**facts["edit"]),
        reason=facts["reason"],
        host_id=facts["host_id"],
    )
