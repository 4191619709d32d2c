"""The dates of discussions at rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.discussions import COMMUNITY, wall
from data.keys import Keys, PersonKey
from data.link import Link
from data.tables import discussion_people, discussions, occurrences, rsvps
from data.types import add_missing
from domain.discussions import COMING, Occurrence, Places, State
from domain.instants import Instant

TEXTS = ("title", "about", "reason")
OF_ITS_DISCUSSION = (
    *("topic", "time_zone", "host_id", "planned_by", "named", "repeats"),
    *("places", "places_mentor", "places_mentee"),
)
SELECT = sa.select(
    occurrences,
    discussions.c.title.label("its_title"),
    discussions.c.about.label("its_about"),
    discussions.c.deck.label("its_deck"),
    *(discussions.c[name] for name in OF_ITS_DISCUSSION),
).join_from(
    occurrences,
    discussions,
    (discussions.c.community_id == occurrences.c.community_id)
    & (discussions.c.discussion_id == occurrences.c.discussion_id),
)
ONE = SELECT.where(
    occurrences.c.community_id == sa.bindparam("community_id"),
    occurrences.c.occurrence_id == sa.bindparam("occurrence_id"),
)


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Questions about the dates of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, occurrence_id: int) -> Occurrence | None:
        found = await self._all(
            ONE, community_id, {"community_id": community_id, "occurrence_id": occurrence_id}
        )
        return found[0] if found else None

    async def several(self, community_id: int, numbers: Collection[int]) -> list[Occurrence]:
        """Those of these that there are, the earliest first."""
        return await self._where(community_id, occurrences.c.occurrence_id.in_(sorted(numbers)))

    async def of_event(self, community_id: int, event_id: int) -> Occurrence | None:
        """The date that a scheduled event of Discord's stands for."""
        return await self._first(community_id, occurrences.c.event_id == event_id)

    async def of_card(self, community_id: int, card_id: int) -> Occurrence | None:
        """The date whose card, and thread, this is."""
        return await self._first(community_id, occurrences.c.card_id == card_id)

    async def of_original(
        self, community_id: int, discussion_id: int, original: datetime
    ) -> Occurrence | None:
        """The date that the rule puts at this wall time."""
        return await self._first(
            community_id,
            occurrences.c.discussion_id == discussion_id,
            occurrences.c.original == wall(original),
        )

    async def of_discussion(self, community_id: int, discussion_id: int) -> list[Occurrence]:
        """All dates that one has had and is known to have, the earliest first."""
        return await self._where(community_id, occurrences.c.discussion_id == discussion_id)

    async def coming(self, community_id: int, most: int | None = None) -> list[Occurrence]:
        """Those still to happen, or happening, the nearest first."""
        return await self.in_states(community_id, COMING, most)

    async def in_states(
        self, community_id: int, states: Collection[State], most: int | None = None
    ) -> list[Occurrence]:
        """Those that are so, the earliest first."""
        return await self._where(community_id, occurrences.c.state.in_(sorted(states)), most=most)

    async def since(
        self, community_id: int, after: datetime, of_person: int | None = None
    ) -> list[Occurrence]:
        """Whatever begins after this moment, also what is over or cancelled.

        `of_person`: only what they answered, host, or are asked to by name.
        """
        where = [occurrences.c.starts_at > after]
        if of_person is not None:
            where.append(_of_person(community_id, of_person))
        return await self._where(community_id, *where)

    async def before(
        self, community_id: int, until: datetime, discussion_ids: Collection[int]
    ) -> list[Occurrence]:
        """What these discussions have had up to this moment."""
        which = occurrences.c.discussion_id.in_(sorted(discussion_ids))
        return await self._where(community_id, which, occurrences.c.starts_at <= until)

    async def add(
        self,
        community_id: int,
        discussion_id: int,
        dates: Iterable[tuple[datetime, Instant, int]],
        minutes: int,
        now: datetime,
    ) -> None:
        """Keep dates that are new, each with its wall time by the rule, its moment, and its room."""
        for original, instant, room in dates:
            row = {
                "community_id": community_id,
                "discussion_id": discussion_id,
                "original": wall(original),
                "local": wall(instant.local),
                "starts_at": instant.at,
                "minutes": minutes,
                "room": room,
                "state": State.PLANNED,
                "changed_at": now,
            }
            await self.link.execute(add_missing(self.link, occurrences, row))

    async def change(self, occurrence: Occurrence, now: datetime, **values: object) -> None:
        """Columns by name, texts in plain; for those who come it is a new version."""
        columns = {"version": occurrences.c.version + 1, "changed_at": now}
        await self.note(occurrence, **columns, **values)

    async def note(self, occurrence: Occurrence, **values: object) -> None:
        """The same for what nobody need be told: what stands on Discord, or what was seen."""
        await self.link.execute(
            occurrences.update()
            .where(
                occurrences.c.community_id == occurrence.community_id,
                occurrences.c.occurrence_id == occurrence.occurrence_id,
            )
            .values(await self._kept(occurrence.community_id, values))
        )

    async def renumber(self, discussion_id: int, dates: Iterable[tuple[Occurrence, datetime]]) -> None:
        """Make them dates of this discussion, each with the wall time that its rule gives.

        First out of each other's way: what one had is often what the next one gets.
        """
        known = list(dates)
        for date, _ in known:
            await self.note(date, original=f"#{date.occurrence_id}")
        for date, original in known:
            await self.note(date, discussion_id=discussion_id, original=original)

    async def _kept(self, community_id: int, values: dict[str, object]) -> dict[str, object]:
        kept: dict[str, object] = {}
        for name, value in values.items():
            if name in TEXTS and isinstance(value, str):
                key = await self.keys.of(community_id, COMMUNITY)
                kept[name] = key.seal(value, place=f"occurrences.{name}")
            elif name in ("local", "original") and isinstance(value, datetime):
                kept[name] = wall(value)
            else:
                kept[name] = value
        return kept

    async def _first(self, community_id: int, *where: sa.ColumnElement[bool]) -> Occurrence | None:
        found = await self._where(community_id, *where, most=1)
        return found[0] if found else None

    async def _where(
        self, community_id: int, *where: sa.ColumnElement[bool], most: int | None = None
    ) -> list[Occurrence]:
        """They are put in order here: for an index in that order SQLite reads all of a community."""
        query = SELECT.where(occurrences.c.community_id == community_id, *where)
        return await self._all(query, community_id, {}, most)

    async def _all(
        self, query: sa.Select[Any], community_id: int, facts: dict[str, object], most: int | None = None
    ) -> list[Occurrence]:
        found = (await self.link.execute(query, facts)).all()
        rows = sorted(found, key=lambda row: (row.starts_at, row.occurrence_id))[:most]
        key = await self.keys.of(community_id, COMMUNITY) if rows else None
        return [_occurrence(row, key) for row in rows if key is not None]


