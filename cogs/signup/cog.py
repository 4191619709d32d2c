"""What sign-up listens to: arrivals, and two commands for those who like them."""

from __future__ import annotations

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from actions import cities, signup
from cogs.kit import door
from cogs.kit.bot import CircleBot, Click, described
from cogs.signup import home
from cogs.signup.place import show_place
from cogs.signup.time_zone import MOST, offer_cities
from cogs.upkeep.members import align_member
from cogs.upkeep.places import channel_for
from domain.errors import NotSetUp
from text import shipped

log = structlog.get_logger(__name__)


class Signup(commands.Cog):
    """Greets newcomers and offers *My place* as a command."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_member_join(self, member: discord.Member) -> None:
        """Welcome an arrival once, and give back the roles of somebody who was here before."""
        if member.bot or member.joined_at is None:
            return
        try:
            place = await signup.arrive(self.bot.deps, member.guild.id, member.id, member.joined_at)
        except NotSetUp:
            return
        if place is not None:
            await self._greet(member, place)
            await align_member(self.bot, member.guild.id, member.id)

    async def _greet(self, member: discord.Member, place: signup.Place) -> None:
        channel = await channel_for(self.bot, member.guild.id, "welcome")
        if channel is None:
            log.warning("greeting-not-posted", guild=member.guild.id)
            return
        say = self.bot.words.for_reader(place.community.language)
        card = home.greeting(say, member, back=place.person is not None)
        mentions = discord.AllowedMentions(users=[member], everyone=False, roles=False)
        message = await channel.send(view=card, allowed_mentions=mentions)
        await signup.greeted(self.bot.deps, member.guild.id, member.id, message.id)

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
    async def _cities(self, _: Click, typed: str) -> list[app_commands.Choice[str]]:
        found = cities.find(typed, MOST) if typed.strip() else []
        return [
            app_commands.Choice(name=f"{c.name}, {c.country} · {c.time_zone}"[:100], value=c.time_zone)
            for c in found
        ]
