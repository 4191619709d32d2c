"""A room whose jobs post a line: the least there can be of a job that must happen."""

from __future__ import annotations

from functools import partial

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.handlers import Handler
from cogs.posting import post
from domain.jobs import Job, Payload, Wish
from sandbox.guild import Guild

NOTE = "note"


async def setup(bot: CircleBot) -> None:
    bot.handles(NOTE, Handler(partial(_post, bot), version=2, upgrade=_upgrade))


def note(guild: Guild, text: str, *, channel: str = "general", **fields: object) -> Wish:
    """Have this posted there, once."""
    payload = {"channel_id": guild.channel(channel)["id"], "text": text}
    plain = {"payload": payload, "version": 2, **fields}
    return Wish(int(guild.id), NOTE, text, **plain)  # type: ignore[arg-type] # whatever a story asks for


async def _post(bot: CircleBot, job: Job) -> int | None:
    place = bot.get_partial_messageable(int(str(job.payload["channel_id"])), guild_id=job.community_id)
    return await post(bot, job, [place], Card(str(job.payload["text"])))


def _upgrade(_: int, payload: Payload) -> Payload:
    """Version 1 called the text a line."""
    return {"channel_id": payload["channel_id"], "text": payload["line"]}
