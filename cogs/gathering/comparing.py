"""All of a server's events and all dates, compared: at a start, and whenever we were away."""

from __future__ import annotations

from actions import discussions, events
from cogs.gathering import scheduled
from cogs.kit.bot import CircleBot
from domain.events import differs
from domain.jobs import Job


async def compare(bot: CircleBot, job: Job) -> None:
    """One call; only where something differs one looks closer."""
    there = {each.event_id: each for each in await scheduled.all_of(bot, job.community_id)}
    dates = await discussions.next_dates(bot.deps, job.community_id)
    known = [(date, there.get(date.event_id)) for date in dates if date.event_id is not None]
    strange = [date for date, event in known if event is None or differs(event, date)]
    waiting = await events.waiting(bot.deps, job.community_id)
    if strange or waiting:
        await events.look_again(bot.deps, [*strange, *waiting])
