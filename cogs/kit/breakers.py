"""Circuit breakers: what the bot stops doing for a while, before Discord makes it stop for longer.

Discord bans an address that gets 10,000 answers of 401, 403 or 429 in ten minutes, and quarantines a bot that
opens direct channels by the hundred.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import aiohttp
import discord
import structlog

log = structlog.get_logger(__name__)

Time = Callable[[], float]

WINDOW = 600.0
"""Seconds in which Discord counts invalid requests."""
MOST_INVALID = 500
"""A twentieth of what costs the address."""
FEW_INVALID = 250
"""With so few left in the window, requests go out again."""
BANNED = 600.0
"""Seconds to keep still when Cloudflare does not say for how long."""

TOO_FAST = 40003
"""Discord's code for direct channels opened too fast."""
NOT_NOW = (TOO_FAST, 40002, 20026)
"""With those for an account that must be verified first, and a bot that is quarantined for what it sent."""
CLOSED = (50007, 50278)
"""Discord's codes for somebody who takes no direct messages of ours, or shares no server with us any more."""
NEW_CHANNELS = 5
"""Direct channels that may be opened in a minute."""
MINUTE = 60.0


class Breaker:
    """Open: not now. It closes by itself, and says once when it opens and when it is closed again."""

    def __init__(self, name: str, now: Time = time.monotonic) -> None:
        self.name = name
        self._now = now
        self._until: float | None = None

    def open(self, seconds: float) -> None:
        if self._until is None:
            log.error("breaker-opened", breaker=self.name, seconds=round(seconds))
        self._until = max(self._until or 0.0, self._now() + seconds)

    def wait(self) -> float:
        """Seconds until it closes; 0 when it is closed."""
        if self._until is None:
            return 0.0
        wait = self._until - self._now()
        if wait > 0:
            return wait
        self._until = None
        log.warning("breaker-closed", breaker=self.name)
        return 0.0


def banned_for(response: aiohttp.ClientResponse) -> float | None:
    """Seconds to keep still after this refusal by Cloudflare; None when it comes from Discord itself."""
    if response.status not in (403, 429) or response.content_type == "application/json":
        return None
    try:
        return float(response.headers.get("Retry-After", BANNED))
    except ValueError:
        return BANNED


class InvalidRequests:
    """The 401, 403 and 429 of the last ten minutes; opens its breaker well before there are too many."""

    def __init__(self, now: Time = time.monotonic) -> None:
        self._now = now
        self._seen: deque[tuple[float, int]] = deque()
        self.breaker = Breaker("invalid-requests", now)

    def add(self, status: int) -> None:
        self._forget()
        self._seen.append((self._now(), status))
        if len(self._seen) >= MOST_INVALID:
            few_at = self._seen[len(self._seen) - FEW_INVALID][0] + WINDOW
            self.breaker.open(few_at - self._now())

    def counts(self) -> Counter[int]:
        """By status."""
        self._forget()
        return Counter(status for _, status in self._seen)

    def _forget(self) -> None:
        while self._seen and self._seen[0][0] <= self._now() - WINDOW:
            self._seen.popleft()


class DirectClosed(Exception):
    """This person takes no direct messages: say it elsewhere, once."""


class DirectMessages:
    """Asked before any direct message: few channels are opened, and no closed door is tried twice.

    Remembers only for as long as the process lives: after that, one more try is no harm.
    """

    def __init__(self, now: Time = time.monotonic) -> None:
        self._now = now
        self._opened: deque[float] = deque(maxlen=NEW_CHANNELS)
        self._closed: set[int] = set()
        self.breaker = Breaker("direct-messages", now)

    @contextmanager
    def to(self, user_id: int, *, new: bool) -> Iterator[None]:
        """Around the calls. `new`: they open a channel. Raises DirectClosed, or RateLimited for later."""
        if user_id in self._closed:
            raise DirectClosed
        if new:
            self._take_turn()
        try:
            yield
        except discord.HTTPException as error:
            if error.code in CLOSED:
                self._closed.add(user_id)
                raise DirectClosed from error
            if error.code in NOT_NOW:
                self.breaker.open(BANNED)
                raise discord.RateLimited(BANNED) from error
            raise

    def try_again(self, user_id: int) -> None:
        """They say that their door is open now."""
        self._closed.discard(user_id)

    def _take_turn(self) -> None:
        wait = self.breaker.wait()
        if len(self._opened) == NEW_CHANNELS:
            wait = max(wait, self._opened[0] + MINUTE - self._now())
        if wait > 0:
            raise discord.RateLimited(wait)
        self._opened.append(self._now())
