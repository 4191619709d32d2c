"""Channels of a guild, and who may do what in them."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.permissions import THREADS
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import channels, thread_edits, threads


@route("GET", "/guilds/{guild_id}/channels")
def list_channels(call: Call) -> list[Json]:
    """All of them, those the bot cannot see included, as Discord does."""
    return list(call.guild().channels.values())


@route("POST", "/guilds/{guild_id}/channels")
def create_channel(call: Call) -> tuple[int, Json]:
    return 201, channels.create(call.bot(), call.body, call.reason)


@route("PATCH", "/guilds/{guild_id}/channels")
def move_channels(call: Call) -> None:
    channels.move(call.bot(), call.body)


@route("GET", "/channels/{channel_id}")
def get_channel(call: Call) -> Json:
    """A thread comes with the bot's own membership."""
    channel = call.channel()
    if channel["type"] in THREADS:
        return call.bot_at(channel).guild.threads.shown_to(call.world.application_id, channel)
    return channel


@route("PATCH", "/channels/{channel_id}")
def edit_channel(call: Call) -> Json:
    channel = call.channel()
    edit = thread_edits.edit if channel["type"] in THREADS else channels.edit
    return edit(call.bot_at(channel), channel, call.body, call.reason)


@route("DELETE", "/channels/{channel_id}")
def delete_channel(call: Call) -> Json:
    channel = call.channel()
    delete = threads.delete if channel["type"] in THREADS else channels.delete
    delete(call.bot_at(channel), channel, call.reason)
    return channel


@route("PUT", "/channels/{channel_id}/permissions/{overwrite_id}")
def set_overwrite(call: Call) -> None:
    channel = call.channel()
    wish = call.body | {"id": call.path["overwrite_id"]}
    channels.set_overwrite(call.bot_at(channel), channel, wish, call.reason)


@route("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}")
def delete_overwrite(call: Call) -> None:
    channel = call.channel()
    channels.delete_overwrite(call.bot_at(channel), channel, call.path["overwrite_id"], call.reason)
