"""Taking a person's traces off Discord, after the database has forgotten them."""

from __future__ import annotations

import discord
import structlog

from actions import privacy
from actions.privacy import Erasure
from cogs.kit.bot import CircleBot
from cogs.upkeep.members import align_member
from cogs.upkeep.places import channel_for

log = structlog.get_logger(__name__)


async def carry_out(bot: CircleBot, erasure: Erasure) -> bool:
    """Take away roles and greeting. False when something is left; it is tried again at the next start."""
    alignment = await align_member(bot, erasure.community_id, erasure.user_id)
    greeting_gone = await _delete_greeting(bot, erasure)
    if alignment.problem or not greeting_gone:
        return False
    await privacy.finish(bot.deps, erasure)
    return True


async def finish_all(bot: CircleBot) -> None:
    """Erasures that a restart or a missing permission interrupted."""
    for erasure in await privacy.unfinished(bot.deps):
        await carry_out(bot, erasure)


async def _delete_greeting(bot: CircleBot, erasure: Erasure) -> bool:
    channel = await channel_for(bot, erasure.community_id, "welcome")
    if erasure.greeting_id is None or channel is None:
        return True
    try:
        await channel.get_partial_message(erasure.greeting_id).delete()
    except discord.NotFound:
        return True
    except discord.HTTPException as error:
        log.warning("greeting-not-deleted", guild=erasure.community_id, code=error.code)
        return False
    return True
