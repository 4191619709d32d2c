"""What people press on the conductor's panel. Each is told who is in the room."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from actions import access, discussions, notices, talks
from actions.deps import Deps
from actions.talks import Shown, Talk
from domain import conductor
from domain.blueprint import Kind
from domain.conductor import LENGTHS, Speaker
from domain.discussion_errors import (
    NotInRoom,
    TurnOver,
)
from domain.discussions import Occurrence, State
from domain.errors import (
    NotTakingPart,
)
from domain.notices import PAUSE
from domain.rooms import room_key


@dataclass(frozen=True, slots=True)
class Press:
    """Who presses, and who is in the room; `present` is None when Discord has not said.

    `permissions` are the bits that Discord sends with the click.
    """

    community_id: int
    user_id: int
    present: Sequence[int] | None
    permissions: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody's hand, or their wish only to listen. `again`: it was so already."""

    shown: Shown
    again: bool = False


async def begin(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """Give the first turn. Harmless when it has begun. Raises NotLeading."""
    async with _talking(deps, press, occurrence_id) as talk:
        _leads(talk, press)
        if talk.run.began_at is None:
            talk.run = replace(conductor.fair(talk.run, await talk.barred()), began_at=talk.now)
            await talk.move_on()
            await talks.wish_status(talk.store, talk.date, talk.now)
        return await talks.shown(talk)


async def done(deps: Deps, press: Press, turn_id: int, *, passed: bool = False) -> Shown:
    """End this turn and give the next. Harmless when it is over and was theirs.

    Raises NotYourTurn, TurnOver.
    """
    async with _of_turn(deps, press, turn_id) as talk:
        turn = await talk.store.spoken.find(press.community_id, turn_id)
        if talk.turn is None or talk.turn.turn_id != turn_id:
            if turn is None or turn.user_id != press.user_id:
                raise TurnOver
            return await talks.shown(talk)
        conductor.may_end(turn, press.user_id, runs_it=_runs_it(talk, press))
        await talk.move_on(passed=passed)
        return await talks.shown(talk)


async def longer(deps: Deps, press: Press, turn_id: int) -> Shown:
    """One minute more, once. Raises NotYourTurn, TurnOver, AlreadyLonger."""
    async with _of_turn(deps, press, turn_id) as talk:
        present = talk.turn if talk.turn is not None and talk.turn.turn_id == turn_id else None
        turn = conductor.longer(present, press.user_id, runs_it=_runs_it(talk, press))
        await talk.store.spoken.change(turn, due_at=turn.due_at, extended=True)
        await talk.time(turn)
        await talk.save(replace(talk.run, note=None))
        return await talks.shown(talk)


async def raise_hand(deps: Deps, press: Press, occurrence_id: int) -> Hand:
    """Come next within one's seat; at once when it is nobody's turn. Raises NotInRoom, NotTakingPart."""
    async with _talking(deps, press, occurrence_id) as talk:
        speaker = await _speaker(talk, press)
        again = speaker.hand_at is not None
        up = replace(speaker, hand_at=speaker.hand_at or talk.now, listens=False)
        if talk.turn is not None and talk.turn.user_id == press.user_id:
            return Hand(await talks.shown(talk))
        await talk.place(up)
        if talk.turn is None and talk.run.goes_on:
            await talk.give(up)
        await talk.wish_panel()
        return Hand(await talks.shown(talk), again)


async def lower_hand(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """Take it back. Raises NotInRoom, NotTakingPart."""
    async with _talking(deps, press, occurrence_id) as talk:
        await talk.place(replace(await _speaker(talk, press), hand_at=None))
        await talk.wish_panel()
        return await talks.shown(talk)


async def listen(deps: Deps, press: Press, occurrence_id: int) -> Hand:
    """Not be called any more; whose turn it is passes. Raises NotInRoom, NotTakingPart."""
    async with _talking(deps, press, occurrence_id) as talk:
        speaker = await _speaker(talk, press)
        await talk.place(replace(speaker, hand_at=None, listens=True))
        if talk.turn is not None and talk.turn.user_id == press.user_id:
            await talk.move_on(passed=True)
        await talk.wish_panel()
        return Hand(await talks.shown(talk), again=speaker.listens)


async def speak(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """Be called again, at the end of the order. Raises NotInRoom, NotTakingPart."""
    async with _talking(deps, press, occurrence_id) as talk:
        speaker = await _speaker(talk, press)
        if speaker.listens:
            back = replace(speaker, listens=False, here=False)
            others = [each for each in talk.order if each.user_id != press.user_id]
            await talk.place(conductor.arrived([*others, back], press.user_id, speaker.seat))
            if talk.turn is None:
                await talk.move_on()
        await talk.wish_panel()
        return await talks.shown(talk)


async def next_prompt(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """Talk about the next one; the turn goes to the next as well. Raises NotLeading, NoMorePrompts."""
    async with _talking(deps, press, occurrence_id) as talk:
        _leads(talk, press)
        talk.run = conductor.turn_page(talk.run, await talk.barred())
        await talk.move_on()
        await talks.wish_status(talk.store, talk.date, talk.now)
        return await talks.shown(talk)


async def set_length(deps: Deps, press: Press, occurrence_id: int, minutes: int) -> Shown:
    """So long a turn takes from the next one on. Raises NotLeading."""
    async with _talking(deps, press, occurrence_id) as talk:
        _leads(talk, press)
        if minutes in LENGTHS:
            await talk.save(replace(talk.run, turn_seconds=minutes * 60))
        return await talks.shown(talk)


async def pause(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """Let the clock stand still. Who asked is kept nowhere. Harmless in a pause. Raises NotInRoom."""
    async with _talking(deps, press, occurrence_id) as talk:
        if press.present is not None and press.user_id not in press.present and not _runs_it(talk, press):
            raise NotInRoom
        if talk.run.paused_at is None:
            await talk.save(replace(talk.run, paused_at=talk.now, note=None))
            await talk.store.runs.pause(*talk.key, talk.now)
            await _tell_stewards(talk)
        return await talks.shown(talk)


async def go_on(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """End a pause: the turn has as much time left as it had. Harmless without one. Raises NotYet."""
    async with _talking(deps, press, occurrence_id) as talk:
        conductor.may_go_on(talk.run, talk.now, runs_it=_runs_it(talk, press))
        paused_at = talk.run.paused_at
        if paused_at is not None:
            await talk.save(replace(talk.run, paused_at=None))
            if talk.turn is not None:
                turn = conductor.resumed(talk.turn, paused_at, talk.now)
                await talk.store.spoken.change(turn, due_at=turn.due_at)
                await talk.time(turn)
            elif talk.run.goes_on:
                await talk.move_on()
        return await talks.shown(talk)


async def may_lead(deps: Deps, press: Press, occurrence_id: int) -> Shown:
    """How it goes on, for whoever leads. Raises NotLeading."""
    async with deps.database.read() as store:
        talk = await talks.going_on(store, press.community_id, occurrence_id, deps.now())
        _leads(talk, press)
        return await talks.shown(talk)


async def end(deps: Deps, press: Press, occurrence_id: int) -> Occurrence:
    """It is over for everybody, and so is the date. Raises NotTheHost, DateGone."""
    async with _talking(deps, press, occurrence_id) as talk:
        access.may_run(talk.date, press.user_id, press.permissions)
        await talk.close()
        await discussions.ended(talk.store, talk.community, talk.date, State.ENDED, talk.now)
        found = await talk.store.occurrences.find(press.community_id, occurrence_id)
    return found or talk.date


async def may_end(deps: Deps, press: Press, occurrence_id: int) -> Occurrence:
    """The date that this person may end. Raises NotTheHost, DateGone."""
    async with deps.database.read() as store:
        talk = await talks.going_on(store, press.community_id, occurrence_id, deps.now())
        access.may_run(talk.date, press.user_id, press.permissions)
        return talk.date


@asynccontextmanager
async def _talking(deps: Deps, press: Press, occurrence_id: int) -> AsyncIterator[Talk]:
    async with deps.database.begin() as store:
        talk = await talks.going_on(store, press.community_id, occurrence_id, deps.now())
        await talk.meet(press.present)
        yield talk
    deps.bell.set()


@asynccontextmanager
async def _of_turn(deps: Deps, press: Press, turn_id: int) -> AsyncIterator[Talk]:
    async with deps.database.read() as store:
        turn = await store.spoken.find(press.community_id, turn_id)
    if turn is None:
        raise TurnOver
    async with _talking(deps, press, turn.occurrence_id) as talk:
        yield talk


async def _tell_stewards(talk: Talk) -> None:
    """Where it is, and nothing else."""
    community_id, number = talk.key
    room = await talk.store.objects.find(community_id, Kind.CHANNEL, room_key(talk.date.room))
    facts = {"room": str(talk.date.room + 1) if room is None else f"<#{room}>"}
    await notices.tell(talk.store, community_id, PAUSE, str(number), talk.now, facts)


async def _speaker(talk: Talk, press: Press) -> Speaker:
    found = talk.speaker(press.user_id)
    if found is not None and found.here:
        return found
    person = await talk.store.people.find(press.community_id, press.user_id)
    raise NotInRoom if person is not None else NotTakingPart


def _runs_it(talk: Talk, press: Press) -> bool:
    return press.user_id == talk.date.host_id or access.is_steward(press.permissions)


def _leads(talk: Talk, press: Press) -> None:
    runs_it = _runs_it(talk, press)
    if not runs_it and press.present is not None and press.user_id not in press.present:
        raise NotInRoom
    conductor.may_lead(talk.run, talk.date, talk.now, runs_it=runs_it)
