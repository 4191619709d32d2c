"""Discord's own events and our dates: what was changed there is taken over here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from actions import dates_told, discussions, gathering
from actions.deps import Deps
from data.store import Store
from domain.changes import News
from domain.communities import Community
from domain.discussions import OPENS_BEFORE, Occurrence, State, free_room
from domain.events import BY_HAND, Changes, Event, EventStatus, Face, by_hand, differs, digests, lapsed
from domain.instants import local_of
from domain.jobs import Wish
from domain.rooms import OPENED

COMPARE = "events"
"""The kind of the job that compares all of a server's events with the dates they stand for."""


async def look_again(deps: Deps, dates: Iterable[Occurrence]) -> None:
    """Have these dates and their events compared, and brought into line."""
    async with deps.database.begin() as store:
        for date in dates:
            await store.jobs.add(gathering.mirror(date), deps.now(), again=True)
    deps.bell.set()


async def compare_all(deps: Deps, community_id: int) -> None:
    """Have all of them compared: nobody heard what happened meanwhile."""
    async with deps.database.begin() as store:
        if await store.occurrences.coming(community_id, 1):
            await store.jobs.add(Wish(community_id, COMPARE), deps.now(), again=True)
    deps.bell.set()


async def heard(deps: Deps, community_id: int, event: Event) -> None:
    """Discord told of an event: look closer if it is ours and says something else than its date.

    When one of anybody's is over, there is room for one of ours that had to wait.
    """
    async with deps.database.read() as store:
        date = await store.occurrences.of_event(community_id, event.event_id)
        waiting = [] if event.living else await _waiting(store, community_id)
    if date is not None and date.is_coming and differs(event, date):
        waiting = [date, *waiting]
    if waiting:
        await look_again(deps, waiting)


async def waiting(deps: Deps, community_id: int) -> list[Occurrence]:
    """The next date that has no event, if there is one."""
    async with deps.database.read() as store:
        return await _waiting(store, community_id)


async def farthest(deps: Deps, community_id: int, than: Occurrence) -> Occurrence | None:
    """The last date with an event that is later than this one: the first to give its place up."""
    async with deps.database.read() as store:
        dates = await store.occurrences.coming(community_id)
    later = [each for each in dates if each.event_id and each.starts_at > than.starts_at]
    return later[-1] if later else None


async def note(deps: Deps, date: Occurrence, event_id: int | None, face: Face | None = None) -> None:
    """This event stands for the date, and shows this; with None, none does."""
    known = digests(face) if face is not None else None
    async with deps.database.begin() as store:
        await store.occurrences.note(date, event_id=event_id, event_known=known)


async def take_over(
    deps: Deps, date: Occurrence, event: Event | None, *, room_gone: bool
) -> Occurrence | None:
    """Have the date say what its event says, where that was changed by hand; the date as it is then.

    `event` is None for one that was deleted. `room_gone`: its channel is gone, and so it was nobody's wish.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        current = await store.occurrences.find(date.community_id, date.occurrence_id)
        community = await store.communities.find(date.community_id)
        if current is None or community is None or not current.is_coming:
            return current
        if event is not None and event.living:
            await _follow(store, community, current, event, now)
        else:
            await _over(store, community, current, event, now, room_gone=room_gone)
        taken = await store.occurrences.find(date.community_id, date.occurrence_id)
    deps.bell.set()
    return taken


async def _follow(store: Store, community: Community, date: Occurrence, event: Event, now: datetime) -> None:
    """Moved, renamed, or started by hand."""
    changes = by_hand(event, date)
    if event.event_id != date.event_id:
        await store.occurrences.note(date, event_id=event.event_id)
    elif date.event_known is not None:
        await store.occurrences.note(date, event_known=digests(event.face))
    if changes:
        date = await _change(store, community, date, changes, now)
    if event.status is EventStatus.ACTIVE and date.state is not State.ON:
        await gathering.begin(store, date, now)


async def _change(
    store: Store, community: Community, date: Occurrence, changes: Changes, now: datetime
) -> Occurrence:
    values: dict[str, object] = {}
    if changes.title is not None:
        values["title"] = changes.title
    if changes.about is not None:
        values["about"] = changes.about
    if changes.minutes is not None:
        values["minutes"] = changes.minutes
    if changes.starts_at is not None:
        values["starts_at"] = changes.starts_at
        values["local"] = local_of(changes.starts_at, date.time_zone)
        if date.state is State.OPEN and changes.starts_at - OPENS_BEFORE > now:
            values |= {"state": State.PLANNED, "opened_at": None}
            await discussions.shut(store, date, now)
    if changes.starts_at is not None or changes.minutes is not None:
        values["room"] = await _room(store, date, changes)
    await store.occurrences.change(date, now, **values)
    changed = await store.occurrences.find(date.community_id, date.occurrence_id)
    if changed is None:
        raise LookupError(date.occurrence_id)
    await discussions.follow(store, community, [changed], now)
    if changed.starts_at != date.starts_at:
        await dates_told.tell(store, changed, date, News.MOVED, now)
    return changed


async def _room(store: Store, date: Occurrence, changes: Changes) -> int:
    """Its own, unless something else needs that then; it stays when all are taken, for Discord has spoken."""
    starts_at = changes.starts_at or date.starts_at
    ends_at = starts_at + (date.ends_at - date.starts_at)
    others = [
        each
        for each in await store.occurrences.coming(date.community_id)
        if each.occurrence_id != date.occurrence_id
    ]
    opens_at = starts_at - OPENS_BEFORE
    if date.state in OPENED or not any(
        each.room == date.room and each.overlaps(opens_at, ends_at) for each in others
    ):
        return date.room
    free = free_room(opens_at, ends_at, others)
    return date.room if free is None else free


async def _over(
    store: Store,
    community: Community,
    date: Occurrence,
    event: Event | None,
    now: datetime,
    *,
    room_gone: bool,
) -> None:
    """Its event was cancelled, completed or deleted: by hand, by Discord, or because its room went."""
    await store.occurrences.note(date, event_id=None, event_known=None)
    if room_gone:
        return
    if event is not None and event.status is EventStatus.COMPLETED:
        await discussions.ended(store, community, date, State.ENDED, now)
    elif date.state is State.ON:
        pass  # people talk, whatever became of the event
    elif lapsed(date, now):
        await discussions.ended(store, community, date, State.MISSED, now)
    else:
        await store.occurrences.note(date, reason=BY_HAND)
        await discussions.ended(store, community, date, State.CANCELLED, now)
        cancelled = await store.occurrences.find(date.community_id, date.occurrence_id)
        if cancelled is not None:
            await dates_told.tell(store, cancelled, date, News.CANCELLED, now)


async def _waiting(store: Store, community_id: int) -> list[Occurrence]:
    dates = await store.occurrences.coming(community_id)
    return [each for each in dates if each.event_id is None and each.state is State.PLANNED][:1]
