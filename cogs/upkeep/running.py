"""One whole run of upkeep for a community."""

from __future__ import annotations

import structlog

from actions import upkeep
from cogs.kit.bot import CircleBot
from cogs.upkeep import telling
from cogs.upkeep.aligning import bring_into_line
from cogs.upkeep.members import align_members
from cogs.upkeep.outcomes import COME_BACK, Gone, Later, NotDone, Unknown

log = structlog.get_logger(__name__)


async def align_community(bot: CircleBot, community_id: int, members: bool = True) -> float | None:
    """Server, notices and members brought into line. Answers in how many seconds to come back, if at all."""
    guild = bot.get_guild(community_id)
    if guild is None or guild.unavailable:  # nothing can be said of it before it is back
        return None
    known = await upkeep.known(bot.deps, community_id)
    if known.community is None or not known.is_set_up:
        return None
    try:
        report = await bring_into_line(bot, known.community)
        bot.vitals.mended.update(type(step).__name__.lower() for step in report.taken)
        await telling.tell(bot, known.community, report)
        if members:
            await align_members(bot, community_id)
    except (Gone, NotDone) as error:
        log.warning("server-closed-to-us", guild=community_id, exc_info=error)
        return None
    except Unknown as error:
        log.warning("discord-not-reached", guild=community_id, exc_info=error)
        return COME_BACK
    except Later as later:
        return later.seconds
    bot.dispatch("aligned", community_id)
    return report.wait or None
