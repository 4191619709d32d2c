"""Threads of ours: made in the forum once, looked for before they are made again, and taken off.

It stands beside `posting`, which does the same for messages.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from typing import Any

import discord
from discord.http import handle_message_parameters

from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.handlers import TooLate
from cogs.upkeep.outcomes import Gone, NotDone, Unknown, outcome
from cogs.upkeep.places import channel_for, tags_of
from domain.blueprint import WORLDVIEWS
from domain.communities import Topic
from domain.jobs import Job

PAGE = 100
PAGES = 10
"""So far one looks: a thousand threads that went to rest since the first attempt."""
GONE = frozenset({10003, 10008})
"""Discord's codes for a channel, and a message, that is not there."""
ARCHIVED = 50083
"""Discord's code for what cannot be done in a thread that rests."""
WEEK = 10_080
"""Minutes without a word until a thread goes to rest: as many as Discord lets it have."""
NAME_LENGTH = 100
MOST_TAGS = 5
"""Discord's (resources/channel)."""
PUBLIC_THREAD = discord.ChannelType.public_thread.value


async def start_thread(
    bot: CircleBot, job: Job, name: str, card: Card, topics: Iterable[Topic] = (), *, slow: int = 0
) -> int:
    """Have a thread begin with this card; its id, which is also that of its first message.

    `slow` are seconds between two messages of one person. Raises what `outcome` raises, Gone while there is
    no forum, and TooLate when it is not there and the job is over.
    """
    forum_id = await _forum_id(bot, job.community_id)
    found = await find(bot, job)
    if found is not None:
        return found
    if job.is_over(bot.deps.now()):
        raise TooLate
    about = {
        "name": name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…",
        "auto_archive_duration": WEEK,
        "type": PUBLIC_THREAD,
        "applied_tags": await _tags(bot, job.community_id, forum_id, topics),
        **({"rate_limit_per_user": slow} if slow else {}),
    }
    nobody, view = discord.AllowedMentions.none(), card.marked(job.marker)
    async with outcome():
        with handle_message_parameters(view=view, allowed_mentions=nobody, channel_payload=about) as params:
            made = await bot.http.start_thread_in_forum(forum_id, params=params)
    return int(made["id"])


async def usual_pace(bot: CircleBot, community_id: int) -> int:
    """The slow mode that stewards gave to the posts of the forum, in seconds; 0 for none."""
    forum = await channel_for(bot, community_id, WORLDVIEWS)
    if forum is None:
        return 0
    return int((await _read(bot, forum.id)).get("default_thread_rate_limit_per_user") or 0)


async def find(bot: CircleBot, job: Job) -> int | None:
    """The thread whose first message bears the job's marker, made by an attempt whose answer was lost.

    Raises Unknown when it cannot be told.
    """
    forum = await channel_for(bot, job.community_id, WORLDVIEWS)
    if not job.tried_before or job.first_attempt_at is None or bot.user is None or forum is None:
        return None
    forum_id = forum.id
    since = job.first_attempt_at - posting.MARGIN
    oldest = discord.utils.time_snowflake(since)
    async with outcome():
        async for thread in _threads(bot, job.community_id, forum_id, since.isoformat()):
            mine = int(thread["owner_id"]) == bot.user.id and int(thread["id"]) >= oldest
            if mine and int(thread["parent_id"]) == forum_id and await _is_it(bot, thread, job.marker):
                return int(thread["id"])
    return None


async def delete_thread(bot: CircleBot, thread_id: int) -> None:
    """Harmless when it is gone."""
    try:
        async with outcome():
            await bot.http.delete_channel(thread_id)
    except Gone:
        return


async def delete_message(bot: CircleBot, thread_id: int, message_id: int) -> None:
    """Also in a thread that rests. Harmless when either is gone."""
    try:
        await in_thread(bot, thread_id, lambda: bot.http.delete_message(thread_id, message_id))
    except Gone:
        return


async def send_in_thread(
    bot: CircleBot,
    job: Job,
    thread: discord.PartialMessageable,
    card: Card,
    mentions: discord.AllowedMentions,
) -> int:
    """Writing wakes a thread that rests, unless somebody locked it as well: that one is woken first."""
    try:
        return await posting.send(bot, job, [thread], card, mentions)
    except NotDone as refusal:
        if refusal.code != ARCHIVED:
            raise
    async with outcome():
        await bot.http.edit_channel(thread.id, archived=False)
    return await posting.send(bot, job, [thread], card, mentions)


async def in_thread(bot: CircleBot, thread_id: int, do: Callable[[], Awaitable[object]]) -> None:
    """Do something in a thread; one that rests is woken for it, and put to rest again.

    Raises what `outcome` raises.
    """
    try:
        async with outcome():
            await do()
    except NotDone as error:
        if error.code != ARCHIVED:
            raise
        async with outcome():
            await bot.http.edit_channel(thread_id, archived=False)
            await do()
            await bot.http.edit_channel(thread_id, archived=True)


async def _threads(
    bot: CircleBot, community_id: int, forum_id: int, since: str
) -> AsyncIterator[Mapping[str, Any]]:
    """Those that are active, then those that went to rest since, the latest first."""
    active = await bot.http.get_active_threads(community_id)
    for thread in active["threads"]:
        yield thread
    before: str | None = None
    for _ in range(PAGES):
        page = await bot.http.get_public_archived_threads(forum_id, before, PAGE)
        for thread in page["threads"]:
            yield thread
            before = thread["thread_metadata"]["archive_timestamp"]
        if not page["has_more"] or before is None or _is_earlier(before, since):
            return
    raise Unknown


async def _is_it(bot: CircleBot, thread: Mapping[str, Any], marker: int) -> bool:
    try:
        first = await bot.http.get_message(int(thread["id"]), int(thread["id"]))
    except discord.NotFound as error:
        if error.code not in GONE:
            raise
        return False
    return any(component.get("id") == marker for component in first.get("components", []))


def _is_earlier(moment: str, than: str) -> bool:
    parse = discord.utils.parse_time
    return parse(moment) < parse(than)


async def _forum_id(bot: CircleBot, community_id: int) -> int:
    forum = await channel_for(bot, community_id, WORLDVIEWS)
    if forum is None:
        raise Gone
    return forum.id


async def _tags(bot: CircleBot, community_id: int, forum_id: int, topics: Iterable[Topic]) -> list[str]:
    """The forum's tags for these topics, by record, else by name; one that is not there is left out."""
    known = await tags_of(bot, community_id)
    offered = (await _read(bot, forum_id)).get("available_tags", ())
    there = {int(tag["id"]): str(tag["name"]) for tag in offered}
    named = {name: tag_id for tag_id, name in there.items()}
    tags = [known[each.key] if known.get(each.key) in there else named.get(each.name) for each in topics]
    return [str(tag) for tag in tags if tag is not None][:MOST_TAGS]


async def _read(bot: CircleBot, forum_id: int) -> Mapping[str, Any]:
    async with outcome():
        return await bot.http.get_channel(forum_id)
