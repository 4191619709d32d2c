"""Clicks that no control answers, and forms: what discord.py would drop in silence is answered here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from discord.ext import commands

from cogs.kit import door, forms
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import CircleBot, Click
from cogs.kit.cards import Card


class Outdated(commands.Cog):
    """The last listener: forms by their pattern, and an honest answer for what is no longer known."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_interaction(self, click: Click) -> None:
        data: Mapping[str, Any] = click.data or {}
        if click.type is discord.InteractionType.modal_submit:
            if not await forms.receive(click, self.bot.forms):
                await door.handle(click, lambda: _say_outdated(click))
        elif click.type is discord.InteractionType.component and not self._known(data["custom_id"]):
            await door.handle(click, lambda: _say_outdated(click))

    def _known(self, custom_id: str) -> bool:
        return any(control.pattern().fullmatch(custom_id) for control in self.bot.controls)


async def _say_outdated(click: Click) -> None:
    say = await say_to(click)
    back = click.client.way_back(say)
    await answer(click, Card(say("kit-outdated"), *([back] if back else [])))


async def setup(bot: CircleBot) -> None:
    await bot.add_cog(Outdated(bot))
