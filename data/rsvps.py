"""Who comes to a date of a discussion, at rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import occurrences, participants, rsvps
from data.types import save_row
from domain.discussions import State
from domain.people import Seat
from domain.places import Taken
from domain.rsvps import HOLDING, Answer, Rsvp

COLUMNS = (*("user_id", "answer", "seat", "line", "answered_at", "offered_until", "by_interest", "told_in"),)

HERE = tuple(rsvps.c[name] == sa.bindparam(name) for name in ("community_id", "occurrence_id"))
ONE = sa.select(*(rsvps.c[name] for name in COLUMNS)).where(*HERE, rsvps.c.user_id == sa.bindparam("user_id"))
AHEAD = (
    sa.select(sa.func.count())
    .select_from(rsvps)
    .where(*HERE, rsvps.c.answer == Answer.WAITING, rsvps.c.line < sa.bindparam("line"))
)
AHEAD_OF_SEAT = AHEAD.where(rsvps.c.seat == sa.bindparam("seat"))
NEXT_LINE = (
    occurrences.update()
    .where(
        occurrences.c.community_id == sa.bindparam("its_community_id"),
        occurrences.c.occurrence_id == sa.bindparam("its_occurrence_id"),
    )
    .values(line=occurrences.c.line + 1)
    .returning(occurrences.c.line)
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class Rsvps:
    """Questions about the answers to one date at a time."""

    link: Link

    async def find(self, community_id: int, occurrence_id: int, user_id: int) -> Rsvp | None:
        facts = _facts(community_id, occurrence_id, user_id=user_id)
        row = (await self.link.execute(ONE, facts)).one_or_none()
        return None if row is None else _rsvp(row)

    async def going_to(self, community_id: int, user_id: int, numbers: Collection[int]) -> set[int]:
        """To which of these dates somebody comes."""
        query = sa.select(rsvps.c.occurrence_id).where(
            rsvps.c.community_id == community_id,
            rsvps.c.user_id == user_id,
            rsvps.c.occurrence_id.in_(sorted(numbers)),
            rsvps.c.answer == Answer.GOING.value,
        )
        return set((await self.link.execute(query)).scalars())

    async def who(
        self, community_id: int, occurrence_id: int, *answers: Answer, most: int | None = None
    ) -> list[Rsvp]:
        """Who said any of these, in the order in which they were kept; with none given, all."""
        query = _of(community_id, occurrence_id).order_by(rsvps.c.line).limit(most)
        if answers:
            query = query.where(rsvps.c.answer.in_(sorted(answers)))
        return [_rsvp(row) for row in await self.link.execute(query)]

    async def next_line(self, community_id: int, occurrence_id: int) -> int | None:
        """Take the next number in the order of answers; None for a date that is not there.

        It also keeps everybody else from the places of this date until the transaction ends.
        """
        facts = {"its_community_id": community_id, "its_occurrence_id": occurrence_id}
        line: int | None = (await self.link.execute(NEXT_LINE, facts)).scalar_one_or_none()
        return line

    async def keep_taken(self, community_id: int, occurrence_id: int, taken: Taken) -> None:
        """How many places are taken now."""
        one = occurrences.c.community_id == community_id, occurrences.c.occurrence_id == occurrence_id
        counts = {"going": taken.total, "going_mentor": taken.mentor, "going_mentee": taken.mentee}
        await self.link.execute(occurrences.update().where(*one).values(counts))

    async def counted(self, community_id: int, occurrence_id: int) -> Taken:
        """The same, counted anew."""
        query = (
            sa.select(rsvps.c.seat, sa.func.count())
            .where(*_here(community_id, occurrence_id), rsvps.c.answer.in_(sorted(HOLDING)))
            .group_by(rsvps.c.seat)
        )
        counts = {Seat(seat): count for seat, count in await self.link.execute(query)}
        return Taken(counts.get(Seat.MENTOR, 0), counts.get(Seat.MENTEE, 0))

    async def heads(self, community_id: int, occurrence_id: int) -> list[Rsvp]:
        """Who has waited longest for each seat."""
        first = (
            sa.select(sa.func.min(rsvps.c.line))
            .where(*_here(community_id, occurrence_id), rsvps.c.answer == Answer.WAITING)
            .group_by(rsvps.c.seat)
        )
        query = _of(community_id, occurrence_id).where(rsvps.c.line.in_(first))
        return [_rsvp(row) for row in await self.link.execute(query)]

    async def at(self, community_id: int, occurrence_id: int, line: int) -> Rsvp | None:
        """Who has this number."""
        query = _of(community_id, occurrence_id).where(rsvps.c.line == line)
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else _rsvp(row)

    async def ahead(self, community_id: int, occurrence_id: int, line: int, seat: Seat | None) -> int:
        """How many wait before this number; with `seat`, for a place of that seat."""
        facts = _facts(community_id, occurrence_id, line=line)
        if seat is None:
            return (await self.link.execute(AHEAD, facts)).scalar_one()
        return (await self.link.execute(AHEAD_OF_SEAT, {**facts, "seat": seat})).scalar_one()

    async def of_person(self, community_id: int, user_id: int, states: Collection[State]) -> list[int]:
        """The dates in one of these states to which this person has answered."""
        query = (
            sa.select(rsvps.c.occurrence_id)
            .join(occurrences, occurrences.c.occurrence_id == rsvps.c.occurrence_id)
            .where(
                rsvps.c.community_id == community_id,
                rsvps.c.user_id == user_id,
                occurrences.c.community_id == community_id,
                occurrences.c.state.in_(sorted(states)),
            )
            .order_by(rsvps.c.occurrence_id)
        )
        return list((await self.link.execute(query)).scalars())

    async def tally(self, community_id: int, occurrence_id: int) -> dict[Answer, int]:
        """How many said what."""
        query = (
            sa.select(rsvps.c.answer, sa.func.count())
            .where(*_here(community_id, occurrence_id))
            .group_by(rsvps.c.answer)
        )
        return {Answer(answer): count for answer, count in await self.link.execute(query)}

    async def sides(self, community_id: int, occurrence_id: int) -> set[tuple[str, Seat]]:
        """Which generations come, and in which seats."""
        of_theirs = (participants.c.community_id == rsvps.c.community_id) & (
            participants.c.user_id == rsvps.c.user_id
        )
        query = (
            sa.select(participants.c.generation, rsvps.c.seat)
            .join_from(rsvps, participants, of_theirs)
            .where(*_here(community_id, occurrence_id), rsvps.c.answer == Answer.GOING)
            .distinct()
        )
        return {(generation, Seat(seat)) for generation, seat in await self.link.execute(query)}

    async def tell(self, community_id: int, occurrence_id: int, line: int, message_id: int) -> None:
        """The message that offers a place to whoever has this number stands there."""
        here = _here(community_id, occurrence_id)
        await self.link.execute(rsvps.update().where(*here, rsvps.c.line == line).values(told_in=message_id))

    async def remove(self, community_id: int, occurrence_id: int, user_id: int) -> None:
        """As if they had never answered."""
        here = _here(community_id, occurrence_id)
        await self.link.execute(rsvps.delete().where(*here, rsvps.c.user_id == user_id))

    async def save(self, community_id: int, occurrence_id: int, rsvp: Rsvp) -> None:
        """In place of what they said before."""
        row = {name: getattr(rsvp, name) for name in COLUMNS}
        row |= {"community_id": community_id, "occurrence_id": occurrence_id}
        await save_row(self.link, rsvps, row, ("community_id", "occurrence_id", "user_id"))


def _facts(community_id: int, occurrence_id: int, **more: object) -> dict[str, object]:
    return {"community_id": community_id, "occurrence_id": occurrence_id, **more}


def _of(community_id: int, occurrence_id: int) -> sa.Select[Any]:
    return sa.select(*(rsvps.c[name] for name in COLUMNS)).where(*_here(community_id, occurrence_id))


def _here(community_id: int, occurrence_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return rsvps.c.community_id == community_id, rsvps.c.occurrence_id == occurrence_id


def _rsvp(row: sa.Row[Any]) -> Rsvp:
    return Rsvp(row.user_id, Answer(row.answer), Seat(row.seat), *tuple(row)[3:])
