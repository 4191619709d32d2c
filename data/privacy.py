"""Everything kept about one person: shown, and erased.

No table is named here. Whatever has a `UserId` column is found, so that a new table cannot be forgotten: a
row that is about the person goes, a mention of them in somebody else's row becomes empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.remembered import Look
from data.tables import erasures, greetings, metadata, traces
from data.traces import Traces
from data.types import Sealed, UserId, upsert

NOBODY = 0
"""In a column that names a person and may not be empty."""
SOMEBODY_ELSE = "somebody else"

Held = dict[str, list[dict[str, object]]]
"""Rows by table, in a form that JSON can hold."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What still has to go from Discord. `greeting_id` is the message that welcomed the person."""

    community_id: int
    user_id: int
    greeting_id: int | None


@dataclass(frozen=True, slots=True)
class Privacy:
    """Questions every person may ask about themselves."""

    link: Link
    keys: Keys
    look: Look

    async def held(self, community_id: int, user_id: int) -> Held:
        """All that is kept about this person here, sealed text opened. Keys themselves are left out.

        A row may name somebody else as well: who that is, is theirs, and it may be hidden behind a pseudonym.
        """
        found: Held = {}
        for column in person_columns():
            query = sa.select(column.table).where(*_about(column, community_id, user_id))
            rows = [await self._plain(column.table, row, user_id) for row in await self.link.execute(query)]
            if rows:
                found.setdefault(column.table.name, []).extend(rows)
        return found

    async def erase(self, community_id: int, user_id: int, now: datetime) -> Erasure:
        """Forget the person, and remember until `erased` only what must still go from Discord."""
        self.look.change()  # they may have set the community up
        greeting_id = await self._greeting(community_id, user_id)
        await Traces(self.link).collect(community_id, user_id)
        for column in reversed(list(person_columns())):
            if column.table is traces:  # those of an erasure before this one have to go as well
                continue
            where = _about(column, community_id, user_id)
            await self.link.execute(
                column.table.update().where(*where).values({column: None})
                if column.nullable
                else column.table.delete().where(*where)
            )
        row = {"community_id": community_id, "user_id": user_id, "asked_at": now, "greeting_id": greeting_id}
        await self.link.execute(upsert(self.link, erasures, row, ["community_id", "user_id"]))
        return Erasure(community_id, user_id, greeting_id)

    async def erased(self, community_id: int, user_id: int) -> None:
        """Nothing of this person is left on Discord either."""
        await self.link.execute(
            erasures.delete().where(erasures.c.community_id == community_id, erasures.c.user_id == user_id)
        )

    async def unfinished(self, community_id: int) -> list[Erasure]:
        """Erasures of this community that were interrupted."""
        columns = erasures.c.community_id, erasures.c.user_id, erasures.c.greeting_id
        query = sa.select(*columns).where(erasures.c.community_id == community_id)
        return [Erasure(*row) for row in await self.link.execute(query)]

    async def _greeting(self, community_id: int, user_id: int) -> int | None:
        """The message that greeted this person, also when an earlier erasure was interrupted."""
        for column in (greetings.c.message_id, erasures.c.greeting_id):
            table = column.table.c
            query = sa.select(column).where(table.community_id == community_id, table.user_id == user_id)
            found: int | None = (await self.link.execute(query)).scalar_one_or_none()
            if found is not None:
                return found
        return None

    async def _plain(self, table: sa.FromClause, row: sa.Row[Any], user_id: int) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, value in row._mapping.items():
            if isinstance(table.c[name].type, UserId) and value not in (None, NOBODY, user_id):
                values[name] = SOMEBODY_ELSE
            elif isinstance(value, Sealed):
                key = await self.keys.find(row.community_id, row._mapping.get("user_id", NOBODY))
                values[name] = key.open(value, place=f"{table.description}.{name}") if key else None
            elif not isinstance(value, bytes):
                values[name] = _plain_value(value)
        return values


def person_columns() -> Iterator[sa.Column[Any]]:
    """Every column that holds a person's id, parents before the tables that refer to them."""
    for table in metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, UserId))


def _about(column: sa.Column[Any], community_id: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return column.table.c.community_id == community_id, column == user_id


def _plain_value(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int) and value > 2**53 else value
