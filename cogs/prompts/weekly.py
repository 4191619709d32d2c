"""The prompt of the week, always planned one ahead."""

from __future__ import annotations

from discord.ext import commands

from actions import decks, weeks
from cogs.kit.bot import CircleBot
from domain.jobs import Job, Next, State


class Weekly(commands.Cog):
    """Plans at every start, and after one that came too late; whoever changes the hour plans anew.

    At a start it has the decks read, too.
    """

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        await weeks.plan_week(self.bot.deps, community_id)
        await decks.read_ahead(self.bot.deps, community_id)

    @commands.Cog.listener()
    async def on_job_ended(self, job: Job, then: Next) -> None:
        if job.kind == weeks.WEEK and then.state is State.EXPIRED:
            await weeks.plan_week(self.bot.deps, job.community_id)


async def open_week(bot: CircleBot, job: Job) -> None:
    """Deal it; another job posts it."""
    await weeks.open_week(bot.deps, job)
