"""Who comes to a date: going, maybe, can't; a place if there is one, else a place in line."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from actions import date_cards, offers
from actions.deps import Deps
from actions.discussions import present, there
from data.store import Store
from domain import places
from domain.discussion_errors import (
    DateGone,
    NotInvited,
    OfferOver,
)
from domain.discussions import Occurrence
from domain.errors import (
    NotTakingPart,
)
from domain.people import Participant, Seat, Standing
from domain.places import Taken
from domain.rsvps import Answer, Rsvp


@dataclass(frozen=True, slots=True)
class Said:
    """Where somebody stands after their answer. `place`: in the line, from one; 0 for whoever does not wait.

    `chosen`: whether they sit in both seats, and come in the one that was chosen for them.
    """

    date: Occurrence
    rsvp: Rsvp
    language: str | None
    place: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
    """Somebody, a date, and the number that their answer gets."""

    date: Occurrence
    person: Participant
    before: Rsvp | None
    line: int

    @property
    def taken(self) -> Taken:
        return Taken(self.date.going_mentor, self.date.going_mentee)


async def answer(deps: Deps, community_id: int, user_id: int, occurrence_id: int, wish: Answer) -> Said:
    """Say GOING, MAYBE or NO, until the date is over.

    Raises NotSetUp, DateGone, NotTakingPart, NotInvited.
    """
    async with deps.database.begin() as store:
        scene = await _scene(store, community_id, user_id, occurrence_id)
        said = await _say(store, scene, wish, deps.now())
    deps.bell.set()
    return said


async def take(deps: Deps, community_id: int, user_id: int, occurrence_id: int) -> Said:
    """Take the place that is kept for one; harmless twice. Raises OfferOver and what `answer` does."""
    return await _decide(deps, community_id, user_id, occurrence_id, Answer.GOING)


async def let_go(deps: Deps, community_id: int, user_id: int, occurrence_id: int) -> Said:
    """Let somebody else have it; harmless twice. Raises OfferOver and what `answer` does."""
    return await _decide(deps, community_id, user_id, occurrence_id, Answer.NO)


async def forget(store: Store, community_id: int, user_id: int, now: datetime) -> None:
    """They do not come to anything any more, from inside the transaction in which they leave."""
    for number in await store.rsvps.of_person(community_id, user_id):
        rsvp = await store.rsvps.find(community_id, number, user_id)
        date = await store.occurrences.find(community_id, number)
        if rsvp is not None and date is not None and date.is_coming:
            await store.rsvps.remove(community_id, number, user_id)
            await offers.end(store, date, rsvp, now)
            await offers.settle(store, community_id, number, now)


async def left_server(deps: Deps, community_id: int, user_id: int) -> None:
    """Whoever is not in the server holds no place. Back again, they say once more what they come to."""
    async with deps.database.begin() as store:
        await forget(store, community_id, user_id, deps.now())
    deps.bell.set()


async def members_seen(deps: Deps, community_id: int, here: AbstractSet[int], at: datetime) -> None:
    """The same for all who left while nobody listened. `here`: all members as they were from `at` on."""
    async with deps.database.read() as store:
        gone = await store.rsvps.hoping(community_id, at) - here
    for user_id in sorted(gone):
        await left_server(deps, community_id, user_id)


async def hear(store: Store, date: Occurrence, user_id: int, now: datetime, *, yes: bool) -> None:
    """Take somebody's interest for a maybe, or no longer; what they said themselves stays as it is."""
    before = await store.rsvps.find(date.community_id, date.occurrence_id, user_id)
    if not yes:
        if before is not None and before.by_interest and before.answer is Answer.MAYBE:
            await store.rsvps.remove(date.community_id, date.occurrence_id, user_id)
            await date_cards.refresh(store, date, now)
        return
    if before is not None:
        return
    try:
        scene = await _scene(store, date.community_id, user_id, date.occurrence_id)
    except (DateGone, NotTakingPart, NotInvited):
        return
    said = await _say(store, scene, Answer.MAYBE, now)
    heard = replace(said.rsvp, by_interest=True)
    await store.rsvps.save(date.community_id, date.occurrence_id, heard)


async def _decide(deps: Deps, community_id: int, user_id: int, occurrence_id: int, wish: Answer) -> Said:
    async with deps.database.begin() as store:
        scene = await _scene(store, community_id, user_id, occurrence_id)
        if scene.before is None or scene.before.answer not in (Answer.OFFERED, wish):
            raise OfferOver
        said = await _say(store, scene, wish, deps.now())
    deps.bell.set()
    return said


async def _scene(store: Store, community_id: int, user_id: int, occurrence_id: int) -> _Scene:
    """Nobody else answers to this date until the transaction ends."""
    await present(store, community_id)
    line = await store.rsvps.next_line(community_id, occurrence_id)
    if line is None:
        raise DateGone
    date = await there(store, community_id, occurrence_id)
    person = await store.people.find(community_id, user_id)
    if person is None or person.standing is Standing.LEFT:
        raise NotTakingPart
    await _needs_to_be_asked(store, date, user_id)
    return _Scene(date, person, await store.rsvps.find(community_id, occurrence_id, user_id), line)


async def _needs_to_be_asked(store: Store, date: Occurrence, user_id: int) -> None:
    if not date.named or user_id == date.host_id:
        return
    if not await store.discussions.is_invited(date.community_id, date.discussion_id, user_id):
        raise NotInvited


async def _say(store: Store, scene: _Scene, wish: Answer, now: datetime) -> Said:
    """Whoever waits comes first: before the answer, and again for a place that it frees."""
    date, before, who = scene.date, scene.before, scene.person.user_id
    which = date.community_id, date.occurrence_id
    taken = await offers.pass_on(store, date, scene.taken, now)
    if before is not None and before.answer is Answer.WAITING:  # it may just have been their turn
        before = await store.rsvps.find(*which, who)
    seat = places.seat_for(scene.person.seat, date.places, taken)
    after = places.answered(before, Rsvp(who, wish, seat, scene.line, now), date.places, taken)
    if after != before:
        await store.rsvps.save(*which, after)
        taken = await offers.pass_on(store, date, taken.instead(before, after), now)
    if taken != scene.taken:
        await store.rsvps.keep_taken(*which, taken)
    if after != before or taken != scene.taken:
        await date_cards.refresh(store, date, now)
    if before is not None and before.answer is Answer.OFFERED and after.answer is not Answer.OFFERED:
        await offers.end(store, date, before, now)
    await offers.follow_role(store, date, who, now)
    place = await _place(store, date, after) if after.answer is Answer.WAITING else 0
    return Said(date, after, scene.person.language, place, scene.person.seat is Seat.BOTH)


async def _place(store: Store, date: Occurrence, rsvp: Rsvp) -> int:
    """In the line for their seat, where seats have places of their own."""
    own = None if places.of_seat(date.places, rsvp.seat) is None else rsvp.seat
    return 1 + await store.rsvps.ahead(date.community_id, date.occurrence_id, rsvp.line, own)
