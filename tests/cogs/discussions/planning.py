"""What every story about planning begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from actions import discussions
from domain.communities import DiscussionSettings
from domain.discussions import Occurrence
from domain.repeats import nth_weekday
from sandbox import Person
from tour.community import Bridge
from tour.stage import Stage

FORM = {"What is it called?": "How do we grow old?", "When?": "next Friday 7 pm"}
NOTHING_YET = "Nothing has been planned yet"


async def plans(person: Person, **answers: object) -> None:
    """The form, up to the preview."""
    await person.clicks("Plan a discussion")
    await person.fills(FORM | answers)


async def they_plan(stage: Stage, server: Bridge, who: str) -> None:
    """As if stewards had decided it."""
    async with stage.database.begin() as store:
        community = await store.communities.find(int(server.guild.id))
        assert community is not None
        await store.communities.save(replace(community, discussions=DiscussionSettings(who_plans=who)))


async def coming(stage: Stage, server: Bridge) -> list[Occurrence]:
    return await discussions.next_dates(stage.bot.deps, int(server.guild.id))


def a_day(stage: Stage, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday, or the last, of a month of next year."""
    return nth_weekday(stage.bot.deps.now().year + 1, month, weekday, nth)
