"""Bringing prompts and answers to the forum."""

from __future__ import annotations

from actions import turns
from cogs import forum, posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.prompts import cards
from cogs.prompts.talking import buttons_under
from cogs.upkeep.outcomes import Gone, Later, NotDone
from domain.jobs import Job

SOON = 5.0
"""Seconds until one looks again for the thread that the first turn opens."""
CLOSED = frozenset({50083, 160005})
"""Discord's codes for a thread that stewards have locked, with or without putting it to rest."""


async def post_turn(bot: CircleBot, job: Job) -> int | None:
    """Post a prompt; the first one opens the thread.

    Raises what `outcome` raises, and Gone while there is no forum.
    """
    post = await turns.turn_to_post(bot.deps, job)
    if post is None:
        return None
    of_the_week = bool(job.payload.get(turns.OF_THE_WEEK))
    say = bot.words.for_reader(post.community.language)
    number, turn = turns.numbers(job.key)
    card = cards.turn(say, post, buttons_under(say, number, turn), of_the_week=of_the_week)
    if turn > 1:
        return await _in_thread(bot, job, post.thread_id, card)
    name = cards.title(say, post.prompt, of_the_week=of_the_week)
    keys = post.prompt.topics if post.prompt else ()
    topics = [topic for key in keys if (topic := post.community.topic(key))]
    return await forum.start_thread(bot, job, name, card, topics)


async def post_answer(bot: CircleBot, job: Job) -> int | None:
    """Post somebody's answer below its prompt. Raises what `outcome` raises."""
    post = await turns.answer_to_post(bot.deps, job)
    if post is None:
        return None
    say = bot.words.for_reader(post.community.language)
    message_id = await _in_thread(bot, job, post.thread_id, cards.answer(say, post, job.user_id))
    if message_id is None or post.thread_id is None:
        return None
    if await turns.answer_to_post(bot.deps, job) is None:  # its author was erased meanwhile
        await forum.delete_message(bot, post.thread_id, message_id)
        return None
    return message_id


async def _in_thread(bot: CircleBot, job: Job, thread_id: int | None, card: Card) -> int | None:
    """None when somebody deleted the thread, or closed it by hand: what was said stays in the database."""
    if thread_id is None:
        raise Later(SOON)
    thread = bot.get_partial_messageable(thread_id, guild_id=job.community_id)
    try:
        return await posting.post(bot, job, [thread], card)
    except Gone:
        return None
    except NotDone as error:
        if error.code not in CLOSED:
            raise
        return None
