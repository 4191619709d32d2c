"""The conductor: what we talk about, whose turn it is, and who comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.decks import DEPTHS, Prompt
from domain.discussion_errors import (
    AlreadyLonger,
    NoMorePrompts,
    NotLeading,
    NotYet,
    NotYourTurn,
    TurnOver,
)
from domain.discussions import Occurrence
from domain.people import Seat
from domain.rooms import OPENED

LENGTHS = (1, 2, 3, 5)
"""Minutes that a turn may have."""
TURN_SECONDS = 180
COURTESY = timedelta(seconds=30)
"""So long somebody may finish their sentence when the time is up."""
MORE = timedelta(minutes=1)
"""Once a turn."""
AWAY = timedelta(seconds=20)
"""A turn that is moved on later than this says so: the bot was away."""
HOST_MISSED = timedelta(minutes=5)
"""Without a host in the room for so long, everybody in it may lead."""
PAUSE = timedelta(minutes=2)
"""Before that only the host ends a pause."""
MINUTES_EACH = 20
"""Of a discussion, for one prompt."""
MOST_PROMPTS = 6
AHEAD_OF = 1
"""A raised hand counts for whoever had at most so many turns more than the least of their seat."""


class Note(StrEnum):
    """Why the turn went to somebody else though nobody pressed for it."""

    TIME_UP = "time-up"
    LEFT = "left"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in the speaking order. `rank` grows with whoever came or spoke last."""

    user_id: int
    seat: Seat
    rank: int
    turns: int = 0
    hand_at: datetime | None = None
    listens: bool = False
    here: bool = True

    @property
    def may_be_called(self) -> bool:
        return self.here and not self.listens


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's time to speak. `due_at`: when it is up; `ended_at` None for the present one."""

    turn_id: int
    community_id: int
    occurrence_id: int
    user_id: int
    seat: Seat
    position: int
    began_at: datetime
    due_at: datetime
    ended_at: datetime | None = None
    extended: bool = False
    passed: bool = False

    def is_up(self, now: datetime) -> bool:
        return now >= self.due_at

    @property
    def moves_on_at(self) -> datetime:
        """When it goes to the next whether they have finished or not."""
        return self.due_at + COURTESY


@dataclass(frozen=True, slots=True)
class Run:
    """How a discussion goes on. `prompts` are `deck/prompt`; without any, its title is what we talk about.

    `began_at`: since when there are turns. `host_gone_at`: since when no host is in the room.
    """

    occurrence_id: int
    community_id: int
    prompts: tuple[str, ...]
    position: int = 0
    turn_seconds: int = TURN_SECONDS
    note: Note | None = None
    host_gone_at: datetime | None = None
    paused_at: datetime | None = None
    began_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def goes_on(self) -> bool:
        """Whether turns are given: begun, not over, and no pause."""
        return self.began_at is not None and self.ended_at is None and self.paused_at is None

    @property
    def prompt(self) -> str | None:
        return self.prompts[self.position] if self.position < len(self.prompts) else None

    @property
    def has_more(self) -> bool:
        return self.position + 1 < len(self.prompts)


def length(run: Run) -> timedelta:
    """Of a turn."""
    return timedelta(seconds=run.turn_seconds)


def is_conducted(date: Occurrence) -> bool:
    """Whether there may be turns at this date now."""
    return date.state in OPENED


def next_speaker(order: Iterable[Speaker], last: Seat | None, but: int | None = None) -> Speaker | None:
    """Who speaks after somebody of the seat `last`; not `but`, whose turn it was.

    The seats alternate for as long as the other has anybody. Within a seat raised hands come first, the
    earliest before the others, then whoever had the fewest turns, then whoever came or spoke longest ago.
    """
    free = [each for each in order if each.may_be_called and each.user_id != but]
    seat = [each for each in free if each.seat is not last] or free
    if not seat:
        return None
    least = min(each.turns for each in seat)
    hands = [each for each in seat if each.hand_at and each.turns <= least + AHEAD_OF]
    if hands:
        return min(hands, key=lambda each: (each.hand_at, each.rank))
    return min(seat, key=lambda each: (each.turns, each.rank))


def upcoming(order: Collection[Speaker], last: Seat | None, but: int | None, most: int) -> Iterator[Speaker]:
    """Who is called next, as things stand."""
    now, asked = list(order), but
    for _ in range(most):
        found = next_speaker(now, last, asked)
        if found is None:
            return
        yield found
        now, last, asked = after_turn(now, found.user_id), found.seat, found.user_id


def after_turn(order: Iterable[Speaker], user_id: int) -> list[Speaker]:
    """The order when this person has been given a turn: they are last of it, with their hand down."""
    found = list(order)
    return [
        replace(each, turns=each.turns + 1, rank=last_rank(found) + 1, hand_at=None)
        if each.user_id == user_id
        else each
        for each in found
    ]


