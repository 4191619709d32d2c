"""Slow mode: how long somebody waits before they may write in a channel, or post in a forum, again."""

from __future__ import annotations

from datetime import datetime

from sandbox.acting import Actor
from sandbox.enums import ChannelType
from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.permissions import Permission


def needs_patience(actor: Actor, channel: Json) -> None:
    """20016 too soon after their last message here. Bots, and whoever may bypass it, do not wait."""
    seconds = channel.get("rate_limit_per_user") or 0
    if not seconds or actor.member["user"]["bot"] or actor.may(Permission.BYPASS_SLOWMODE, channel):
        return
    last = _last(actor, channel)
    if last and (actor.world.clock.now() - last).total_seconds() < seconds:
        raise ApiError(429, 20016, "This action cannot be performed due to slowmode rate limit.")


def _last(actor: Actor, channel: Json) -> datetime | None:
    """When they last wrote in this channel, or posted in this forum."""
    if channel["type"] == ChannelType.FORUM:
        posts = (post for post in actor.guild.threads.below(channel["id"]) if post["owner_id"] == actor.id)
        moments = [str(post["thread_metadata"]["create_timestamp"]) for post in posts]
    else:
        written = actor.world.messages.history(channel["id"])
        moments = [str(message["timestamp"]) for message in written if message["author"]["id"] == actor.id]
    return datetime.fromisoformat(moments[-1]) if moments else None
