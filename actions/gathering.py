"""A date when its time has come: its room opens, it begins, and it is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from actions import discussions
from actions.deps import Deps
from data.store import Store
from domain.discussions import Occurrence, State
from domain.gathering import HARD_END, MISSED_AFTER, Room, over
from domain.jobs import Wish
from domain.rooms import OPENED

EMPTY_LOOK = timedelta(minutes=3)
"""So long after a room emptied one looks whether it still is."""


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
            await _make_room(store, date, now)
            await store.occurrences.note(date, state=State.OPEN, opened_at=now)
            await _tell(store, date, now)
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
    number = date.occurrence_id
    if date.state is State.PLANNED:
        await _make_room(store, date, now)
    await store.occurrences.note(date, state=State.ON, started_at=now, opened_at=date.opened_at or now)
    if date.state is State.PLANNED:
        key, lane = f"{number}:{date.version}", f"room:{number}"
        await store.jobs.add(Wish(date.community_id, discussions.OPEN, key, lane=lane), now, again=True)
    await store.jobs.add(mirror(date), now, again=True)
    await _tell(store, date, now)
    for moment in (date.starts_at + MISSED_AFTER, date.ends_at, date.ends_at + HARD_END):
        await store.jobs.add(_look(date, max(moment, now)), now)


async def look(deps: Deps, community_id: int, number: int, room: Room) -> Occurrence | None:
    """End it if it is over, by what is seen of its room; the date as it is then."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        if date is None or date.state is not State.ON:
            return date
        verdict = over(date, now, room)
        community = await store.communities.find(community_id)
        if verdict is not None and community is not None:
            await discussions.ended(store, community, date, verdict, now)
        ended = await store.occurrences.find(community_id, number)
    deps.bell.set()
    return ended


async def look_soon(deps: Deps, community_id: int, number: int) -> None:
    """The room of a date has emptied: look whether it stays so."""
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, number)
        if date is not None and date.state is State.ON:
            await store.jobs.add(_look(date, deps.now() + EMPTY_LOOK), deps.now())
    deps.bell.set()


async def end(deps: Deps, community_id: int, number: int) -> Occurrence | None:
    """Somebody who runs it says that it is over."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await discussions.there(store, community_id, number)
        community = await discussions.present(store, community_id)
        await discussions.ended(store, community, date, State.ENDED, now)
        ended = await store.occurrences.find(community_id, number)
    deps.bell.set()
    return ended


async def opened(deps: Deps, community_id: int) -> list[Occurrence]:
    """The dates whose rooms are open."""
    async with deps.database.read() as store:
        return await store.occurrences.in_states(community_id, OPENED)


async def came(deps: Deps, date: Occurrence) -> int:
    """How many people were seen in the room of a date so far."""
    async with deps.database.read() as store:
        return await store.occurrences.came(date.community_id, date.occurrence_id)


async def _tell(store: Store, date: Occurrence, now: datetime) -> None:
    """The card says so, and those who come are let in."""
    number = date.occurrence_id
    card = Wish(date.community_id, discussions.CARD, str(number), lane=f"date:{number}")
    await store.jobs.add(card, now, again=True)
    await discussions.let_in(store, date, now)


async def _missed(store: Store, date: Occurrence, now: datetime) -> bool:
    """Whether its whole time passed while nobody was there to open the room."""
    if now < date.ends_at:
        return False
    community = await store.communities.find(date.community_id)
    if community is not None:
        await discussions.ended(store, community, date, State.MISSED, now)
    return True


async def _make_room(store: Store, date: Occurrence, now: datetime) -> None:
    """Whatever is still on in its room is over."""
    community = await store.communities.find(date.community_id)
    for other in await store.occurrences.in_states(date.community_id, OPENED):
        same = other.room == date.room and other.occurrence_id != date.occurrence_id
        if same and community is not None:
            few = await store.occurrences.came(other.community_id, other.occurrence_id) == 0
            state = State.MISSED if few and other.state is State.OPEN else State.ENDED
            await discussions.ended(store, community, other, state, now)


def _look(date: Occurrence, at: datetime) -> Wish:
    number = date.occurrence_id
    key = f"{number}:{int(at.timestamp())}"
    return Wish(date.community_id, discussions.CLOSE, key, lane=f"close:{number}", due_at=at)
