"""What every story about a worldview begins with."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from data.tables import worldviews
from domain.worldviews import Worldview
from sandbox import Person
from tour.stage import Stage

BELIEF = "Work is not who I am."
ANSWERS: dict[str, object] = {"What I believe": BELIEF, "Topics": ["Work", "Time"]}


async def writes(person: Person, answers: dict[str, object] = ANSWERS) -> None:
    """The form, up to its preview."""
    await person.clicks("Explain my worldview")
    await person.fills(answers)


async def explains(person: Person, answers: dict[str, object] = ANSWERS) -> None:
    """All of it: the form, the preview, the post."""
    await writes(person, answers)
    await person.clicks("Post it")


def threads(stage: Stage) -> list[dict[str, Any]]:
    """What stands in the forum, besides what upkeep keeps there."""
    (guild,) = stage.world.guilds.values()
    forums = [each["id"] for each in guild.channels.values() if each["name"] == "worldviews"]
    return [thread for forum in forums for thread in guild.threads.below(forum) if thread["applied_tags"]]


async def rows(stage: Stage) -> list[Worldview]:
    """All worldviews there are, oldest first."""
    async with stage.database.read() as store:
        found = await store.link.execute(sa.select(worldviews.c.community_id, worldviews.c.worldview_id))
        numbers = sorted(found, key=lambda row: row.worldview_id)
        views = [await store.worldviews.find(*number) for number in numbers]
    return [view for view in views if view is not None]
