"""The bot's first message in a server: a button for whoever invited it."""

from __future__ import annotations

import discord

from actions import notices, upkeep
from cogs.kit.bot import CircleBot
from cogs.upkeep import cards
from cogs.upkeep.telling import post_notice
from cogs.upkeep.views import SetUpButton

INVITED = "invited"


async def invite(bot: CircleBot, guild: discord.Guild) -> None:
    """Offer to set up, once for each time the bot was invited, however often Discord tells of it."""
    language = bot.words.language_of(str(guild.preferred_locale))
    await upkeep.meet(bot.deps, guild.id, language)
    joined = guild.me.joined_at
    notice = await notices.report(bot.deps, guild.id, INVITED, joined.isoformat() if joined else "")
    say = bot.words.for_reader(language)
    await post_notice(bot, guild.id, notice, cards.invitation(say, SetUpButton(say)), _places(guild))


def _places(guild: discord.Guild) -> list[discord.TextChannel]:
    """Where people are told of news, then wherever the bot may write. Discord has only just told of them."""
    candidates = [guild.system_channel, *guild.text_channels]
    return [each for each in candidates if each is not None and _may_write(each)]


def _may_write(channel: discord.TextChannel) -> bool:
    allowed = channel.permissions_for(channel.guild.me)
    return allowed.view_channel and allowed.send_messages
