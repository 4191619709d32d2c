"""Asking Discord itself whether somebody is in a room: what the gateway told may have been lost."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from actions import attendance
from cogs.kit.bot import CircleBot
from cogs.presence.notebook import Notebook
from cogs.upkeep.outcomes import Gone, outcome
from domain.attendance import Look

if TYPE_CHECKING:
    from discord.types.voice import GuildVoiceState

EVERY = 0.1
"""Seconds between two questions, of all rooms together: Discord takes 50 calls a second from a bot."""
SOME = 20
"""People asked after before one looks anew who is to be asked after: they may have left meanwhile."""


class Asking:
    """Goes round a room. The library cannot ask for voice states of people it does not hold, so we do."""

    def __init__(self, bot: CircleBot, notebook: Notebook) -> None:
        self.bot = bot
        self.every = EVERY
        self._notebook = notebook

    async def go_round(self, community_id: int, channel_id: int, occurrence_id: int) -> datetime | None:
        """Ask after all who are there as far as we know, and all who are expected; when one began.

        None when events were missed meanwhile.

        Raises Unknown, NotDone or Later when Discord does not tell; what it told before that is kept.
        """
        began_at, sessions = self.bot.deps.now(), self.bot.vitals.sessions.copy()
        looks: dict[int, Look] = {}
        whole = False
        try:
            while some := [
                each
                for each in await attendance.whom_to_ask_after(self.bot.deps, community_id, occurrence_id)
                if each not in looks
            ][:SOME]:
                for user_id in some:
                    looks[user_id] = await self._ask(community_id, channel_id, user_id)
                    await asyncio.sleep(self.every)
            whole = self._heard_all(community_id, sessions)
        finally:
            found, seen_at = list(looks.values()), began_at if whole else None
            await self._notebook.write()
            await attendance.looked(self.bot.deps, community_id, occurrence_id, found, seen_at)
        return seen_at

    def _heard_all(self, community_id: int, sessions: dict[str, int]) -> bool:
        """Whether events arrived all the while: who came we learn from them."""
        guild = self.bot.get_guild(community_id)
        vitals = self.bot.vitals
        there = guild is not None and not guild.unavailable
        return there and vitals.connected and vitals.sessions == sessions

    async def _ask(self, community_id: int, channel_id: int, user_id: int) -> Look:
        began_at, here = self.bot.deps.now(), False
        try:
            async with outcome():
                state = await self.bot.http.get_voice_state(community_id, user_id)
            here = int(state["channel_id"] or 0) == channel_id and not _is_bot(state)
        except Gone:  # in no channel
            pass
        return Look(user_id, here, began_at, self.bot.deps.now())


def _is_bot(state: GuildVoiceState) -> bool:
    return bool(state["member"]["user"].get("bot")) if "member" in state else False
