"""Discussions at rest: the rule of each. Its texts are the community's, and sealed with its own key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.keys import Keys, PersonKey
from data.link import Link
from data.tables import discussion_people, discussions
from domain.discussions import Discussion, Places, Plan, Status
from domain.repeats import Repeat

COMMUNITY = 0
"""Whose key seals what belongs to the community and to no person."""


@dataclass(frozen=True, slots=True)
class Discussions:
    """Questions about the discussions of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, discussion_id: int) -> Discussion | None:
        return await self._one(community_id, discussions.c.discussion_id == discussion_id)

    async def of_token(self, community_id: int, token: str) -> Discussion | None:
        """The one that came of this plan."""
        return await self._one(community_id, discussions.c.token == token)

    async def going_on(self, community_id: int) -> list[Discussion]:
        """Those that may still have dates to come, the oldest first."""
        query = (
            sa.select(discussions)
            .where(discussions.c.community_id == community_id, discussions.c.state == Status.GOING_ON)
            .order_by(discussions.c.discussion_id)
        )
        return [await self._discussion(row) for row in (await self.link.execute(query)).all()]

    async def parts(self, community_id: int, discussion_id: int) -> list[int]:
        """All parts of the series that this one is, or is a part of: it was parted where it was changed."""
        query = (
            sa.select(discussions.c.discussion_id, discussions.c.follows)
            .where(discussions.c.community_id == community_id, discussions.c.follows.is_not(None))
            .order_by(discussions.c.discussion_id)
        )
        pairs = [(row.discussion_id, row.follows) for row in await self.link.execute(query)]
        before, first = dict(pairs), discussion_id
        while first in before:
            first = before[first]
        parts = [first]
        for number, follows in pairs:  # a part is made after the one that it follows
            parts += [number] if follows in parts else []
        return parts

    async def add(
        self, community_id: int, plan: Plan, by: int | None, token: str, now: datetime
    ) -> Discussion:
        """Keep a new one, whoever is asked to it included."""
        row = {
            **await self._planned(community_id, plan),
            "community_id": community_id,
            "planned_by": by,
            "token": token,
            "state": Status.GOING_ON,
            "planned_at": now,
        }
        added = await self.link.execute(
            discussions.insert().values(row).returning(discussions.c.discussion_id)
        )
        number: int = added.scalar_one()
        await self._invite(community_id, number, plan.people)
        return Discussion(number, community_id, plan, by, Status.GOING_ON, now)

    async def replan(self, community_id: int, discussion_id: int, plan: Plan) -> None:
        """Keep its plan as it is now. Whom it is for stays as it was."""
        await self.change(community_id, discussion_id, **await self._planned(community_id, plan))

    async def change(self, community_id: int, discussion_id: int, **values: object) -> None:
        """Columns by name."""
        await self.link.execute(discussions.update().where(*_one(community_id, discussion_id)).values(values))

    async def is_invited(self, community_id: int, discussion_id: int, user_id: int) -> bool:
        """Whether one that is for named people is for this one."""
        query = sa.select(sa.literal(1)).where(
            discussion_people.c.community_id == community_id,
            discussion_people.c.discussion_id == discussion_id,
            discussion_people.c.user_id == user_id,
        )
        return (await self.link.execute(query)).one_or_none() is not None

    async def _invite(self, community_id: int, discussion_id: int, people: Iterable[int]) -> None:
        rows = [
            {"community_id": community_id, "discussion_id": discussion_id, "user_id": user_id}
            for user_id in sorted(people)
        ]
        if rows:
            await self.link.execute(discussion_people.insert(), rows)

    async def _one(self, community_id: int, which: sa.ColumnElement[bool]) -> Discussion | None:
        query = sa.select(discussions).where(discussions.c.community_id == community_id, which)
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else await self._discussion(row)

    async def _discussion(self, row: sa.Row[Any]) -> Discussion:
        key = await self.keys.of(row.community_id, COMMUNITY)
        people = await self._people(row.community_id, row.discussion_id) if row.named else ()
        plan = Plan(
            title=key.open(row.title, place="discussions.title"),
            local=datetime.fromisoformat(row.first_local),
            time_zone=row.time_zone,
            minutes=row.minutes,
            about=key.open(row.about, place="discussions.about") if row.about else "",
            topic=row.topic,
            deck=row.deck,
            repeat=Repeat.parse(row.repeats) if row.repeats else None,
            places=Places(row.places, row.places_mentor, row.places_mentee),
            host_id=row.host_id,
            people=frozenset(people),
        )
        state = Status(row.state)
        return Discussion(
            row.discussion_id,
            row.community_id,
            plan,
            row.planned_by,
            state,
            row.planned_at,
            row.missed,
            row.follows,
        )

    async def _people(self, community_id: int, discussion_id: int) -> list[int]:
        query = sa.select(discussion_people.c.user_id).where(
            discussion_people.c.community_id == community_id,
            discussion_people.c.discussion_id == discussion_id,
        )
        return list((await self.link.execute(query)).scalars())

    async def _planned(self, community_id: int, plan: Plan) -> dict[str, object]:
        key = await self.keys.of(community_id, COMMUNITY)
        return {
            **_sealed(key, plan),
            "host_id": plan.host_id,
            "topic": plan.topic,
            "deck": plan.deck,
            "time_zone": plan.time_zone,
            "first_local": wall(plan.local),
            "minutes": plan.minutes,
            "repeats": plan.repeat.rule(plan.local.date()) if plan.repeat else None,
            "places": plan.places.total,
            "places_mentor": plan.places.mentor,
            "places_mentee": plan.places.mentee,
            "named": bool(plan.people),
        }


def wall(local: datetime) -> str:
    """A wall time at rest: "2027-03-28T18:00"."""
    return local.isoformat(timespec="minutes")


def _sealed(key: PersonKey, plan: Plan) -> dict[str, object]:
    return {
        "title": key.seal(plan.title, place="discussions.title"),
        "about": key.seal(plan.about, place="discussions.about") if plan.about else None,
    }


def _one(community_id: int, discussion_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return discussions.c.community_id == community_id, discussions.c.discussion_id == discussion_id
