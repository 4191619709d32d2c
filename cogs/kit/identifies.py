"""How often the bot begins a session with Discord: noted on disk, so that a crash loop cannot forget it.

Discord resets the token of a bot that identifies more than 1,000 times in a day. A supervisor that starts a
crashing bot every five seconds is there in 83 minutes.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from discord.http import Route

if TYPE_CHECKING:
    from discord.http import HTTPClient

log = structlog.get_logger(__name__)

FILE = "identifies.json"
HOUR = 3600.0
RESERVE = 50
"""Of Discord's 1,000 a day, so many are left to the operator: the bot does not take the last ones."""
SCARCE = 100
"""With fewer than these left, the bot is not healthy: something identifies far too often."""
BETWEEN = 5.0
"""Seconds that Discord wants between two."""
PATIENCE = 30.0
"""Seconds that a socket which is open already may be kept waiting; the library gives it up after 60."""


class TooSoon(Exception):
    """Not now; in so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, and after that one in so many seconds."""

    at_once: int
    every: float

    @classmethod
    def in_an_hour(cls, most: int) -> Pace:
        """Never more than `most` in any hour, a quarter of them at once."""
        at_once = max(1, most // 4)
        return cls(at_once, HOUR / max(1, most - at_once))


class Identifies:
    """Kept as one moment: until when the pace is used up. A clean end changes nothing about it.

    Without a file it is forgotten with the process, which does for tests.
    """

    def __init__(
        self,
        pace: Pace,
        file: Path | None = None,
        now: Callable[[], float] = time.time,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`now` is in seconds since 1970: monotonic clocks begin anew with the machine."""
        self.pause = pause
        self._pace = pace
        self._file = file
        self._now = now
        self._used_until = self._read()
        self.left: int | None = None
        """How many Discord still grants today, if it has been asked."""

    def wait(self) -> float:
        """Seconds until the bot may identify."""
        return max(0.0, self._spent() - (self._pace.at_once - 1) * self._pace.every)

    def note(self) -> None:
        """One more, from now. Raises OSError when that cannot be written down."""
        self._used_until = self._now() + self._spent() + self._pace.every
        if self.left is not None:
            self.left -= 1
        self.save()

    def save(self) -> None:
        """Raises OSError, so that a start can refuse what a crash loop would forget."""
        if self._file is None:
            return
        fresh = self._file.with_name(self._file.name + ".new")
        fresh.write_text(json.dumps({"used_until": self._used_until}), "utf-8")
        fresh.replace(self._file)

    async def turn(self, *, first: bool) -> None:
        """Wait for one's turn and note it. Raises TooSoon when that takes longer than a socket can wait.

        `first`: of this process.
        """
        wait = max(self.wait(), 0.0 if first else BETWEEN)
        if wait > PATIENCE:
            raise TooSoon(wait)
        await self.pause(wait)
        try:
            self.note()
        except OSError as error:  # the process lives, so that its memory does
            log.error("identify-not-noted", exc_info=error)

    async def ask(self, http: HTTPClient) -> float:
        """Ask Discord how many are left; seconds until there are enough. Raises what the library raises."""
        limit = (await http.request(Route("GET", "/gateway/bot")))["session_start_limit"]
        self.left = int(limit["remaining"])
        return 0.0 if self.left > RESERVE else max(1.0, limit["reset_after"] / 1000)

    def _spent(self) -> float:
        """Seconds of the pace that are used up; a clock that was put back cannot make it more than all."""
        return min(max(0.0, self._used_until - self._now()), self._pace.at_once * self._pace.every)

    def _read(self) -> float:
        if self._file is not None:
            with suppress(FileNotFoundError):
                try:
                    return float(json.loads(self._file.read_text("utf-8"))["used_until"])
                except (ValueError, KeyError, TypeError) as error:
                    log.warning("identifies-not-readable", exc_info=error)
        return 0.0
