"""A world in which it is always the same moment, so that pictures of it are always the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sandbox import World
from sandbox.clock import Clock

NOON = datetime(2040, 6, 1, 12, tzinfo=UTC)
"""Ahead of us: discord.py takes what is older than 15 minutes for run out."""


class StandingClock(Clock):
    """Noon, until a test moves it on. Deadlines pass only when it does."""

    def _running(self) -> datetime:
        return NOON + timedelta(seconds=self._ahead)


def world_at_noon(bot_name: str = "Circles") -> World:
    """Its ids are the same each time as well, and with them whatever is chosen by an id, such as colours."""
    return World(clock=StandingClock(), bot_name=bot_name)
