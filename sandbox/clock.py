"""The sandbox's time: real, plus whatever a test has added, and what is to happen when it comes."""

from __future__ import annotations

import asyncio
import time
from bisect import insort
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


def stopwatch() -> float:
    """Real seconds, whatever is added to the world's: for saying what something took."""
    return time.monotonic()


@dataclass(order=True, slots=True)
class Timer:
    """Something that happens at a moment, unless it is cancelled before."""

    moment: datetime
    number: int
    act: Callable[[], object] = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        self.cancelled = True


class Clock:
    """Runs like the real clock and can be moved forward, never back."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._standing: datetime | None = None
        self._watchers: list[Callable[[], None]] = []
        self._timers: list[Timer] = []
        self._set = 0
        self._alarm: Callable[[], None] | None = None

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        return self._standing or self._running()

    @property
    def firing(self) -> bool:
        """Whether this happens because its time has come, and not because somebody does it."""
        return self._standing is not None

    @property
    def ahead(self) -> float:
        """How many seconds have been added to real time."""
        return self._ahead

    def monotonic(self) -> float:
        """Seconds for measuring how long something took."""
        standing = (self._running() - self._standing).total_seconds() if self._standing else 0.0
        return time.monotonic() + self._ahead - standing

    def _running(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once, with all that falls due in them, and tell whoever watches."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._fire(self.now() + timedelta(seconds=seconds))
        self._ahead += seconds
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        self._watchers.append(watcher)

    def at(self, moment: datetime, act: Callable[[], object]) -> Timer:
        """Do `act` when `moment` comes: while a sandbox runs, or when time is moved past it.

        `act` is a bound method or a functools.partial: a copy of the world then has the copy's own.
        """
        self._set += 1
        timer = Timer(moment, self._set, act)
        insort(self._timers, timer)
        if self._alarm and self._timers[0] is timer:
            self._alarm()
        return timer

    def _fire(self, until: datetime) -> None:
        """Whatever falls due up to `until`, in order; time stands at each timer's own moment meanwhile."""
        try:
            while self._timers and self._timers[0].moment <= until:
                timer = self._timers.pop(0)
                if not timer.cancelled:
                    self._standing = timer.moment
                    timer.act()
        finally:
            self._standing = None

    async def run(self) -> None:
        """Fire what falls due as time goes by, until cancelled."""
        news = asyncio.Event()
        self._alarm = news.set
        try:
            while True:
                news.clear()
                self._fire(self.now())
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._seconds_to_next()):
                        await news.wait()
        finally:
            self._alarm = None

    def _seconds_to_next(self) -> float | None:
        self._timers = [timer for timer in self._timers if not timer.cancelled]
        return (self._timers[0].moment - self.now()).total_seconds() if self._timers else None
