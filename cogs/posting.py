"""Posting a message that must stand there once: looked for before it is sent again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import discord
import structlog

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.handlers import TooLate
from cogs.upkeep.outcomes import Gone, NotDone, Unknown, outcome
from domain.jobs import Job

log = structlog.get_logger(__name__)

PAGE = 100
PAGES = 10
"""So far one looks: a thousand messages since the first attempt. Beyond that nobody can say."""
MARGIN = timedelta(minutes=10)
"""So much our clock may be ahead of Discord's."""


async def post(bot: CircleBot, job: Job, places: Sequence[discord.PartialMessageable], card: Card) -> int:
    """Post the card in the first of the places that takes it, unless it stands in one; the message's id.

    Raises Unknown, Gone, NotDone, Later, and TooLate when it is not there and the job is over.
    """
    found = await find(bot, job, places)
    return await send(bot, job, places, card) if found is None else found.id


async def send(
    bot: CircleBot,
    job: Job,
    places: Sequence[discord.PartialMessageable],
    card: Card,
    mentions: discord.AllowedMentions | None = None,
) -> int:
    """The same for what has been looked for and is not there."""
    if job.is_over(bot.deps.now()):
        raise TooLate
    refusal: Gone | NotDone = Gone()
    for place in places:
        try:
            async with outcome():
                view = card.marked(job.marker)
                allowed = mentions or discord.AllowedMentions.none()
                return (await place.send(view=view, nonce=job.nonce, allowed_mentions=allowed)).id
        except (Gone, NotDone) as error:
            refusal = error
    raise refusal


async def find(
    bot: CircleBot, job: Job, places: Iterable[discord.PartialMessageable]
) -> discord.PartialMessage | None:
    """The message that an earlier attempt posted. Raises Unknown when it cannot be told."""
    if not job.tried_before or job.first_attempt_at is None:
        return None
    since = discord.utils.time_snowflake(job.first_attempt_at - MARGIN)
    for place in places:
        try:
            async with outcome():
                message_id = await _look(bot, place.id, since, job.marker)
        except Gone:
            continue
        if message_id is not None:
            log.info("message-found", guild=job.community_id, kind=job.kind, job=job.job_id)
            return place.get_partial_message(message_id)
    return None


async def _look(bot: CircleBot, channel_id: int, since: int, marker: int) -> int | None:
    me = bot.user.id if bot.user else None
    for _ in range(PAGES):
        page = await bot.http.logs_from(channel_id, PAGE, after=since)
        for message in page:
            if int(message["author"]["id"]) == me and marker in _ids(message.get("components", [])):
                return int(message["id"])
        if len(page) < PAGE:
            return None
        since = max(int(message["id"]) for message in page)
    raise Unknown


def _ids(components: Iterable[Mapping[str, Any]]) -> Iterator[int]:
    return (component["id"] for component in components if "id" in component)
