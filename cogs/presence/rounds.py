"""Which rooms are watched, and going round them."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from actions import attendance
from cogs.kit.bot import CircleBot
from cogs.presence.asking import Asking
from cogs.presence.notebook import Notebook
from cogs.upkeep.outcomes import Later, NotDone, Unknown

log = structlog.get_logger(__name__)

EVERY = timedelta(seconds=30)
"""So often one asks after the people in a room: whoever leaves unheard is missed no later."""
REFUSED = timedelta(minutes=10)
"""So long one does not ask again in a server that does not let us: refusals count against the bot."""
PATIENCE = timedelta(minutes=2)
"""So long after the end of a date one tries to find out who stayed to the end."""


class Rounds:
    """Of all rooms together, so that their questions to Discord are bounded."""

    def __init__(self, bot: CircleBot, notebook: Notebook) -> None:
        self.bot = bot
        self.rooms: dict[int, dict[int, int]] = {}
        """The dates that are watched, by community and voice channel."""
        self.asking = Asking(bot, notebook)
        self._due: dict[int, datetime] = {}

    async def know(self, community_id: int) -> dict[int, int]:
        """Which rooms there are to watch in a community now."""
        found = await attendance.rooms(self.bot.deps, community_id)
        if found:
            self.rooms[community_id] = found
            self._due.setdefault(community_id, self.bot.deps.now() + EVERY)
        else:
            self.rooms.pop(community_id, None)
            self._due.pop(community_id, None)
        return found

    def hurry(self, community_id: int) -> None:
        """Go there next."""
        if community_id in self._due:
            self._due[community_id] = self.bot.deps.now()

    @property
    def due(self) -> list[int]:
        """The communities whose turn it is, the longest overdue first; none while Discord cannot be heard."""
        now = self.bot.deps.now()
        waiting = sorted((due, community_id) for community_id, due in self._due.items() if due <= now)
        return [community_id for _, community_id in waiting]

    async def step(self) -> None:
        """Go to every community whose turn it is."""
        for community_id in self.due:
            self._due[community_id] = self.bot.deps.now() + EVERY
            guild = self.bot.get_guild(community_id)
            if guild is None or guild.unavailable:
                continue
            for channel_id, number in (await self.know(community_id)).items():
                try:
                    seen_at = await self.asking.go_round(community_id, channel_id, number)
                except NotDone as refused:
                    log.warning("voice-states-refused", guild=community_id, code=refused.code)
                    self._due[community_id] = self.bot.deps.now() + REFUSED
                    seen_at = None
                except (Unknown, Later):
                    seen_at = None
                await self._end(community_id, number, seen_at)

    async def _end(self, community_id: int, number: int, seen_at: datetime | None) -> None:
        """End the visits to a date that is over, when one has looked since."""
        over = await attendance.over(self.bot.deps, community_id, number)
        if over is not None and max(seen_at or over, self.bot.deps.now() - PATIENCE) > over:
            await attendance.close(self.bot.deps, community_id, number)
            await self.know(community_id)
