"""Discord's ids: unique, sortable by time, digits in a string."""

from __future__ import annotations

from datetime import UTC, datetime

from sandbox.clock import Clock

EPOCH_MS = 1_420_070_400_000
"""The first second of 2015, from which Discord counts."""


class Snowflakes:
    """Hands out ids that only ever grow, even within one millisecond."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        milliseconds = int(self._clock.now().timestamp() * 1000) - EPOCH_MS
        self._last = max(self._last + 1, milliseconds << 22)
        return str(self._last)

    @staticmethod
    def made_at(snowflake: str) -> datetime:
        """The moment an id was handed out, to the millisecond."""
        return datetime.fromtimestamp(((int(snowflake) >> 22) + EPOCH_MS) / 1000, UTC)

    @staticmethod
    def earliest(moment: datetime) -> int:
        """The smallest id that could have been made at `moment`."""
        return (int(moment.timestamp() * 1000) - EPOCH_MS) << 22


def shard_of(guild_id: str, shards: int) -> int:
    """Which of `shards` gateway connections hears about a guild (Discord: topics/gateway#sharding)."""
    return (int(guild_id) >> 22) % shards
