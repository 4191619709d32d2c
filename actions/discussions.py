"""Discussions: planned, and what has to happen about each of their dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from actions import upkeep
from actions.deps import Deps
from actions.talks import wish_panel
from data.store import Store
from domain import discussions
from domain.communities import Community
from domain.discussion_errors import (
    DateGone,
    RoomsTaken,
)
from domain.discussions import (
    OPENS_BEFORE,
    Discussion,
    Occurrence,
    Plan,
    State,
    Status,
    coming,
    free_room,
    needs_sense,
)
from domain.errors import (
    NotSetUp,
)
from domain.instants import Instant
from domain.jobs import Wish
from domain.rooms import OPENED

CARD = "date-card"
EVENT = "date-event"
OPEN = "date-open"
START = "date-start"
CLOSE = "date-close"
REMINDER = "date-reminder"
AFTERWARDS = "date-afterwards"
OFFER_OVER = "date-offer-over"
"""The kinds of the jobs that keep the card and Discord's own event of a date, open its room, start it, close
it when it is over, remind people, look back, and pass on places that are free.
"""
CARD_BEFORE = timedelta(days=14)
"""So long before a date its card is posted; that of the next date of a discussion at once."""
LOOK_BACK_AFTER = timedelta(minutes=2)
"""So long it takes at most until it is settled who stayed to the end."""


async def plan(deps: Deps, community_id: int, user_id: int, wish: Plan, token: str) -> Discussion:
    """Have a discussion. The same `token` again gives the same one.

    Raises NotSetUp, what needs_sense does, and RoomsTaken.
    """
    async with deps.database.begin() as store:
        discussion = await keep(store, community_id, user_id, wish, token, deps.now())
    deps.bell.set()
    return discussion


async def keep(
    store: Store, community_id: int, user_id: int, wish: Plan, token: str, now: datetime
) -> Discussion:
    """The same, inside a transaction."""
    community = await present(store, community_id)
    earlier = await store.discussions.of_token(community_id, token)
    if earlier is not None:
        return earlier
    sensible = needs_sense(wish, now)
    discussion = await store.discussions.add(community_id, sensible, user_id, token, now)
    await add_dates(store, community, discussion, now)
    return discussion


async def find(deps: Deps, community_id: int, occurrence_id: int) -> Occurrence | None:
    """A date as it is, also one that is over."""
    async with deps.database.read() as store:
        return await store.occurrences.find(community_id, occurrence_id)


async def next_dates(deps: Deps, community_id: int, most: int | None = None) -> list[Occurrence]:
    """What is coming in a community, the nearest first."""
    async with deps.database.read() as store:
        return await store.occurrences.coming(community_id, most)


async def add_dates(store: Store, community: Community, discussion: Discussion, now: datetime) -> None:
    """Keep the coming dates of a discussion that are not known yet. Raises RoomsTaken for its very first.

    A later date of a series that finds all rooms taken goes into the last one: its card says so.
    """
    community_id, number = discussion.community_id, discussion.discussion_id
    known = await store.occurrences.of_discussion(community_id, number)
    originals = {each.original for each in known}
    new = [pair for pair in coming(discussion.plan, now) if pair[0] not in originals]
    others = await store.occurrences.coming(community_id)
    rows = [
        (original, at, _room(discussion, at, others, first=not known and index == 0))
        for index, (original, at) in enumerate(new)
    ]
    await store.occurrences.add(community_id, number, rows, discussion.plan.minutes, now)
    dates = await store.occurrences.of_discussion(community_id, number)
    await follow(store, community, [each for each in dates if each.original not in originals], now)


async def follow(store: Store, community: Community, dates: Iterable[Occurrence], now: datetime) -> None:
    """Have everything happen that is due about these dates, from inside the transaction that changed them.

    Jobs that depend on the moment carry the version in their key: those of an earlier one see that it passed.
    A room that the community does not have yet is one it has from now on: upkeep makes it for the event.
    """
    dates = list(dates)
    rooms = max((date.room + 1 for date in dates), default=0)
    if rooms > community.discussions.rooms:
        await store.communities.have_rooms(community.community_id, rooms)
    for date in dates:
        number, key = date.occurrence_id, f"{date.occurrence_id}:{date.version}"
        first = await _is_next(store, date)
        shown = now if first or date.card_id else max(now, date.starts_at - CARD_BEFORE)
        community_id = date.community_id
        wishes = [
            card_of(date, shown),
            Wish(community_id, EVENT, str(number), lane=f"event:{number}"),
        ]
        if date.state is State.PLANNED:
            wishes += [
                Wish(community_id, OPEN, key, lane=f"room:{number}", due_at=date.opens_at),
                Wish(community_id, START, key, lane=f"room:{number}", due_at=date.starts_at),
                *_reminders(community, date, key, now),
            ]
        if await store.rsvps.heads(community_id, number):  # there may be more places now
            wishes.append(Wish(community_id, OFFER_OVER, str(number)))
        for wish in wishes:
            await store.jobs.add(wish, now, again=True)


def card_of(date: Occurrence, due_at: datetime) -> Wish:
    """Have its card and thread be there, and as they should be; one of its lane is at work at a time."""
    number = date.occurrence_id
    return Wish(date.community_id, CARD, str(number), lane=f"date:{number}", due_at=due_at)


def _reminders(community: Community, date: Occurrence, key: str, now: datetime) -> list[Wish]:
    """Those that are still to come. The part after the second colon says how many minutes before.

    They do not expire by themselves: only who reads the date knows whether anybody missed anything.
    """
    lane = f"reminder:{date.occurrence_id}"
    dues = [(each, date.starts_at - timedelta(minutes=each)) for each in community.discussions.minutes_before]
    return [
        Wish(date.community_id, REMINDER, f"{key}:{minutes}", lane=lane, due_at=due)
        for minutes, due in dues
        if due > now
    ]


async def _is_next(store: Store, date: Occurrence) -> bool:
    """Whether it is the next of its series."""
    first = await _next_of(store, date.community_id, date.discussion_id)
    return first is not None and first.occurrence_id == date.occurrence_id


async def _next_of(store: Store, community_id: int, discussion_id: int) -> Occurrence | None:
    dates = await parts_of(store, community_id, discussion_id)
    return next((each for each in dates if each.is_coming), None)


async def parts_of(store: Store, community_id: int, discussion_id: int) -> list[Occurrence]:
    """The dates of a whole series, whatever its parts are, the earliest first."""
    parts = await store.discussions.parts(community_id, discussion_id)
    dates = [each for part in parts for each in await store.occurrences.of_discussion(community_id, part)]
    return sorted(dates, key=lambda each: (each.starts_at, each.occurrence_id))


async def ended(store: Store, community: Community, date: Occurrence, state: State, now: datetime) -> None:
    """A date is over, whatever ended it: look back on it, and have the next date of its discussion.

    `state`: ENDED, MISSED when it did not happen, or CANCELLED. Harmless for one that is over already.
    """
    if not date.is_coming:
        return
    await store.occurrences.change(date, now, state=state, ended_at=now)
    if date.state in OPENED:
        await shut(store, date, now)
    number = str(date.occurrence_id)
    await store.jobs.add(card_of(date, now), now, again=True)
    later = now + LOOK_BACK_AFTER if state is State.ENDED else now
    for kind, due in ((EVENT, now), (AFTERWARDS, later)):
        wish = Wish(date.community_id, kind, number, lane=f"{kind}:{number}", due_at=due)
        await store.jobs.add(wish, now, again=True)
    await wish_panel(store, date, now)
    await go_on(store, community, date.discussion_id, now)


async def go_on(store: Store, community: Community, discussion_id: int, now: datetime) -> None:
    """Have the further dates of a discussion, and the card of the next; with none left, it is over."""
    discussion = await store.discussions.find(community.community_id, discussion_id)
    if discussion is None or discussion.state is not Status.GOING_ON:
        return
    await add_dates(store, community, discussion, now)
    dates = await store.occurrences.of_discussion(community.community_id, discussion_id)
    if not any(each.is_coming for each in dates):
        await store.discussions.change(community.community_id, discussion_id, state=Status.OVER)
    following = await _next_of(store, community.community_id, discussion_id)
    if following is not None and following.card_id is None:
        await follow(store, community, [following], now)


async def shut(store: Store, date: Occurrence, now: datetime) -> None:
    """Shut the room and take the roles back, from inside the transaction that ended or put off the date."""
    number = date.occurrence_id
    wish = Wish(date.community_id, CLOSE, str(number), lane=f"close:{number}")
    await store.jobs.add(wish, now, again=True)
    await let_in(store, date, now)


async def let_in(store: Store, date: Occurrence, now: datetime) -> None:
    """Have the roles of those who come follow, whether they now get that of attendees or lose it."""
    for user_id in await upkeep.coming(store, date):
        await upkeep.follow(store, date.community_id, user_id, now, head_start=timedelta(0))


async def present(store: Store, community_id: int) -> Community:
    """Raises NotSetUp."""
    found = await store.communities.find(community_id)
    if found is None or found.set_up_at is None:
        raise NotSetUp
    return found


async def there(store: Store, community_id: int, occurrence_id: int) -> Occurrence:
    """A date that is still to happen, or happening. Raises DateGone."""
    found = await store.occurrences.find(community_id, occurrence_id)
    if found is None or not found.is_coming:
        raise DateGone
    return found


def _room(discussion: Discussion, at: Instant, others: list[Occurrence], *, first: bool) -> int:
    ends_at = at.at + timedelta(minutes=discussion.plan.minutes)
    room = free_room(at.at - OPENS_BEFORE, ends_at, others)
    if room is None and first:
        raise RoomsTaken
    return discussions.ROOMS - 1 if room is None else room
