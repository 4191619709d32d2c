"""Work that must happen on Discord: a row first, then the doing, and what may become of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

Payload: TypeAlias = Mapping[str, object]
"""What JSON can hold, and little of it. No person's id stands here: that is what `user_id` is for."""

LEASE = timedelta(seconds=90)
"""So long a job belongs to whoever claimed it: longer than it may take, so that two never work at it."""
LONGEST = 60.0
"""Seconds after which work on a job is given up; its outcome is then unknown."""

FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0
"""Seconds between attempts: doubled each time, up to this."""
MOST_FAILURES = 5
"""Attempts that may end in a fault of our own before the job is given up."""

MOST_AHEAD = 100
"""Of a longer line nobody is told how long it is."""

BULK = "date-reminder-direct"
"""The one kind of which thousands may be due in a minute: it never takes all workers, nor a place in the line
of what is due to the second, such as opening a room.
"""
FOLDED = "with"
"""Where in its payload a job has the keys of those that became part of it."""
NOBODY = 0
"""The `user_id` of a job that is about no one person."""


class State(StrEnum):
    """Where a job stands. READY, LEASED, UNKNOWN and DEAD ones are open: something is still to be done."""

    READY = "ready"
    LEASED = "leased"
    UNKNOWN = "unknown"
    """Tried, and the answer was lost: look before doing it again."""
    DONE = "done"
    EXPIRED = "expired"
    """It would have come too late to be of use."""
    DEAD = "dead"
    """Nothing can be done before somebody mends something."""


class Trouble(StrEnum):
    """Why a job is not done. It is kept in the row, and stewards' words hang on it."""

    UNREACHED = "unreached"
    LATER = "later"
    AWAY = "away"
    """Discord has mislaid the server for a while."""
    GONE = "gone"
    FORBIDDEN = "forbidden"
    CLOSED = "closed"
    """The person takes no direct messages."""
    TOO_MANY_MESSAGES = "too-many-messages"
    """Discord wants no more new direct messages for a while."""
    MISUNDERSTOOD = "misunderstood"
    BROKEN = "broken"
    UNKNOWN_KIND = "unknown-kind"
    UNREADABLE = "unreadable"
    """Its payload is of a version that nobody can read."""
    TOO_LATE = "too-late"


MENDABLE = frozenset({Trouble.GONE, Trouble.FORBIDDEN})
"""What upkeep or a steward can mend; such jobs are tried again after that."""
PASSING = MENDABLE | {Trouble.AWAY}
"""What may be over when a server has been looked after."""
OUTGROWN = frozenset({Trouble.UNKNOWN_KIND, Trouble.UNREADABLE, Trouble.BROKEN, Trouble.MISUNDERSTOOD})
"""What another version of the bot may be able to do; such jobs are tried again after a start."""
WAITING = {Trouble.LATER: 0.0, Trouble.AWAY: 30.0, Trouble.TOO_MANY_MESSAGES: 600.0}
"""Discord asked to wait, and did nothing: that is no attempt. At least so many seconds."""

NO_PERMISSION = frozenset({50001, 50013})
RECIPIENT_CLOSED = frozenset({50007, 50278})
TOO_MANY_NEW_CHANNELS = 40003
ALREADY_ANSWERED = 40060


class LeaseLost(Exception):
    """Somebody else has the job by now."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A job that does not exist yet. Of one kind, key and person a community has at most one that is open.

    Jobs of one `lane` are done one at a time; None for a lane of its own. `head_start` leaves it for a moment
    to whoever wished for it.
    """

    community_id: int
    kind: str
    key: str = ""
    user_id: int = NOBODY
    lane: str | None = None
    payload: Payload = field(default_factory=dict)
    version: int = 1
    due_at: datetime | None = None
    expires_at: datetime | None = None
    head_start: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Job:
    """A row of the table. `attempts` counts those that may have had an effect, the present one included."""

    job_id: int
    community_id: int
    kind: str
    key: str
    user_id: int
    lane: str
    state: State
    due_at: datetime
    next_at: datetime | None
    expires_at: datetime | None
    attempts: int
    fence: int
    asks: int
    first_attempt_at: datetime | None
    result_id: int | None
    error: Trouble | None
    payload: Payload
    version: int

    @property
    def tried_before(self) -> bool:
        """Whether an earlier attempt may have had its effect, so that one must look first."""
        return self.attempts > 1

    @property
    def nonce(self) -> str:
        """With the same, Discord posts once, however often asked within minutes. It takes 25 characters."""
        return self._digest(12).hex()

    @property
    def marker(self) -> int:
        """The id of the message's container: by it a message is known again after any time.

        Discord takes 31 bits. Small numbers are those it gives by itself.
        """
        return int.from_bytes(self._digest(4)) & 0x7FFFFFFF | 0x40000000

    def is_over(self, now: datetime) -> bool:
        """Whether it would come too late."""
        return self.expires_at is not None and self.expires_at <= now

    def lateness(self, now: datetime) -> timedelta:
        return max(now - self.due_at, timedelta(0))

    def _digest(self, size: int) -> bytes:
        told = f"{self.community_id}:{self.kind}:{self.key}:{self.user_id}:{self.job_id}"
        return hashlib.blake2b(told.encode(), digest_size=size).digest()


