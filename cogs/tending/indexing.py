"""The pages of the index: messages in a lasting post of the forum."""

from __future__ import annotations

import re

import discord

from actions import index, upkeep
from actions.index import Page
from cogs import posting
from cogs.forum import in_thread
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.mine.quoting import cut
from cogs.signup.fields import generation_name
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import post_for
from domain.actual import Record
from domain.blueprint import INDEX, Kind
from domain.communities import Community
from domain.index import entry_topics
from domain.jobs import Job
from domain.worldviews import Worldview
from text import Say

TITLE, TOPICS, GENERATION = 72, 46, 40
"""Characters in an entry, with all that must be escaped."""
ADDRESS = re.compile(r"https?://")


async def bring_up_to_date(bot: CircleBot, job: Job) -> None:
    """Show on a page what stands on it. Raises Gone while there is no post for the index."""
    page = await index.read(bot.deps, job.community_id, int(job.key))
    post = await post_for(bot, job.community_id, INDEX)
    if page is None:
        return
    if post is None:
        raise Gone
    card = _card(bot.words.for_reader(page.community.language), job.key, page)
    await in_thread(bot, post.id, lambda: _show(bot, job, post, page, card))


async def _show(bot: CircleBot, job: Job, post: discord.PartialMessageable, page: Page, card: Card) -> None:
    there = page.message_id is not None and await _edit(post, page.message_id, card)
    if not there and page.entries:
        message_id = await posting.post(bot, job, [post], card)
        record = Record(message_id, digest=str(post.id))
        await upkeep.record(bot.deps, job.community_id, Kind.INDEX_PAGE, job.key, record)


async def _edit(post: discord.PartialMessageable, message_id: int, card: Card) -> bool:
    """Whether the message was there."""
    try:
        async with outcome():
            await post.get_partial_message(message_id).edit(view=card)
    except Gone:
        return False
    return True


def _card(say: Say, number: str, page: Page) -> Card:
    title = say("index-page", number=number)
    if not page.entries:
        return Card(title, say("index-page", "empty"))
    return Card(title, "\n".join(_entry(say, page.community, each) for each in page.entries))


def _entry(say: Say, community: Community, worldview: Worldview) -> str:
    """A line: its title as a link, what it is about, and from whom and when, as far as that is shown."""
    title = worldview.explanation.title or say("index-made-by-hand")
    link = f"https://discord.com/channels/{worldview.community_id}/{worldview.thread_id}"
    parts = [f"• [{_label(title)}]({link})", cut(entry_topics(worldview, community), TOPICS)]
    if worldview.shows_seat and worldview.generation:
        parts.append(cut(generation_name(say, community, worldview.generation), GENERATION))
    posted = worldview.posted_at
    parts.append(say("month-and-year", month=say(f"month-{posted.month}"), year=str(posted.year)))
    return " · ".join(filter(None, parts))


def _label(title: str) -> str:
    """Somebody's own words as the text of a link. Where there is another link in it, none of them works."""
    return cut(ADDRESS.sub("", title), TITLE)
