"""Threads that live: what a look at a worldview's thread finds to do, and when to look again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.people import Participant, Standing
from domain.worldviews import State, Worldview

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)

PATIENCE = timedelta(hours=48)
"""So long a question or a loop waits before its author is asked."""
UNHEARD = timedelta(hours=72)
"""So long a worldview waits before somebody is asked to listen."""
QUIET = timedelta(days=14)
"""After so much silence, with nobody waiting, a thread is put to rest."""
RARELY = timedelta(days=14)
"""Nobody is asked by name to listen more often than this."""
COME_BACK = timedelta(days=3)
"""When one looks again where the time alone does not say."""


class Deed(StrEnum):
    """What a look may find to do."""

    WAKE = "wake"
    """Somebody waits in a thread that is archived."""
    REOPEN = "reopen"
    """People talk again in one that had been put to rest."""
    ASK_AUTHOR = "ask-author"
    ASK_LISTENER = "ask-listener"
    ARCHIVE = "archive"
    REST = "rest"
    """Discord or a steward archived it, and nobody waits."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question or a loop that its author has said nothing of yet."""

    said_at: datetime
    message_id: int | None
    remark_id: int | None = None
    loop_id: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """What is known of a worldview's thread without asking Discord.

    `last_at` is when something last happened in it; `waiting_since` when the oldest that waits for the author
    was said, None when nobody waits; `heard`: whether it has the listener it hopes for.
    """

    state: State
    posted_at: datetime
    last_at: datetime
    waiting_since: datetime | None = None
    heard: bool = False
    author_asked_at: datetime | None = None
    listener_asked_at: datetime | None = None
    put_to_rest: bool = False
    """A steward has just done so, and Discord does not know it yet."""

    @property
    def waits(self) -> bool:
        return self.waiting_since is not None


@dataclass(frozen=True, slots=True)
class Seen:
    """What Discord says about it. `last_at`: the last message, or when it was archived or woken."""

    archived: bool
    last_at: datetime
    pinned: bool = False
    """Stewards pinned it, and archiving would take that away."""


def deeds(thread: Thread, seen: Seen, now: datetime) -> tuple[Deed, ...]:
    """What there is to do, in this order."""
    if thread.state not in (State.OPEN, State.ARCHIVED):
        return ()
    if seen.archived:
        return tuple(_at_rest(thread, now))
    return tuple(_awake(thread, seen, now))


def next_look(thread: Thread, now: datetime) -> datetime | None:
    """When to look again after all that was due has been done; None when nothing has to be looked at.

    What was due and could not be done, as when there was nobody to ask, is looked at again later.
    """
    if thread.state is not State.OPEN:
        return None
    moments = [moment if moment > now else now + COME_BACK for moment in _moments(thread)]
    return min(moments, default=now + COME_BACK)


def hopes_for(worldview: Worldview) -> str | None:
    """The generation that a listener should not be of; None when anybody is as welcome.

    Where the author does not show theirs, whom one asks must not give it away.
    """
    return worldview.generation if worldview.shows_seat else None


def moment_of(snowflake: int) -> datetime:
    """When Discord gave this id (reference, "Snowflakes")."""
    return EPOCH + timedelta(milliseconds=snowflake >> 22)


def is_asked_by_name(worldview: Worldview, author: Participant | None, now: datetime) -> bool:
    """Whether a nudge may name the author: nobody behind a pseudonym, and nobody who is not there."""
    present = author is not None and author.standing_at(now) is Standing.TAKING_PART
    return worldview.pseudonym is None and present


def _at_rest(thread: Thread, now: datetime) -> Iterator[Deed]:
    """One that a steward put to rest stays there, whoever waits: a new question opens it."""
    if thread.state is State.OPEN and thread.waits:
        yield Deed.WAKE
        yield from _nudges(thread, now)
    elif thread.state is State.OPEN:
        yield Deed.REST


def _awake(thread: Thread, seen: Seen, now: datetime) -> Iterator[Deed]:
    if thread.put_to_rest:
        return
    if thread.state is State.ARCHIVED:
        yield Deed.REOPEN
    quiet = not thread.waits and now >= max(thread.last_at, seen.last_at) + QUIET
    if quiet and not seen.pinned:
        yield Deed.ARCHIVE
        return
    yield from _nudges(thread, now)


def _nudges(thread: Thread, now: datetime) -> Iterator[Deed]:
    since = thread.waiting_since
    if thread.author_asked_at is None and since is not None and now >= since + PATIENCE:
        yield Deed.ASK_AUTHOR
    if thread.listener_asked_at is None and not thread.heard and now >= thread.posted_at + UNHEARD:
        yield Deed.ASK_LISTENER


def _moments(thread: Thread) -> Iterator[datetime]:
    """When something may become due, as far as can be told now."""
    if thread.waiting_since is None:
        yield thread.last_at + QUIET
    elif thread.author_asked_at is None:
        yield thread.waiting_since + PATIENCE
    if thread.listener_asked_at is None and not thread.heard:
        yield thread.posted_at + UNHEARD
