"""The conductor without a press: people come and go, time passes, the date ends."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from actions import talks
from actions.deps import Deps
from actions.talks import Shown
from data.store import Store
from domain import conductor
from domain.blueprint import Kind
from domain.conductor import Note
from domain.discussions import Occurrence
from domain.jobs import Job
from domain.rooms import OPENED, is_room, room_key


@dataclass(frozen=True, slots=True)
class Subject:
    """What is talked about at a date; nothing once it is over."""

    date: Occurrence
    text: str | None


def number(key: str) -> int:
    """The date that a job of ours is about."""
    return int(key.split(":")[0])


async def time_passes(deps: Deps, job: Job, present: Collection[int] | None) -> None:
    """Say that the time of a turn is up; when it is more than up, move on. Harmless for an earlier turn."""
    occurrence_id, turn_id = number(job.key), int(job.key.split(":")[1])
    now = deps.now()
    async with deps.database.begin() as store:
        talk = await talks.load(store, job.community_id, occurrence_id, now)
        if talk is None or not conductor.is_conducted(talk.date) or not talk.run.goes_on:
            return
        await talk.meet(present)
        turn = talk.turn
        if turn is None and await store.spoken.find(job.community_id, turn_id) is None:
            await talk.move_on()  # whoever had it was erased
        elif turn is not None and turn.turn_id == turn_id and now >= turn.moves_on_at:
            late = now - turn.moves_on_at > conductor.AWAY
            await talk.move_on(Note.AWAY if late else Note.TIME_UP)
        await talks.wish_panel(store, talk.date, now)
    deps.bell.set()


async def look(
    deps: Deps, community_id: int, occurrence_id: int, present: Collection[int] | None
) -> Shown | None:
    """Bring the run in line with the date and the room, and say what the panel shows.

    The run begins with the opening of the room and is over with the date; while it goes on, one looks again
    every minute. None where nothing was ever open.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        community = await store.communities.find(community_id)
        if date is None or community is None:
            return None
        conducted = conductor.is_conducted(date)
        if conducted and await store.runs.find(community_id, occurrence_id) is None:
            await talks.begin_run(store, community, date, present or (), deps.chance(), now)
            await talks.wish_status(store, date, now)
        talk = await talks.load(store, community_id, occurrence_id, now)
        if talk is None:
            return None
        talk.quiet = True
        if conducted and talk.run.ended_at is None:
            await talk.meet(present)
            await talks.wish_look(store, date, now)
        elif talk.run.ended_at is None:
            await talk.close()
        return await talks.shown(talk)


async def wish(deps: Deps, date: Occurrence) -> None:
    """Have the panel posted, or brought up to date."""
    async with deps.database.begin() as store:
        await talks.wish_panel(store, date, deps.now())
    deps.bell.set()


async def find(deps: Deps, community_id: int, occurrence_id: int) -> Occurrence | None:
    """The date as it is."""
    async with deps.database.read() as store:
        return await store.occurrences.find(community_id, occurrence_id)


async def in_room(deps: Deps, community_id: int, channel_id: int) -> Occurrence | None:
    """What goes on in this voice channel; None when it is no room of ours, or nothing does."""
    async with deps.database.read() as store:
        records = await store.objects.all(community_id)
        rooms = {
            record.discord_id: key
            for (kind, key), record in records.items()
            if kind is Kind.CHANNEL and is_room(key)
        }
        if channel_id not in rooms:
            return None
        dates = await store.occurrences.in_states(community_id, OPENED)
    return next((date for date in dates if room_key(date.room) == rooms[channel_id]), None)


async def conducted(deps: Deps, community_id: int) -> list[Occurrence]:
    """The dates whose rooms are open."""
    async with deps.database.read() as store:
        return await store.occurrences.in_states(community_id, OPENED)


async def subject(deps: Deps, community_id: int, occurrence_id: int) -> Subject | None:
    """What to show beside the name of the room; None where it was never open."""
    async with deps.database.read() as store:
        talk = await talks.load(store, community_id, occurrence_id, deps.now())
        if talk is None:
            return None
        over = talk.run.ended_at is not None or not conductor.is_conducted(talk.date)
        text = None if over else (await talks.shown(talk)).prompt or talk.date.title
        return Subject(talk.date, text)


async def posted(store: Store, job: Job, _: datetime) -> None:
    """The panel stands in this message."""
    date = await store.occurrences.find(job.community_id, number(job.key))
    if date is not None:
        await store.occurrences.note(date, panel_id=job.result_id)


async def lost(deps: Deps, date: Occurrence) -> None:
    """Somebody deleted the panel."""
    async with deps.database.begin() as store:
        await store.occurrences.note(date, panel_id=None)
