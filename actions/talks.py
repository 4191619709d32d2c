"""A discussion that is being talked about: who is in the room, and how the turn goes from one to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.decks import prompts_in
from data.store import Store
from domain import conductor
from domain.communities import Community
from domain.conductor import Note, Run, Speaker, Turn
from domain.discussion_errors import (
    DateGone,
)
from domain.discussions import Occurrence
from domain.jobs import Wish
from domain.people import Seat, Standing
from domain.rsvps import HOLDING

PANEL = "conductor-panel"
TURN = "conductor-turn"
STATUS = "conductor-status"
"""The kinds of the jobs that keep the panel in the room's chat, move on when the time of a turn is up, and
show what we talk about beside the name of the room.
"""
LOOK_EVERY = timedelta(minutes=1)
AHEAD = 2
"""So many of those who come next are named."""


@dataclass(slots=True)
class Talk:
    """A date with its run, as one transaction sees and changes it. `turn` is the present one.

    `quiet`: the panel is being brought up to date anyway, so that nobody need wish for it.
    """

    store: Store
    community: Community
    date: Occurrence
    run: Run
    order: list[Speaker]
    turn: Turn | None
    last: Turn | None
    now: datetime
    quiet: bool = False

    @property
    def key(self) -> tuple[int, int]:
        return self.date.community_id, self.date.occurrence_id

    @property
    def seat(self) -> Seat | None:
        """Whose seat spoke last."""
        return self.last.seat if self.last else None

    @property
    def asked(self) -> int | None:
        """Who has, or had, the word last."""
        return self.last.user_id if self.last else None

    def speaker(self, user_id: int) -> Speaker | None:
        return next((each for each in self.order if each.user_id == user_id), None)

    async def place(self, speaker: Speaker) -> None:
        """Keep how somebody stands in the order."""
        self.order = [each for each in self.order if each.user_id != speaker.user_id] + [speaker]
        await self.store.runs.place(*self.key, speaker)

    async def save(self, run: Run) -> None:
        """Keep how it goes on, and have it shown."""
        self.run = run
        await self.store.runs.save(run)
        await self.wish_panel()

    async def wish_panel(self) -> None:
        """Have it shown."""
        if not self.quiet:
            await wish_panel(self.store, self.date, self.now)

    async def meet(self, present: Collection[int] | None) -> None:
        """Take note of who is in the room, in the order in which they came; None when Discord has not said.

        Whoever left loses their turn.
        """
        if present is None:
            return
        empty = not any(each.here for each in self.order)
        came = [user_id for user_id in present if not self._is_here(user_id)]
        left = [each for each in self.order if each.here and each.user_id not in present]
        answers = {each.user_id: each.seat for each in await self.store.rsvps.who(*self.key)} if came else {}
        seated = [await self._seat(user_id, answers.get(user_id)) for user_id in came]
        if empty and any(seated):  # with whoever was last to leave, Discord took the status away
            await wish_status(self.store, self.date, self.now)
        for each in left:
            await self.place(replace(each, here=False, hand_at=None))
        await self._watch_for_host(present)
        if self.turn is not None and self.turn.user_id not in present:
            await self.move_on(Note.LEFT)
        elif self.turn is None and any(seated):
            await self.move_on(self.run.note)
        elif left or any(seated):
            await self.wish_panel()

    async def move_on(self, note: Note | None = None, *, passed: bool = False) -> None:
        """End the present turn and give the next; with nobody left to speak it is nobody's."""
        if self.turn is not None:
            ended = replace(self.turn, ended_at=self.now, passed=passed)
            await self.store.spoken.change(self.turn, ended_at=self.now, passed=passed)
            self.turn, self.last = None, ended
        found = conductor.next_speaker(self.order, self.seat, self.asked)
        if found is not None and self.run.goes_on:
            await self.give(found)
        await self.save(replace(self.run, note=note))

    async def give(self, speaker: Speaker) -> None:
        """Let this person speak, as long as a turn takes."""
        self.order = conductor.after_turn(self.order, speaker.user_id)
        for each in self.order:
            if each.user_id == speaker.user_id:
                await self.store.runs.place(*self.key, each)
        due_at = self.now + conductor.length(self.run)
        begun = Turn(0, *self.key, speaker.user_id, speaker.seat, self.run.position, self.now, due_at)
        self.last = await self.store.spoken.begin(begun)
        await self.time(self.last)

    async def time(self, turn: Turn) -> None:
        """Have it said when this turn is up, and have it moved on after that."""
        self.turn = turn
        for moment in (turn.due_at, turn.moves_on_at):
            key = f"{turn.occurrence_id}:{turn.turn_id}:{moment.timestamp():.3f}"
            wish = Wish(turn.community_id, TURN, key, lane=f"talk:{turn.occurrence_id}", due_at=moment)
            await self.store.jobs.add(wish, self.now)

    async def close(self) -> None:
        """It is over."""
        if self.turn is not None:
            await self.store.spoken.change(self.turn, ended_at=self.now)
            self.turn = None
        await self.save(replace(self.run, paused_at=None, note=None, ended_at=self.now))
        await wish_status(self.store, self.date, self.now)

    async def barred(self) -> set[str]:
        """The prompts about what somebody in the room does not want to be asked."""
        here = [each.user_id for each in self.order if each.here]
        topics = await self.store.off_limits.of(self.community.community_id, here)
        prompts = await prompts_in(self.store, self.community, [self.community.language])
        return {name for name in self.run.prompts if name in prompts and topics & {*prompts[name].topics}}

    def _is_here(self, user_id: int) -> bool:
        return any(each.here and each.user_id == user_id for each in self.order)

    async def _seat(self, user_id: int, answered: Seat | None) -> bool:
        """Put somebody who came in at the end of the order, if they take part; bots do not."""
        person = await self.store.people.find(self.community.community_id, user_id)
        if person is None or person.standing is Standing.LEFT:
            return False
        seat = conductor.seat_at(self.order, person.seat, answered)
        await self.place(conductor.arrived(self.order, user_id, seat))
        return True

    async def _watch_for_host(self, present: Collection[int]) -> None:
        gone = self.date.host_id is None or self.date.host_id not in present
        if gone != (self.run.host_gone_at is not None):
            await self.save(replace(self.run, host_gone_at=self.now if gone else None))


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows. `coming`: who is next; `spoken`: how many turns each seat took.

    `prompt` is None where the title is what we talk about. `all_had`: whether everybody had a turn on it.
    """

    community: Community
    date: Occurrence
    run: Run
    turn: Turn | None
    order: tuple[Speaker, ...]
    coming: tuple[Speaker, ...]
    prompt: str | None
    all_had: bool
    spoken: dict[Seat, int]

    @property
    def open_to_all_at(self) -> datetime | None:
        """From when on anybody may end the pause."""
        return None if self.run.paused_at is None else self.run.paused_at + conductor.PAUSE


async def wish_panel(store: Store, date: Occurrence, now: datetime) -> None:
    """Have the panel posted, or brought up to date."""
    number = str(date.occurrence_id)
    wish = Wish(date.community_id, PANEL, number, lane=f"{PANEL}:{number}")
    await store.jobs.add(wish, now, again=True)


async def wish_look(store: Store, date: Occurrence, now: datetime) -> None:
    """Have the panel looked after a minute from now: nobody tells us when it was deleted by hand."""
    due_at = now + LOOK_EVERY
    key = f"{date.occurrence_id}:{int(due_at.timestamp() / LOOK_EVERY.total_seconds())}"
    await store.jobs.add(Wish(date.community_id, PANEL, key, due_at=due_at), now)


async def wish_status(store: Store, date: Occurrence, now: datetime) -> None:
    """Have it shown beside the name of the room what we talk about; nothing when it is over."""
    number = str(date.occurrence_id)
    wish = Wish(date.community_id, STATUS, number, lane=f"{STATUS}:{number}")
    await store.jobs.add(wish, now, again=True)


async def going_on(store: Store, community_id: int, occurrence_id: int, now: datetime) -> Talk:
    """Raises DateGone for one that is over, or has no run."""
    found = await load(store, community_id, occurrence_id, now)
    if found is None or found.run.ended_at is not None or not conductor.is_conducted(found.date):
        raise DateGone
    return found


async def load(store: Store, community_id: int, occurrence_id: int, now: datetime) -> Talk | None:
    """A date that has a run; None when it has none."""
    date = await store.occurrences.find(community_id, occurrence_id)
    run = await store.runs.find(community_id, occurrence_id)
    community = await store.communities.find(community_id)
    if date is None or run is None or community is None:
        return None
    order = await store.runs.order(community_id, occurrence_id)
    last = await store.spoken.last(community_id, occurrence_id)
    turn = last if last is not None and last.ended_at is None else None
    return Talk(store, community, date, run, order, turn, last, now)


async def begin_run(
    store: Store,
    community: Community,
    date: Occurrence,
    present: Collection[int],
    chance: float,
    now: datetime,
) -> None:
    """Choose what will be talked about. Nobody's turn has come yet."""
    going = await store.rsvps.who(community.community_id, date.occurrence_id, *HOLDING)
    people = {*present, *(each.user_id for each in going)}
    run = Run(
        date.occurrence_id,
        date.community_id,
        conductor.run_of_show(
            await prompts_in(store, community, [community.language]),
            date.deck,
            date.minutes,
            await store.off_limits.of(community.community_id, people),
            await store.runs.used(community.community_id, date.discussion_id),
            chance,
        ),
        host_gone_at=now,
    )
    await store.runs.save(run)


async def shown(talk: Talk) -> Shown:
    """What everybody in the room sees."""
    run, store = talk.run, talk.store
    names = await prompts_in(store, talk.community, [talk.community.language])
    prompt = names.get(run.prompt) if run.prompt else None
    coming = conductor.upcoming(talk.order, talk.seat, talk.asked, AHEAD)
    had = await store.spoken.on_prompt(*talk.key, run.position)
    return Shown(
        talk.community,
        talk.date,
        run,
        talk.turn,
        tuple(talk.order),
        tuple(coming),
        prompt.text if prompt else None,
        conductor.had_their_turn(talk.order, had),
        await store.spoken.per_seat(*talk.key),
    )
