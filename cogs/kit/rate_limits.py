"""A fault of discord.py 2.7.1: of a long rate limit it uses one request and refuses the others.

With a `max_ratelimit_timeout`, a bucket that takes longer than that to fill again raises RateLimited even
while there is room in it. Discord allows 250 new roles in 48 hours: of a whole set-up, one would be made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord.http import Ratelimit

if TYPE_CHECKING:
    from cogs.kit.bot import CircleBot


class WholeBucket(Ratelimit):
    """Waits, or refuses, only when there is no room."""

    __slots__ = ()

    async def acquire(self) -> None:
        if self.remaining <= 0 or self.is_expired():
            await super().acquire()
            return
        expires, self.expires = self.expires, None
        try:
            await super().acquire()  # with room it never waits, so nobody sees the moment without an end
        finally:
            self.expires = expires


def use_whole_buckets(bot: CircleBot) -> None:
    """Have every request of this bot counted in such a bucket."""
    theirs = bot.http.get_ratelimit

    def ours(key: str) -> Ratelimit:
        bucket = theirs(key)
        bucket.__class__ = WholeBucket
        return bucket

    bot.http.get_ratelimit = ours  # type: ignore[method-assign] # there is no other way in
