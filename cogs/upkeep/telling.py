"""Telling stewards, once, what only they can mend; and that it is mended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import discord
import structlog

from actions import notices
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep import cards
from cogs.upkeep.aligning import Report
from cogs.upkeep.desired import desired
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, nonce_of, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DESK
from domain.communities import Community
from domain.notices import Notice
from domain.safety import FINDINGS
from domain.steps import Make

log = structlog.get_logger(__name__)

MADE_AGAIN = "made-again"


async def tell(bot: CircleBot, community: Community, report: Report) -> None:
    """Mark what is over, post what is new, and say which deleted things were made again."""
    community_id, say = community.community_id, bot.words.for_reader(community.language)
    current = {(finding.kind, finding.subject) for finding in report.findings}
    left = {(kind, subject) for kind in FINDINGS for subject in report.left}
    for notice in await notices.open_notices(bot.deps, community_id):
        if notice.kind in FINDINGS and (notice.kind, notice.subject) not in current | left:
            await _mark_mended(bot, community_id, notice, cards.mended(say, notice.kind))
    for finding in report.findings:
        notice = await notices.report(bot.deps, community_id, finding.kind, finding.subject)
        await post_notice(bot, community_id, notice, cards.notice(say, finding))
    again = [step for step in report.taken if isinstance(step, Make) and step.again]
    if again:
        subject = " ".join(sorted(f"{step.kind}:{step.key}" for step in again))
        notice = await notices.report(bot.deps, community_id, MADE_AGAIN, subject)
        await post_notice(
            bot, community_id, notice, cards.made_again(say, desired(bot, community).blueprint, again)
        )
        await notices.resolve(bot.deps, community_id, notice)


async def post_notice(
    bot: CircleBot,
    community_id: int,
    notice: Notice,
    card: Card,
    places: Sequence[discord.abc.Messageable] | None = None,
) -> None:
    """Post a notice in the first place that takes it, unless it was posted before."""
    if notice.message_id is not None:
        return
    nonce = nonce_of(community_id, notice.kind, notice.subject, notice.first_at.timestamp())
    for place in places or [each async for each in _places(bot, community_id)]:
        try:
            async with outcome():
                message = await place.send(view=card, nonce=nonce)
        except (Gone, NotDone):
            continue
        except (Unknown, Later) as error:  # it may stand there, which the nonce of the next try finds out
            log.warning("notice-unknown", guild=community_id, kind=notice.kind, exc_info=error)
            return
        await notices.posted(bot.deps, community_id, notice, message.id)
        return
    log.warning("notice-not-posted", guild=community_id, kind=notice.kind, subject=notice.subject)


async def _places(bot: CircleBot, community_id: int) -> AsyncIterator[discord.abc.Messageable]:
    desk = await channel_for(bot, community_id, DESK)
    if desk is not None:
        yield desk
    guild = bot.get_guild(community_id)
    if guild is not None and guild.system_channel is not None:
        yield guild.system_channel


async def _mark_mended(bot: CircleBot, community_id: int, notice: Notice, card: Card) -> None:
    await notices.resolve(bot.deps, community_id, notice)
    desk = await channel_for(bot, community_id, DESK)
    if desk is None or notice.message_id is None:
        return
    try:
        async with outcome():
            await desk.get_partial_message(notice.message_id).edit(view=card)
    except (Unknown, NotDone, Later) as error:
        log.info("notice-not-withdrawn", guild=community_id, kind=notice.kind, exc_info=error)
