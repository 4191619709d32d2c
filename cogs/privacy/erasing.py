"""Taking a person's traces off Discord, after the database has forgotten them."""

from __future__ import annotations

import structlog

from actions import privacy
from actions.privacy import Erasure
from cogs.kit.bot import CircleBot
from cogs.signup.greeting import take_out
from cogs.upkeep.members import Alignment, align_member, try_member
from cogs.upkeep.outcomes import Later, NotDone, Unknown

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
    if erasure.greeting_id is None:
        return True
    try:
        await take_out(bot, erasure.community_id, erasure.greeting_id)
    except (Unknown, NotDone, Later) as error:
        log.warning("greeting-not-deleted", guild=erasure.community_id, exc_info=error)
        return False
    return True
