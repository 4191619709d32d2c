"""Looking at a server from outside."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from cogs.clock import clock_of
from cogs.upkeep.cog import Upkeep
from sandbox import World
from sandbox.guild import Guild
from tour.stage import Stage

ROLES = [
    *("Attendees of room 1", "Boomer", "Gen X", "Gen Z", "Host", "Mentee", "Mentor", "Millennial"),
    "Silent Generation",
]
CHANNELS = [
    *("Circles", "discussion room 1", "discussions", "home", "steward-desk", "welcome", "worldviews"),
]
PANEL = "# For stewards"
BEFORE = ["General", "Text Channels", "Voice Channels", "general"]
"""The channels that a new server has."""


def roles(guild: Guild) -> list[str]:
    """The names of the roles that anybody could be given."""
    return sorted(
        role["name"] for role in guild.roles.values() if not role["managed"] and role["id"] != guild.id
    )


def channels(guild: Guild) -> list[str]:
    """The names of all channels and categories that were not there from the first day."""
    return sorted(each["name"] for each in guild.channels.values() if each["name"] not in BEFORE)


def own_role(guild: Guild) -> str:
    """What the bot's own role is called."""
    return next(str(role["name"]) for role in guild.roles.values() if role["managed"])


def messages_in(world: World, guild: Guild, channel: str) -> list[dict[str, Any]]:
    """Everything that stands in a channel for all to see."""
    owner = guild.owner_id
    seen = world.messages.seen_by(owner, guild.channel(channel)["id"])
    return [message for message in seen if not world.messages.reader_of(message)]


def notices(world: World, guild: Guild) -> list[str]:
    """What stands on the stewards' desk beside their panel, as its owner reads it."""
    owner = world.people[guild.owner_id]
    read = [owner.reads(message) for message in messages_in(world, guild, "steward-desk")]
    return [text for text in read if PANEL not in text]


def calls(stage: Stage, since: int = 0) -> list[str]:
    """What the bot asked of Discord, as `METHOD route`."""
    return [f"{call.method} {call.template}" for call in stage.sandbox.requests[since:]]


async def becomes(world: World, condition: Callable[[], bool], within: float = 5.0) -> None:
    """Wait until something is so. Raises AssertionError when it does not become so."""
    assert await world.changed.until(lambda: condition() or None, within), "it did not become so"


async def comes_to_rest(stage: Stage) -> None:
    """Wait until the bot has done nothing for a while, to say afterwards that it does nothing more."""
    seen = -1
    while _busy(stage) or seen != len(stage.sandbox.requests) + stage.world.changed.count:
        seen = len(stage.sandbox.requests) + stage.world.changed.count
        await asyncio.sleep(0.1)


def _busy(stage: Stage) -> bool:
    """Whether a run or a job goes on, or is about to begin."""
    if not clock_of(stage.bot).at_rest:
        return True
    upkeep = stage.bot.get_cog("Upkeep")
    assert isinstance(upkeep, Upkeep)
    soon = asyncio.get_running_loop().time() + 0.5
    orders = upkeep.runs._orders
    return any(each not in orders or orders[each].due < soon for each in upkeep.runs._workers)


async def resumes(stage: Stage) -> None:
    """The connection breaks, the bot takes up where it was, and does what it has to do then."""
    resumed = asyncio.create_task(stage.bot.wait_for("resumed", timeout=10))
    await asyncio.sleep(0)
    await stage.world.drop_sockets()
    await resumed
    await comes_to_rest(stage)
