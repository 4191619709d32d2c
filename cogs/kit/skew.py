"""How far this machine's clock is off, by the Date that Discord puts on every answer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from statistics import median

import structlog

log = structlog.get_logger(__name__)

NOTICEABLE = 2.0
"""Seconds from which on the operator is told, and the bot is not ready."""
TOO_FAR = 60.0
"""Seconds from which on nothing may be started because its time has come."""
SAMPLES = 5
EVERY = 5.0
"""Seconds between samples."""
SLOW = 1.0
"""An answer that took longer, in seconds, says too little about the time."""
HALF_A_SECOND = timedelta(seconds=0.5)
"""Date leaves out the fraction; this is the middle of what it may be."""


class Skew:
    """The median of the last few samples, so that one slow answer sets off nothing."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._samples: deque[float] = deque(maxlen=SAMPLES)
        self._next = 0.0
        self._told = False

    @property
    def seconds(self) -> float:
        """More than 0: this machine is ahead. 0 as long as nothing is known."""
        return median(self._samples) if self._samples else 0.0

    @property
    def noticeable(self) -> bool:
        return abs(self.seconds) > NOTICEABLE

    @property
    def too_far(self) -> bool:
        """The clock must not be believed."""
        return abs(self.seconds) > TOO_FAR

    def heard(self, date: str | None, began: float, ended: float) -> None:
        """An answer with this Date came; `began` and `ended` are when, on the event loop's clock."""
        if date is None or ended < self._next or ended - began > SLOW:
            return
        try:
            there = parsedate_to_datetime(date)
        except ValueError:
            return
        here = self._now() - timedelta(seconds=(ended - began) / 2)
        self._samples.append((here - there.astimezone(UTC) - HALF_A_SECOND).total_seconds())
        if len(self._samples) == SAMPLES:
            self._next = ended + EVERY
        self._tell()

    def _tell(self) -> None:
        """Once, and again only after it has been right meanwhile."""
        if self.noticeable and not self._told:
            log.warning("clock-off", seconds=round(self.seconds, 1))
        elif self._told and not self.noticeable:
            log.info("clock-right-again")
        self._told = self.noticeable
