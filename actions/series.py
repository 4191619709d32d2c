"""A series that changes from some date on: parted there, moved, edited or called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from data.store import Store
from domain import changes
from domain.changes import RESTING, Edit, Scope
from domain.discussion_errors import (
    DateGone,
    NothingToChange,
    RoomsTaken,
)
from domain.discussions import ROOMS, Discussion, Occurrence, State
from domain.instants import instant_of, local_of

OWN = ("title", "about", "deck")
"""What a date may have of its own, or else from its discussion."""


async def from_(
    store: Store, date: Occurrence, scope: Scope, now: datetime
) -> tuple[Discussion, list[Occurrence]]:
    """The discussion that begins where a change does, and its dates.

    What was before stays in the discussion that there was; the dates after it, with whoever is going, their
    cards and what is due about them, are handed on to a new one. Where nothing was before, it is the same.
    """
    community_id, number = date.community_id, date.discussion_id
    discussion = await store.discussions.find(community_id, number)
    if discussion is None:
        raise DateGone
    dates = await store.occurrences.of_discussion(community_id, number)
    start = changes.begins_with(dates, date, scope, now)
    if not changes.position(discussion.plan, start):
        return discussion, dates
    before, rest = changes.parted(discussion.plan, start)
    await store.discussions.replan(community_id, number, before)
    later = await _later(
        store, discussion, replace(discussion, plan=rest), f"{date.occurrence_id}:{date.version}", now
    )
    handed_on = [each for each in dates if each.original >= start]
    await store.occurrences.renumber(later.discussion_id, [(each, each.original) for each in handed_on])
    return later, [replace(each, discussion_id=later.discussion_id) for each in handed_on]


async def _later(store: Store, before: Discussion, rest: Discussion, which: str, now: datetime) -> Discussion:
    community_id = before.community_id
    added = await store.discussions.add(community_id, rest.plan, rest.planned_by, f"after:{which}", now)
    facts = {"follows": before.discussion_id, "missed": before.missed, "state": before.state}
    await store.discussions.change(community_id, added.discussion_id, **facts)
    return replace(added, follows=before.discussion_id, missed=before.missed, state=before.state)


async def move(store: Store, date: Occurrence, scope: Scope, at: datetime, now: datetime) -> list[Occurrence]:
    """By the clocks on the wall: the rule gets another time, and another weekday where that is what changed.

    Dates that were moved by themselves stay where they are, this one excepted. Gives those that moved, as
    they were. Raises NothingToChange, TooSoon, TooFar, RoomsTaken.
    """
    local = local_of(at, date.time_zone).replace(second=0, microsecond=0)
    if local == date.original and not changes.moved_by_itself(date):
        raise NothingToChange
    discussion, dates = await from_(store, date, scope, now)
    many = max(changes.position(discussion.plan, each.original) for each in dates) + 1
    plan = changes.shifted(discussion.plan, changes.position(discussion.plan, date.original), local)
    was = changes.originals(discussion.plan, many)
    becomes = dict(zip(was, changes.originals(plan, many), strict=True))
    await store.discussions.replan(date.community_id, discussion.discussion_id, plan)
    await store.occurrences.renumber(
        discussion.discussion_id, [(each, becomes[each.original]) for each in dates]
    )
    moving = [each for each in dates if _moves(each, date)]
    await _place(store, moving, becomes, date, now)
    return moving


async def edit(store: Store, date: Occurrence, scope: Scope, edit: Edit, now: datetime) -> list[Occurrence]:
    """What was changed for one date alone stays, except for this one.

    Gives those that are otherwise now, as they were. Raises what needs_sense does, and RoomsTaken.
    """
    discussion, dates = await from_(store, date, scope, now)
    plan = changes.edited(discussion.plan, edit, date.local, now)
    await store.discussions.replan(date.community_id, discussion.discussion_id, plan)
    edited = [each for each in dates if each.state in RESTING]
    for each in edited:
        mine = each.occurrence_id == date.occurrence_id
        values: dict[str, object] = {}
        if mine:
            values = {name: None for name in OWN if getattr(edit, name) is not None}
        if edit.minutes is not None and (mine or each.minutes == discussion.plan.minutes):
            others = await store.occurrences.coming(date.community_id)
            room = changes.room_for(each, each.starts_at, edit.minutes, others)
            values |= {"minutes": edit.minutes, "room": settled(room, must=mine)}
        await store.occurrences.change(each, now, **values)
    return edited


def settled(room: int | None, *, must: bool) -> int:
    """The room of a date; the last one where all are taken. Raises RoomsTaken where it must have its own."""
    if room is None and must:
        raise RoomsTaken
    return ROOMS - 1 if room is None else room


def _moves(each: Occurrence, date: Occurrence) -> bool:
    mine = each.occurrence_id == date.occurrence_id
    return mine or (each.state in RESTING and not changes.moved_by_itself(each))


async def _place(
    store: Store,
    moving: list[Occurrence],
    becomes: dict[datetime, datetime],
    date: Occurrence,
    now: datetime,
) -> None:
    """Give each its moment and a room. The one it was asked for has to have a room to itself."""
    numbers = {each.occurrence_id for each in moving}
    coming = await store.occurrences.coming(date.community_id)
    others = [each for each in coming if each.occurrence_id not in numbers]
    for each in moving:
        instant = instant_of(becomes[each.original], each.time_zone)
        if each.state is State.PLANNED:
            changes.timely(instant.at, now)
        room = changes.room_for(each, instant.at, each.minutes, others)
        mine = each.occurrence_id == date.occurrence_id
        placed = replace(each, starts_at=instant.at, room=settled(room, must=mine))
        others += [placed] if each.state is State.PLANNED else []
        place = {"local": instant.local, "starts_at": instant.at, "room": placed.room}
        await store.occurrences.change(each, now, **place)
