"""What the bot posted for somebody, found before their rows go, and kept until it is off Discord."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import sqlalchemy as sa

from data.link import Link
from data.tables import (
    dealt,
    discord_objects,
    loops,
    nudges,
    occurrences,
    remarks,
    reports,
    responses,
    reveals,
    rsvps,
    shifts,
    traces,
    verdicts,
    worldviews,
)
from data.types import inserting
from domain.blueprint import DESK, Kind
from domain.worldviews import Made

COLUMNS = ("community_id", "user_id", "channel_id", "message_id", "is_thread")


@dataclass(frozen=True, slots=True)
class Trace:
    """A message, or with `is_thread` all of the thread `channel_id`."""

    community_id: int
    user_id: int
    channel_id: int
    message_id: int
    is_thread: bool


@dataclass(frozen=True, slots=True)
class Traces:
    """Questions about what of one person still stands on Discord."""

    link: Link

    async def collect(self, community_id: int, user_id: int) -> None:
        """Note all of it. Called before the rows that say so are deleted; harmless to repeat."""
        for found in _Whose(community_id, user_id).everything():
            adding = inserting(self.link.dialect.name, traces).from_select(COLUMNS, found)
            await self.link.execute(adding.on_conflict_do_nothing())

    async def all(self, community_id: int, user_id: int, most: int) -> list[Trace]:
        """The first few of them, threads before messages."""
        query = sa.select(traces).where(traces.c.community_id == community_id, traces.c.user_id == user_id)
        ordered = query.order_by(traces.c.is_thread.desc(), traces.c.channel_id, traces.c.message_id)
        return [Trace(*row) for row in await self.link.execute(ordered.limit(most))]

    async def remove(self, trace: Trace) -> None:
        """It is gone."""
        await self.link.execute(
            traces.delete().where(
                traces.c.community_id == trace.community_id,
                traces.c.user_id == trace.user_id,
                traces.c.channel_id == trace.channel_id,
                traces.c.message_id == trace.message_id,
            )
        )

    async def cards(self, community_id: int, user_id: int) -> list[int]:
        """The worldviews of others whose card may name this person, because they understood it."""
        query = (
            sa.select(loops.c.worldview_id)
            .join(verdicts, verdicts.c.loop_id == loops.c.loop_id)
            .where(loops.c.community_id == community_id, loops.c.user_id == user_id)
        )
        return [row.worldview_id for row in await self.link.execute(query.distinct())]


Found: TypeAlias = "sa.Select[int, int, int, int, bool]"
"""Rows for `traces`."""
THREAD = worldviews.c.thread_id


@dataclass(frozen=True, slots=True)
class _Whose:
    """Looks for what was posted for one person."""

    community_id: int
    user_id: int

    def everything(self) -> Iterator[Found]:
        yield from self._explained()
        yield from self._said()
        yield from self._judged()
        yield self._responded()
        yield self._offered()
        yield from self._told_stewards()

    def _explained(self) -> Iterator[Found]:
        """The threads of their worldviews, and our cards under what they posted by hand."""
        own = worldviews.c.community_id == self.community_id, worldviews.c.user_id == self.user_id
        yield self._row(THREAD, THREAD, is_thread=True).where(*own, worldviews.c.made == Made.FORM)
        yield self._row(THREAD, worldviews.c.card_id).where(*own, worldviews.c.made == Made.HAND)

    def _said(self) -> Iterator[Found]:
        """What they said under worldviews, and what names them there."""
        theirs = [(table, table.c.user_id == self.user_id) for table in (remarks, loops, shifts, nudges)]
        for table, about in [*theirs, (shifts, shifts.c.receiver_id == self.user_id)]:
            said = self._row(THREAD, table.c.message_id).join_from(table, worldviews, _under(table))
            yield said.where(table.c.community_id == self.community_id, about)

    def _judged(self) -> Iterator[Found]:
        """An attempt shows what its author missed in it; the verdict is told to the listener by name."""
        attempts = verdicts.join(loops, loops.c.loop_id == verdicts.c.loop_id).join(worldviews, _under(loops))
        here, author = verdicts.c.community_id == self.community_id, verdicts.c.user_id == self.user_id
        yield self._row(THREAD, loops.c.message_id).select_from(attempts).where(here, author)
        either = sa.or_(author, loops.c.user_id == self.user_id)
        yield self._row(THREAD, verdicts.c.message_id).select_from(attempts).where(here, either)

    def _responded(self) -> Found:
        """Their answers to prompts."""
        turn = sa.and_(
            dealt.c.conversation_id == responses.c.conversation_id, dealt.c.turn == responses.c.turn
        )
        answers = self._row(dealt.c.thread_id, responses.c.message_id).join_from(responses, dealt, turn)
        here = responses.c.community_id == self.community_id
        return answers.where(here, responses.c.user_id == self.user_id)

    def _offered(self) -> Found:
        """The messages that offer them a place at a date, in its thread."""
        date = sa.and_(
            occurrences.c.community_id == rsvps.c.community_id,
            occurrences.c.occurrence_id == rsvps.c.occurrence_id,
        )
        told = self._row(occurrences.c.card_id, rsvps.c.told_in).join_from(rsvps, occurrences, date)
        return told.where(rsvps.c.community_id == self.community_id, rsvps.c.user_id == self.user_id)

    def _told_stewards(self) -> Iterator[Found]:
        """What names them on the desk."""
        desk = sa.and_(
            discord_objects.c.community_id == self.community_id,
            discord_objects.c.kind == Kind.CHANNEL,
            discord_objects.c.key == DESK,
        )
        named = reveals.c.user_id, reveals.c.confirmed_by, reveals.c.declined_by
        for column in (reports.c.user_id, *named):
            table = column.table
            told = self._row(discord_objects.c.discord_id, table.c.message_id)
            joined = told.join_from(table, discord_objects, desk)
            yield joined.where(table.c.community_id == self.community_id, column == self.user_id)

    def _row(
        self, channel: sa.ColumnElement[int], message: sa.ColumnElement[int], *, is_thread: bool = False
    ) -> Found:
        who = sa.literal(self.community_id, sa.BigInteger), sa.literal(self.user_id, sa.BigInteger)
        found = sa.select(*who, channel, message, sa.literal(is_thread, sa.Boolean))
        return found.where(channel.is_not(None), message.is_not(None))


def _under(table: sa.Table) -> sa.ColumnElement[bool]:
    """The worldview under which a row of this table was said."""
    return sa.and_(
        worldviews.c.community_id == table.c.community_id,
        worldviews.c.worldview_id == table.c.worldview_id,
    )
