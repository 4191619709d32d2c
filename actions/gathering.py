"""A date when its time has come: its room opens, it begins, and it is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from actions import access, discussions
from actions.deps import Deps
from actions.talks import wish_panel
from data.store import Store
from domain.blueprint import Kind
from domain.discussion_errors import (
    NotBegun,
    TooEarlyToOpen,
)
from domain.discussions import Occurrence, State
from domain.gathering import EMPTY_FOR, ENOUGH, HARD_END, MISSED_AFTER, Room, over
from domain.jobs import Wish
from domain.rooms import OPENED, room_key

EARLIEST = timedelta(hours=1)
"""So long before the start whoever runs it may open the room."""


def mirror(date: Occurrence) -> Wish:
    """Have this date and its event say the same."""
    number = date.occurrence_id
    return Wish(date.community_id, discussions.EVENT, str(number), lane=f"event:{number}")


async def open_room(deps: Deps, community_id: int, number: int, version: int) -> Occurrence | None:
    """The time has come to open the room, or somebody says so. None when there is nothing to open.

    The same again gives the date again, as long as its room is open.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        if date is None or date.version != version:
            return None
        if date.state is State.PLANNED and not await _missed(store, date, now):
            await _open(store, date, now)
        opened = await store.occurrences.find(community_id, number)
    deps.bell.set()
    return opened if opened is not None and opened.state in OPENED else None


async def start(deps: Deps, community_id: int, number: int, version: int) -> Occurrence | None:
    """The time has come to begin. None when there is nothing to begin; else as above."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        if date is None or date.version != version:
            return None
        if date.state in (State.PLANNED, State.OPEN) and not await _missed(store, date, now):
            await begin(store, date, now)
        started = await store.occurrences.find(community_id, number)
    deps.bell.set()
    return started if started is not None and started.state is State.ON else None


async def begin(store: Store, date: Occurrence, now: datetime) -> None:
    """It is on from now, whoever began it, from inside their transaction; its room opens if it is shut."""
    if date.state is State.PLANNED:
        await _make_room(store, date, now)
    await store.occurrences.note(date, state=State.ON, started_at=now, opened_at=date.opened_at or now)
    if date.state is State.PLANNED:
        await store.jobs.add(_opening(date), now, again=True)
    await store.jobs.add(mirror(date), now, again=True)
    await _tell(store, date, now)
    for moment in (date.starts_at + MISSED_AFTER, date.ends_at, date.ends_at + HARD_END):
        await store.jobs.add(_look(date, max(moment, now)), now)


async def look(deps: Deps, community_id: int, number: int) -> Occurrence | None:
    """End it if it is over, by who was seen in its room; the date as it is then."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        community = await store.communities.find(community_id)
        if date is None or community is None or date.state is not State.ON:
            return date
        room = await _room(store, date)
        verdict = over(date, now, room)
        if verdict is not None:
            await discussions.ended(store, community, date, verdict, now)
        elif room.empty_since is not None and room.empty_since + EMPTY_FOR > now:
            await store.jobs.add(_look(date, room.empty_since + EMPTY_FOR), now)
        found = await store.occurrences.find(community_id, number)
    deps.bell.set()
    return found


async def look_soon(deps: Deps, community_id: int, number: int) -> None:
    """Somebody has left the room of a date, perhaps the last: look whether it stays empty."""
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        if date is not None and date.state is State.ON:
            await store.jobs.add(_look(date, deps.now() + EMPTY_FOR), deps.now())
    deps.bell.set()


async def open_now(deps: Deps, community_id: int, number: int, user_id: int, permissions: int) -> Occurrence:
    """Whoever runs it wants the room open. Raises NotTheHost, DateGone and TooEarlyToOpen."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await discussions.there(store, community_id, number)
        access.may_run(date, user_id, permissions)
        if now < date.starts_at - EARLIEST:
            raise TooEarlyToOpen(hours=EARLIEST // timedelta(hours=1))
        if date.state is State.PLANNED:
            await _open(store, date, now)
            await store.jobs.add(_opening(date), now, again=True)
    deps.bell.set()
    return date


async def end_now(deps: Deps, community_id: int, number: int, user_id: int, permissions: int) -> Occurrence:
    """Whoever runs it says that it is over. Raises NotTheHost, DateGone, and NotBegun."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await discussions.there(store, community_id, number)
        access.may_run(date, user_id, permissions)
        if date.state not in OPENED:
            raise NotBegun
        community = await discussions.present(store, community_id)
        await discussions.ended(store, community, date, State.ENDED, now)
    deps.bell.set()
    return date


async def rooms(deps: Deps, community_id: int) -> dict[int, int]:
    """The dates that are on, by the voice channel they are held in."""
    async with deps.database.read() as store:
        dates = await store.occurrences.in_states(community_id, {State.ON})
        records = await store.objects.all(community_id) if dates else {}
    found = {date.occurrence_id: records.get((Kind.CHANNEL, room_key(date.room))) for date in dates}
    return {record.discord_id: number for number, record in found.items() if record is not None}


async def _open(store: Store, date: Occurrence, now: datetime) -> None:
    await _make_room(store, date, now)
    await store.occurrences.note(date, state=State.OPEN, opened_at=now)
    await _tell(store, date, now)


async def _room(store: Store, date: Occurrence) -> Room:
    """Who was and is there, as far as we know."""
    visits = await store.presences.of(date.community_id, date.occurrence_id)
    inside = {visit.user_id for visit in visits if visit.left_at is None}
    left = [visit.left_at for visit in visits if visit.left_at is not None]
    empty_since = max(left, default=None) if not inside else None
    return Room(len(inside), len({visit.user_id for visit in visits}), empty_since)


async def _tell(store: Store, date: Occurrence, now: datetime) -> None:
    """The card says so, the conductor comes, and those who are going are let in."""
    number = date.occurrence_id
    card = Wish(date.community_id, discussions.CARD, str(number), lane=f"date:{number}")
    await store.jobs.add(card, now, again=True)
    await wish_panel(store, date, now)
    await discussions.let_in(store, date, now)


async def _missed(store: Store, date: Occurrence, now: datetime) -> bool:
    """Whether its whole time passed while nobody was there to open the room, or to begin it."""
    if now < date.ends_at:
        return False
    await _end(store, date, now)
    return True


async def _make_room(store: Store, date: Occurrence, now: datetime) -> None:
    """Whatever is still on in its room is over."""
    for other in await store.occurrences.in_states(date.community_id, OPENED):
        if other.room == date.room and other.occurrence_id != date.occurrence_id:
            await _end(store, other, now)


async def _end(store: Store, date: Occurrence, now: datetime) -> None:
    """By who came, it happened or it did not."""
    came = (await _room(store, date)).came
    community = await discussions.present(store, date.community_id)
    state = State.ENDED if came >= ENOUGH else State.MISSED
    await discussions.ended(store, community, date, state, now)


def _opening(date: Occurrence) -> Wish:
    number = date.occurrence_id
    return Wish(date.community_id, discussions.OPEN, f"{number}:{date.version}", lane=f"room:{number}")


def _look(date: Occurrence, at: datetime) -> Wish:
    number = date.occurrence_id
    key = f"{number}:{int(at.timestamp())}"
    return Wish(date.community_id, discussions.CLOSE, key, lane=f"close:{number}", due_at=at)
