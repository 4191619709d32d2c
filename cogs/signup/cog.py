"""What sign-up listens to: arrivals, and two commands for those who like them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

import discord
from discord import app_commands
from discord.ext import commands

from actions import cities, signup
from cogs.kit import door
from cogs.kit.bot import CircleBot, Click, described
from cogs.kit.zones import MOST
from cogs.signup.greeting import welcomed_since
from cogs.signup.place import show_place
from cogs.signup.time_zone import offer_cities
from domain.errors import NotSetUp
from text import shipped


class Signup(commands.Cog):
    """Greets newcomers and offers *My place* as a command."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_member_join(self, member: discord.Member) -> None:
        """Welcome an arrival once, and give back the roles of somebody who was here before."""
        if member.bot or member.joined_at is None:
            return
        community_id = member.guild.id
        try:
            await signup.arrive(self.bot.deps, community_id, member.id, member.joined_at)
        except NotSetUp:
            return

    @commands.Cog.listener()
    async def on_newcomers_seen(self, community_id: int, arrivals: Mapping[int, datetime]) -> None:
        """Whoever came while the bot was away is welcomed as well.

        Unless a welcome stands there of which a database that comes from a backup knows nothing.
        """
        missed = await signup.missed(self.bot.deps, community_id, arrivals)
        if missed:
            since = min(arrivals[user_id] for user_id in missed)
            greeted = await welcomed_since(self.bot, community_id, since)
            await signup.roll_call(self.bot.deps, community_id, arrivals, greeted)

    @app_commands.command(name="my-place", description=described("command-my-place", shipped()))
    @app_commands.guild_only()
    async def my_place(self, click: Click) -> None:
        await door.handle(click, lambda: show_place(click))

    @app_commands.command(name="time-zone", description=described("command-time-zone", shipped()))
    @app_commands.describe(city=described("command-time-zone-city", shipped()))
    @app_commands.guild_only()
    async def time_zone(self, click: Click, city: str) -> None:
        await door.handle(click, lambda: offer_cities(click, city))

    @time_zone.autocomplete("city")
    async def _cities(self, click: Click, typed: str) -> list[app_commands.Choice[str]]:
        """In a thread, so that many who type at once do not keep everybody else waiting."""
        if not typed.strip() or not self.bot.suggestions.spend(click.user.id):
            return []
        found = await asyncio.to_thread(cities.find, typed, MOST)
        return [
            app_commands.Choice(name=f"{c.name}, {c.country} · {c.time_zone}"[:100], value=c.time_zone)
            for c in found
        ]
