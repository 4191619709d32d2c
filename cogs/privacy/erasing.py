"""Taking a person's traces off Discord, after the database has forgotten them."""

from __future__ import annotations

import structlog

from actions import privacy
from actions.privacy import Erasure
from cogs.kit.bot import CircleBot
from cogs.upkeep.members import Alignment, align_member, try_member
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import WELCOME

log = structlog.get_logger(__name__)


async def carry_out(bot: CircleBot, erasure: Erasure) -> bool:
    """Take away roles and greeting. False when something is left; it is tried again after each upkeep."""
    return await _finish(bot, erasure, await align_member(bot, erasure.community_id, erasure.user_id))


async def finish_all(bot: CircleBot, community_id: int) -> None:
    """Erasures that a restart or a missing permission interrupted."""
    for erasure in await privacy.unfinished(bot.deps, community_id):
        await _finish(bot, erasure, await try_member(bot, community_id, erasure.user_id))


async def _finish(bot: CircleBot, erasure: Erasure, alignment: Alignment) -> bool:
    greeting_gone = await _delete_greeting(bot, erasure)
    if alignment.problem or not greeting_gone:
        return False
    await privacy.finish(bot.deps, erasure)
    return True


async def _delete_greeting(bot: CircleBot, erasure: Erasure) -> bool:
    channel = await channel_for(bot, erasure.community_id, WELCOME)
    if erasure.greeting_id is None or channel is None:
        return True
    try:
        async with outcome():
            await channel.get_partial_message(erasure.greeting_id).delete()
    except Gone:
        return True
    except (Unknown, NotDone, Later) as error:
        log.warning("greeting-not-deleted", guild=erasure.community_id, exc_info=error)
        return False
    return True
