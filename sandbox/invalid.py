"""Invalid requests: those that Discord bans an address for when there are too many of them."""

from __future__ import annotations

from collections import deque

from sandbox.clock import Clock

WINDOW = 600.0
BAN_AT = 10_000
"""401s, 403s and 429s in ten minutes; those of shared scope are free (Discord: topics/rate-limits)."""
INVALID = (401, 403, 429)
BAN_SECONDS = 3600.0
"""How long an address stays banned. Discord does not say; it is about an hour."""


class InvalidRequests:
    """Counts them over ten minutes and, if `ban_at` is set, bans."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._answered: deque[float] = deque()
        self._banned_until: float | None = None
        self.ban_at: int | None = None

    def note(self, status: int, scope: str | None) -> None:
        """Count an answer, if it is of that kind."""
        if status not in INVALID or scope == "shared":
            return
        now = self._clock.monotonic()
        self._answered.append(now)
        if self.ban_at is not None and self.count >= self.ban_at:
            self._banned_until = now + BAN_SECONDS

    @property
    def count(self) -> int:
        oldest = self._clock.monotonic() - WINDOW
        while self._answered and self._answered[0] <= oldest:
            self._answered.popleft()
        return len(self._answered)

    @property
    def banned_for(self) -> float | None:
        """Seconds until requests are let in again; None when they are."""
        left = (self._banned_until or 0.0) - self._clock.monotonic()
        return left if self._banned_until is not None and left > 0 else None
