"""Journals at rest: sealed, and each asked for by its own person only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.keys import Keys, PersonKey
from data.link import Link
from data.pages import turned
from data.tables import journal
from data.types import inserting
from domain.journal import Entry
from domain.mine import Page, Turn

TEXT = "journal.text"
TOKEN = ("community_id", "user_id", "token")


@dataclass(frozen=True, slots=True)
class Journal:
    """Questions about the journal of one person at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, user_id: int, entry_id: int) -> Entry | None:
        query = _of(community_id, user_id).where(journal.c.entry_id == entry_id)
        row = (await self.link.execute(query)).one_or_none()
        key = await self.keys.find(community_id, user_id)
        return _entry(row, key) if row is not None and key is not None else None

    async def page(self, community_id: int, user_id: int, turn: Turn, most: int) -> Page[Entry]:
        """Newest first."""
        query = _of(community_id, user_id)
        rows, more = await turned(self.link, query, journal.c.entry_id, turn, most)
        key = await self.keys.find(community_id, user_id)
        return Page(tuple(_entry(row, key) for row in rows) if key else (), turn, more)

    async def add(self, entry: Entry) -> Entry:
        """Keep it, unless the same form was sent before; what is kept now."""
        key = await self.keys.of(entry.community_id, entry.user_id)
        row = {
            "community_id": entry.community_id,
            "user_id": entry.user_id,
            "worldview_id": entry.worldview_id,
            "text": key.seal(entry.text, place=TEXT),
            "token": entry.token,
            "written_at": entry.written_at,
        }
        once = inserting(self.link.dialect.name, journal).values(row)
        await self.link.execute(once.on_conflict_do_nothing(index_elements=list(TOKEN)))
        query = _of(entry.community_id, entry.user_id).where(journal.c.token == entry.token)
        return _entry((await self.link.execute(query)).one(), key)

    async def rewrite(self, entry: Entry) -> None:
        """What it says now."""
        key = await self.keys.of(entry.community_id, entry.user_id)
        text = key.seal(entry.text, place=TEXT)
        await self.link.execute(journal.update().where(*_this(entry)).values(text=text))

    async def delete(self, entry: Entry) -> None:
        await self.link.execute(journal.delete().where(*_this(entry)))


def _of(community_id: int, user_id: int) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(journal).where(journal.c.community_id == community_id, journal.c.user_id == user_id)


def _this(entry: Entry) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        journal.c.community_id == entry.community_id,
        journal.c.user_id == entry.user_id,
        journal.c.entry_id == entry.entry_id,
    )


def _entry(row: sa.Row[Any], key: PersonKey) -> Entry:
    plain = {**row._mapping, "text": key.open(row.text, place=TEXT)}
    return Entry(**plain)
