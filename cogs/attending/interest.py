"""Who pressed *Interested* while nobody listened."""

from __future__ import annotations

from actions import interest
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Gone, outcome
from domain.jobs import Job

PAGE = 100
PAGES = 10
"""So far one looks: a thousand people. Of what comes after that nothing is taken for gone."""


async def compare(bot: CircleBot, job: Job) -> None:
    """One call for each hundred. An event that is gone has nobody to ask about."""
    event_id = await interest.event_of(bot.deps, job)
    if event_id is None:
        return
    found: set[int] = set()
    complete = False
    try:
        for _ in range(PAGES):
            async with outcome():
                page = await bot.http.get_scheduled_event_users(
                    job.community_id, event_id, PAGE, with_member=False, after=max(found, default=0)
                )
            found |= {int(each["user"]["id"]) for each in page}
            complete = len(page) < PAGE
            if complete:
                break
    except Gone:
        return
    await interest.are(bot.deps, job, found, complete=complete)
