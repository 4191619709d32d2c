"""What the bot posted for somebody, found before their rows go, and kept until it is off Discord."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from data.link import Link
from data.tables import (
    dealt,
    discord_objects,
    loops,
    nudges,
    remarks,
    reports,
    responses,
    reveals,
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
        for found in _everything(community_id, user_id):
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


def _everything(community_id: int, user_id: int) -> Iterator[sa.Select[int, int, int, int, bool]]:
    """Selects of rows for `traces`."""
    here = worldviews.c.community_id == community_id
    own = (here, worldviews.c.user_id == user_id)

    def row(
        channel: sa.ColumnElement[int], message: sa.ColumnElement[int], *, is_thread: bool = False
    ) -> sa.Select[int, int, int, int, bool]:
        who = sa.literal(community_id, sa.BigInteger), sa.literal(user_id, sa.BigInteger)
        return sa.select(*who, channel, message, sa.literal(is_thread, sa.Boolean)).where(
            channel.is_not(None), message.is_not(None)
        )

    thread = worldviews.c.thread_id
    yield row(thread, thread, is_thread=True).where(*own, worldviews.c.made == Made.FORM)
    yield row(thread, worldviews.c.card_id).where(*own, worldviews.c.made == Made.HAND)
    for table, whose in _under_worldviews(user_id):
        under = sa.and_(
            worldviews.c.community_id == table.c.community_id,
            worldviews.c.worldview_id == table.c.worldview_id,
        )
        said = row(thread, table.c.message_id).join_from(table, worldviews, under)
        yield said.where(table.c.community_id == community_id, whose)
    judged = sa.and_(
        worldviews.c.community_id == loops.c.community_id,
        worldviews.c.worldview_id == loops.c.worldview_id,
    )
    yield (  # an attempt shows what its author missed in it
        row(thread, loops.c.message_id)
        .select_from(verdicts.join(loops, loops.c.loop_id == verdicts.c.loop_id).join(worldviews, judged))
        .where(verdicts.c.community_id == community_id, verdicts.c.user_id == user_id)
    )
    turn = sa.and_(dealt.c.conversation_id == responses.c.conversation_id, dealt.c.turn == responses.c.turn)
    yield (
        row(dealt.c.thread_id, responses.c.message_id)
        .join_from(responses, dealt, turn)
        .where(responses.c.community_id == community_id, responses.c.user_id == user_id)
    )
    desk = sa.and_(
        discord_objects.c.community_id == community_id,
        discord_objects.c.kind == Kind.CHANNEL,
        discord_objects.c.key == DESK,
    )
    for table, whose in _on_the_desk(user_id):
        told = row(discord_objects.c.discord_id, table.c.message_id).join_from(table, discord_objects, desk)
        yield told.where(table.c.community_id == community_id, whose)


def _under_worldviews(user_id: int) -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """The tables of what is said in a worldview's thread, and which of it is about this person."""
    for table in (remarks, loops, nudges):
        yield table, table.c.user_id == user_id
    yield shifts, sa.or_(shifts.c.user_id == user_id, shifts.c.receiver_id == user_id)


def _on_the_desk(user_id: int) -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """The same for what stewards are shown."""
    yield reports, reports.c.user_id == user_id
    yield reveals, sa.or_(reveals.c.user_id == user_id, reveals.c.confirmed_by == user_id)
