"""How far this machine's clock is off, by the Date on Discord's answers, and what the time is."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from statistics import median

import structlog

log = structlog.get_logger(__name__)

NOTICEABLE = 2.0
"""Seconds from which on the operator is told, and the bot goes by Discord's time."""
TOO_FAR = 60.0
"""Seconds from which on the bot is not ready: somebody must set the clock."""
SAMPLES = 5
EVERY = 5.0
"""Seconds between samples."""
SLOW = 1.0
"""An answer that took longer, in seconds, says too little about the time."""
HALF_A_SECOND = 0.5
"""Date leaves out the fraction; this is the middle of what it may be."""


class Skew:
    """The median of the last few samples, so that one slow answer sets off nothing.

    A sample is Discord's time beside a clock that nobody sets. So a host clock that is put forward or back is
    noticed at once, and believed again as soon as it is right.
    """

    def __init__(self, now: Callable[[], datetime], steady: Callable[[], float] | None = None) -> None:
        """`steady`: seconds from anywhere; the event loop's clock unless told otherwise."""
        self._now = now
        self.steady = steady or (lambda: asyncio.get_running_loop().time())
        self._samples: deque[float] = deque(maxlen=SAMPLES)
        self._ahead: float | None = None
        """What Discord's time has more than the steady clock."""
        self._next = 0.0
        self._told = False

    @property
    def seconds(self) -> float:
        """More than 0: this machine is ahead. 0 as long as nothing is known."""
        if self._ahead is None:
            return 0.0
        return self._now().timestamp() - self.steady() - self._ahead

    def right_now(self) -> datetime:
        """The time: this machine's, or Discord's when that is off."""
        off = self.seconds
        return self._now() - timedelta(seconds=off) if abs(off) > NOTICEABLE else self._now()

    @property
    def noticeable(self) -> bool:
        return abs(self.seconds) > NOTICEABLE

    @property
    def too_far(self) -> bool:
        return abs(self.seconds) > TOO_FAR

    def heard(self, date: str | None, took: float) -> None:
        """An answer with this Date came just now, so many seconds after the question."""
        if date is not None and self.steady() >= self._next and took <= SLOW:
            self._take(date, took)

    def _take(self, date: str, took: float) -> None:
        try:
            there = parsedate_to_datetime(date).timestamp() + HALF_A_SECOND
        except ValueError:
            return
        self._samples.append(there - self.steady() + took / 2)
        self._ahead = median(self._samples)
        if len(self._samples) == SAMPLES:
            self._next = self.steady() + EVERY
        self._tell()

    def _tell(self) -> None:
        """Once, and again only after it has been right meanwhile."""
        noticeable = self.noticeable
        if noticeable and not self._told:
            log.warning("clock-off", seconds=round(self.seconds, 1))
        elif self._told and not noticeable:
            log.info("clock-right-again")
        self._told = noticeable
