"""Rate limits: so many requests a bucket in so many seconds, told in Discord's headers or kept from them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.payloads import JsonValue

MAJOR = ("guild_id", "channel_id", "application_id")
VIA = {"Via": "1.1 sandbox"}
"""Discord's edge adds it; discord.py takes a 429 without it for a ban."""
EVERYWHERE = 50
"""Requests a second over all routes (Discord: topics/rate-limits#global-rate-limit)."""
MEMBER_ROLE = "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"


@dataclass(frozen=True, slots=True)
class Limit:
    """`scope`: whose bucket it is, "user" for the bot's own, "shared" for one that others fill as well.

    `fields`: only requests with one of these in their body count; of all of them if there are none.
    """

    method: str
    template: str
    requests: int
    seconds: float
    scope: str = "user"
    fields: frozenset[str] = frozenset()


LIKE_DISCORD = (
    Limit("POST", "/channels/{channel_id}/messages", 5, 5.0),
    Limit("PATCH", "/channels/{channel_id}", 5, 15.0),
    Limit("PUT", MEMBER_ROLE, 10, 10.0),
    Limit("DELETE", MEMBER_ROLE, 10, 10.0),
)
"""From experience: Discord publishes none of them, and changes them without notice (api-docs#2760)."""
LIKE_DISCORD_UNTOLD = (
    Limit("PATCH", "/channels/{channel_id}", 2, 600.0, fields=frozenset({"name", "topic"})),
    Limit("POST", "/guilds/{guild_id}/roles", 250, 48 * 3600.0),
)
"""What no header says until it is too late (seen in api-docs#1900 and #1480)."""


@dataclass(slots=True)
class _Bucket:
    """A window opens with its first request and takes no more than its limit until it closes."""

    limit: Limit
    opened: float = -math.inf
    taken: int = 0

    def take(self, now: float) -> bool:
        """Whether one more request fits; if so it is counted."""
        if now - self.opened >= self.limit.seconds:
            self.opened, self.taken = now, 0
        if self.taken >= self.limit.requests:
            return False
        self.taken += 1
        return True

    def resets_after(self, now: float) -> float:
        return max(0.0, self.opened + self.limit.seconds - now)


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
        self._told: dict[tuple[str, str], Limit] = {}
        self._untold: dict[tuple[str, str], Limit] = {}
        self._buckets: dict[tuple[str, ...], _Bucket] = {}
        self._global: _Bucket | None = None

    def set(self, method: str, template: str, limit: int, seconds: float, *, scope: str = "user") -> None:
        """Allow `limit` requests in `seconds` on this route, for each guild or channel."""
        self._told[method, template] = Limit(method, template, limit, seconds, scope)

    def set_untold(
        self, method: str, template: str, limit: int, seconds: float, *fields: str, scope: str = "user"
    ) -> None:
        """The same, but no header tells of it; `fields`: see Limit."""
        self._untold[method, template] = Limit(method, template, limit, seconds, scope, frozenset(fields))

    def set_global(self, limit: int, seconds: float = 1.0) -> None:
        """Allow so many requests over all routes."""
        self._global = _Bucket(Limit("*", "*", limit, seconds, "global"))

    def like_discord(self) -> None:
        """Discord's limits as far as they are known."""
        self.set_global(EVERYWHERE)
        self._told |= {(limit.method, limit.template): limit for limit in LIKE_DISCORD}
        self._untold |= {(limit.method, limit.template): limit for limit in LIKE_DISCORD_UNTOLD}

    def judge(self, method: str, template: str, path: Mapping[str, str]) -> Verdict:
        """Count a request. Interactions are free: they have no bucket and no global limit."""
        now = self._clock.monotonic()
        if "{token}" in template:
            return Verdict(dict(VIA), None)
        if self._global and not self._global.take(now):
            return Verdict(dict(VIA), self._global.resets_after(now), "global")
        limit = self._told.get((method, template)) or Limit(method, template, 1000, 1.0)
        bucket = self._bucket("told", limit, path)
        fits = bucket.take(now)
        wait = bucket.resets_after(now)
        return Verdict(self._headers(bucket, wait), None if fits else wait, limit.scope)

    def judge_untold(
        self, method: str, template: str, path: Mapping[str, str], body: JsonValue
    ) -> Verdict | None:
        """None, or how long this request must wait although its headers say that there is room."""
        limit = self._untold.get((method, template))
        if limit is None or (limit.fields and not (isinstance(body, dict) and limit.fields & body.keys())):
            return None
        now, bucket = self._clock.monotonic(), self._bucket("untold", limit, path)
        return None if bucket.take(now) else Verdict({}, bucket.resets_after(now), limit.scope)

    def _bucket(self, kind: str, limit: Limit, path: Mapping[str, str]) -> _Bucket:
        major = [f"{name}={path[name]}" for name in MAJOR if name in path][:1]
        key = (kind, limit.method, limit.template, *major)
        if key not in self._buckets or self._buckets[key].limit != limit:
            self._buckets[key] = _Bucket(limit)
        return self._buckets[key]

    def _headers(self, bucket: _Bucket, wait: float) -> dict[str, str]:
        limit = bucket.limit
        name = hashlib.blake2s(f"{limit.method} {limit.template}".encode(), digest_size=16).hexdigest()
        return VIA | {
            "X-RateLimit-Limit": str(limit.requests), "X-RateLimit-Bucket": name,
            "X-RateLimit-Remaining": str(limit.requests - bucket.taken),
            "X-RateLimit-Reset": f"{self._clock.now().timestamp() + wait:.3f}",
            "X-RateLimit-Reset-After": f"{wait:.3f}",
        }  # fmt: skip


def refused(wait: float, scope: str) -> dict[str, str]:
    """What a 429 says beside its body. `scope`: user, shared or global (Discord: topics/rate-limits)."""
    headers = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
    return headers | ({"X-RateLimit-Global": "true"} if scope == "global" else {})
