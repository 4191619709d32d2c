"""Who was there: what is heard and found out about the room of a date, and what is made of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from actions.deps import Deps
from data.store import Store
from domain import attendance
from domain.attendance import Attended, Correction, Look, Sign, Visits, counted, heard, known, summed
from domain.blueprint import Kind
from domain.discussion_errors import (
    DateGone,
)
from domain.discussions import Occurrence
from domain.rooms import OPENED, room_key
from domain.rsvps import Answer

MOST_EXPECTED = 100
"""Of more than so many one does not ask who is missing: it would take Discord too many answers."""


async def rooms(deps: Deps, community_id: int) -> dict[int, int]:
    """The dates whose room is to be watched, by the voice channel it is: also one that is over, but whose
    visits were not ended yet.
    """
    async with deps.database.read() as store:
        dates = await store.occurrences.in_states(community_id, OPENED)
        for number in await store.presences.unfinished(community_id):
            date = await store.occurrences.find(community_id, number)
            dates += [date] if date is not None else []
        if not dates:
            return {}
        records = await store.objects.all(community_id)
    channels = {date.occurrence_id: records.get((Kind.CHANNEL, room_key(date.room))) for date in dates}
    return {record.discord_id: number for number, record in reversed(channels.items()) if record is not None}


async def listen(deps: Deps, community_id: int, signs: Sequence[tuple[int, Sign]]) -> None:
    """Keep what was heard, in this order, each with the date in whose room it was."""
    async with deps.database.begin() as store:
        for number in dict.fromkeys(number for number, _ in signs):
            date = await _watched(store, community_id, number)
            if date is not None:
                theirs = [sign for each, sign in signs if each == number]
                await _listened(store, date, [each for each in theirs if not (each.here and date.ended_at)])


async def _watched(store: Store, community_id: int, occurrence_id: int) -> Occurrence | None:
    date = await store.occurrences.find(community_id, occurrence_id)
    return date if date is not None and (date.state in OPENED or date.ended_at) else None


async def _listened(store: Store, date: Occurrence, signs: Sequence[Sign]) -> None:
    if not signs:
        return
    room = known(date, (), signs[-1].at)
    people = {sign.user_id for sign in signs}
    before = await store.presences.by_person(date.community_id, date.occurrence_id, people)
    after = dict(before)
    for sign in signs:
        after[sign.user_id] = heard(after[sign.user_id], sign, room)
    await _keep(store, date, before, after)


async def count(
    deps: Deps, community_id: int, occurrence_id: int, user_ids: Collection[int], at: datetime
) -> None:
    """These people, and nobody else, are in the room."""
    async with deps.database.begin() as store:
        date = await _watched(store, community_id, occurrence_id)
        if date is None:
            return
        here = {each.user_id for each in await store.presences.here(community_id, occurrence_id)}
        people = here | ({*user_ids} if date.ended_at is None else set())
        looks = [Look(user_id, user_id in user_ids, at, at) for user_id in sorted(people)]
        await _looked(store, date, looks)
        await store.occurrences.note(date, seen_at=at)


async def whom_to_ask_after(deps: Deps, community_id: int, occurrence_id: int) -> list[int]:
    """Who is in the room as far as we know, and who should be."""
    async with deps.database.read() as store:
        date = await _watched(store, community_id, occurrence_id)
        if date is None:
            return []
        here = await store.presences.in_room(community_id, occurrence_id)
        expected = await _expected(store, date) if date.ended_at is None else set()
        return [*here, *sorted(expected - {*here})]


async def looked(
    deps: Deps, community_id: int, occurrence_id: int, looks: Sequence[Look], seen_at: datetime | None
) -> None:
    """Keep what was found out about some people, each once. `seen_at`: when one began, if it is about all."""
    async with deps.database.begin() as store:
        date = await _watched(store, community_id, occurrence_id)
        if date is None:
            return
        await _looked(store, date, [each for each in looks if not (each.here and date.ended_at)])
        if seen_at is not None:
            await store.occurrences.note(date, seen_at=seen_at)


async def _looked(store: Store, date: Occurrence, looks: Sequence[Look]) -> None:
    if not looks:
        return
    people = {look.user_id for look in looks}
    before = await store.presences.by_person(date.community_id, date.occurrence_id, people)
    expected = await _expected(store, date, until=date.seen_at) if date.seen_at else set()
    room = known(date, expected, looks[-1].at)
    after = {look.user_id: counted(before[look.user_id], look, room) for look in looks}
    await _keep(store, date, before, after)


async def _expected(store: Store, date: Occurrence, until: datetime | None = None) -> set[int]:
    """Who said that they come, by this moment; nobody, if they are too many to be asked after."""
    going = await store.rsvps.who(date.community_id, date.occurrence_id, Answer.GOING, most=MOST_EXPECTED + 1)
    if len(going) > MOST_EXPECTED:
        return set()
    return {each.user_id for each in going if until is None or each.answered_at <= until}


async def _keep(
    store: Store, date: Occurrence, before: Mapping[int, Visits], after: Mapping[int, Visits]
) -> None:
    """Those that are new or other.

    Of somebody who takes no part, or has just had everything erased, nothing is kept but what was heard.
    """
    changed = [
        visit
        for user_id, visits in after.items()
        if visits is not before[user_id]
        for visit in visits
        if visit not in before[user_id]
    ]
    inferred = {each.user_id for each in changed if not each.presence_id and each.came_within}
    unknown = inferred - await store.people.among(date.community_id, inferred)
    kept = [each for each in changed if each.presence_id or each.user_id not in unknown]
    await store.presences.save(date.community_id, date.occurrence_id, kept)


async def over(deps: Deps, community_id: int, occurrence_id: int) -> datetime | None:
    """Since when a date is not on any more, be it over or put off; None while its room is open."""
    async with deps.database.read() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        return None if date is None or date.state in OPENED else date.ended_at or date.changed_at


async def close(deps: Deps, community_id: int, occurrence_id: int) -> None:
    """The date is over: whoever is in the room is taken to stay until its end, if we looked then."""
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        if date is None or date.state in OPENED:
            return
        ended_at = date.ended_at or deps.now()
        room = known(date, (), ended_at)
        here = await store.presences.here(community_id, occurrence_id)
        closed = [attendance.left_unheard(visit, ended_at, room) for visit in here]
        await store.presences.save(community_id, occurrence_id, closed)


async def attended(
    store: Store, community_id: int, occurrence_id: int, now: datetime | None = None
) -> list[Attended]:
    """Who came to a date, longest first. `now`: of one that goes on; without it, until we last looked."""
    date = await store.occurrences.find(community_id, occurrence_id)
    if date is None:
        return []
    visits = await store.presences.of(community_id, occurrence_id)
    corrections = await store.attendance.of(community_id, occurrence_id)
    return summed(date, visits, corrections, now or date.seen_at or date.starts_at)


async def register(deps: Deps, community_id: int, occurrence_id: int) -> list[Attended]:
    """The same as it is now."""
    async with deps.database.read() as store:
        return await attended(store, community_id, occurrence_id, deps.now())


async def correct(
    deps: Deps, community_id: int, occurrence_id: int, user_id: int, correction: Correction
) -> None:
    """What somebody who runs the date knows better. Raises DateGone for one that has not begun."""
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        if date is None or not (date.state in OPENED or date.ended_at):
            raise DateGone
        await store.attendance.save(community_id, occurrence_id, correction, user_id, deps.now())
