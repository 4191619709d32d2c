"""Telling stewards, once, what only they can mend; and that it is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import discord

from actions import notices, upkeep
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep import cards, inviting
from cogs.upkeep.aligning import Report
from cogs.upkeep.desired import desired
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DESK, Kind
from domain.communities import Community
from domain.jobs import Job
from domain.notices import IN_VIEW, INVITED, JOB_DEAD, JOB_EXPIRED, MADE_AGAIN
from domain.safety import FINDINGS, Finding
from domain.steps import Allow, Make


async def tell(bot: CircleBot, community: Community, report: Report) -> None:
    """Have marked what is over and posted what is new, and which deleted things were made again."""
    community_id = community.community_id
    current = {(finding.kind, finding.subject) for finding in report.findings}
    left = {(kind, subject) for kind in FINDINGS for subject in report.left}
    for notice in await notices.open_notices(bot.deps, community_id):
        if notice.kind in FINDINGS and (notice.kind, notice.subject) not in current | left:
            await notices.resolve(bot.deps, community_id, notice)
    for finding in report.findings:
        await notices.report(bot.deps, community_id, finding.kind, finding.subject, finding.facts)
    again = [step for step in report.taken if isinstance(step, Make) and step.again]
    if again:
        things = sorted(f"{step.kind}:{step.key}" for step in again)
        await notices.report(bot.deps, community_id, MADE_AGAIN, " ".join(things), {"things": things})
    rooms = sorted(step.key for step in report.taken if isinstance(step, Allow) and step.in_view)
    if rooms:
        await notices.report(bot.deps, community_id, IN_VIEW, " ".join(rooms), {"rooms": rooms})


async def post_notice(bot: CircleBot, job: Job) -> int | None:
    """Post a notice, unless it was mended before it could be."""
    kind, subject = str(job.payload["kind"]), str(job.payload["subject"])
    notice = await notices.find(bot.deps, job.community_id, kind, subject)
    if notice is None or notice.message_id is not None:
        return None
    known = await upkeep.known(bot.deps, job.community_id)
    if known.community is None:
        return None
    places = (
        inviting.places(bot, job.community_id) if kind == INVITED else await _places(bot, job.community_id)
    )
    return await posting.post(bot, job, places, _card(bot, known.community, job.payload))


async def mark_mended(bot: CircleBot, job: Job) -> None:
    """A notice becomes the news that it is over."""
    known = await upkeep.known(bot.deps, job.community_id)
    desk = await channel_for(bot, job.community_id, DESK)
    if desk is None or known.community is None:
        return
    say = bot.words.for_reader(known.community.language)
    message = desk.get_partial_message(int(str(job.payload["message_id"])))
    with suppress(Gone):  # whoever deleted the notice needs no news of it
        async with outcome():
            await message.edit(view=cards.mended(say, str(job.payload["kind"])))


def _card(bot: CircleBot, community: Community, payload: Mapping[str, Any]) -> Card:
    """What a notice of this kind looks like in the community's language."""
    say = bot.words.for_reader(community.language)
    kind, subject, facts = payload["kind"], payload["subject"], payload["facts"]
    if kind in bot.notice_cards:
        return bot.notice_cards[kind](say, subject, facts)
    if kind == INVITED:
        return inviting.card(say)
    if kind == MADE_AGAIN:
        pairs = [thing.split(":", 1) for thing in facts["things"]]
        again = [Make(Kind(of), key, again=True) for of, key in pairs]
        return cards.made_again(say, desired(bot, community).blueprint, again)
    if kind == IN_VIEW:
        rooms = [Make(Kind.CHANNEL, key, again=True) for key in dict.fromkeys(facts["rooms"])]
        return cards.in_view(say, desired(bot, community).blueprint, rooms)
    if kind in (JOB_DEAD, JOB_EXPIRED):
        return cards.undone(say, kind, *subject.split(":", 1))
    return cards.notice(say, Finding(kind, subject, facts))


async def _places(bot: CircleBot, community_id: int) -> Sequence[discord.PartialMessageable]:
    desk = await channel_for(bot, community_id, DESK)
    guild = bot.get_guild(community_id)
    news = guild.system_channel if guild is not None else None
    there = [] if news is None else [bot.get_partial_messageable(news.id, guild_id=community_id)]
    return there if desk is None else [desk, *there]
