"""Looking, at every start, whether the rules of a time zone have changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from discord.ext import commands
from discord.utils import format_dt

from actions import clock_changes
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from text import Say

log = structlog.get_logger()


class ClockChanges(commands.Cog):
    """New rules come with a new version of what we run on, so a start is when they can have changed."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        moved = await clock_changes.recheck(self.bot.deps, community_id)
        if moved:
            log.info("clocks-changed", guild=community_id, dates=moved)


def clocks_changed(say: Say, _: str, facts: Mapping[str, Any]) -> Card:
    """For stewards: what the nearest date was, and what it is."""
    before, after = (datetime.fromtimestamp(facts[name], UTC) for name in ("before", "after"))
    return Card(
        say(
            "clocks-changed",
            zone=facts["zone"],
            dates=facts["dates"],
            before=format_dt(before, "f"),
            after=format_dt(after, "f"),
        )
    )
