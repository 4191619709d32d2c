"""The bot itself: puts the exhibits up, and answers whoever tries them."""

from __future__ import annotations

import asyncio
from datetime import datetime

import discord

from tests.browser.gallery import gatherings, threads
from tests.browser.gallery.buttons import ANSWERS, BUTTONS
from tests.browser.gallery.commands import COMMANDS, everything
from tests.browser.gallery.exhibits import Wing
from tests.browser.gallery.forms import FORMS
from tests.browser.gallery.layouts import LAYOUTS
from tests.browser.gallery.messages import MESSAGES
from tests.browser.gallery.selects import SELECTS
from tests.browser.gallery.texts import texts
from tests.sandbox.clients import Bare

ROLES = {"Mentors": 0x0F766E, "Mentees": 0x7C3AED, "Stewards": 0xD97706, "<b>Quiet</b>": 0}
"""Names and colours; all but the last stand apart in the list of members."""


class GalleryBot(Bare):
    """Knows its exhibits, and nothing of any other bot."""

    def __init__(self) -> None:
        super().__init__()
        for command in COMMANDS:
            self.tree.add_command(command)
        self.channels: dict[str, tuple[str, ...]] = {}

    async def puts_up(self, now: datetime) -> None:
        """Everything, in its only guild; `now` is the world's."""
        guild = self.guilds[0]
        await asyncio.gather(*(_role(guild, name) for name in ROLES))
        mention = next(one.mention for one in await self.tree.sync() if one.name == everything.name)
        wings = {
            "Texts": texts(mention), "Layouts": LAYOUTS, "Buttons": BUTTONS, "Answers": ANSWERS,
            "Selects": SELECTS, "Forms": FORMS, "Messages": MESSAGES, "Threads": threads.THREADS,
        }  # fmt: skip
        rooms = await guild.create_category("Gatherings")
        await asyncio.gather(
            gatherings.rooms(guild, rooms, now),
            *(self._wing(guild, name, place, wing) for place, (name, wing) in enumerate(wings.items())),
        )
        await gatherings.onboarding(guild)

    async def _wing(self, guild: discord.Guild, name: str, place: int, wing: Wing) -> None:
        """A category with its channels; their places are told, for they are made at the same time."""
        category = await guild.create_category(name, position=10 + place)
        made = await asyncio.gather(
            *(
                guild.create_text_channel(channel, category=category, position=index)
                for index, channel in enumerate(wing)
            )
        )
        if wing is threads.THREADS:
            await threads.forum(guild, category)
        await asyncio.gather(*(hang(channel) for hang, channel in zip(wing.values(), made, strict=True)))
        self.channels[name] = tuple(wing)


async def _role(guild: discord.Guild, name: str) -> None:
    await guild.create_role(name=name, colour=ROLES[name], hoist=bool(ROLES[name]), mentionable=True)
