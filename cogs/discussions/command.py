"""`/discussion plan`, for those who like to type."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.discussions.planning import Given, begin, keep
from cogs.kit import door
from cogs.kit.bot import CircleBot, Click, described
from text import shipped


class DiscussionCommands(commands.GroupCog, group_name="discussion"):
    """Without any option it opens the form; with a title and a time it shows what would be planned."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @app_commands.command(name="plan", description=described("command-discussion-plan", shipped()))
    @app_commands.describe(
        title=described("command-discussion-title", shipped()),
        when=described("command-discussion-when", shipped()),
        length=described("command-discussion-length", shipped()),
    )
    @app_commands.guild_only()
    async def plan(
        self, click: Click, title: str | None = None, when: str | None = None, length: str | None = None
    ) -> None:
        async def work() -> None:
            if title or when or length:
                await keep(click, Given(title or "", when or "", length or Given().length))
            else:
                await begin(click)

        await door.handle(click, work)
