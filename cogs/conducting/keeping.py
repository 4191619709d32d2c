"""The jobs that keep the panel, the time, and the status of the room."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord

from actions import conducting
from actions.talks import Shown
from cogs import posting
from cogs.conducting.buttons import card_of
from cogs.conducting.rooms import present_at
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Gone, Later, NotDone, outcome
from cogs.upkeep.places import channel_for
from domain.jobs import Job
from domain.rooms import room_key

APART = timedelta(seconds=1)
"""So much lies between two edits of a panel: Discord takes five in five seconds."""
RENEWED = timedelta(minutes=50)
"""An older panel is posted anew: of messages over an hour old Discord takes few edits, and it has scrolled
out of sight.
"""
LONGEST_STATUS = 500
"""Characters beside the name of a voice channel (Discord: resources/channel, set voice channel status)."""


class Keeper:
    """Does them for one bot, and remembers when it edited which panel."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self._edited: dict[int, datetime] = {}

    async def keep_panel(self, job: Job) -> int | None:
        """Post the panel, or bring it up to date. Answers with the message when it is a new one."""
        deps, number = self.bot.deps, conducting.number(job.key)
        date = await conducting.find(deps, job.community_id, number)
        if date is None:
            return None
        if job.key != str(number):  # a minute has passed. Only one job posts, so that it finds what it posted
            await conducting.wish(deps, date)
            return None
        self._not_too_often(number)
        shown = await conducting.look(deps, job.community_id, number, await present_at(self.bot, date))
        room = await channel_for(self.bot, job.community_id, room_key(date.room))
        if shown is None or room is None:
            return None
        self._edited[number] = deps.now()
        if shown.run.ended_at is not None:
            del self._edited[number]
        if date.panel_id is not None:
            if await self._edit(room, date.panel_id, shown):
                return None
            await conducting.lost(deps, date)
        if shown.run.ended_at is not None:
            return None
        try:
            return await posting.post(self.bot, job, [room], card_of(self.bot, shown))
        except Gone:  # upkeep makes the room anew, and then we look again
            return None

    async def keep_turn(self, job: Job) -> None:
        """Say that the time is up, and half a minute later move on."""
        number = conducting.number(job.key)
        date = await conducting.find(self.bot.deps, job.community_id, number)
        if date is not None:
            await conducting.time_passes(self.bot.deps, job, await present_at(self.bot, date))

    async def keep_status(self, job: Job) -> None:
        """Show beside the name of the room what we talk about. A nicety: where we may not, we do not."""
        subject = await conducting.subject(self.bot.deps, job.community_id, int(job.key))
        if subject is None:
            return
        room = await channel_for(self.bot, job.community_id, room_key(subject.date.room))
        status = subject.text[:LONGEST_STATUS] if subject.text else None
        if room is not None:
            try:
                async with outcome():
                    await self.bot.http.edit_voice_channel_status(status, channel_id=room.id)
            except (Gone, NotDone):
                return

    async def _edit(self, room: discord.PartialMessageable, panel_id: int, shown: Shown) -> bool:
        """Whether the panel is still there and shows it now. One that has grown old is taken away."""
        message = room.get_partial_message(panel_id)
        age = self.bot.deps.now() - message.created_at
        try:
            async with outcome():
                if age > RENEWED and shown.run.ended_at is None:
                    await message.delete()
                    return False
                await message.edit(view=card_of(self.bot, shown))
        except Gone:
            return False
        return True

    def _not_too_often(self, number: int) -> None:
        """Raises Later when the panel was edited a moment ago."""
        last = self._edited.get(number)
        left = APART - (self.bot.deps.now() - last) if last is not None else timedelta(0)
        if left > timedelta(0):
            raise Later(left.total_seconds())
