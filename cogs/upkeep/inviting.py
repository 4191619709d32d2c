"""The bot's first message in a server: a button for whoever invited it."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from actions import notices, upkeep
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep import cards
from cogs.upkeep.views import SetUpButton
from domain.notices import INVITED
from text import Say


async def invite(bot: CircleBot, guild: discord.Guild) -> None:
    """Offer to set up, once for each time the bot was invited, however often Discord tells of it."""
    await upkeep.meet(bot.deps, guild.id, bot.words.language_of(str(guild.preferred_locale)))
    joined = guild.me.joined_at
    await notices.report(bot.deps, guild.id, INVITED, joined.isoformat() if joined else "")


def card(say: Say) -> Card:
    return cards.invitation(say, SetUpButton(say))


def places(bot: CircleBot, community_id: int) -> Sequence[discord.PartialMessageable]:
    """Where people are told of news, then wherever the bot may write."""
    guild = bot.get_guild(community_id)
    if guild is None:
        return []
    candidates = dict.fromkeys([guild.system_channel, *guild.text_channels])
    open_ = [each for each in candidates if each is not None and _may_write(each)]
    return [bot.get_partial_messageable(each.id, guild_id=community_id) for each in open_]


def _may_write(channel: discord.TextChannel) -> bool:
    allowed = channel.permissions_for(channel.guild.me)
    return allowed.view_channel and allowed.send_messages