def _of_person(community_id: int, user_id: int) -> sa.ColumnElement[bool]:
    answered = sa.select(rsvps.c.occurrence_id).where(
        rsvps.c.community_id == community_id, rsvps.c.user_id == user_id
    )
    asked_to = sa.select(discussion_people.c.discussion_id).where(
        discussion_people.c.community_id == community_id, discussion_people.c.user_id == user_id
    )
    return sa.or_(
        occurrences.c.occurrence_id.in_(answered),
        occurrences.c.discussion_id.in_(asked_to),
        discussions.c.host_id == user_id,
    )


def _occurrence(row: sa.Row[Any], key: PersonKey) -> Occurrence:
    return Occurrence(
        occurrence_id=row.occurrence_id,
        community_id=row.community_id,
        discussion_id=row.discussion_id,
        original=datetime.fromisoformat(row.original),
        local=datetime.fromisoformat(row.local),
        time_zone=row.time_zone,
        starts_at=row.starts_at,
        minutes=row.minutes,
        title=_text(key, row, "title"),
        about=_text(key, row, "about"),
        topic=row.topic,
        deck=(row.its_deck if row.deck is None else row.deck) or None,
        places=Places(row.places, row.places_mentor, row.places_mentee),
        host_id=row.host_id,
        planned_by=row.planned_by,
        named=row.named,
        series=row.repeats is not None,
        room=row.room,
        state=State(row.state),
        version=row.version,
        reason=key.open(row.reason, place="occurrences.reason") if row.reason else "",
        **{name: getattr(row, name) for name in AS_THEY_ARE},
    )


AS_THEY_ARE = (
    *("changed_at", "opened_at", "started_at", "ended_at", "seen_at"),
    *("card_id", "event_id", "event_known", "panel_id", "recap_id", "going", "going_mentor", "going_mentee"),
)


def _text(key: PersonKey, row: sa.Row[Any], name: str) -> str:
    own, its = getattr(row, name), getattr(row, f"its_{name}")
    if own is not None:
        return key.open(own, place=f"occurrences.{name}")
    return key.open(its, place=f"discussions.{name}") if its is not None else ""
