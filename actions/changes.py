"""Changing what was planned: moved, edited, called off, left out, put back, or handed to another host."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from actions import dates_told, series
from actions.decks import is_there
from actions.deps import Deps
from actions.discussions import AFTERWARDS, follow, go_on, parts_of, present, shut
from actions.talks import wish_panel
from data.store import Store
from domain import changes
from domain.changes import Change, News, Scope, What
from domain.communities import Community
from domain.discussion_errors import (
    DateGone,
    DeckGone,
    HostNotIn,
    NothingToChange,
)
from domain.discussions import Occurrence, State, Status
from domain.instants import instant_of, local_of
from domain.jobs import Wish
from domain.people import Standing
from domain.rooms import OPENED


@dataclass(frozen=True, slots=True)
class Changed:
    """One date before and after. `dates`: how many are otherwise now; `told`: how many people are told."""

    before: Occurrence
    after: Occurrence
    dates: int
    told: int


class _Undone(Exception):
    """What would have been: raised so that nothing of it stays."""

    def __init__(self, changed: Changed) -> None:
        super().__init__()
        self.changed = changed


async def make(deps: Deps, community_id: int, change: Change) -> Changed:
    """Change it. Raises NotSetUp and what `apply` does."""
    async with deps.database.begin() as store:
        changed = await apply(store, await present(store, community_id), change, deps.now())
    deps.bell.set()
    return changed


async def would_be(deps: Deps, community_id: int, change: Change) -> Changed:
    """What `make` would change: all of it is done, and undone."""
    try:
        async with deps.database.begin() as store:
            raise _Undone(await apply(store, await present(store, community_id), change, deps.now()))
    except _Undone as undone:
        return undone.changed


async def apply(store: Store, community: Community, change: Change, now: datetime) -> Changed:
    """The same inside a transaction, with all that follows from it.

    Raises DateGone, ChangedMeanwhile, Underway, NotInSeries, NothingToChange, RoomsTaken, TooSoon, TooFar,
    and what `needs_sense` and `reasonable` do.
    """
    community_id = community.community_id
    found = await store.occurrences.find(community_id, change.occurrence_id)
    before = changes.unchanged(found, change.seen)
    touched = await DOES[change.what](store, before, change, now)
    people: set[int] = set()
    for each in touched:
        date = await _there(store, each)
        await follow(store, community, [date], now)
        news = _news(change.what, each)
        if news is not None:
            await dates_told.tell(store, date, each, news, now)
            people.update(rsvp.user_id for rsvp in await dates_told.to_tell(store, date))
    after = await _there(store, before)
    for discussion_id in await store.discussions.parts(community_id, after.discussion_id):
        await go_on(store, community, discussion_id, now)
    return Changed(
        before, await _there(store, before), sum(each.is_coming for each in touched) or 1, len(people)
    )


async def _move(store: Store, date: Occurrence, change: Change, now: datetime) -> list[Occurrence]:
    changes.may_be_changed(date, now)
    at = change.at or date.starts_at
    changes.timely(at, now)
    if date.series and change.scope is not Scope.ONE:
        return await series.move(store, date, change.scope, at, now)
    local = local_of(at, date.time_zone).replace(second=0, microsecond=0)
    if local == date.local:
        raise NothingToChange
    starts_at = instant_of(local, date.time_zone).at
    others = await store.occurrences.coming(date.community_id)
    room = series.settled(changes.room_for(date, starts_at, date.minutes, others), must=True)
    await store.occurrences.change(date, now, local=local, starts_at=starts_at, room=room)
    return [date]


async def _edit(store: Store, date: Occurrence, change: Change, now: datetime) -> list[Occurrence]:
    """A discussion of one date is changed as a whole."""
    changes.may_be_changed(date, now)
    edit = change.edit.of_date(date)
    if edit.deck and not await is_there(store, await present(store, date.community_id), edit.deck):
        raise DeckGone
    if change.scope is not Scope.ONE or not date.series:
        return await series.edit(store, date, change.scope, edit, now)
    discussion = await store.discussions.find(date.community_id, date.discussion_id)
    if discussion is None:
        raise DateGone
    changes.edited(discussion.plan, edit, date.local, now)
    values = {
        name: getattr(edit, name) for name in (*series.OWN, "minutes") if getattr(edit, name) is not None
    }
    if edit.minutes is not None:
        others = await store.occurrences.coming(date.community_id)
        room = changes.room_for(date, date.starts_at, edit.minutes, others)
        values["room"] = series.settled(room, must=True)
    await store.occurrences.change(date, now, **values)
    return [date]


async def _cancel(store: Store, date: Occurrence, change: Change, now: datetime) -> list[Occurrence]:
    """Also while people talk. Of a series that is called off no further dates come, of whichever part."""
    changes.may_be_cancelled(date)
    reason = changes.reasonable(change.reason)
    if change.scope is Scope.ONE or not date.series:
        await _call_off(store, date, reason, now)
        key = str(date.occurrence_id)
        await store.jobs.add(
            Wish(date.community_id, AFTERWARDS, key, lane=f"{AFTERWARDS}:{key}"), now, again=True
        )
        return [date]
    off = await _series_off(store, date, change.scope, reason, now)
    if change.scope is Scope.ALL:
        for part in await store.discussions.parts(date.community_id, date.discussion_id):
            dates = await store.occurrences.of_discussion(date.community_id, part)
            coming = [each for each in dates if each.is_coming and each.state is State.PLANNED]
            off += await _series_off(store, coming[0], Scope.ALL, reason, now) if coming else []
    return off


async def _series_off(
    store: Store, date: Occurrence, scope: Scope, reason: str, now: datetime
) -> list[Occurrence]:
    discussion, dates = await series.from_(store, date, scope, now)
    await store.discussions.change(date.community_id, discussion.discussion_id, state=Status.CANCELLED)
    off = [each for each in dates if each.is_coming]
    for each in off:
        await _call_off(store, each, reason, now)
    return off


async def _call_off(store: Store, date: Occurrence, reason: str, now: datetime) -> None:
    """Where the room is open, it is closed, and the conductor's panel with it."""
    over_at = now if date.state in OPENED else None
    await store.occurrences.change(date, now, state=State.CANCELLED, reason=reason, ended_at=over_at)
    if date.state in OPENED:
        await shut(store, date, now)
        await wish_panel(store, date, now)


