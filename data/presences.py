"""Visits to the rooms of discussions, at rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import occurrences, presences
from domain.attendance import Presence, Visits
from domain.rooms import OPENED

COLUMNS = ("user_id", "came_at", "left_at", "came_within", "left_within", "presence_id")
AT_ONCE = 500
"""So many people are named in one question."""

OF_DATE = (
    sa.select(*(presences.c[name] for name in COLUMNS))
    .where(
        presences.c.community_id == sa.bindparam("community_id"),
        presences.c.occurrence_id == sa.bindparam("occurrence_id"),
    )
    .order_by(presences.c.presence_id)
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""
OF_PEOPLE = OF_DATE.where(presences.c.user_id.in_(sa.bindparam("user_ids", expanding=True)))
HERE = OF_DATE.where(presences.c.left_at.is_(None))
CHANGE = (
    presences.update()
    .where(
        presences.c.community_id == sa.bindparam("of_community"),
        presences.c.presence_id == sa.bindparam("number"),
    )
    .values({name: sa.bindparam(name) for name in COLUMNS[1:5]})
)
UNFINISHED = (
    sa.select(presences.c.occurrence_id)
    .join(
        occurrences,
        (occurrences.c.community_id == presences.c.community_id)
        & (occurrences.c.occurrence_id == presences.c.occurrence_id),
    )
    .where(
        presences.c.community_id == sa.bindparam("community_id"),
        presences.c.left_at.is_(None),
        occurrences.c.state.not_in(sorted(OPENED)),
    )
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Presences:
    """Questions about who was in the room of one date at a time."""

    link: Link

    async def of(self, community_id: int, occurrence_id: int) -> list[Presence]:
        """All visits, in the order in which we learned of them."""
        return await self._read(OF_DATE, community_id, occurrence_id)

    async def by_person(
        self, community_id: int, occurrence_id: int, user_ids: Collection[int]
    ) -> dict[int, Visits]:
        """Those of these people, who all stand in the answer."""
        found: dict[int, Visits] = dict.fromkeys(user_ids, ())
        asked = sorted(found)
        for start in range(0, len(asked), AT_ONCE):
            some = {"user_ids": asked[start : start + AT_ONCE]}
            for visit in await self._read(OF_PEOPLE, community_id, occurrence_id, **some):
                found[visit.user_id] += (visit,)
        return found

    async def here(self, community_id: int, occurrence_id: int) -> list[Presence]:
        """The visits that last, as far as we know."""
        return await self._read(HERE, community_id, occurrence_id)

    async def in_room(self, community_id: int, occurrence_id: int) -> list[int]:
        """Who is there now, as far as we know, longest first."""
        visits = sorted(await self.here(community_id, occurrence_id), key=lambda each: each.came_at)
        return [visit.user_id for visit in visits]

    async def unfinished(self, community_id: int) -> list[int]:
        """The dates that are over, and somebody is in their room according to what is kept."""
        found = await self.link.execute(UNFINISHED, {"community_id": community_id})
        return list(found.scalars())

    async def save(self, community_id: int, occurrence_id: int, visits: Iterable[Presence]) -> None:
        """Keep those that are new, and how the others are now."""
        rows: dict[bool, list[dict[str, Any]]] = defaultdict(list)
        for visit in visits:
            row: dict[str, Any] = {name: getattr(visit, name) for name in COLUMNS[1:5]}
            if visit.presence_id:
                row |= {"of_community": community_id, "number": visit.presence_id}
            else:
                row |= {"community_id": community_id, "occurrence_id": occurrence_id}
                row |= {"user_id": visit.user_id}
            rows[visit.presence_id == 0].append(row)
        if rows[True]:
            await self.link.execute(presences.insert(), rows[True])
        if rows[False]:
            await self.link.execute(CHANGE, rows[False])

    async def _read(
        self,
        query: sa.Select[Any],
        community_id: int,
        occurrence_id: int,
        **more: list[int],
    ) -> list[Presence]:
        facts: dict[str, object] = {"community_id": community_id, "occurrence_id": occurrence_id, **more}
        return [Presence(*row) for row in await self.link.execute(query, facts)]
