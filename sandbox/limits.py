"""Rate limits: so many requests a bucket in so many seconds, told in Discord's headers."""

from __future__ import annotations

import hashlib
import math
from collections import deque
from dataclasses import dataclass, field

from sandbox.clock import Clock

MAJOR = ("guild_id", "channel_id", "application_id")
VIA = {"Via": "1.1 sandbox"}
"""Discord's edge adds it; discord.py takes a 429 without it for a ban."""


@dataclass(slots=True)
class _Bucket:
    limit: int
    seconds: float
    taken: deque[float] = field(default_factory=deque)

    def take(self, now: float) -> bool:
        """Whether one more request fits; if so it is counted."""
        while self.taken and self.taken[0] <= now - self.seconds:
            self.taken.popleft()
        if len(self.taken) >= self.limit:
            return False
        self.taken.append(now)
        return True

    def resets_after(self, now: float) -> float:
        return max(0.0, self.taken[0] + self.seconds - now) if self.taken else self.seconds


@dataclass(frozen=True, slots=True)
class Verdict:
    """The headers for a request, and for how long it must wait if it came too soon."""

    headers: dict[str, str]
    retry_after: float | None
    scope: str = "user"


class RateLimits:
    """One bucket a route and major parameter. Generous unless a test says otherwise."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rules: dict[tuple[str, str], tuple[int, float]] = {}
        self._default = (1000, 1.0)
        self._buckets: dict[tuple[str, ...], _Bucket] = {}
        self._global: _Bucket | None = None

    def set(self, method: str, template: str, limit: int, seconds: float) -> None:
        """Allow `limit` requests in `seconds` on this route, for each guild or channel."""
        self._rules[method, template] = (limit, seconds)

    def set_global(self, limit: int, seconds: float = 1.0) -> None:
        """Allow so many requests over all routes (Discord: 50 a second)."""
        self._global = _Bucket(limit, seconds)

    def judge(self, method: str, template: str, path: dict[str, str]) -> Verdict:
        """Count a request. Interactions are free: they have no bucket and no global limit."""
        now = self._clock.monotonic()
        if "{token}" in template:
            return Verdict(dict(VIA), None)
        if self._global and not self._global.take(now):
            wait = self._global.resets_after(now)
            return Verdict(dict(VIA), wait, "global")
        major = [f"{name}={path[name]}" for name in MAJOR if name in path][:1]
        limit, seconds = self._rules.get((method, template), self._default)
        bucket = self._buckets.setdefault((method, template, *major), _Bucket(limit, seconds))
        fits = bucket.take(now)
        wait = bucket.resets_after(now)
        headers = self._headers(method, template, bucket, wait)
        return Verdict(headers, None if fits else wait)

    def _headers(self, method: str, template: str, bucket: _Bucket, wait: float) -> dict[str, str]:
        name = hashlib.blake2s(f"{method} {template}".encode(), digest_size=16).hexdigest()
        return VIA | {
            "X-RateLimit-Limit": str(bucket.limit), "X-RateLimit-Bucket": name,
            "X-RateLimit-Remaining": str(bucket.limit - len(bucket.taken)),
            "X-RateLimit-Reset": f"{self._clock.now().timestamp() + wait:.3f}",
            "X-RateLimit-Reset-After": f"{wait:.3f}",
        }  # fmt: skip


def refused(wait: float, scope: str) -> dict[str, str]:
    """What a 429 says beside its body. `scope`: user, shared or global (Discord: topics/rate-limits)."""
    headers = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
    return headers | ({"X-RateLimit-Global": "true"} if scope == "global" else {})