@dataclass(frozen=True, slots=True)
class Next:
    """What becomes of a job after an attempt. `next_at` is None when it is not tried again by itself."""

    state: State
    next_at: datetime | None = None
    attempts: int = 0
    error: Trouble | None = None
    result_id: int | None = None


@dataclass(frozen=True, slots=True)
class Depth:
    """How many open jobs of a kind there are in a state, and since when the oldest was due."""

    kind: str
    state: State
    count: int
    attempts: int
    oldest: datetime


def trouble(status: int, code: int) -> Trouble | None:
    """What an answer of Discord's means for a job; None when it was done."""
    by_code = {
        **dict.fromkeys(NO_PERMISSION, Trouble.FORBIDDEN),
        **dict.fromkeys(RECIPIENT_CLOSED, Trouble.CLOSED),
        TOO_MANY_NEW_CHANNELS: Trouble.TOO_MANY_MESSAGES,
        ALREADY_ANSWERED: None,
    }
    if code in by_code:
        return by_code[code]
    by_status = {403: Trouble.FORBIDDEN, 404: Trouble.GONE, 429: Trouble.LATER}
    if status in by_status:
        return by_status[status]
    if status >= 500:
        return Trouble.UNREACHED
    return Trouble.MISUNDERSTOOD if status >= 400 else None


def done(result_id: int | None = None) -> Next:
    """The effect is there; `result_id` is what Discord calls it."""
    return Next(State.DONE, result_id=result_id)


def after(job: Job, why: Trouble, now: datetime, *, chance: float, wait: float = 0) -> Next:
    """What becomes of a job that is not done. `chance` is from 0 to 1, `wait` what Discord asked for."""
    undone = job.attempts - 1
    if why is Trouble.TOO_LATE:
        return Next(State.EXPIRED, attempts=undone, error=why)
    if why in WAITING:
        pause = timedelta(seconds=max(wait, WAITING[why]))
        return Next(untried(undone), now + pause, undone, _remembered(job, why))
    if why is Trouble.UNREACHED or (why is Trouble.BROKEN and job.attempts < MOST_FAILURES):
        pause = back_off(job.attempts, chance)
        return Next(State.UNKNOWN, now + pause, job.attempts, _remembered(job, why))
    return Next(State.DEAD, None, job.attempts if why is Trouble.BROKEN else undone, why)


def untried(attempts: int) -> State:
    """The state of an open job with so many attempts that may have had an effect."""
    return State.UNKNOWN if attempts else State.READY


def back_off(attempts: int, chance: float) -> timedelta:
    """How long to wait after so many attempts: from half of the full time to all of it."""
    full = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts - 1, 20))
    return timedelta(seconds=full * (1 + chance) / 2)


def is_told(job: Job, then: Next, *, upkeep_told: bool) -> bool:
    """Whether stewards get a notice about this job of its own.

    Of what upkeep can look into they hear from upkeep, with the very fix; only when it found nothing and the
    job fails once more, the job tells of itself. Nobody is told twice of the same.
    """
    if then.state is State.EXPIRED:
        return job.error not in MENDABLE | OUTGROWN
    if then.state is not State.DEAD or then.error is None:
        return False
    if then.error in MENDABLE:
        return job.error == then.error and not upkeep_told
    return job.error != then.error or (then.error is Trouble.BROKEN and job.attempts == MOST_FAILURES)


def _remembered(job: Job, why: Trouble) -> Trouble:
    """What it died of is kept while it is tried again, so that it is told once."""
    lasting = MENDABLE | OUTGROWN - {Trouble.BROKEN}
    return job.error if job.error is not None and job.error in lasting else why
