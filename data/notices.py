"""What stewards were told, so that each thing is told once and withdrawn when it is mended."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import notices
from data.types import upsert
from domain.notices import Notice

KEYS = ["community_id", "kind", "subject"]


@dataclass(frozen=True, slots=True)
class Notices:
    """Questions about a community's notices."""

    link: Link

    async def report(self, community_id: int, kind: str, subject: str, now: datetime) -> Notice:
        """Count an occurrence: of the open notice if there is one, else of a new one."""
        open_ = await self.find(community_id, kind, subject)
        notice = replace(open_, times=open_.times + 1) if open_ else Notice(kind, subject, first_at=now)
        row = {**asdict(notice), "community_id": community_id, "last_at": now, "resolved_at": None}
        await self.link.execute(upsert(self.link, notices, row, KEYS))
        return notice

    async def posted(self, community_id: int, kind: str, subject: str, message_id: int) -> None:
        where = _one(community_id, kind, subject)
        await self.link.execute(notices.update().where(*where).values(message_id=message_id))

    async def resolve(self, community_id: int, kind: str, subject: str, now: datetime) -> None:
        """It is mended; another occurrence will be a new notice."""
        where = _one(community_id, kind, subject)
        await self.link.execute(notices.update().where(*where).values(resolved_at=now))

    async def open(self, community_id: int) -> list[Notice]:
        """What is not mended yet, the oldest first."""
        query = (
            sa.select(notices)
            .where(notices.c.community_id == community_id, notices.c.resolved_at.is_(None))
            .order_by(notices.c.first_at, notices.c.kind, notices.c.subject)
        )
        return [_notice(row) for row in await self.link.execute(query)]

    async def find(self, community_id: int, kind: str, subject: str) -> Notice | None:
        """The open notice about this, if there is one."""
        where = (*_one(community_id, kind, subject), notices.c.resolved_at.is_(None))
        row = (await self.link.execute(sa.select(notices).where(*where))).one_or_none()
        return None if row is None else _notice(row)


def _one(community_id: int, kind: str, subject: str) -> tuple[sa.ColumnElement[bool], ...]:
    return notices.c.community_id == community_id, notices.c.kind == kind, notices.c.subject == subject


def _notice(row: sa.Row[Any]) -> Notice:
    return Notice(row.kind, row.subject, row.first_at, row.times, row.message_id)