def arrived(order: Collection[Speaker], user_id: int, seat: Seat) -> Speaker:
    """Somebody who comes in, or comes back: at the end, with no more to catch up on than those who wait."""
    earlier = next((each for each in order if each.user_id == user_id), None)
    waiting = [each.turns for each in order if each.seat is seat and each.may_be_called]
    turns = max(min(waiting, default=0), earlier.turns if earlier else 0)
    listens = earlier is not None and earlier.listens
    return Speaker(user_id, seat, last_rank(order) + 1, turns, listens=listens)


def seat_at(order: Iterable[Speaker], own: Seat, answered: Seat | None) -> Seat:
    """Where somebody sits here: as they answered, else their own seat; of both, where fewer are."""
    if answered is not None:
        return answered
    if own is not Seat.BOTH:
        return own
    seats = [each.seat for each in order if each.here]
    return Seat.MENTOR if seats.count(Seat.MENTOR) < seats.count(Seat.MENTEE) else Seat.MENTEE


def last_rank(order: Iterable[Speaker]) -> int:
    return max((each.rank for each in order), default=0)


def run_of_show(
    prompts: Mapping[str, Prompt],
    deck: str | None,
    minutes: int,
    barred: Collection[str],
    used: Collection[str],
    chance: float,
) -> tuple[str, ...]:
    """The prompts of a deck for so many minutes, from warm to deep, as `deck/prompt`.

    `barred`: topics that somebody keeps out of it. `used`: what earlier dates had; it comes again only when
    nothing else is left. `chance` (at least 0, below 1) picks among those that are left.
    """
    there = {
        name: prompt
        for name, prompt in sorted(prompts.items())
        if deck is not None and name.startswith(f"{deck}/") and not set(prompt.topics) & set(barred)
    }
    count = min(max(1, round(minutes / MINUTES_EACH)), MOST_PROMPTS)
    chosen: list[str] = []
    for number in range(count):
        depth = DEPTHS[number * len(DEPTHS) // count]
        left = [name for name, prompt in there.items() if prompt.depth == depth and name not in chosen]
        fresh = [name for name in left if name not in used] or left
        if fresh:
            chosen.append(fresh[int(chance * len(fresh))])
    return tuple(chosen)


def may_lead(run: Run, date: Occurrence, now: datetime, *, runs_it: bool) -> None:
    """Let pass whoever runs the date, and everybody when no host has been there for a while.

    Raises NotLeading.
    """
    if runs_it:
        return
    if run.host_gone_at is None or now < max(run.host_gone_at, date.starts_at) + HOST_MISSED:
        raise NotLeading


def may_go_on(run: Run, now: datetime, *, runs_it: bool) -> None:
    """Raises NotYet while a pause is only for the host to end."""
    if not runs_it and run.paused_at is not None and now < run.paused_at + PAUSE:
        raise NotYet


def may_end(turn: Turn | None, user_id: int, *, runs_it: bool) -> Turn:
    """Let pass whose turn it is, and whoever runs the date. Raises TurnOver, NotYourTurn."""
    if turn is None or turn.ended_at is not None:
        raise TurnOver
    if turn.user_id != user_id and not runs_it:
        raise NotYourTurn
    return turn


def longer(turn: Turn | None, user_id: int, *, runs_it: bool) -> Turn:
    """The turn with a minute more. Raises what `may_end` raises, and AlreadyLonger."""
    found = may_end(turn, user_id, runs_it=runs_it)
    if found.extended:
        raise AlreadyLonger
    return replace(found, due_at=found.due_at + MORE, extended=True)


def resumed(turn: Turn, paused_at: datetime, now: datetime) -> Turn:
    """A turn that goes on with as much time as it had when the pause began."""
    return replace(turn, due_at=turn.due_at + (now - max(paused_at, turn.began_at)))


def turn_page(run: Run, barred: Collection[str]) -> Run:
    """The run at its next prompt that is not among the barred. Raises NoMorePrompts."""
    left = range(run.position + 1, len(run.prompts))
    position = next((number for number in left if run.prompts[number] not in barred), None)
    if position is None:
        raise NoMorePrompts
    return replace(run, position=position, note=None)


def fair(run: Run, barred: Collection[str]) -> Run:
    """The run without the prompts that somebody who has come meanwhile does not want to be asked."""
    return replace(run, prompts=tuple(name for name in run.prompts if name not in barred))


def had_their_turn(order: Sequence[Speaker], spoken: Collection[int]) -> bool:
    """Whether everybody who may be called has had a turn. `spoken`: who had one."""
    here = [each.user_id for each in order if each.may_be_called]
    return bool(here) and set(here) <= set(spoken)
