"""Reports at rest: for stewards only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import reports
from domain.reports import Reason, Report, State

TEXT = "reports.text"
PLAIN = (
    *("community_id", "worldview_id", "user_id", "reason", "token", "state", "reported_at", "message_id"),
)
MOST = 20
"""So many open ones are listed; the others come up as these are closed."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Questions about the reports of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, report_id: int) -> Report | None:
        """With its words."""
        where = reports.c.community_id == community_id, reports.c.report_id == report_id
        return await self._first(sa.select(reports).where(*where))

    async def by_token(self, community_id: int, user_id: int, token: str) -> Report | None:
        """What came of this person's form, if it came before."""
        where = reports.c.user_id == user_id, reports.c.token == token
        return await self._first(sa.select(reports).where(reports.c.community_id == community_id, *where))

    async def open(self, community_id: int) -> list[Report]:
        """Those that are not closed, the oldest first, MOST of them."""
        query = (
            sa.select(reports)
            .where(reports.c.community_id == community_id, reports.c.state != State.CLOSED.value)
            .order_by(reports.c.report_id)
            .limit(MOST)
        )
        return [await self._value(row) for row in (await self.link.execute(query)).all()]

    async def add(self, report: Report) -> int:
        """Keep a new one; its number."""
        row: dict[str, object] = {name: getattr(report, name) for name in PLAIN}
        row["text"] = None
        if report.text is not None:
            key = await self.keys.of(report.community_id, report.user_id)
            row["text"] = key.seal(report.text, place=TEXT)
        added = await self.link.execute(reports.insert().values(row).returning(reports.c.report_id))
        number: int = added.scalar_one()
        return number

    async def move(self, report: Report) -> None:
        """How far stewards are with it."""
        await self._change(report.community_id, report.report_id, state=report.state)

    async def posted(self, community_id: int, report_id: int, message_id: int) -> None:
        """Stewards can read it in this message."""
        await self._change(community_id, report_id, message_id=message_id)

    async def _change(self, community_id: int, report_id: int, **values: object) -> None:
        where = reports.c.community_id == community_id, reports.c.report_id == report_id
        await self.link.execute(reports.update().where(*where).values(values))

    async def _first(self, query: sa.Executable) -> Report | None:
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else await self._value(row)

    async def _value(self, row: sa.Row[Any]) -> Report:
        text = None
        if row.text is not None:
            key = await self.keys.find(row.community_id, row.user_id)
            text = None if key is None else key.open(row.text, place=TEXT)
        plain = {name: getattr(row, name) for name in PLAIN}
        plain |= {"reason": Reason(row.reason), "state": State(row.state)}
        return Report(row.report_id, **plain, text=text)
