"""The monthly digest, as a post in the forum."""

from __future__ import annotations

from actions import digests
from actions.digests import Digest
from cogs import forum
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.quoting import escaped
from cogs.mine.quoting import cut
from cogs.signup.fields import generation_name
from cogs.tending.exchanging import month_name
from cogs.upkeep.outcomes import Gone
from domain.communities import Community
from domain.digests import Line
from domain.jobs import Job
from text import Say

NAME = 40
"""Characters of a name, with all that must be escaped."""


async def digest(bot: CircleBot, job: Job) -> int | None:
    """Post a month's digest, or bring it up to date; the post's id. Without lines there is none.

    Raises what `outcome` raises, and Gone while there is no forum.
    """
    await digests.expect(bot.deps, job.community_id)
    told = await digests.gather(bot.deps, job.community_id, job.key)
    if told is None or (told.message_id is None and not told.lines):
        return None
    say = bot.words.for_reader(told.community.language)
    if told.message_id is not None:
        await _bring_up_to_date(bot, told.message_id, _card(say, told))
        return told.message_id
    return await forum.start_thread(bot, job, _title(say, told.month), _card(say, told))


async def _bring_up_to_date(bot: CircleBot, post_id: int, card: Card) -> None:
    """Whoever deleted the digest needs no other."""
    message = bot.get_partial_messageable(post_id).get_partial_message(post_id)
    try:
        await forum.in_thread(bot, post_id, lambda: message.edit(view=card))
    except Gone:
        return


def _title(say: Say, month: str) -> str:
    return say("digest-title", month=month_name(say, month))


def _card(say: Say, told: Digest) -> Card:
    title = say("digest-card", title=_title(say, told.month))
    if not told.lines:
        return Card(title, say("digest-card", "empty"))
    lines = "\n\n".join(_line(say, told.community, line) for line in told.lines)
    return Card(title, lines, say("digest-card", "next"))


def _line(say: Say, community: Community, line: Line) -> str:
    """Their own words, in one line and without markup; names only as far as they are shown."""
    heard = escaped(" ".join(line.heard.split()))
    author = f"<@{line.author_id}>" if line.pseudonym is None else cut(line.pseudonym, NAME)
    about = [say("digest-line", listener=f"<@{line.listener_id}>", author=author)]
    if line.generation is not None:
        about.append(cut(generation_name(say, community, line.generation), NAME))
    topic = community.topic(line.topics[0]) if line.topics else None
    about += [cut(topic.name, NAME)] if topic else []
    return f"> {heard}\n-# {' · '.join(about)}"