async def _skip(store: Store, date: Occurrence, _: Change, now: datetime) -> list[Occurrence]:
    changes.may_be_skipped(date, now)
    await store.occurrences.change(date, now, state=State.SKIPPED)
    return [date]


async def _restore(store: Store, date: Occurrence, _: Change, now: datetime) -> list[Occurrence]:
    """A discussion that was over goes on. Of a series that was called off, only this date is put back."""
    changes.may_be_restored(date, now)
    others = await store.occurrences.coming(date.community_id)
    room = series.settled(changes.room_for(date, date.starts_at, date.minutes, others), must=True)
    empty = dict.fromkeys(("reason", "opened_at", "started_at", "ended_at", "seen_at"))
    await store.occurrences.change(date, now, state=State.PLANNED, room=room, **empty)
    discussion = await store.discussions.find(date.community_id, date.discussion_id)
    if discussion is not None and discussion.state is Status.OVER:
        going_on = {"state": Status.GOING_ON}
        await store.discussions.change(date.community_id, date.discussion_id, **going_on)
    return [date]


async def _hand_on(store: Store, date: Occurrence, change: Change, now: datetime) -> list[Occurrence]:
    """Every date of a series gets the host. One that has begun goes on as it is."""
    changes.may_be_cancelled(date)
    if change.host_id == date.host_id:
        raise NothingToChange
    host = await store.people.find(date.community_id, change.host_id or 0)
    if host is None or host.standing is Standing.LEFT:
        raise HostNotIn
    dates = await parts_of(store, date.community_id, date.discussion_id)
    coming = [each for each in dates if each.is_coming]
    for number in {each.discussion_id for each in coming}:
        await store.discussions.change(date.community_id, number, host_id=change.host_id)
    for each in coming:
        if each.state is State.PLANNED:
            await store.occurrences.change(each, now)
    return coming


async def _there(store: Store, date: Occurrence) -> Occurrence:
    found = await store.occurrences.find(date.community_id, date.occurrence_id)
    if found is None:
        raise DateGone
    return found


def _news(what: What, before: Occurrence) -> News | None:
    """What those who are going have to know of a date that was so before."""
    if what is What.MOVE and before.state is not State.PLANNED:
        return None
    return NEWS.get(what)


Does = Callable[[Store, Occurrence, Change, datetime], Awaitable[list[Occurrence]]]
"""Each gives the dates that are otherwise now, as they were before."""
DOES: dict[What, Does] = {
    What.MOVE: _move,
    What.EDIT: _edit,
    What.CANCEL: _cancel,
    What.SKIP: _skip,
    What.RESTORE: _restore,
    What.HOST: _hand_on,
}
NEWS = {
    What.MOVE: News.MOVED,
    What.CANCEL: News.CANCELLED,
    What.SKIP: News.SKIPPED,
    What.RESTORE: News.RESTORED,
}
