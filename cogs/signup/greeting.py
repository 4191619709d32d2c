"""Greeting newcomers: a row first, so that nobody is greeted twice, and nobody is forgotten."""

from __future__ import annotations

import discord
import structlog

from actions import signup
from actions.signup import Arrival
from cogs.kit.bot import CircleBot
from cogs.signup import home
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, nonce_of, outcome
from cogs.upkeep.places import channel_for
from cogs.upkeep.turns import turn_of
from domain.blueprint import WELCOME

log = structlog.get_logger(__name__)

ONE_AT_A_TIME = 0
"""Greetings of one community take turns; no person has this id."""
SOON = 5.0
"""Seconds until upkeep looks again at what Discord did not answer."""


async def greet_all(bot: CircleBot, community_id: int, *, after_upkeep: bool = False) -> None:
    """Post every greeting that is due. What fails waits until the server has been brought into line.

    After upkeep a channel that is still gone cannot be made, and it would be no use to ask once more.
    """
    async with turn_of(community_id, ONE_AT_A_TIME):
        for arrival in await signup.ungreeted(bot.deps, community_id):
            try:
                async with outcome():
                    await _greet(bot, community_id, arrival)
            except Gone:
                if not after_upkeep:
                    bot.dispatch("upkeep_wanted", community_id, members=False)
            except (Unknown, Later):
                bot.dispatch("upkeep_wanted", community_id, members=False, after=SOON)
            except NotDone:
                log.warning("greeting-forbidden", guild=community_id)


async def _greet(bot: CircleBot, community_id: int, arrival: Arrival) -> None:
    channel = await channel_for(bot, community_id, WELCOME)
    if channel is None:
        return
    say = bot.words.for_reader(arrival.place.community.language)
    newcomer = discord.Object(arrival.user_id)
    message = await channel.send(
        view=home.greeting(say, newcomer, back=arrival.place.person is not None),
        allowed_mentions=discord.AllowedMentions(users=[newcomer], everyone=False, roles=False),
        nonce=nonce_of(community_id, arrival.user_id, arrival.joined_at.timestamp()),
    )
    await signup.greeted(bot.deps, community_id, arrival.user_id, message.id)
